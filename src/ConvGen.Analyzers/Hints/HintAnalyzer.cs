using System.Collections.Immutable;
using ConvGen.Analyzers.Declarations;
using ConvGen.Generator.Model;
using ConvGen.Generator.Model.Groups;
using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Hints;

/// <summary>Reports one hint: something that is valid and generated, and worth knowing.</summary>
public abstract class HintAnalyzer : ConvolutionMethodAnalyzer
{
    /// <param name="id">The rule's id.</param>
    /// <param name="title">What is worth knowing, in a few words.</param>
    /// <param name="messageFormat">What it is about this method, and what can be done.</param>
    /// <param name="severity">A warning where results or a factor of two in speed are at stake: a build on the command line shows no
    /// information.</param>
    private protected HintAnalyzer(string id, string title, string messageFormat, DiagnosticSeverity severity = DiagnosticSeverity.Info)
    {
        Descriptor = new DiagnosticDescriptor(
            id,
            title,
            messageFormat,
            "ConvGen.Hints",
            severity,
            isEnabledByDefault: true,
            helpLinkUri: HelpLinks.To("Hints", id)
        );
        SupportedDiagnostics = ImmutableArray.Create(Descriptor);
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    private protected DiagnosticDescriptor Descriptor { get; }

    private protected sealed override void Analyze(SymbolAnalysisContext context, MethodAnalysis analysis)
    {
        if (analysis.Result.Model is { } model)
        {
            Analyze(context, analysis, model);
        }

        if (analysis.Result.Group is { } group && AppliesTo(group.Model))
        {
            // What is said of the method or of its options is said once.
            HashSet<Location> told = [];
            foreach (MethodAnalysis kernel in analysis.Kernels())
            {
                if (kernel.Result.Plan is { } plan)
                {
                    Analyze(context, kernel with { Told = told }, plan.Model);
                }
            }
        }

        if (analysis.Result.Windows is { Model: { } windows })
        {
            Analyze(context, analysis, windows);
        }
    }

    /// <summary>
    /// Whether the hint makes sense for the kernels of a method that has several, or that changes its results before they are stored: each
    /// is
    /// looked at as the method of it alone would be.
    /// </summary>
    private protected virtual bool AppliesTo(GroupModel group) => true;

    /// <summary>Reports the hint at the name of a method, which is the message's first argument.</summary>
    private protected void Report(SymbolAnalysisContext context, MethodAnalysis analysis, params string[] arguments) =>
        ReportWith(context, analysis, RefusalSite.Method, ImmutableDictionary<string, string?>.Empty, arguments);

    /// <summary>Reports the hint at a place, with a value for its fix; the method's name is the message's first argument.</summary>
    private protected void ReportAt(
        SymbolAnalysisContext context,
        MethodAnalysis analysis,
        RefusalSite site,
        string? value,
        params string[] arguments
    ) => ReportWith(context, analysis, site, ImmutableDictionary<string, string?>.Empty.Add(HintProperties.Value, value), arguments);

    /// <summary>Reports the hint at a place, with what its fixes need; the method's name is the message's first argument.</summary>
    private protected void ReportWith(
        SymbolAnalysisContext context,
        MethodAnalysis analysis,
        RefusalSite site,
        ImmutableDictionary<string, string?> properties,
        params string[] arguments
    )
    {
        Location location = RefusalLocator.Locate(analysis.Method, analysis.InMethod(site), context.CancellationToken);
        if (analysis.Told?.Add(location) != false)
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, location, properties, [analysis.Method.Name, .. arguments]));
        }
    }

    /// <summary>Reports what the hint has to say about a method that is generated.</summary>
    private protected abstract void Analyze(SymbolAnalysisContext context, MethodAnalysis analysis, ConvolutionModel model);

    /// <summary>The same about a window matrix; most hints have nothing to say about one.</summary>
    private protected virtual void Analyze(SymbolAnalysisContext context, MethodAnalysis analysis, WindowModel model) { }
}
