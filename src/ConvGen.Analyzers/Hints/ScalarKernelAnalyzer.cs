using ConvGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Hints;

/// <summary>CONV203: there is no vector code for this combination of element types and options.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ScalarKernelAnalyzer()
    : HintAnalyzer(
        "CONV203",
        "The kernel is computed without vectors",
        "'{0}' is computed one sample at a time, without vector instructions: {1}",
        DiagnosticSeverity.Warning
    )
{
    private protected override void Analyze(SymbolAnalysisContext context, MethodAnalysis analysis, ConvolutionModel model)
    {
        if ((analysis.Result.Plan?.ScalarReason ?? analysis.Result.Layer?.ScalarReason) is { } reason)
        {
            Report(context, analysis, reason);
        }
    }
}
