using ConvGen.Generator.Parsing.Symbols;
using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;

namespace ConvGen.Generator.Reporting;

/// <summary>
/// Reports refusals from the generator, where no analyzer will. This is the one step that works on a compilation, and it does nothing at
/// all where analyzers run: what it reports has a place in a syntax tree, which is new after every edit.
/// </summary>
internal static class RefusalReporter
{
    /// <summary>Reports a refused method at the place that caused it, as its analyzer would.</summary>
    public static void Report(SourceProductionContext output, RefusedMethod refused, Compilation compilation)
    {
        IMethodSymbol? method = Find(compilation, refused, output.CancellationToken);
        Location location = method is null ? Location.None : RefusalLocator.Locate(method, refused.Refusal.Site, output.CancellationToken);
        DiagnosticDescriptor rule = DeclarationDescriptors.Of(refused.Refusal.Rule);
        output.ReportDiagnostic(Diagnostic.Create(rule, location, refused.Refusal.Arguments.ToArray<object>()));
    }

    /// <summary>Reports an attribute on something that the generator does not read.</summary>
    public static void Report(SourceProductionContext output, MisplacedAttribute misplaced)
    {
        Location location = Location.Create(misplaced.Path, misplaced.Span, misplaced.Lines);
        DiagnosticDescriptor rule = DeclarationDescriptors.Of(DeclarationRules.NotPartial);
        output.ReportDiagnostic(Diagnostic.Create(rule, location, misplaced.Name, MisplacedAttribute.Reason));
    }

    /// <summary>Reports widths that are none, where there are such.</summary>
    public static void Report(SourceProductionContext output, WrongWidths? wrong)
    {
        if (wrong is not null)
        {
            DiagnosticDescriptor rule = DeclarationDescriptors.Of(DeclarationRules.WrongVectorWidths);
            output.ReportDiagnostic(Diagnostic.Create(rule, Location.Create(wrong.Path, wrong.Span, wrong.Lines), wrong.Words));
        }
    }

    private static IMethodSymbol? Find(Compilation compilation, RefusedMethod refused, CancellationToken cancellation) =>
        compilation
            .GetSymbolsWithName(refused.Name, SymbolFilter.Member, cancellation)
            .OfType<IMethodSymbol>()
            .Select(static method => method.PartialDefinitionPart ?? method)
            .FirstOrDefault(method => HeaderReader.Identity(method) == refused.Identity);
}
