using ConvGen.Analyzers.Declarations;

namespace ConvGen.Analyzers.Tests.Declarations;

public class OptionOutOfRangeTests
{
    [Theory]
    [InlineData("""[Correlation(Padding = 0), Kernel("1 2 1")] """ + Methods.Line)]
    [InlineData("""[Correlation(Paddings = new[] { 1, 2, 3, 4 }), Kernel("1 2 1")] """ + Methods.Plane)]
    [InlineData("""[Correlation(PixelChannels = 4), Kernel("1 2 1")] """ + Methods.Line)]
    public Task An_accepted_declaration(string member) => Rule.VerifyAsync<OptionOutOfRangeAnalyzer>(member);

    [Fact]
    public Task The_message() =>
        Rule.VerifyAsync<OptionOutOfRangeAnalyzer>(
            """[Correlation([|Padding = -1|]), Kernel("1 2 1")] """ + Methods.Line,
            "Padding is -1; write 0 or more"
        );

    [Theory]
    [InlineData("""[Correlation([|Paddings = new[] { 1, 2 }|]), Kernel("1 2 1")] """ + Methods.Plane)]
    [InlineData("""[Correlation([|Strides = new[] { 1, 2 }|]), Kernel("1 2 1")] """ + Methods.Line)]
    [InlineData("""[Correlation([|PixelChannels = 0|]), Kernel("1 2 1")] """ + Methods.Line)]
    [InlineData("""[Correlation([|Border = (BorderMode)9|]), Kernel("1 2 1")] """ + Methods.Line)]
    [InlineData("""[Correlation([|BorderValue = double.NaN|]), Kernel("1 2 1")] """ + Methods.Line)]
    [InlineData("""[Correlation, Kernel([|0|], 3)] """ + Methods.Line)]
    [InlineData("""[Correlation, Kernel(columns: 1, [|rows: -1|])] """ + Methods.Line)]
    [InlineData(
        """[Correlation, KernelShape([|0|])] public static partial void M(ReadOnlySpan<float> source, ReadOnlySpan<float> kernel, Span<float> destination);"""
    )]
    [InlineData("""[Correlation, Kernel(1, 3, 1, [|double.NaN|], 1)] """ + Methods.Line)]
    [InlineData("""[Correlation, Kernel(1, 3, [1, [|1 / 0.0|], 1])] """ + Methods.Line)]
    [InlineData("""[Correlation, Kernel(1, 3, new double[] { 1, 2, [|double.NaN|] }, Divisor = 2)] """ + Methods.Line)]
    [InlineData("""[Correlation, Kernel(1, 2, new[] { 1.0, [|double.NaN|] })] """ + Methods.Line)]
    [InlineData("""[Correlation, Kernel(1, 1, [|double.NaN|], Divisor = 2)] """ + Methods.Line)]
    [InlineData("""[Correlation, Kernel(weights: [[|double.NaN|]], rows: 1, columns: 1)] """ + Methods.Line)]
    [InlineData(
        """[Correlation, Kernel(1, 1, [|Weights.First|])] public static partial void M(ReadOnlySpan<float> source, Span<float> destination); private static class Weights { public const double First = double.NaN; }"""
    )]
    public Task A_refused_declaration(string member) => Rule.VerifyAsync<OptionOutOfRangeAnalyzer>(member);
}
