using ConvGen.Analyzers.Declarations;
using ConvGen.Testing;

namespace ConvGen.Analyzers.Tests.Harness;

/// <summary>A harness that accepts everything would make every other test worthless, so it is shown to fail.</summary>
public class MarkupTests
{
    private const string Refused = """[Correlation, Kernel("1 x 1")] """ + Methods.Line;

    [Fact]
    public async Task A_diagnostic_that_is_not_marked_fails()
    {
        VerificationException failure = await Assert.ThrowsAsync<VerificationException>(() => Rule.VerifyAsync<MalformedKernelTextAnalyzer>(Refused));

        Assert.Contains("+ unexpected: /Test0.cs(6,25) 'x' CONV003", failure.Message, StringComparison.Ordinal);
        Assert.Contains("   6 [Correlation, Kernel", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[Correlation, Kernel("1 2 [|1|]")] """ + Methods.Line)]
    [InlineData("""[Correlation, Kernel("[|1 x|] 1")] """ + Methods.Line)]
    [InlineData("""[Correlation, Kernel("1 {|CONV004:x|} 1")] """ + Methods.Line)]
    [InlineData("""[Correlation, Kernel("1 {|CS0103:[|x|]|} 1")] """ + Methods.Line)]
    public async Task A_mark_without_its_diagnostic_fails(string member)
    {
        VerificationException failure = await Assert.ThrowsAsync<VerificationException>(() => Rule.VerifyAsync<MalformedKernelTextAnalyzer>(member));

        Assert.Contains("- missing:", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_compiler_error_that_is_not_marked_fails()
    {
        VerificationException failure = await Assert.ThrowsAsync<VerificationException>(() => Rule.VerifyAsync<MalformedKernelTextAnalyzer>("public static int M() => missing;"));

        Assert.Contains("'missing' CS0103", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_message_fails() =>
        await Assert.ThrowsAsync<VerificationException>(() => Rule.VerifyAsync<MalformedKernelTextAnalyzer>(Refused.Replace("x", "[|x|]", StringComparison.Ordinal), "Something else"));

    [Fact]
    public async Task A_fix_that_changes_something_else_fails() => await Assert.ThrowsAsync<VerificationException>(() => new CSharpCodeFixTest<NotPartialAnalyzer, ConvGen.CodeFixes.NotPartialCodeFix, DefaultVerifier>
    {
        TestCode = Rule.File("""[Correlation, Kernel("1 2 1")] public static void {|CS0501:[|M|]|}(float[] source, float[] destination);"""),
        FixedCode = Rule.File("""[Correlation, Kernel("1 2 1")] static public partial void M(float[] source, float[] destination);"""),
    }.RunAsync());
}
