namespace ConvGen.Benchmarks.Rows;

/// <summary>The filters on <c>float</c>. The border is the one that OpenCV uses unless it is told otherwise.</summary>
internal static partial class FloatFilters
{
    /// <summary>3 x 3 taps without structure.</summary>
    [Correlation(Border = BorderMode.Reflect101), Kernel(FloatKernels.General3)]
    public static partial void General3(ReadOnlySpan<float> source, int width, int height, Span<float> destination);

    /// <summary>5 x 5 taps without structure.</summary>
    [Correlation(Border = BorderMode.Reflect101), Kernel(FloatKernels.General5)]
    public static partial void General5(ReadOnlySpan<float> source, int width, int height, Span<float> destination);

    /// <summary>7 x 7 taps without structure.</summary>
    [Correlation(Border = BorderMode.Reflect101), Kernel(FloatKernels.General7)]
    public static partial void General7(ReadOnlySpan<float> source, int width, int height, Span<float> destination);

    /// <summary>11 x 11 taps without structure.</summary>
    [Correlation(Border = BorderMode.Reflect101), Kernel(FloatKernels.General11)]
    public static partial void General11(ReadOnlySpan<float> source, int width, int height, Span<float> destination);

    /// <summary>15 x 15 taps without structure.</summary>
    [Correlation(Border = BorderMode.Reflect101), Kernel(FloatKernels.General15)]
    public static partial void General15(ReadOnlySpan<float> source, int width, int height, Span<float> destination);

    /// <summary>31 x 31 taps without structure.</summary>
    [Correlation(Border = BorderMode.Reflect101), Kernel(LargeKernels.General31)]
    public static partial void General31(ReadOnlySpan<float> source, int width, int height, Span<float> destination);

    /// <summary>The binomial kernel of 5 x 5 taps.</summary>
    [Correlation(Border = BorderMode.Reflect101), Kernel(FloatKernels.Gaussian5, Divisor = 256)]
    public static partial void Gaussian5(ReadOnlySpan<float> source, int width, int height, Span<float> destination);

    /// <summary>The mean of 5 x 5 samples.</summary>
    [Correlation(Border = BorderMode.Reflect101), Kernel(FloatKernels.Box5, Divisor = 25)]
    public static partial void Box5(ReadOnlySpan<float> source, int width, int height, Span<float> destination);

    /// <summary>A signal filter of 63 taps.</summary>
    [Correlation(Border = BorderMode.Reflect101), Kernel(FloatKernels.Signal63)]
    public static partial void Signal63(ReadOnlySpan<float> source, Span<float> destination);

    /// <summary>A signal filter of 63 taps that are the same from either end.</summary>
    [Correlation(Border = BorderMode.Reflect101), Kernel(FloatKernels.SymmetricSignal63)]
    public static partial void SymmetricSignal63(ReadOnlySpan<float> source, Span<float> destination);

    /// <summary>A signal filter of 255 taps.</summary>
    [Correlation(Border = BorderMode.Reflect101), Kernel(FloatKernels.Signal255)]
    public static partial void Signal255(ReadOnlySpan<float> source, Span<float> destination);

    /// <summary>A signal filter of 64 taps that computes every other sample.</summary>
    [Correlation(Border = BorderMode.Reflect101, Anchor = new[] { 32 }, Stride = 2), Kernel(FloatKernels.Signal64)]
    public static partial void HalfSignal64(ReadOnlySpan<float> source, Span<float> destination);

    /// <summary>A signal filter of 64 taps that computes every fourth sample.</summary>
    [Correlation(Border = BorderMode.Reflect101, Anchor = new[] { 32 }, Stride = 4), Kernel(FloatKernels.Signal64)]
    public static partial void QuarterSignal64(ReadOnlySpan<float> source, Span<float> destination);
}
