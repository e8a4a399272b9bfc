using ConvGen.Analyzers.Declarations;

namespace ConvGen.Analyzers.Tests.Declarations;

public class KernelCountTests
{
    [Theory]
    [InlineData("""[Correlation, Kernel("1 2 1")] """ + Methods.Line)]
    public Task An_accepted_declaration(string member) => Rule.VerifyAsync<KernelCountAnalyzer>(member);

    [Fact]
    public Task The_message() =>
        Rule.VerifyAsync<KernelCountAnalyzer>(
            """[Correlation] public static partial void [|M|](ReadOnlySpan<float> source, Span<float> destination);""",
            "'M' has no kernel; write exactly one of [Kernel], [KernelShape], [KernelFile], [SeparableKernel] and the designed kernels such as [GaussianKernel], "
                + "or several with Combine on the operation or with an Output each"
        );

    [Theory]
    [InlineData("""[Correlation, Kernel("1 2 1"), [|KernelShape(3)|]] """ + Methods.Line)]
    [InlineData("""[Correlation, KernelShape(3)] [[|Kernel("1 2 1")|]] """ + Methods.Line)]
    public Task A_refused_declaration(string member) => Rule.VerifyAsync<KernelCountAnalyzer>(member);
}
