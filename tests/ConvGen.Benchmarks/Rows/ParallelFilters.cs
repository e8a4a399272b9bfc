namespace ConvGen.Benchmarks.Rows;

/// <summary>The filters and layers that all processors compute.</summary>
internal static partial class ParallelFilters
{
    /// <summary>5 x 5 taps without structure.</summary>
    [Correlation(Border = BorderMode.Reflect101, Parallel = true), Kernel(FloatKernels.General5)]
    public static partial void General5(ReadOnlyMemory<float> source, int width, int height, Memory<float> destination);

    /// <summary>A Gaussian of 5 x 5 taps, on bytes.</summary>
    [Correlation(Border = BorderMode.Reflect101, Parallel = true), Kernel(ByteKernels.Gaussian5, Divisor = 256)]
    public static partial void Gaussian5(ReadOnlyMemory<byte> source, int width, int height, Memory<byte> destination);

    /// <summary>A Gaussian of a standard deviation, on four channels.</summary>
    [
        Correlation(Border = BorderMode.Reflect101, PixelChannels = 4, Parallel = true),
        GaussianKernel(PixelFilters.Sigma, Radius = PixelFilters.Radius)
    ]
    public static partial void BlurBgra(ReadOnlyMemory<byte> source, int width, int height, Memory<byte> destination);

    /// <summary>The magnitude of both slopes after Sobel.</summary>
    [
        Correlation(Border = BorderMode.Reflect101, Parallel = true, Combine = Combine.Magnitude),
        SobelKernel(Axis.Columns),
        SobelKernel(Axis.Rows)
    ]
    public static partial void Magnitude(ReadOnlyMemory<byte> source, int width, int height, Memory<byte> destination);

    /// <summary>A signal filter of 63 taps.</summary>
    [Correlation(Border = BorderMode.Reflect101, Parallel = true), Kernel(FloatKernels.Signal63)]
    public static partial void Signal63(ReadOnlyMemory<float> source, Memory<float> destination);

    /// <summary>64 to 64 channels, 3 x 3 taps, prepared weights.</summary>
    [Correlation(Padding = 1, Parallel = true), KernelShape(3, 3, InputChannels = 64, OutputChannels = 64)]
    public static partial void From64To64By3(
        ReadOnlyMemory<float> source,
        int width,
        int height,
        PreparedKernel<float> kernel,
        Memory<float> destination
    );

    /// <summary>64 to 64 channels, 3 x 3 taps, in planes, prepared weights.</summary>
    [Correlation(Padding = 1, Layout = ChannelLayout.Planar, KernelLayout = KernelLayout.OutputFirst, Parallel = true)]
    [KernelShape(3, 3, InputChannels = 64, OutputChannels = 64)]
    public static partial void From64To64By3Planar(
        ReadOnlyMemory<float> source,
        int width,
        int height,
        PreparedKernel<float> kernel,
        Memory<float> destination
    );
}
