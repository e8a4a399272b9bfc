namespace ConvGen.Benchmarks.Rows;

/// <summary>The filters on pixels of several bytes, and those whose weights are designed.</summary>
internal static partial class PixelFilters
{
    /// <summary>The standard deviation of the blurs, and the radius that ImageSharp gives them.</summary>
    public const double Sigma = 1.4;

    /// <summary>See <see cref="Sigma"/>.</summary>
    public const int Radius = 5;

    /// <summary>3 x 3 taps without structure, on red, green and blue.</summary>
    [Correlation(Border = BorderMode.Reflect101, PixelChannels = 3), Kernel(ByteKernels.General3, Divisor = 16)]
    public static partial void General3Rgb(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);

    /// <summary>A Gaussian of 5 x 5 taps, on red, green and blue.</summary>
    [Correlation(Border = BorderMode.Reflect101, PixelChannels = 3), Kernel(ByteKernels.Gaussian5, Divisor = 256)]
    public static partial void Gaussian5Rgb(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);

    /// <summary>A Gaussian of 5 x 5 taps, on four channels.</summary>
    [Correlation(Border = BorderMode.Reflect101, PixelChannels = 4), Kernel(ByteKernels.Gaussian5, Divisor = 256)]
    public static partial void Gaussian5Bgra(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);

    /// <summary>A Gaussian of 5 x 5 taps, on three of four channels.</summary>
    [Correlation(Border = BorderMode.Reflect101, PixelChannels = 4), Kernel(ByteKernels.Gaussian5, Divisor = 256), PixelMask(Keep = "3")]
    public static partial void Gaussian5KeepingAlpha(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);

    /// <summary>3 x 3 taps without structure, on four channels.</summary>
    [Correlation(Border = BorderMode.Reflect101, PixelChannels = 4), Kernel(ByteKernels.General3, Divisor = 16)]
    public static partial void General3Bgra(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);

    /// <summary>3 x 3 taps without structure, on three of four channels.</summary>
    [Correlation(Border = BorderMode.Reflect101, PixelChannels = 4), Kernel(ByteKernels.General3, Divisor = 16), PixelMask(Keep = "3")]
    public static partial void General3KeepingAlpha(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);

    /// <summary>A Gaussian of a standard deviation, grey.</summary>
    [Correlation(Border = BorderMode.Reflect101), GaussianKernel(Sigma, Radius = Radius)]
    public static partial void Blur(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);

    /// <summary>A Gaussian of a standard deviation, on four channels.</summary>
    [Correlation(Border = BorderMode.Reflect101, PixelChannels = 4), GaussianKernel(Sigma, Radius = Radius)]
    public static partial void BlurBgra(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);

    /// <summary>The magnitude of both slopes after Sobel.</summary>
    [Correlation(Border = BorderMode.Reflect101, Combine = Combine.Magnitude), SobelKernel(Axis.Columns), SobelKernel(Axis.Rows)]
    public static partial void Magnitude(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);
}
