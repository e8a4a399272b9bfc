namespace ConvGen.Benchmarks.Rows;

/// <summary>The filters on other types than bytes and <c>float</c>, and those whose weights come with the call.</summary>
internal static partial class TypeFilters
{
    /// <summary>5 x 5 taps without structure, on 16 bits.</summary>
    [Correlation(Border = BorderMode.Reflect101), Kernel(ByteKernels.General5, Divisor = 64)]
    public static partial void General5(ReadOnlySpan<ushort> source, int width, int height, Span<ushort> destination);

    /// <summary>A Gaussian of 5 x 5 taps, on 16 bits.</summary>
    [Correlation(Border = BorderMode.Reflect101), Kernel(ByteKernels.Gaussian5, Divisor = 256)]
    public static partial void Gaussian5(ReadOnlySpan<ushort> source, int width, int height, Span<ushort> destination);

    /// <summary>5 x 5 taps without structure, on <c>double</c>.</summary>
    [Correlation(Border = BorderMode.Reflect101), Kernel(FloatKernels.General5)]
    public static partial void General5(ReadOnlySpan<double> source, int width, int height, Span<double> destination);

    /// <summary>5 x 5 taps without structure, on <c>int</c>.</summary>
    [Correlation(Border = BorderMode.Reflect101), Kernel(ByteKernels.General5)]
    public static partial void General5(ReadOnlySpan<int> source, int width, int height, Span<int> destination);

    /// <summary>5 x 5 taps that come with the call.</summary>
    [Correlation(Border = BorderMode.Reflect101), KernelShape(5, 5)]
    public static partial void Any5(ReadOnlySpan<float> source, int width, int height, ReadOnlySpan<float> kernel, Span<float> destination);

    /// <summary>63 taps that come with the call.</summary>
    [Correlation(Border = BorderMode.Reflect101), KernelShape(63)]
    public static partial void Any63(ReadOnlySpan<float> source, ReadOnlySpan<float> kernel, Span<float> destination);
}
