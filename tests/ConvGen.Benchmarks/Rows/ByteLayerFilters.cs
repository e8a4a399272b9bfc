namespace ConvGen.Benchmarks.Rows;

/// <summary>Layers of 8 bits with exact sums, or with results of 8 bits.</summary>
internal static partial class ByteLayerFilters
{
    /// <summary>16 to 32 channels, 3 x 3 taps, prepared weights.</summary>
    [Correlation(Padding = 1), KernelShape(3, 3, InputChannels = 16, OutputChannels = 32)]
    public static partial void From16To32By3(
        ReadOnlySpan<byte> source,
        int width,
        int height,
        PreparedKernel<sbyte> kernel,
        Span<int> destination
    );

    /// <summary>16 to 32 channels, 3 x 3 taps, in planes, prepared weights.</summary>
    [
        Correlation(Padding = 1, Layout = ChannelLayout.Planar, KernelLayout = KernelLayout.OutputFirst),
        KernelShape(3, 3, InputChannels = 16, OutputChannels = 32)
    ]
    public static partial void From16To32By3Planar(
        ReadOnlySpan<byte> source,
        int width,
        int height,
        PreparedKernel<sbyte> kernel,
        Span<int> destination
    );

    /// <summary>64 to 64 channels, 3 x 3 taps, prepared weights.</summary>
    [Correlation(Padding = 1), KernelShape(3, 3, InputChannels = 64, OutputChannels = 64)]
    public static partial void From64To64By3(
        ReadOnlySpan<byte> source,
        int width,
        int height,
        PreparedKernel<sbyte> kernel,
        Span<int> destination
    );

    /// <summary>64 to 64 channels, 3 x 3 taps, in planes, prepared weights.</summary>
    [
        Correlation(Padding = 1, Layout = ChannelLayout.Planar, KernelLayout = KernelLayout.OutputFirst),
        KernelShape(3, 3, InputChannels = 64, OutputChannels = 64)
    ]
    public static partial void From64To64By3Planar(
        ReadOnlySpan<byte> source,
        int width,
        int height,
        PreparedKernel<sbyte> kernel,
        Span<int> destination
    );

    /// <summary>64 to 64 channels, 3 x 3 taps, prepared weights, into bytes.</summary>
    [Correlation(Padding = 1), KernelShape(3, 3, InputChannels = 64, OutputChannels = 64)]
    public static partial void Quantised64To64By3(
        ReadOnlySpan<byte> source,
        int width,
        int height,
        PreparedKernel<sbyte> kernel,
        ReadOnlySpan<float> scale,
        Span<byte> destination
    );

    /// <summary>64 to 64 channels, 3 x 3 taps, in planes, prepared weights, into bytes.</summary>
    [
        Correlation(Padding = 1, Layout = ChannelLayout.Planar, KernelLayout = KernelLayout.OutputFirst),
        KernelShape(3, 3, InputChannels = 64, OutputChannels = 64)
    ]
    public static partial void Quantised64To64By3Planar(
        ReadOnlySpan<byte> source,
        int width,
        int height,
        PreparedKernel<sbyte> kernel,
        ReadOnlySpan<float> scale,
        Span<byte> destination
    );
}
