using ConvGen.Analyzers.Declarations;
using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;
using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Hints;

/// <summary>CONV201: a border is written, and <c>Mode = OutputMode.Valid</c> never looks outside the source.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnusedBorderAnalyzer()
    : HintAnalyzer(
        "CONV201",
        "The border has no effect",
        "{0} has no effect, because OutputMode.Valid never looks outside the source; remove it or choose another mode"
    )
{
    private protected override void Analyze(SymbolAnalysisContext context, MethodAnalysis analysis, ConvolutionModel model) =>
        Analyze(context, analysis, model.Mode);

    private protected override void Analyze(SymbolAnalysisContext context, MethodAnalysis analysis, WindowModel model) =>
        Analyze(context, analysis, model.Mode);

    private void Analyze(SymbolAnalysisContext context, MethodAnalysis analysis, OutputMode mode)
    {
        OperationDeclaration operation = analysis.Declaration.Operations[0];
        if (mode == OutputMode.Valid && operation.Border is not null)
        {
            Report(context, analysis, nameof(operation.Border));
        }

        if (mode == OutputMode.Valid && operation.BorderValue is not null)
        {
            Report(context, analysis, nameof(operation.BorderValue));
        }
    }

    private void Report(SymbolAnalysisContext context, MethodAnalysis analysis, string option)
    {
        Location location = RefusalLocator.Locate(analysis.Method, RefusalSite.Option(option), context.CancellationToken);
        if (analysis.Told?.Add(location) != false)
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, location, option));
        }
    }
}
