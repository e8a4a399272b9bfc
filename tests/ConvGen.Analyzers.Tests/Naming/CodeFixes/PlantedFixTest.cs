using ConvGen.Analyzers.Naming;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.Analyzers.Tests.Naming.CodeFixes;

/// <summary>Tests a fix on planted diagnostics: applied once, and to all at once; the fixed text compiles.</summary>
internal sealed class PlantedFixTest<TCodeFix> : CSharpCodeFixTest<NamingAnalyzer, TCodeFix, DefaultVerifier>
    where TCodeFix : CodeFixProvider, new()
{
    private readonly string id;
    private readonly Func<SyntaxNode, IEnumerable<Planted>> find;
    private readonly PlantedAnalyzer analyzer;

    public PlantedFixTest(string id, Func<SyntaxNode, IEnumerable<Planted>> find)
    {
        this.id = id;
        this.find = find;
        analyzer = new PlantedAnalyzer(id, find);

        // What is planted may stand in the fixed text too, and would be fixed again and again.
        CodeFixTestBehaviors |= CodeFixTestBehaviors.FixOne;
    }

    /// <inheritdoc/>
    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => [analyzer];

    /// <inheritdoc/>
    protected override Task RunImplAsync(CancellationToken cancellationToken)
    {
        Expect(TestState);
        Expect(FixedState);
        Expect(BatchFixedState);
        return base.RunImplAsync(cancellationToken);
    }

    private void Expect(SolutionState state)
    {
        foreach ((string path, SourceText source) in state.Sources)
        {
            SyntaxTree tree = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion), path);
            state.ExpectedDiagnostics.AddRange(find(tree.GetRoot()).Select(Result));
        }
    }

    private DiagnosticResult Result(Planted planted) =>
        planted.Additional.Aggregate(
            DiagnosticResult.CompilerWarning(id).WithSpan(planted.Location.GetLineSpan()),
            (result, location) => result.WithSpan(location.GetLineSpan())
        );
}
