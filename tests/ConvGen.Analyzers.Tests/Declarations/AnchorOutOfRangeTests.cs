using ConvGen.Analyzers.Declarations;

namespace ConvGen.Analyzers.Tests.Declarations;

public class AnchorOutOfRangeTests
{
    [Theory]
    [InlineData("""[Correlation(Anchor = new[] { 2 }), Kernel("1 2 1")] public static partial void M(ReadOnlySpan<float> source, Span<float> destination);""")]
    [InlineData("""[Correlation(Anchor = [0, 2]), Kernel("1 2 1")] public static partial void M(ReadOnlySpan<float> source, int width, int height, Span<float> destination);""")]
    public Task An_accepted_declaration(string member) => Rule.VerifyAsync<AnchorOutOfRangeAnalyzer>(member);

    [Fact]
    public Task The_message() => Rule.VerifyAsync<AnchorOutOfRangeAnalyzer>(
        """[Correlation([|Anchor = new[] { 3 }|]), Kernel("1 2 1")] public static partial void M(ReadOnlySpan<float> source, Span<float> destination);""",
        "Anchor 3 lies outside the kernel's 3 taps on the only axis; write a number from 0 to 2");

    [Theory]
    [InlineData("""[Correlation([|Anchor = new[] { -1 }|]), Kernel("1 2 1")] public static partial void M(ReadOnlySpan<float> source, Span<float> destination);""")]
    [InlineData("""[Correlation([|Anchor = [1, 2]|]), Kernel("1 2 1")] public static partial void M(ReadOnlySpan<float> source, int width, int height, Span<float> destination);""")]
    public Task A_refused_declaration(string member) => Rule.VerifyAsync<AnchorOutOfRangeAnalyzer>(member);
}
