using System.Collections.Immutable;
using ConvGen.Analyzers.Hints;
using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Declarations;

/// <summary>
/// Reports one rule about declarations: the refusals of the generator's front end that name this rule, at the place that caused them.
/// </summary>
public abstract class DeclarationAnalyzer : ConvolutionMethodAnalyzer
{
    private protected DeclarationAnalyzer(DeclarationRule rule)
    {
        Descriptor = DeclarationDescriptors.Of(rule);
        SupportedDiagnostics = ImmutableArray.Create(Descriptor);
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    private protected DiagnosticDescriptor Descriptor { get; }

    /// <summary>
    /// A declaration that a tool wrote, or that stands in a file marked so, is generated like any other, and so refused like any other.
    /// </summary>
    private protected sealed override GeneratedCodeAnalysisFlags GeneratedCode =>
        GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics;

    private protected sealed override void Analyze(SymbolAnalysisContext context, MethodAnalysis analysis)
    {
        if (
            analysis.Result.Refusal is { IsToldByCompiler: false } refusal
            && refusal.Rule.Id == Descriptor.Id
            && !AnalyzerRuns.Read(context.Options.AnalyzerConfigOptionsProvider).IsLeftToGenerator(refusal)
        )
        {
            Location location = RefusalLocator.Locate(analysis.Method, refusal.Site, context.CancellationToken);
            ImmutableDictionary<string, string?> properties = refusal.Instead is { } instead
                ? ImmutableDictionary<string, string?>.Empty.Add(HintProperties.Value, instead)
                : ImmutableDictionary<string, string?>.Empty;
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, location, properties, refusal.Arguments.ToArray<object>()));
        }
    }
}
