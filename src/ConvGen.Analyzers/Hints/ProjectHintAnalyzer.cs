using System.Collections.Immutable;
using ConvGen.Generator.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Hints;

/// <summary>Reports a hint about a project, once: how it is compiled decides how fast all of its filters are.</summary>
public abstract class ProjectHintAnalyzer : ConvolutionMethodAnalyzer
{
    /// <param name="id">The rule's id.</param>
    /// <param name="title">What is worth knowing, in a few words.</param>
    /// <param name="messageFormat">What it is about this project, which is the message's only argument, and what can be done.</param>
    private protected ProjectHintAnalyzer(string id, string title, string messageFormat)
    {
        Descriptor = new DiagnosticDescriptor(
            id,
            title,
            messageFormat,
            "ConvGen.Hints",
            DiagnosticSeverity.Warning,
            isEnabledByDefault: true,
            helpLinkUri: HelpLinks.To("Hints", id),
            customTags: [WellKnownDiagnosticTags.CompilationEnd]
        );
        SupportedDiagnostics = ImmutableArray.Create(Descriptor);
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    private protected DiagnosticDescriptor Descriptor { get; }

    /// <summary>Whether the hint is due in a compilation that declares filters.</summary>
    private protected abstract bool IsDue(Compilation compilation, AnalyzerConfigOptions options);

    private protected sealed override void Register(CompilationStartAnalysisContext context)
    {
        if (!IsDue(context.Compilation, context.Options.AnalyzerConfigOptionsProvider.GlobalOptions))
        {
            return;
        }

        // A declaration that is refused has nothing to be fast with.
        bool hasFilters = false;
        RegisterMethods(context, (_, analysis) => hasFilters |= analysis.Result.Refusal is null);
        context.RegisterCompilationEndAction(end =>
        {
            if (hasFilters)
            {
                end.ReportDiagnostic(Diagnostic.Create(Descriptor, Location.None, end.Compilation.AssemblyName ?? ""));
            }
        });
    }

    private protected sealed override void Analyze(SymbolAnalysisContext context, MethodAnalysis analysis)
    {
        // One method is as good as another: the project is what is reported.
    }
}
