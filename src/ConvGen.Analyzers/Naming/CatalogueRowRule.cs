using ConvGen.Analyzers.Catalogue;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming;

/// <summary>CONV113: a row of a catalogue file, or an assembly attribute, that cannot be read or names nothing.</summary>
internal sealed class CatalogueRowRule()
    : NamingRule(
        "CONV113",
        "The catalogue row cannot be used",
        "{0}",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        WellKnownDiagnosticTags.CompilationEnd
    )
{
    /// <inheritdoc/>
    public override void CheckCatalogue(OperationCatalogue catalogue, Action<Diagnostic> report)
    {
        foreach (CatalogueProblem problem in catalogue.Problems)
        {
            report(Diagnostic.Create(Descriptor, problem.Location, problem.Message));
        }
    }
}
