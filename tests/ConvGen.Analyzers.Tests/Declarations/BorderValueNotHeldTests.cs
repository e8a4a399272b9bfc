using ConvGen.Analyzers.Declarations;

namespace ConvGen.Analyzers.Tests.Declarations;

public class BorderValueNotHeldTests
{
    [Theory]
    [InlineData("""[Correlation(BorderValue = 255), Kernel("1 2 1", Divisor = 4)] """ + Methods.ByteLine)]
    [InlineData("""[Correlation(BorderValue = -0.5), Kernel("1 2 1")] """ + Methods.Line)]
    public Task An_accepted_declaration(string member) => Rule.VerifyAsync<BorderValueNotHeldAnalyzer>(member);

    [Fact]
    public Task The_message() =>
        Rule.VerifyAsync<BorderValueNotHeldAnalyzer>(
            """[Correlation([|BorderValue = 256|]), Kernel("1 2 1")] """ + Methods.ByteLine,
            "BorderValue 256 cannot be held by 'byte', the element type of the source; write an integer from 0 to 255"
        );

    [Theory]
    [InlineData("""[Correlation([|BorderValue = 0.5|]), Kernel("1 2 1")] """ + Methods.ByteLine)]
    [InlineData("""[Correlation([|BorderValue = 1e39|]), Kernel("1 2 1")] """ + Methods.Line)]
    public Task A_refused_declaration(string member) => Rule.VerifyAsync<BorderValueNotHeldAnalyzer>(member);
}
