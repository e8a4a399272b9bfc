namespace ConvGen.Benchmarks.Rows;

/// <summary>
/// Layers whose sums may be accurate in norm, which minimal filtering is: channels side by side and in planes, prepared weights.
/// </summary>
internal static partial class LayerTransformFilters
{
    /// <summary>32 to 32 channels, 3 x 3 taps.</summary>
    [Correlation(Padding = 1, FloatingPoint = FloatingPointMode.Transform), KernelShape(3, 3, InputChannels = 32, OutputChannels = 32)]
    public static partial void From32To32By3(
        ReadOnlySpan<float> source,
        int width,
        int height,
        PreparedKernel<float> kernel,
        Span<float> destination
    );

    /// <summary>32 to 32 channels, 3 x 3 taps, in planes.</summary>
    [
        Correlation(
            Padding = 1,
            Layout = ChannelLayout.Planar,
            KernelLayout = KernelLayout.OutputFirst,
            FloatingPoint = FloatingPointMode.Transform
        ),
        KernelShape(3, 3, InputChannels = 32, OutputChannels = 32)
    ]
    public static partial void From32To32By3Planar(
        ReadOnlySpan<float> source,
        int width,
        int height,
        PreparedKernel<float> kernel,
        Span<float> destination
    );

    /// <summary>64 to 64 channels, 3 x 3 taps.</summary>
    [Correlation(Padding = 1, FloatingPoint = FloatingPointMode.Transform), KernelShape(3, 3, InputChannels = 64, OutputChannels = 64)]
    public static partial void From64To64By3(
        ReadOnlySpan<float> source,
        int width,
        int height,
        PreparedKernel<float> kernel,
        Span<float> destination
    );

    /// <summary>64 to 64 channels, 3 x 3 taps, in planes.</summary>
    [
        Correlation(
            Padding = 1,
            Layout = ChannelLayout.Planar,
            KernelLayout = KernelLayout.OutputFirst,
            FloatingPoint = FloatingPointMode.Transform
        ),
        KernelShape(3, 3, InputChannels = 64, OutputChannels = 64)
    ]
    public static partial void From64To64By3Planar(
        ReadOnlySpan<float> source,
        int width,
        int height,
        PreparedKernel<float> kernel,
        Span<float> destination
    );

    /// <summary>128 to 128 channels, 3 x 3 taps.</summary>
    [Correlation(Padding = 1, FloatingPoint = FloatingPointMode.Transform), KernelShape(3, 3, InputChannels = 128, OutputChannels = 128)]
    public static partial void From128To128By3(
        ReadOnlySpan<float> source,
        int width,
        int height,
        PreparedKernel<float> kernel,
        Span<float> destination
    );

    /// <summary>128 to 128 channels, 3 x 3 taps, in planes.</summary>
    [
        Correlation(
            Padding = 1,
            Layout = ChannelLayout.Planar,
            KernelLayout = KernelLayout.OutputFirst,
            FloatingPoint = FloatingPointMode.Transform
        ),
        KernelShape(3, 3, InputChannels = 128, OutputChannels = 128)
    ]
    public static partial void From128To128By3Planar(
        ReadOnlySpan<float> source,
        int width,
        int height,
        PreparedKernel<float> kernel,
        Span<float> destination
    );
}
