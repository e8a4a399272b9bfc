namespace ConvGen.Benchmarks.Rows;

/// <summary>The filters on bytes. The border is the one that OpenCV uses unless it is told otherwise.</summary>
internal static partial class ByteFilters
{
    /// <summary>3 x 3 taps without structure.</summary>
    [Correlation(Border = BorderMode.Reflect101), Kernel(ByteKernels.General3, Divisor = 16)]
    public static partial void General3(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);

    /// <summary>5 x 5 taps without structure.</summary>
    [Correlation(Border = BorderMode.Reflect101), Kernel(ByteKernels.General5, Divisor = 64)]
    public static partial void General5(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);

    /// <summary>7 x 7 taps without structure.</summary>
    [Correlation(Border = BorderMode.Reflect101), Kernel(ByteKernels.General7, Divisor = 128)]
    public static partial void General7(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);

    /// <summary>31 x 31 taps without structure, which go through transforms by themselves.</summary>
    [Correlation(Border = BorderMode.Reflect101), Kernel(LargeKernels.Whole31, Divisor = 2048)]
    public static partial void General31(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);

    /// <summary>A Gaussian of 3 x 3 taps.</summary>
    [Correlation(Border = BorderMode.Reflect101), Kernel(ByteKernels.Gaussian3, Divisor = 16)]
    public static partial void Gaussian3(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);

    /// <summary>A Gaussian of 5 x 5 taps.</summary>
    [Correlation(Border = BorderMode.Reflect101), Kernel(ByteKernels.Gaussian5, Divisor = 256)]
    public static partial void Gaussian5(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);

    /// <summary>A Gaussian of 7 x 7 taps.</summary>
    [Correlation(Border = BorderMode.Reflect101), Kernel(ByteKernels.Gaussian7, Divisor = 4096)]
    public static partial void Gaussian7(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);

    /// <summary>A Gaussian of 15 x 15 taps.</summary>
    [Correlation(Border = BorderMode.Reflect101), Kernel(ByteKernels.Gaussian15, Divisor = 65536)]
    public static partial void Gaussian15(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);

    /// <summary>The mean of 5 x 5 samples.</summary>
    [Correlation(Border = BorderMode.Reflect101), Kernel(ByteKernels.Box5, Divisor = 25)]
    public static partial void Box5(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);

    /// <summary>The horizontal slope after Sobel.</summary>
    [Correlation(Border = BorderMode.Reflect101), Kernel(ByteKernels.SobelX)]
    public static partial void SobelX(ReadOnlySpan<byte> source, int width, int height, Span<short> destination);

    /// <summary>The Laplacian of five taps.</summary>
    [Correlation(Border = BorderMode.Reflect101), Kernel(ByteKernels.Laplacian)]
    public static partial void Laplacian(ReadOnlySpan<byte> source, int width, int height, Span<short> destination);
}
