using ConvGen.Analyzers.Declarations;

namespace ConvGen.Analyzers.Tests.Declarations;

public class OptionClashTests
{
    [Theory]
    [InlineData(
        """[Correlation(Mode = OutputMode.Full, Border = BorderMode.Constant, BorderValue = 1, Stride = 2, Dilations = new[] { 2 }), Kernel("1 2 1")] """
            + Methods.Line
    )]
    public Task An_accepted_declaration(string member) => Rule.VerifyAsync<OptionClashAnalyzer>(member);

    [Fact]
    public Task The_message() =>
        Rule.VerifyAsync<OptionClashAnalyzer>(
            """[Correlation([|Mode = OutputMode.Valid|], Padding = 1), Kernel("1 2 1")] """ + Methods.Line,
            "Mode = OutputMode.Valid cannot be combined with Padding; remove one: Padding says already which outputs there are"
        );

    [Theory]
    [InlineData("""[Correlation([|Stride = 2|], Strides = new[] { 2 }), Kernel("1 2 1")] """ + Methods.Line)]
    [InlineData("""[Correlation(Dilations = new[] { 2 }, [|Dilation = 2|]), Kernel("1 2 1")] """ + Methods.Line)]
    [InlineData("""[Correlation([|Padding = 2|], Paddings = new[] { 2, 2 }), Kernel("1 2 1")] """ + Methods.Line)]
    [InlineData("""[Correlation(Mode = OutputMode.Full, [|Anchor = new[] { 1 }|]), Kernel("1 2 1")] """ + Methods.Line)]
    [InlineData("""[Correlation(Border = BorderMode.Wrap, [|BorderValue = 1|]), Kernel("1 2 1")] """ + Methods.Line)]
    [InlineData(
        """[Correlation([|Layout = ChannelLayout.Planar|]), Kernel("1 2", Planes = 1, Columns = 1, InputChannels = 2)] """ + Methods.Volumes
    )]
    [InlineData("""[Correlation, GaussianKernel([|SigmaColumns = 2|])] """ + Methods.Volume)]
    public Task A_refused_declaration(string member) => Rule.VerifyAsync<OptionClashAnalyzer>(member);
}
