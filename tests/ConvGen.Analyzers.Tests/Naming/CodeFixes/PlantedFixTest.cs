using ConvGen.Analyzers.Naming;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Tests.Naming.CodeFixes;

/// <summary>Tests a fix on planted diagnostics: applied once, or to all at once; the fixed text compiles.</summary>
internal sealed class PlantedFixTest<TCodeFix> : CSharpCodeFixTest<NamingAnalyzer, TCodeFix, DefaultVerifier>
    where TCodeFix : CodeFixProvider, new()
{
    private readonly PlantedAnalyzer analyzer;

    public PlantedFixTest(string id, Func<SyntaxNode, IEnumerable<Planted>> find)
    {
        analyzer = new PlantedAnalyzer(id, find);
        DisabledDiagnostics.Add(id);
        NumberOfIncrementalIterations = 1;
    }

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => [analyzer];
}
