using ConvGen.Analyzers.Declarations;

namespace ConvGen.Analyzers.Tests.Declarations;

public class WindowTooLargeTests
{
    [Theory]
    [InlineData("""[Correlation(Dilation = 1000), Kernel("1 2 1")] """ + Methods.Line)]
    public Task An_accepted_declaration(string member) => Rule.VerifyAsync<WindowTooLargeAnalyzer>(member);

    [Fact]
    public Task The_message() =>
        Rule.VerifyAsync<WindowTooLargeAnalyzer>(
            """[Correlation([|Dilation = 100_000_000|]), Kernel("1 2 1")] """ + Methods.Line,
            "The dilated kernel covers 1 x 200000001 samples; at most 16777216 are supported, so reduce the kernel or the dilation"
        );

    [Theory]
    [InlineData("""[Correlation([|Dilations = new[] { int.MaxValue, int.MaxValue }|]), Kernel("1 2; 3 4")] """ + Methods.Plane)]
    [InlineData("""[Correlation, [|KernelShape(5000, 5000)|]] """ + Methods.RunTimePlane)]
    public Task A_refused_declaration(string member) => Rule.VerifyAsync<WindowTooLargeAnalyzer>(member);
}
