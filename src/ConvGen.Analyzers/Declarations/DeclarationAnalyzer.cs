using System.Collections.Immutable;
using ConvGen.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Declarations;

/// <summary>Reports one rule about declarations: the refusals of the generator's front end that name this rule, at the place that caused them.</summary>
public abstract class DeclarationAnalyzer : ConvolutionMethodAnalyzer
{
    private protected DeclarationAnalyzer(DeclarationRule rule)
    {
        // Not configurable: a refused method has no code, and turning the message off would leave only a method that throws.
        Descriptor = new DiagnosticDescriptor(
            rule.Id,
            rule.Title,
            rule.MessageFormat,
            "ConvGen.Declarations",
            DiagnosticSeverity.Error,
            isEnabledByDefault: true,
            helpLinkUri: HelpLinks.To("Declarations", rule.Id),
            customTags: WellKnownDiagnosticTags.NotConfigurable);
        SupportedDiagnostics = ImmutableArray.Create(Descriptor);
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    private protected DiagnosticDescriptor Descriptor { get; }

    private protected sealed override void Analyze(SymbolAnalysisContext context, MethodAnalysis analysis)
    {
        if (analysis.Result.Refusal is { IsToldByCompiler: false } refusal && refusal.Rule.Id == Descriptor.Id)
        {
            Location location = RefusalLocator.Locate(analysis.Method, refusal.Site, context.CancellationToken);
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, location, refusal.Arguments.ToArray<object>()));
        }
    }
}
