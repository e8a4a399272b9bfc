namespace ConvGen.Benchmarks.Rows;

/// <summary>The filters of so many taps that Fourier transforms are the better tool, with leave to use them.</summary>
internal static partial class TransformFilters
{
    /// <summary>The cut-off of the low-passes, as a share of half the sample rate.</summary>
    public const double Cutoff = 0.25;

    /// <summary>A low-pass of 1,023 taps.</summary>
    [Correlation(Border = BorderMode.Reflect101, FloatingPoint = FloatingPointMode.Transform), WindowedSincKernel(1023, Cutoff)]
    public static partial void Signal1023(ReadOnlySpan<float> source, Span<float> destination);

    /// <summary>A low-pass of 4,095 taps.</summary>
    [Correlation(Border = BorderMode.Reflect101, FloatingPoint = FloatingPointMode.Transform), WindowedSincKernel(4095, Cutoff)]
    public static partial void Signal4095(ReadOnlySpan<float> source, Span<float> destination);

    /// <summary>31 x 31 taps without structure.</summary>
    [Correlation(Border = BorderMode.Reflect101, FloatingPoint = FloatingPointMode.Transform), Kernel(LargeKernels.General31)]
    public static partial void General31(ReadOnlySpan<float> source, int width, int height, Span<float> destination);
}
