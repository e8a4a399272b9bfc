using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Model.Groups;
using ConvGen.Generator.Parsing;
using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Hints;

/// <summary>
/// CONV209: weights without a sign that add up to nearly one: a blur that makes images a little darker or brighter, as weights do that were
/// printed with few decimals.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlurSumAnalyzer()
    : HintAnalyzer(
        "CONV209",
        "The weights of a blur do not add up to one",
        "The weights of '{0}' add up to {1}, so that an even area becomes {2}; {3}",
        DiagnosticSeverity.Warning
    )
{
    /// <summary>How near to one a sum must be to be meant so: within a tenth.</summary>
    private const int Near = 10;

    /// <summary>A sum of blurs, or a scale, can be meant to correct the sum of the weights.</summary>
    private protected override bool AppliesTo(GroupModel group) => group.IsStored;

    private protected override void Analyze(SymbolAnalysisContext context, MethodAnalysis analysis, ConvolutionModel model)
    {
        if (
            WeightSums.Written(model) is not { } weights
            || weights.Count(static weight => !weight.IsZero) < 2
            || weights.Any(static weight => weight.Numerator.Sign < 0)
        )
        {
            return;
        }

        Rational sum = WeightSums.Of(weights),
            difference = sum - Rational.One;
        bool isSeen = (Rational.Abs(difference) * Near).CompareTo(Rational.One) <= 0 && WeightSums.IsSeen(model, difference);

        // What replaces the kernel (CONV208) has a sum of its own.
        if (!isSeen || NearlySeparableAnalyzer.Form(analysis, model, context.CancellationToken) is not null)
        {
            return;
        }

        KernelDeclaration kernel = analysis.Declaration.Kernels[0];
        string? divisor = WeightSums.Divisor(kernel.Divisor is { } written ? Rational.FromDouble(written.Value) : Rational.One, sum);
        ReportAt(
            context,
            analysis,
            RefusalSite.Kernel,
            divisor,
            WeightSums.Text(sum),
            difference.Numerator.Sign < 0 ? "darker" : "brighter",
            divisor is null ? "write weights that add up to 1" : "write Divisor = " + divisor
        );
    }
}
