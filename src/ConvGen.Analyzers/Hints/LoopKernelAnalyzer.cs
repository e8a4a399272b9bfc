using ConvGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Hints;

/// <summary>CONV202: the kernel has too many taps to write each of them out.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LoopKernelAnalyzer()
    : HintAnalyzer("CONV202", "The kernel is computed by loops", "The taps of '{0}' are a loop instead of being unrolled: {1}")
{
    private protected override void Analyze(SymbolAnalysisContext context, MethodAnalysis analysis, ConvolutionModel model)
    {
        // The loops of a layer are no fallback, and its header says which remain. Of a column times a row there is more to say (CONV214).
        if (
            analysis.Result.Plan is { } plan
            && (plan.PlaneSums?.Within ?? plan).LoopReason is { } reason
            && !LoopedProductAnalyzer.IsLoopedProduct(analysis, model, context.CancellationToken)
        )
        {
            Report(context, analysis, reason);
        }
    }
}
