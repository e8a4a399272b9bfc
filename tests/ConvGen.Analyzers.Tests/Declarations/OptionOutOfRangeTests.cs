using ConvGen.Analyzers.Declarations;

namespace ConvGen.Analyzers.Tests.Declarations;

public class OptionOutOfRangeTests
{
    [Theory]
    [InlineData("""[Correlation(Padding = 0), Kernel("1 2 1")] public static partial void M(ReadOnlySpan<float> source, Span<float> destination);""")]
    [InlineData("""[Correlation(Paddings = new[] { 1, 2, 3, 4 }), Kernel("1 2 1")] public static partial void M(ReadOnlySpan<float> source, int width, int height, Span<float> destination);""")]
    [InlineData("""[Correlation(PixelChannels = 4), Kernel("1 2 1")] public static partial void M(ReadOnlySpan<float> source, Span<float> destination);""")]
    public Task An_accepted_declaration(string member) => Rule.VerifyAsync<OptionOutOfRangeAnalyzer>(member);

    [Fact]
    public Task The_message() => Rule.VerifyAsync<OptionOutOfRangeAnalyzer>(
        """[Correlation([|Padding = -1|]), Kernel("1 2 1")] public static partial void M(ReadOnlySpan<float> source, Span<float> destination);""",
        "Padding is -1; write 0 or more");

    [Theory]
    [InlineData("""[Correlation([|Paddings = new[] { 1, 2 }|]), Kernel("1 2 1")] public static partial void M(ReadOnlySpan<float> source, int width, int height, Span<float> destination);""")]
    [InlineData("""[Correlation([|Strides = new[] { 1, 2 }|]), Kernel("1 2 1")] public static partial void M(ReadOnlySpan<float> source, Span<float> destination);""")]
    [InlineData("""[Correlation([|PixelChannels = 0|]), Kernel("1 2 1")] public static partial void M(ReadOnlySpan<float> source, Span<float> destination);""")]
    [InlineData("""[Correlation([|Border = (BorderMode)9|]), Kernel("1 2 1")] public static partial void M(ReadOnlySpan<float> source, Span<float> destination);""")]
    [InlineData("""[Correlation([|BorderValue = double.NaN|]), Kernel("1 2 1")] public static partial void M(ReadOnlySpan<float> source, Span<float> destination);""")]
    [InlineData("""[Correlation, Kernel([|0|], 3)] public static partial void M(ReadOnlySpan<float> source, Span<float> destination);""")]
    [InlineData("""[Correlation, Kernel(columns: 1, [|rows: -1|])] public static partial void M(ReadOnlySpan<float> source, Span<float> destination);""")]
    [InlineData("""[Correlation, KernelShape([|0|])] public static partial void M(ReadOnlySpan<float> source, ReadOnlySpan<float> kernel, Span<float> destination);""")]
    [InlineData("""[Correlation, Kernel(1, 3, 1, [|double.NaN|], 1)] public static partial void M(ReadOnlySpan<float> source, Span<float> destination);""")]
    [InlineData("""[Correlation, Kernel(1, 3, [1, [|1 / 0.0|], 1])] public static partial void M(ReadOnlySpan<float> source, Span<float> destination);""")]
    [InlineData("""[Correlation, Kernel(1, 3, new double[] { 1, 2, [|double.NaN|] }, Divisor = 2)] public static partial void M(ReadOnlySpan<float> source, Span<float> destination);""")]
    [InlineData("""[Correlation, Kernel(1, 2, new[] { 1.0, [|double.NaN|] })] public static partial void M(ReadOnlySpan<float> source, Span<float> destination);""")]
    [InlineData("""[Correlation, Kernel(1, 1, [|double.NaN|], Divisor = 2)] public static partial void M(ReadOnlySpan<float> source, Span<float> destination);""")]
    [InlineData("""[Correlation, Kernel(weights: [[|double.NaN|]], rows: 1, columns: 1)] public static partial void M(ReadOnlySpan<float> source, Span<float> destination);""")]
    [InlineData("""[Correlation, Kernel(1, 1, [|Weights.First|])] public static partial void M(ReadOnlySpan<float> source, Span<float> destination); private static class Weights { public const double First = double.NaN; }""")]
    public Task A_refused_declaration(string member) => Rule.VerifyAsync<OptionOutOfRangeAnalyzer>(member);
}
