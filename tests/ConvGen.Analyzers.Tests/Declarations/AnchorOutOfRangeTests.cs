using ConvGen.Analyzers.Declarations;

namespace ConvGen.Analyzers.Tests.Declarations;

public class AnchorOutOfRangeTests
{
    [Theory]
    [InlineData("""[Correlation(Anchor = new[] { 2 }), Kernel("1 2 4")] """ + Methods.Line)]
    [InlineData("""[Correlation(Anchor = [0, 2]), Kernel("1 2 4")] """ + Methods.Plane)]
    public Task An_accepted_declaration(string member) => Rule.VerifyAsync<AnchorOutOfRangeAnalyzer>(member);

    [Fact]
    public Task The_message() =>
        Rule.VerifyAsync<AnchorOutOfRangeAnalyzer>(
            """[Correlation([|Anchor = new[] { 3 }|]), Kernel("1 2 1")] """ + Methods.Line,
            "Anchor 3 lies outside the kernel's 3 taps on the only axis; write a number from 0 to 2"
        );

    [Theory]
    [InlineData("""[Correlation([|Anchor = new[] { -1 }|]), Kernel("1 2 1")] """ + Methods.Line)]
    [InlineData("""[Correlation([|Anchor = [1, 2]|]), Kernel("1 2 1")] """ + Methods.Plane)]
    public Task A_refused_declaration(string member) => Rule.VerifyAsync<AnchorOutOfRangeAnalyzer>(member);
}
