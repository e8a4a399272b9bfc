using ConvGen;

namespace FilterGallery;

/// <summary>The gallery: every method here is shown, in this order. A new picture is a new declaration, and nothing else.</summary>
internal static partial class Filters
{
    /// <summary>The mean of a square; its response has side lobes, which is why boxes leave stripes.</summary>
    [Correlation(Border = BorderMode.Reflect101)]
    [Kernel("1 1 1 1 1; 1 1 1 1 1; 1 1 1 1 1; 1 1 1 1 1; 1 1 1 1 1", Divisor = 25)]
    public static partial void Box(ReadOnlySpan<float> source, int width, int height, Span<float> destination);

    /// <summary>Binomial weights, close to a Gaussian with a standard deviation of one pixel; nothing rings.</summary>
    [Correlation(Border = BorderMode.Reflect101)]
    [Kernel("1 4 6 4 1; 4 16 24 16 4; 6 24 36 24 6; 4 16 24 16 4; 1 4 6 4 1", Divisor = 256)]
    public static partial void Binomial(ReadOnlySpan<float> source, int width, int height, Span<float> destination);

    /// <summary>The sample plus its difference from its four neighbours.</summary>
    [Correlation(Border = BorderMode.Replicate)]
    [Kernel("0 -1 0; -1 5 -1; 0 -1 0")]
    public static partial void Sharpen(ReadOnlySpan<float> source, int width, int height, Span<float> destination);

    /// <summary>Twice the sample minus the binomial blur: fine detail counts double.</summary>
    [Correlation(Border = BorderMode.Reflect101)]
    [Kernel("-1 -4 -6 -4 -1; -4 -16 -24 -16 -4; -6 -24 476 -24 -6; -4 -16 -24 -16 -4; -1 -4 -6 -4 -1", Divisor = 256)]
    public static partial void UnsharpMask(ReadOnlySpan<float> source, int width, int height, Span<float> destination);

    /// <summary>
    /// Half the sample's difference from its neighbours to the left and right: positive where the image grows brighter to the right.
    /// </summary>
    [Correlation(Border = BorderMode.Reflect101)]
    [Kernel("-1 0 1", Divisor = 2)]
    public static partial void CentralDifference(ReadOnlySpan<float> source, int width, int height, Span<float> destination);

    /// <summary>The slope along a row, smoothed across it; positive where the image grows brighter to the right.</summary>
    [Correlation(Border = BorderMode.Reflect101)]
    [Kernel("-1 0 1; -2 0 2; -1 0 1", Divisor = 8)]
    public static partial void SobelColumns(ReadOnlySpan<float> source, int width, int height, Span<float> destination);

    /// <summary>The slope down a column; positive where the image grows brighter downwards.</summary>
    [Correlation(Border = BorderMode.Reflect101)]
    [Kernel("-1 -2 -1; 0 0 0; 1 2 1", Divisor = 8)]
    public static partial void SobelRows(ReadOnlySpan<float> source, int width, int height, Span<float> destination);

    /// <summary>A slope whose direction hardly depends on the grid.</summary>
    [Correlation(Border = BorderMode.Reflect101)]
    [Kernel("-3 0 3; -10 0 10; -3 0 3", Divisor = 32)]
    public static partial void ScharrColumns(ReadOnlySpan<float> source, int width, int height, Span<float> destination);

    /// <summary>The sum of second differences along rows and columns.</summary>
    [Correlation(Border = BorderMode.Reflect101)]
    [Kernel("0 1 0; 1 -4 1; 0 1 0")]
    public static partial void Laplacian(ReadOnlySpan<float> source, int width, int height, Span<float> destination);

    /// <summary>Second differences of a smoothed image; it changes sign across an edge.</summary>
    [Correlation(Border = BorderMode.Symmetric)]
    [Kernel("0 0 1 0 0; 0 1 2 1 0; 1 2 -16 2 1; 0 1 2 1 0; 0 0 1 0 0", Divisor = 16)]
    public static partial void LaplacianOfGaussian(ReadOnlySpan<float> source, int width, int height, Span<float> destination);

    /// <summary>Light from the top left: the kernel is reversed on both axes, because this is a convolution.</summary>
    [Convolution(Border = BorderMode.Replicate)]
    [Kernel("-2 -1 0; -1 0 1; 0 1 2")]
    public static partial void Emboss(ReadOnlySpan<float> source, int width, int height, Span<float> destination);

    /// <summary>A Gaussian, as SciPy computes it.</summary>
    [Correlation(Border = BorderMode.Reflect101), GaussianKernel(2)]
    public static partial void Gaussian(ReadOnlySpan<float> source, int width, int height, Span<float> destination);

    /// <summary>The area that a disk covers: what a lens out of focus does.</summary>
    [Correlation(Border = BorderMode.Reflect101), DiskKernel(4)]
    public static partial void Disk(ReadOnlySpan<float> source, int width, int height, Span<float> destination);

    /// <summary>The mean along a line of 15 samples at 20 degrees.</summary>
    [Correlation(Border = BorderMode.Replicate), MotionBlurKernel(15, 20)]
    public static partial void MotionBlur(ReadOnlySpan<float> source, int width, int height, Span<float> destination);

    /// <summary>A blurred image taken away from one that is blurred less: a band of details.</summary>
    [Correlation(Border = BorderMode.Reflect101), DifferenceOfGaussiansKernel(1, 2)]
    public static partial void DifferenceOfGaussians(ReadOnlySpan<float> source, int width, int height, Span<float> destination);

    /// <summary>A derivative of a Gaussian along the rows.</summary>
    [Correlation(Border = BorderMode.Reflect101), GaussianKernel(1.5, OrderColumns = 1)]
    public static partial void GaussianDerivative(ReadOnlySpan<float> source, int width, int height, Span<float> destination);

    /// <summary>Waves of one direction and length.</summary>
    [Correlation(Border = BorderMode.Reflect101), GaborKernel(21, 4, 0.6, 8, 0.6)]
    public static partial void Gabor(ReadOnlySpan<float> source, int width, int height, Span<float> destination);
}
