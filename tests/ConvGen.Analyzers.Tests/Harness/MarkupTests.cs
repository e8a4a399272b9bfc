using ConvGen.Analyzers.Declarations;
using ConvGen.Analyzers.Naming;
using ConvGen.Testing;

namespace ConvGen.Analyzers.Tests.Harness;

/// <summary>A set-up that accepts everything would make every other test worthless, so it is shown to fail.</summary>
public class MarkupTests
{
    private const string Refused = """[Correlation, Kernel("1 x 1")] """ + Methods.Line;

    [Fact]
    public async Task A_diagnostic_that_is_not_marked_fails()
    {
        InvalidOperationException failure = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Rule.VerifyAsync<MalformedKernelTextAnalyzer>(Refused)
        );

        Assert.Contains("// /0/Test0.cs(6,25): error CONV003", failure.Message, StringComparison.Ordinal);
        Assert.Contains(".WithSpan(6, 25, 6, 26)", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[Correlation, Kernel("1 2 [|1|]")] """ + Methods.Line)]
    [InlineData("""[Correlation, Kernel("[|1 x|] 1")] """ + Methods.Line)]
    [InlineData("""[Correlation, Kernel("1 {|CONV004:x|} 1")] """ + Methods.Line)]
    [InlineData("""[Correlation, Kernel("1 {|CS0103:[|x|]|} 1")] """ + Methods.Line)]
    public async Task A_mark_without_its_diagnostic_fails(string member)
    {
        InvalidOperationException failure = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Rule.VerifyAsync<MalformedKernelTextAnalyzer>(member)
        );

        Assert.Contains("expected", failure.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_compiler_error_that_is_not_marked_fails()
    {
        InvalidOperationException failure = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Rule.VerifyAsync<MalformedKernelTextAnalyzer>("public static int M() => missing;")
        );

        Assert.Contains("DiagnosticResult.CompilerError(\"CS0103\")", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>The library compiles once more under a pragma: a warning of ours goes, and an error stays.</summary>
    [Theory]
    [InlineData("[Correlation, Kernel(\"1 {|CONV003:x|} 1\")] " + Methods.Line)]
    [InlineData("[Correlation, Kernel(\"1 2 3\")] public static partial void {|CONV101:Convolve|}(float[] source, float[] destination);")]
    public Task A_pragma_silences_warnings_and_no_errors(string member) =>
        new CSharpAnalyzerTest<NamingAnalyzer, DefaultVerifier>
        {
            TestCode = Rule.File(member),
            TestBehaviors = TestBehaviors.None,
        }.RunAsync();

    [Fact]
    public async Task Another_message_fails() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Rule.VerifyAsync<MalformedKernelTextAnalyzer>(Refused.Replace("x", "[|x|]", StringComparison.Ordinal), "Something else")
        );

    [Fact]
    public async Task A_fix_that_changes_something_else_fails() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            new CSharpCodeFixTest<NotPartialAnalyzer, ConvGen.CodeFixes.NotPartialCodeFix, DefaultVerifier>
            {
                TestCode = Rule.File(
                    """[Correlation, Kernel("1 2 1")] public static void {|CS0501:[|M|]|}(float[] source, float[] destination);"""
                ),
                FixedCode = Rule.File(
                    """[Correlation, Kernel("1 2 1")] static public partial void M(float[] source, float[] destination);"""
                ),
            }.RunAsync()
        );
}
