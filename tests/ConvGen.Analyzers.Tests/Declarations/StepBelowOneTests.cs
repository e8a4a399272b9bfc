using ConvGen.Analyzers.Declarations;

namespace ConvGen.Analyzers.Tests.Declarations;

public class StepBelowOneTests
{
    [Theory]
    [InlineData("""[Correlation(Stride = 1, Dilation = 2), Kernel("1 2 1")] public static partial void M(ReadOnlySpan<float> source, Span<float> destination);""")]
    public Task An_accepted_declaration(string member) => Rule.VerifyAsync<StepBelowOneAnalyzer>(member);

    [Fact]
    public Task The_message() => Rule.VerifyAsync<StepBelowOneAnalyzer>(
        """[Correlation([|Stride = 0|]), Kernel("1 2 1")] public static partial void M(ReadOnlySpan<float> source, Span<float> destination);""",
        "Stride is 0; write 1 or more");

    [Theory]
    [InlineData("""[Correlation([|Dilation = -1|]), Kernel("1 2 1")] public static partial void M(ReadOnlySpan<float> source, Span<float> destination);""")]
    [InlineData("""[Correlation([|Strides = new[] { 1, 0 }|]), Kernel("1 2 1")] public static partial void M(ReadOnlySpan<float> source, int width, int height, Span<float> destination);""")]
    [InlineData("""[Correlation([|Dilations = new[] { 0, 1 }|]), Kernel("1 2 1")] public static partial void M(ReadOnlySpan<float> source, int width, int height, Span<float> destination);""")]
    public Task A_refused_declaration(string member) => Rule.VerifyAsync<StepBelowOneAnalyzer>(member);
}
