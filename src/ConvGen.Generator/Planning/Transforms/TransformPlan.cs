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

    /// <summary>The binary logarithm of their number.</summary>
    public int Levels => (int)Math.Round(Math.Log(Points, 2));

    /// <summary>Samples that are transformed for each result; with strides, all between are computed as well.</summary>
    public double SamplesOfResult(ConvolutionModel model) =>
        (double)model.Vertical.Stride * model.Horizontal.Stride * Points / ((double)Height * Width);

    /// <summary>The factor <c>c</c> of the error bound.</summary>
    public int ErrorFactor { get; init; }

    /// <summary>Numbers in a cache line.</summary>
    public static int Line(ElementType type) => 64 / type.Size();

    /// <summary>
    /// Elements from one column of a transformed tile to the next. It lies in blocks of as many rows as a cache line has numbers: a line of
    /// real and one of imaginary parts for each column, so that what passes along the rows work on lies side by side.
    /// </summary>
    public static int Pitch(ElementType type) => 2 * Line(type);

    /// <summary>
    /// Elements for each row of a transformed tile, by which a multiple of a block's rows is multiplied for the place of that block: two
    /// lines more than its columns take lie between blocks, so that they do not share sets of the cache.
    /// </summary>
    public int RowElements => 2 * (Columns.Points + 1);

    /// <summary>Elements of a transformed tile.</summary>
    public int MatrixElements => Rows.Points * RowElements;

    /// <summary>
    /// Elements from one row of a tile to the next as it is fetched and kept: those of an image have a cache line between them for the same
    /// reason, while those of a signal follow each other.
    /// </summary>
    public int TilePitch(ElementType type) => HasTwoAxes ? Columns.Points + Line(type) : Columns.Points;
}
