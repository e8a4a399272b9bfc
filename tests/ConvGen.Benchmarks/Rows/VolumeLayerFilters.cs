namespace ConvGen.Benchmarks.Rows;

/// <summary>The layers over volumes of the table, of 3 x 3 x 3 taps with prepared weights.</summary>
internal static partial class VolumeLayerFilters
{
    /// <summary>16 to 32 channels.</summary>
    [Correlation(Padding = 1), KernelShape(3, 3, 3, InputChannels = 16, OutputChannels = 32)]
    public static partial void From16To32(
        ReadOnlySpan<float> source,
        int width,
        int height,
        int depth,
        PreparedKernel<float> kernel,
        Span<float> destination
    );

    /// <summary>16 to 32 channels, one volume after the other.</summary>
    [
        Correlation(Padding = 1, Layout = ChannelLayout.Planar, KernelLayout = KernelLayout.OutputFirst),
        KernelShape(3, 3, 3, InputChannels = 16, OutputChannels = 32)
    ]
    public static partial void From16To32Planar(
        ReadOnlySpan<float> source,
        int width,
        int height,
        int depth,
        PreparedKernel<float> kernel,
        Span<float> destination
    );

    /// <summary>32 to 32 channels.</summary>
    [Correlation(Padding = 1), KernelShape(3, 3, 3, InputChannels = 32, OutputChannels = 32)]
    public static partial void From32To32(
        ReadOnlySpan<float> source,
        int width,
        int height,
        int depth,
        PreparedKernel<float> kernel,
        Span<float> destination
    );

    /// <summary>32 to 32 channels, one volume after the other.</summary>
    [
        Correlation(Padding = 1, Layout = ChannelLayout.Planar, KernelLayout = KernelLayout.OutputFirst),
        KernelShape(3, 3, 3, InputChannels = 32, OutputChannels = 32)
    ]
    public static partial void From32To32Planar(
        ReadOnlySpan<float> source,
        int width,
        int height,
        int depth,
        PreparedKernel<float> kernel,
        Span<float> destination
    );
}
