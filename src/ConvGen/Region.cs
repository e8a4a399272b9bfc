namespace ConvGen;

/// <summary>
/// A rectangle of an image, in pixels. A parameter <c>Region region</c> is the rectangle of the result to compute, and the destination
/// holds just that; a parameter <c>Region held</c> is the
/// rectangle of the whole image that the source holds.
/// </summary>
/// <param name="Left">The first column.</param>
/// <param name="Top">The first row.</param>
/// <param name="Width">Columns; 0 for an empty rectangle.</param>
/// <param name="Height">Rows; 0 for an empty rectangle.</param>
/// <remarks>
/// With a region, widths and heights stay those of the whole image, and what lies outside of it still comes from the border: the results
/// have the same bits as those of one whole call. Rectangles
/// that do not lie within the result or the image are refused by an <see cref="System.ArgumentException"/>, and so is one that holds less
/// than the region sees; its message says what is needed.
/// </remarks>
public readonly record struct Region(int Left, int Top, int Width, int Height)
{
    /// <summary>Whether the rectangle has no pixels.</summary>
    public bool IsEmpty => Width <= 0 || Height <= 0;
}
