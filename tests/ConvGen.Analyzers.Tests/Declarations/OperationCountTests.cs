using ConvGen.Analyzers.Declarations;

namespace ConvGen.Analyzers.Tests.Declarations;

public class OperationCountTests
{
    [Theory]
    [InlineData("""[Convolution, Kernel("1 2 1")] """ + Methods.Line)]
    public Task An_accepted_declaration(string member) => Rule.VerifyAsync<OperationCountAnalyzer>(member);

    [Fact]
    public Task The_message() =>
        Rule.VerifyAsync<OperationCountAnalyzer>(
            """[Kernel("1 2 1")] public static partial void [|M|](ReadOnlySpan<float> source, Span<float> destination);""",
            "'M' has no operation; write [Convolution] to reverse the kernel or [Correlation] to use it as written"
        );

    [Theory]
    [InlineData("""[Convolution, [|Correlation|], Kernel("1 2 1")] """ + Methods.Line)]
    public Task A_refused_declaration(string member) => Rule.VerifyAsync<OperationCountAnalyzer>(member);
}
