using ConvGen.Analyzers.Declarations;

namespace ConvGen.Analyzers.Tests.Declarations;

public class BadDivisorTests
{
    [Theory]
    [InlineData("""[Correlation, Kernel("1 2 1", Divisor = -4)] """ + Methods.Line)]
    public Task An_accepted_declaration(string member) => Rule.VerifyAsync<BadDivisorAnalyzer>(member);

    [Fact]
    public Task The_message() =>
        Rule.VerifyAsync<BadDivisorAnalyzer>(
            """[Correlation, Kernel("1 2 1", [|Divisor = 0|])] """ + Methods.Line,
            "Divisor is 0; write a finite number other than zero, or leave it out to divide by 1"
        );

    [Theory]
    [InlineData("""[Correlation, Kernel("1 2 1", [|Divisor = double.NaN|])] """ + Methods.Line)]
    [InlineData("""[Correlation, Kernel(1, 1, 2, [|Divisor = 1 / 0.0|])] """ + Methods.Line)]
    public Task A_refused_declaration(string member) => Rule.VerifyAsync<BadDivisorAnalyzer>(member);
}
