using ConvGen.Analyzers.Naming;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Tests.Naming.Loops;

/// <summary>What <c>convgen_explain</c> adds.</summary>
public class ExplainTests
{
    private const string Loop =
        "public static double[] Convolve(double[] x, double[] h) { var y = new double[x.Length]; for (int n = 0; n + h.Length <= x.Length; n++) for (int k = 0; k < h.Length; k++) y[n] += {|#0:x[n + k] * h[k]|}; return y; }";
    private const string WhyNot =
        "; no declaration is offered for it, as no size of the kernel is constant there or in a call, and no check leaves only a few";

    [Theory]
    [InlineData("nobody calls it", "", true)]
    [InlineData("a call does not say the size", "public static double[] Run(double[] x, double[] h) => Convolve(x, h);", true)]
    [InlineData(
        "a call passes a list of weights",
        "public static double[] Run(double[] x) => Convolve(x, new double[] { 1, 2, 4 });",
        false
    )]
    [InlineData(
        "a call passes a field",
        "private static readonly double[] weights = { 1, 2, 3, 4, 5, 6, 8 }; public static double[] Run(double[] x) => Convolve(x, weights);",
        false
    )]
    [InlineData(
        "the field may be replaced",
        "private static double[] weights = { 1, 2, 3, 4, 5, 6, 8 }; public static double[] Run(double[] x) => Convolve(x, weights);",
        true
    )]
    public async Task A_loop_that_cannot_be_lifted_says_why(string what, string caller, bool isSaid)
    {
        Assert.NotEmpty(what);
        await VerifyAsync(Loop + caller, isSaid);
    }

    [Theory]
    [InlineData("if (h.Length != 3 && h.Length != 5) throw new ArgumentException();", "h.Length", false)]
    [InlineData("if (h.Length < 3) throw new ArgumentException();", "h.Length", true)]
    [InlineData("", "3", false)]
    [InlineData("", "h.Length", true)]
    public async Task A_size_that_the_member_itself_says_counts(string check, string taps, bool isSaid) =>
        await VerifyAsync(
            Loop.Replace("{ var y", "{ " + check + " var y", StringComparison.Ordinal)
                .Replace("k < h.Length", "k < " + taps, StringComparison.Ordinal),
            isSaid
        );

    private static async Task VerifyAsync(string members, bool isSaid)
    {
        CSharpAnalyzerTest<NamingAnalyzer, DefaultVerifier> test = new() { TestCode = LoopFile.Of(members) };
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nconvgen_explain = true\n"));
        test.ExpectedDiagnostics.Add(
            new DiagnosticResult("CONV103", DiagnosticSeverity.Warning)
                .WithLocation(0)
                .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)
                .WithMessage(
                    "'Convolve' computes a correlation: 'k' runs the same way in 'x' and in 'h', so the result is that of the kernel reversed"
                        + (isSaid ? WhyNot : "")
                )
        );
        await test.RunAsync();
    }

    [Fact]
    public async Task A_member_that_is_not_read_says_where_reading_stopped()
    {
        CSharpAnalyzerTest<NamingAnalyzer, DefaultVerifier> test = new()
        {
            TestCode = LoopFile.Of(
                "public static double[] Convolve(double[] x, double[] h, Func<double[], double[]> prepare) { var taps = {|#0:prepare(h)|}; var y = new double[x.Length]; for (int n = 0; n + taps.Length <= x.Length; n++) for (int k = 0; k < taps.Length; k++) y[n] += x[n + k] * taps[k]; return y; }"
            ),
        };
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nconvgen_explain = true\n"));
        test.ExpectedDiagnostics.Add(
            new DiagnosticResult("CONV114", DiagnosticSeverity.Info)
                .WithLocation(0)
                .WithMessage("'Convolve' says an operation and is not judged: 'prepare(h)' calls a function that is not known")
        );
        await test.RunAsync();
    }
}
