using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Analyzers.Tests.Declarations;

/// <summary>What is reported for attributes in places where nobody meant them: one rule of ours, or the compiler's own error.</summary>
public class AttributeTargetTests
{
    private const string Line = " public static partial void M(ReadOnlySpan<float> source, Span<float> destination);";

    [Theory]
    [InlineData("[Unfold, KernelShape(3)] [return: Kernel(\"1 2 1\")]" + Line, "", "CS0592")]
    [InlineData(
        "[Correlation, Kernel(\"1\")] public static partial void M([Kernel(\"1\")] ReadOnlySpan<float> source, Span<float> destination);",
        "",
        "CS0592"
    )]
    [InlineData("[Correlation, Unfold, KernelShape(3)]" + Line, "CONV006", "")]
    [InlineData("[Correlation, Kernel(\"1\"), KernelShape(3)]" + Line, "CONV005", "")]
    [InlineData("[Correlation, Kernel(\"1\")] static Filters() { }", "", "CS0592 CS0592")]
    [InlineData("[Correlation, Kernel(\"1\")] public delegate void D();", "", "CS0592 CS0592")]
    [InlineData("public static int P { [Kernel(\"1\")] get => 1; }", "CONV001", "")]
    [InlineData("public static int P { [return: Kernel(\"1\")] get => 1; }", "", "CS0592")]
    [InlineData("public static int P { [param: Kernel(\"1\")] set { } }", "", "CS0592")]
    [InlineData("[method: Kernel(\"1\")] public static event Action E;", "CONV001", "CS0067")]
    [InlineData("[Kernel(\"1\")] public static event Action E { add { } remove { } }", "", "CS0592")]
    [InlineData("public static void N() { [Correlation, Kernel(\"1\")] void L() { } L(); }", "CONV001", "")]
    [InlineData("public static void N() { [return: Kernel(\"1\")] int L() => 1; L(); }", "", "CS0592")]
    [InlineData("public static Action F = [Fold] () => { };", "CONV001", "")]
    [InlineData("public static Func<int, int> F = ([Fold] int x) => x;", "", "CS0592")]
    public async Task One_rule_or_the_compilers_own_error(string member, string rule, string compiler)
    {
        GeneratorRun run = GeneratorRun.Create(TestCompilation.Create([Rule.File(member)], language: LanguageVersion.CSharp13));

        Assert.Empty(run.Diagnostics);
        Assert.Equal(rule, string.Join(" ", await Analysis.IdsAsync(run.Output)));
        Assert.Equal(
            compiler,
            string.Join(
                " ",
                run.Output.GetDiagnostics()
                    .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id is not ("CS8618" or "CS1591"))
                    .Select(diagnostic => diagnostic.Id)
            )
        );
    }
}
