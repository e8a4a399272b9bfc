using ConvGen.Analyzers.Declarations;

namespace ConvGen.Analyzers.Tests.Declarations;

public class StepBelowOneTests
{
    [Theory]
    [InlineData("""[Correlation(Stride = 1, Dilation = 2), Kernel("1 2 1")] """ + Methods.Line)]
    public Task An_accepted_declaration(string member) => Rule.VerifyAsync<StepBelowOneAnalyzer>(member);

    [Fact]
    public Task The_message() =>
        Rule.VerifyAsync<StepBelowOneAnalyzer>(
            """[Correlation([|Stride = 0|]), Kernel("1 2 1")] """ + Methods.Line,
            "Stride is 0; write 1 or more"
        );

    [Theory]
    [InlineData("""[Correlation([|Dilation = -1|]), Kernel("1 2 1")] """ + Methods.Line)]
    [InlineData("""[Correlation([|Strides = new[] { 1, 0 }|]), Kernel("1 2 1")] """ + Methods.Plane)]
    [InlineData("""[Correlation([|Dilations = new[] { 0, 1 }|]), Kernel("1 2 1")] """ + Methods.Plane)]
    public Task A_refused_declaration(string member) => Rule.VerifyAsync<StepBelowOneAnalyzer>(member);
}
