namespace ConvGen.Benchmarks.Rows;

/// <summary>Layers that convolve each channel alone: channels side by side and in planes, prepared weights.</summary>
internal static partial class DepthwiseFilters
{
    /// <summary>64 channels, 3 x 3 taps.</summary>
    [Correlation(Padding = 1)]
    [KernelShape(3, 3, InputChannels = 64, OutputChannels = 64, Groups = 64)]
    public static partial void Each64By3(
        ReadOnlySpan<float> source,
        int width,
        int height,
        PreparedKernel<float> kernel,
        Span<float> destination
    );

    /// <summary>64 channels, 3 x 3 taps, in planes.</summary>
    [Correlation(Padding = 1, Layout = ChannelLayout.Planar, KernelLayout = KernelLayout.OutputFirst)]
    [KernelShape(3, 3, InputChannels = 64, OutputChannels = 64, Groups = 64)]
    public static partial void Each64By3Planar(
        ReadOnlySpan<float> source,
        int width,
        int height,
        PreparedKernel<float> kernel,
        Span<float> destination
    );

    /// <summary>256 channels, 3 x 3 taps.</summary>
    [Correlation(Padding = 1)]
    [KernelShape(3, 3, InputChannels = 256, OutputChannels = 256, Groups = 256)]
    public static partial void Each256By3(
        ReadOnlySpan<float> source,
        int width,
        int height,
        PreparedKernel<float> kernel,
        Span<float> destination
    );

    /// <summary>256 channels, 3 x 3 taps, in planes.</summary>
    [Correlation(Padding = 1, Layout = ChannelLayout.Planar, KernelLayout = KernelLayout.OutputFirst)]
    [KernelShape(3, 3, InputChannels = 256, OutputChannels = 256, Groups = 256)]
    public static partial void Each256By3Planar(
        ReadOnlySpan<float> source,
        int width,
        int height,
        PreparedKernel<float> kernel,
        Span<float> destination
    );
}
