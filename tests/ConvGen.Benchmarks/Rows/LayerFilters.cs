namespace ConvGen.Benchmarks.Rows;

/// <summary>
/// The layers of the table, each in three forms: channels side by side with weights that were prepared or that come with the call, and in
/// planes.
/// </summary>
internal static partial class LayerFilters
{
    /// <summary>3 to 16 channels, 3 x 3 taps, prepared weights.</summary>
    [Correlation(Padding = 1), KernelShape(3, 3, InputChannels = 3, OutputChannels = 16)]
    public static partial void From3To16By3(
        ReadOnlySpan<float> source,
        int width,
        int height,
        PreparedKernel<float> kernel,
        Span<float> destination
    );

    /// <summary>3 to 16 channels, 3 x 3 taps, weights that come with the call.</summary>
    [Correlation(Padding = 1), KernelShape(3, 3, InputChannels = 3, OutputChannels = 16)]
    public static partial void From3To16By3Plain(
        ReadOnlySpan<float> source,
        int width,
        int height,
        ReadOnlySpan<float> kernel,
        Span<float> destination
    );

    /// <summary>3 to 16 channels, 3 x 3 taps, in planes, prepared weights.</summary>
    [
        Correlation(Padding = 1, Layout = ChannelLayout.Planar, KernelLayout = KernelLayout.OutputFirst),
        KernelShape(3, 3, InputChannels = 3, OutputChannels = 16)
    ]
    public static partial void From3To16By3Planar(
        ReadOnlySpan<float> source,
        int width,
        int height,
        PreparedKernel<float> kernel,
        Span<float> destination
    );

    /// <summary>3 to 32 channels, 3 x 3 taps, every second pixel, prepared weights.</summary>
    [Correlation(Padding = 1, Stride = 2), KernelShape(3, 3, InputChannels = 3, OutputChannels = 32)]
    public static partial void From3To32By3Strided(
        ReadOnlySpan<float> source,
        int width,
        int height,
        PreparedKernel<float> kernel,
        Span<float> destination
    );

    /// <summary>3 to 32 channels, 3 x 3 taps, every second pixel, weights that come with the call.</summary>
    [Correlation(Padding = 1, Stride = 2), KernelShape(3, 3, InputChannels = 3, OutputChannels = 32)]
    public static partial void From3To32By3StridedPlain(
        ReadOnlySpan<float> source,
        int width,
        int height,
        ReadOnlySpan<float> kernel,
        Span<float> destination
    );

    /// <summary>3 to 32 channels, 3 x 3 taps, every second pixel, in planes, prepared weights.</summary>
    [
        Correlation(Padding = 1, Stride = 2, Layout = ChannelLayout.Planar, KernelLayout = KernelLayout.OutputFirst),
        KernelShape(3, 3, InputChannels = 3, OutputChannels = 32)
    ]
    public static partial void From3To32By3StridedPlanar(
        ReadOnlySpan<float> source,
        int width,
        int height,
        PreparedKernel<float> kernel,
        Span<float> destination
    );

    /// <summary>1 to 8 channels, 5 x 5 taps, prepared weights.</summary>
    [Correlation(Padding = 2), KernelShape(5, 5, InputChannels = 1, OutputChannels = 8)]
    public static partial void From1To8By5(
        ReadOnlySpan<float> source,
        int width,
        int height,
        PreparedKernel<float> kernel,
        Span<float> destination
    );

    /// <summary>1 to 8 channels, 5 x 5 taps, weights that come with the call.</summary>
    [Correlation(Padding = 2), KernelShape(5, 5, InputChannels = 1, OutputChannels = 8)]
    public static partial void From1To8By5Plain(
        ReadOnlySpan<float> source,
        int width,
        int height,
        ReadOnlySpan<float> kernel,
        Span<float> destination
    );

    /// <summary>1 to 8 channels, 5 x 5 taps, in planes, prepared weights.</summary>
    [
        Correlation(Padding = 2, Layout = ChannelLayout.Planar, KernelLayout = KernelLayout.OutputFirst),
        KernelShape(5, 5, InputChannels = 1, OutputChannels = 8)
    ]
    public static partial void From1To8By5Planar(
        ReadOnlySpan<float> source,
        int width,
        int height,
        PreparedKernel<float> kernel,
        Span<float> destination
    );

    /// <summary>8 to 16 channels, 3 x 3 taps, prepared weights.</summary>
    [Correlation(Padding = 1), KernelShape(3, 3, InputChannels = 8, OutputChannels = 16)]
    public static partial void From8To16By3(
        ReadOnlySpan<float> source,
        int width,
        int height,
        PreparedKernel<float> kernel,
        Span<float> destination
    );

    /// <summary>8 to 16 channels, 3 x 3 taps, weights that come with the call.</summary>
    [Correlation(Padding = 1), KernelShape(3, 3, InputChannels = 8, OutputChannels = 16)]
    public static partial void From8To16By3Plain(
        ReadOnlySpan<float> source,
        int width,
        int height,
        ReadOnlySpan<float> kernel,
        Span<float> destination
    );

    /// <summary>8 to 16 channels, 3 x 3 taps, in planes, prepared weights.</summary>
    [
        Correlation(Padding = 1, Layout = ChannelLayout.Planar, KernelLayout = KernelLayout.OutputFirst),
        KernelShape(3, 3, InputChannels = 8, OutputChannels = 16)
    ]
    public static partial void From8To16By3Planar(
        ReadOnlySpan<float> source,
        int width,
        int height,
        PreparedKernel<float> kernel,
        Span<float> destination
    );

    /// <summary>16 to 32 channels, 3 x 3 taps, prepared weights.</summary>
    [Correlation(Padding = 1), KernelShape(3, 3, InputChannels = 16, OutputChannels = 32)]
    public static partial void From16To32By3(
        ReadOnlySpan<float> source,
        int width,
        int height,
        PreparedKernel<float> kernel,
        Span<float> destination
    );

    /// <summary>16 to 32 channels, 3 x 3 taps, weights that come with the call.</summary>
    [Correlation(Padding = 1), KernelShape(3, 3, InputChannels = 16, OutputChannels = 32)]
    public static partial void From16To32By3Plain(
        ReadOnlySpan<float> source,
        int width,
        int height,
        ReadOnlySpan<float> kernel,
        Span<float> destination
    );

    /// <summary>16 to 32 channels, 3 x 3 taps, in planes, prepared weights.</summary>
    [
        Correlation(Padding = 1, Layout = ChannelLayout.Planar, KernelLayout = KernelLayout.OutputFirst),
        KernelShape(3, 3, InputChannels = 16, OutputChannels = 32)
    ]
    public static partial void From16To32By3Planar(
        ReadOnlySpan<float> source,
        int width,
        int height,
        PreparedKernel<float> kernel,
        Span<float> destination
    );

    /// <summary>32 to 32 channels, 3 x 3 taps, prepared weights.</summary>
    [Correlation(Padding = 1), KernelShape(3, 3, InputChannels = 32, OutputChannels = 32)]
    public static partial void From32To32By3(
        ReadOnlySpan<float> source,
        int width,
        int height,
        PreparedKernel<float> kernel,
        Span<float> destination
    );

    /// <summary>32 to 32 channels, 3 x 3 taps, weights that come with the call.</summary>
    [Correlation(Padding = 1), KernelShape(3, 3, InputChannels = 32, OutputChannels = 32)]
    public static partial void From32To32By3Plain(
        ReadOnlySpan<float> source,
        int width,
        int height,
        ReadOnlySpan<float> kernel,
        Span<float> destination
    );

    /// <summary>32 to 32 channels, 3 x 3 taps, in planes, prepared weights.</summary>
    [
        Correlation(Padding = 1, Layout = ChannelLayout.Planar, KernelLayout = KernelLayout.OutputFirst),
        KernelShape(3, 3, InputChannels = 32, OutputChannels = 32)
    ]
    public static partial void From32To32By3Planar(
        ReadOnlySpan<float> source,
        int width,
        int height,
        PreparedKernel<float> kernel,
        Span<float> destination
    );

    /// <summary>64 to 64 channels, 3 x 3 taps, prepared weights.</summary>
    [Correlation(Padding = 1), KernelShape(3, 3, InputChannels = 64, OutputChannels = 64)]
    public static partial void From64To64By3(
        ReadOnlySpan<float> source,
        int width,
        int height,
        PreparedKernel<float> kernel,
        Span<float> destination
    );

    /// <summary>64 to 64 channels, 3 x 3 taps, weights that come with the call.</summary>
    [Correlation(Padding = 1), KernelShape(3, 3, InputChannels = 64, OutputChannels = 64)]
    public static partial void From64To64By3Plain(
        ReadOnlySpan<float> source,
        int width,
        int height,
        ReadOnlySpan<float> kernel,
        Span<float> destination
    );

    /// <summary>64 to 64 channels, 3 x 3 taps, in planes, prepared weights.</summary>
    [
        Correlation(Padding = 1, Layout = ChannelLayout.Planar, KernelLayout = KernelLayout.OutputFirst),
        KernelShape(3, 3, InputChannels = 64, OutputChannels = 64)
    ]
    public static partial void From64To64By3Planar(
        ReadOnlySpan<float> source,
        int width,
        int height,
        PreparedKernel<float> kernel,
        Span<float> destination
    );

    /// <summary>128 to 128 channels, 3 x 3 taps, prepared weights.</summary>
    [Correlation(Padding = 1), KernelShape(3, 3, InputChannels = 128, OutputChannels = 128)]
    public static partial void From128To128By3(
        ReadOnlySpan<float> source,
        int width,
        int height,
        PreparedKernel<float> kernel,
        Span<float> destination
    );

    /// <summary>128 to 128 channels, 3 x 3 taps, weights that come with the call.</summary>
    [Correlation(Padding = 1), KernelShape(3, 3, InputChannels = 128, OutputChannels = 128)]
    public static partial void From128To128By3Plain(
        ReadOnlySpan<float> source,
        int width,
        int height,
        ReadOnlySpan<float> kernel,
        Span<float> destination
    );

    /// <summary>128 to 128 channels, 3 x 3 taps, in planes, prepared weights.</summary>
    [
        Correlation(Padding = 1, Layout = ChannelLayout.Planar, KernelLayout = KernelLayout.OutputFirst),
        KernelShape(3, 3, InputChannels = 128, OutputChannels = 128)
    ]
    public static partial void From128To128By3Planar(
        ReadOnlySpan<float> source,
        int width,
        int height,
        PreparedKernel<float> kernel,
        Span<float> destination
    );

    /// <summary>256 to 256 channels, 3 x 3 taps, prepared weights.</summary>
    [Correlation(Padding = 1), KernelShape(3, 3, InputChannels = 256, OutputChannels = 256)]
    public static partial void From256To256By3(
        ReadOnlySpan<float> source,
        int width,
        int height,
        PreparedKernel<float> kernel,
        Span<float> destination
    );

    /// <summary>256 to 256 channels, 3 x 3 taps, weights that come with the call.</summary>
    [Correlation(Padding = 1), KernelShape(3, 3, InputChannels = 256, OutputChannels = 256)]
    public static partial void From256To256By3Plain(
        ReadOnlySpan<float> source,
        int width,
        int height,
        ReadOnlySpan<float> kernel,
        Span<float> destination
    );

    /// <summary>256 to 256 channels, 3 x 3 taps, in planes, prepared weights.</summary>
    [
        Correlation(Padding = 1, Layout = ChannelLayout.Planar, KernelLayout = KernelLayout.OutputFirst),
        KernelShape(3, 3, InputChannels = 256, OutputChannels = 256)
    ]
    public static partial void From256To256By3Planar(
        ReadOnlySpan<float> source,
        int width,
        int height,
        PreparedKernel<float> kernel,
        Span<float> destination
    );

    /// <summary>64 to 64 channels, 1 x 1 taps, prepared weights.</summary>
    [Correlation(Mode = OutputMode.Valid), KernelShape(1, 1, InputChannels = 64, OutputChannels = 64)]
    public static partial void From64To64By1(
        ReadOnlySpan<float> source,
        int width,
        int height,
        PreparedKernel<float> kernel,
        Span<float> destination
    );

    /// <summary>64 to 64 channels, 1 x 1 taps, weights that come with the call.</summary>
    [Correlation(Mode = OutputMode.Valid), KernelShape(1, 1, InputChannels = 64, OutputChannels = 64)]
    public static partial void From64To64By1Plain(
        ReadOnlySpan<float> source,
        int width,
        int height,
        ReadOnlySpan<float> kernel,
        Span<float> destination
    );

    /// <summary>64 to 64 channels, 1 x 1 taps, in planes, prepared weights.</summary>
    [
        Correlation(Mode = OutputMode.Valid, Layout = ChannelLayout.Planar, KernelLayout = KernelLayout.OutputFirst),
        KernelShape(1, 1, InputChannels = 64, OutputChannels = 64)
    ]
    public static partial void From64To64By1Planar(
        ReadOnlySpan<float> source,
        int width,
        int height,
        PreparedKernel<float> kernel,
        Span<float> destination
    );
}
