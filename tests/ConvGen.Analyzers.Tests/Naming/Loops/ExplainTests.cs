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

    [Theory]
    [InlineData("int k = 0; k < h.Length; k++", "int k = 0; k < 3; k++", null)]
    [InlineData("double", "decimal", "elements of type 'decimal' are not supported")]
    [InlineData("for (int k = 0; k < h.Length; k++)", "foreach (int k in new[] { 0, 1, 2 })", "one of its loops is no 'for' loop")]
    [InlineData(
        "for (int k",
        "Console.WriteLine(n); for (int k",
        "its loops also call 'WriteLine'",
        "n++) ",
        "n++) { ",
        "; return",
        "; } return"
    )]
    [InlineData(
        "for (int n = 0; n + h.Length <= x.Length; n++)",
        "int n = 0; for (int m = 0; m + h.Length <= x.Length; m++) { ",
        "its loops also change 'n'",
        "; return",
        "; n++; } return"
    )]
    [InlineData("for (int k", "if (n > 99) break; for (int k", "its loops are left early", "n++) ", "n++) { ", "; return", "; } return")]
    public async Task What_keeps_a_loop_from_being_lifted_is_said(string part, string other, string? why, params string[] more)
    {
        string members = Loop;
        foreach (string[] change in more.Prepend(other).Prepend(part).Chunk(2))
        {
            Assert.Contains(change[0], members, StringComparison.Ordinal);
            members = members.Replace(change[0], change[1], StringComparison.Ordinal);
        }

        await VerifyAsync(members, why is not null, why is null ? null : "; no declaration is offered for it, as " + why);
    }

    private static async Task VerifyAsync(string members, bool isSaid, string? why = null)
    {
        CSharpAnalyzerTest<NamingAnalyzer, DefaultVerifier> test = new() { TestCode = LoopFile.Of(members) };
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nconvgen_explain = true\n"));
        test.ExpectedDiagnostics.Add(
            new DiagnosticResult("CONV103", DiagnosticSeverity.Warning)
                .WithLocation(0)
                .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)
                .WithMessage(
                    "'Convolve' computes a correlation: 'k' runs the same way in 'x' and in 'h', so the result is that of the kernel reversed"
                        + (isSaid ? why ?? WhyNot : "")
                )
        );
        await test.RunAsync();
    }

    [Theory]
    [InlineData(
        "public static double[] Convolve(double[] x, double[] h, Func<double[], double[]> prepare) { var taps = {|#0:prepare(h)|}; var y = new double[x.Length]; for (int n = 0; n + taps.Length <= x.Length; n++) for (int k = 0; k < taps.Length; k++) y[n] += x[n + k] * taps[k]; return y; }",
        "'prepare(h)' calls a function that is not known"
    )]
    [InlineData(
        "public static double[] Convolve(double[] x, double[] h) { {|#0:Random.Shared.Shuffle(h)|}; var y = new double[x.Length]; for (int n = 0; n + h.Length <= x.Length; n++) y[n] = h.Select((c, k) => c * x[n + k]).Sum(); return y; }",
        "'Shuffle' is not known, and may change what it is handed"
    )]
    public async Task A_member_that_is_not_read_says_where_reading_stopped(string member, string reason)
    {
        CSharpAnalyzerTest<NamingAnalyzer, DefaultVerifier> test = new()
        {
            TestCode = LoopFile.Of(member),
            ReferenceAssemblies = ReferenceAssemblies.Net.Net80,
        };
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nconvgen_explain = true\n"));
        test.ExpectedDiagnostics.Add(
            new DiagnosticResult("CONV114", DiagnosticSeverity.Info)
                .WithLocation(0)
                .WithMessage("'Convolve' says an operation and is not judged: " + reason)
        );
        await test.RunAsync();
    }
}
