using ConvGen;

namespace EdgeDetection;

/// <summary>The filters. Each is a declaration; ConvGen writes the bodies. Rows are read from top to bottom, as the image's.</summary>
internal static partial class Filters
{
    /// <summary>Smooths with the 5 x 5 binomial kernel, which is close to a Gaussian with a standard deviation of one pixel.</summary>
    /// <remarks>
    /// The kernel is its own reversal, so convolution and correlation agree. The divisor is the sum of the weights: flat areas keep their
    /// value.
    /// </remarks>
    [Convolution(Border = BorderMode.Reflect101)]
    [Kernel("1 4 6 4 1; 4 16 24 16 4; 6 24 36 24 6; 4 16 24 16 4; 1 4 6 4 1", Divisor = 256)]
    public static partial void Smooth(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);

    /// <summary>Sharpens: the sample plus its difference from its four neighbours. Sums outside 0 to 255 saturate.</summary>
    [Convolution(Border = BorderMode.Replicate)]
    [Kernel("0 -1 0; -1 5 -1; 0 -1 0")]
    public static partial void Sharpen(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);

    /// <summary>Horizontal slope: positive where the image grows brighter to the right.</summary>
    /// <remarks>
    /// Correlation, because the kernel is written the way it is laid on the image. The result has a sign and reaches 1020, hence
    /// <c>short</c>.
    /// </remarks>
    [Correlation(Border = BorderMode.Reflect101)]
    [Kernel("-1 0 1; -2 0 2; -1 0 1")]
    public static partial void SobelX(ReadOnlySpan<byte> source, int width, int height, Span<short> destination);

    /// <summary>Vertical slope: positive where the image grows brighter downwards.</summary>
    [Correlation(Border = BorderMode.Reflect101)]
    [Kernel("-1 -2 -1; 0 0 0; 1 2 1")]
    public static partial void SobelY(ReadOnlySpan<byte> source, int width, int height, Span<short> destination);

    /// <summary>
    /// How steep the image is: the magnitude of both slopes, from one pass over the image, times a scale. Beyond 255 it saturates.
    /// </summary>
    [Correlation(Border = BorderMode.Reflect101, Combine = Combine.Magnitude)]
    [SobelKernel(Axis.Columns), SobelKernel(Axis.Rows)]
    public static partial void Gradient(ReadOnlySpan<byte> source, int width, int height, float scale, Span<byte> destination);

    /// <summary>Embosses by convolution: the asymmetric kernel is reversed on both axes before it is laid on the image.</summary>
    [Convolution(Border = BorderMode.Replicate)]
    [Kernel("-2 -1 0; -1 0 1; 0 1 2")]
    public static partial void EmbossByConvolution(ReadOnlySpan<byte> source, int width, int height, Span<short> destination);

    /// <summary>Embosses by correlation: the same kernel as written, so that what stood out before sinks in.</summary>
    [Correlation(Border = BorderMode.Replicate)]
    [Kernel("-2 -1 0; -1 0 1; 0 1 2")]
    public static partial void EmbossByCorrelation(ReadOnlySpan<byte> source, int width, int height, Span<short> destination);

    /// <summary>Laplacian of Gaussian, 5 x 5, in <c>float</c>: zero on flat areas and even slopes, changes sign across an edge.</summary>
    [Convolution(Border = BorderMode.Symmetric)]
    [Kernel("0 0 1 0 0; 0 1 2 1 0; 1 2 -16 2 1; 0 1 2 1 0; 0 0 1 0 0", Divisor = 16)]
    public static partial void LaplacianOfGaussian(ReadOnlySpan<float> source, int width, int height, Span<float> destination);

    /// <summary><see cref="Smooth"/> of red, green and blue; alpha stays as it is.</summary>
    [Convolution(Border = BorderMode.Reflect101, PixelChannels = 4), PixelMask(Keep = "3")]
    [Kernel("1 4 6 4 1; 4 16 24 16 4; 6 24 36 24 6; 4 16 24 16 4; 1 4 6 4 1", Divisor = 256)]
    public static partial void SmoothRgba(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);

    /// <summary><see cref="Sharpen"/> of red, green and blue; alpha stays as it is.</summary>
    [Convolution(Border = BorderMode.Replicate, PixelChannels = 4), PixelMask(Keep = "3")]
    [Kernel("0 -1 0; -1 5 -1; 0 -1 0")]
    public static partial void SharpenRgba(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);

    /// <summary>
    /// Brightness of RGBA pixels as ITU-R BT.601 weighs it: a signal of four samples a pixel, of which one sum in four is computed.
    /// </summary>
    [Correlation(Mode = OutputMode.Valid, Stride = 4)]
    [Kernel("77 150 29 0", Divisor = 256)]
    public static partial void ToGray(ReadOnlySpan<byte> source, Span<byte> destination);
}
