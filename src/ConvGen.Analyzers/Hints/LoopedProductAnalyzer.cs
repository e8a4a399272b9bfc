using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Model.Groups;
using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Hints;

/// <summary>CONV214: a column times a row that is computed by loops over all its taps, because the sums must not be regrouped.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LoopedProductAnalyzer()
    : HintAnalyzer(
        "CONV214",
        "A column times a row is computed by loops over all taps",
        "The kernel of '{0}' is a column of {1} taps times a row of {2}, and all {3} are computed by loops; {4}",
        DiagnosticSeverity.Warning
    )
{
    /// <summary>Methods of one factor each could not be combined.</summary>
    private protected override bool AppliesTo(GroupModel group) => group.IsStored;

    private protected override void Analyze(SymbolAnalysisContext context, MethodAnalysis analysis, ConvolutionModel model)
    {
        if (IsLoopedProduct(analysis, model, context.CancellationToken))
        {
            Report(
                context,
                analysis,
                MessageText.Text(model.Kernel.Rows),
                MessageText.Text(model.Kernel.Columns),
                MessageText.Text(model.Kernel.Count),
                model.FloatingPoint == FloatingPointMode.Strict
                    ? "remove FloatingPoint = FloatingPointMode.Strict, or write a method for each factor"
                    : "write a method for each factor"
            );
        }
    }

    /// <summary>Whether a plan in loops could have been one of two short passes.</summary>
    internal static bool IsLoopedProduct(MethodAnalysis analysis, ConvolutionModel model, CancellationToken cancellation)
    {
        if (
            analysis.Result.Plan is not { Separation: null, LoopReason: not null }
            || model.Kernel.Weights is not { } weights
            || model.Kernel.Rows < 2
            || model.Kernel.Columns < 2
            || model.Kernel.Planes > 1
        )
        {
            return false;
        }

        Rational[,] matrix = new Rational[model.Kernel.Rows, model.Kernel.Columns];
        for (int index = 0; index < weights.Count; index++)
        {
            matrix[index / model.Kernel.Columns, index % model.Kernel.Columns] = weights[index];
        }

        return RankFactors.Of(matrix, 1, cancellation) is { Count: 1 };
    }
}
