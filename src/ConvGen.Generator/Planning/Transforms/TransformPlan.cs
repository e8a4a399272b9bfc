using ConvGen.Generator.Model;

namespace ConvGen.Generator.Planning.Transforms;

/// <summary>
/// How results are computed through transforms of overlapping tiles. A tile has rows and columns: those of an image, or those of a matrix
/// that holds a stretch of a signal row by row. Its columns are transformed, then its
/// rows, two tiles at a time: one as the real, one as the imaginary part.
/// </summary>
/// <param name="Rows">The transform down the columns of a tile.</param>
/// <param name="Columns">The transform along its rows.</param>
/// <param name="HasTwoAxes">Whether a tile is a part of an image; otherwise its rows follow each other in a signal.</param>
/// <param name="Height">Rows of results that a tile of an image has; 1 for a signal.</param>
/// <param name="Width">Results in such a row, or in a tile of a signal; without strides, of which those between are left out at the
/// end.</param>
internal sealed record TransformPlan(LineTransform Rows, LineTransform Columns, bool HasTwoAxes, int Height, int Width)
{
    /// <summary>Samples of a tile.</summary>
    public int Points => Rows.Points * Columns.Points;

    /// <summary>The factor <c>c</c> of the error bound.</summary>
    public int ErrorFactor { get; init; }

    /// <summary>
    /// Elements from one row of a transformed tile to the next: real and imaginary parts, and a cache line, so that the rows of a column do
    /// not share sets of the cache.
    /// </summary>
    public int Pitch(ElementType type) => (2 * Rows.Points) + (64 / type.Size());
}
