using ConvGen.Analyzers.Declarations;

namespace ConvGen.Analyzers.Tests.Declarations;

public class WindowTooLargeTests
{
    [Theory]
    [InlineData("""[Correlation(Dilation = 1000), Kernel("1 2 1")] public static partial void M(ReadOnlySpan<float> source, Span<float> destination);""")]
    public Task An_accepted_declaration(string member) => Rule.VerifyAsync<WindowTooLargeAnalyzer>(member);

    [Fact]
    public Task The_message() => Rule.VerifyAsync<WindowTooLargeAnalyzer>(
        """[Correlation([|Dilation = 100_000_000|]), Kernel("1 2 1")] public static partial void M(ReadOnlySpan<float> source, Span<float> destination);""",
        "The dilated kernel covers 1 x 200000001 samples; at most 16777216 are supported, so reduce the kernel or the dilation");

    [Theory]
    [InlineData("""[Correlation([|Dilations = new[] { int.MaxValue, int.MaxValue }|]), Kernel("1 2; 3 4")] public static partial void M(ReadOnlySpan<float> source, int width, int height, Span<float> destination);""")]
    [InlineData("""[Correlation, [|KernelShape(5000, 5000)|]] public static partial void M(ReadOnlySpan<float> source, int width, int height, ReadOnlySpan<float> kernel, Span<float> destination);""")]
    public Task A_refused_declaration(string member) => Rule.VerifyAsync<WindowTooLargeAnalyzer>(member);
}
