using ConvGen;

namespace GigapixelTiles;

/// <summary>The filter of the sample, a rectangle of its result at a time, and the one that makes the thumbnail.</summary>
internal static partial class Filters
{
    /// <summary>
    /// Raises the contrast of details in a rectangle of the image, from a source that holds what <see cref="SharpenInput"/> names.
    /// </summary>
    [Correlation(Border = BorderMode.Reflect101), UnsharpMaskKernel(3, 1.5)]
    public static partial void Sharpen(
        ReadOnlySpan<byte> source,
        int width,
        int height,
        Region held,
        Region region,
        Span<byte> destination
    );

    /// <summary>The rectangle of the image that a rectangle of the sharpened image sees.</summary>
    [InputOf(nameof(Sharpen))]
    public static partial Region SharpenInput(Region region, int width, int height);

    /// <summary>The same by all cores, with the same bits.</summary>
    [Correlation(Border = BorderMode.Reflect101, Parallel = true), UnsharpMaskKernel(3, 1.5)]
    public static partial void SharpenByAllCores(byte[] source, int width, int height, Region held, Region region, byte[] destination);

    /// <summary>The means of squares of 2 x 2 samples.</summary>
    [Correlation(Mode = OutputMode.Valid, Stride = 2), BoxKernel(2, 2)]
    public static partial void Halve(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);
}
