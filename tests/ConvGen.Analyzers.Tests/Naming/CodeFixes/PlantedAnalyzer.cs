using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Tests.Naming.CodeFixes;

/// <summary>Reports an id where a test says, with the places and properties that a fix is handed, so that a fix is tested alone.</summary>
#pragma warning disable RS1001, RS1017 // It is never loaded by a compiler, and a test names the id.
internal sealed class PlantedAnalyzer(string id, Func<SyntaxNode, IEnumerable<Planted>> find) : DiagnosticAnalyzer
{
    private readonly DiagnosticDescriptor descriptor = new(
        id,
        "Planted",
        "Planted",
        "Planted",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true
    );

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxTreeAction(tree =>
        {
            foreach (Planted planted in find(tree.Tree.GetRoot(tree.CancellationToken)))
            {
                tree.ReportDiagnostic(Diagnostic.Create(descriptor, planted.Location, planted.Additional, planted.Properties));
            }
        });
    }
}
