using ConvGen.Analyzers.Declarations;

namespace ConvGen.Analyzers.Tests.Declarations;

public class DimensionsDisagreeTests
{
    [Theory]
    [InlineData("""[Correlation(Mode = OutputMode.Valid), Kernel("1 2; 3 4")] """ + Methods.Plane)]
    [InlineData("""[Correlation(Mode = OutputMode.Valid), Kernel(2, 2, 1, 2, 3, 4)] """ + Methods.Plane)]
    [InlineData("""[Correlation, Kernel(1, 3, 1, 2, 1)] """ + Methods.Line)]
    [InlineData("""[Correlation, Kernel("1 2 1")] """ + Methods.Plane)]
    [InlineData("""[Correlation(Mode = OutputMode.Valid), Kernel("1 2; 3 4 | 5 6; 7 8")] """ + Methods.Volume)]
    [InlineData("""[Correlation, Kernel("1 2 1")] """ + Methods.Volume)]
    [InlineData("""[Correlation, GaussianKernel(1)] """ + Methods.Volume)]
    [InlineData("""[Correlation, Kernel("1 2 3 4", Planes = 2, Columns = 1, InputChannels = 2)] """ + Methods.Volume)]
    [InlineData("""[Correlation(Activation = Activation.Relu), Kernel("1 | 2 | 1")] """ + Methods.Volume)]
    public Task An_accepted_declaration(string member) => Rule.VerifyAsync<DimensionsDisagreeAnalyzer>(member);

    [Fact]
    public Task The_message() =>
        Rule.VerifyAsync<DimensionsDisagreeAnalyzer>(
            """[Correlation, Kernel("1 2 1; [|2 4|]; 1 2 1")] """ + Methods.Plane,
            "Row 2 of the kernel has 2 values and row 1 has 3; give every row the same number of values"
        );

    [Theory]
    [InlineData("""[Correlation, Kernel("1 2 1;\n[|2 4 2 1|]")] """ + Methods.Plane)]
    [InlineData("""[Correlation, [|Kernel(2, 2, 1, 2, 3)|]] """ + Methods.Plane)]
    [InlineData("""[Correlation, [|Kernel("1; 2")|]] """ + Methods.Line)]
    [InlineData("""[Correlation, [|KernelShape(3)|]] """ + Methods.RunTimePlane)]
    [InlineData("""[Correlation, [|KernelShape(3, 3, 3)|]] """ + Methods.RunTimePlane)]
    [InlineData("""[Correlation, [|Kernel("1 2 | 3 4")|]] """ + Methods.Plane)]
    [InlineData("""[Correlation, Kernel("1 2; 3 4 | [|5 6|]")] """ + Methods.Volume)]
    [InlineData("""[Correlation, [|Kernel("1 2 | 3 4", Columns = 2, InputChannels = 2)|]] """ + Methods.Volume)]
    [InlineData("""[Correlation, [|Kernel("1 2 3", Planes = 2, Columns = 1, InputChannels = 2)|]] """ + Methods.Volume)]
    [InlineData("""[Correlation, [|Kernel("1 2", Planes = 2, Columns = 1)|]] """ + Methods.Plane)]
    [InlineData("""[Correlation, [|SobelKernel(Axis.Rows)|]] """ + Methods.Volume)]
    public Task A_refused_declaration(string member) => Rule.VerifyAsync<DimensionsDisagreeAnalyzer>(member);
}
