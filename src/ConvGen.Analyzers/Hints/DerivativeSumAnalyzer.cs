using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Model.Groups;
using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Hints;

/// <summary>CONV210: weights of both signs that add up to nearly zero: a derivative that finds a slope in an even area.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DerivativeSumAnalyzer()
    : HintAnalyzer(
        "CONV210",
        "The weights of a derivative do not add up to zero",
        "The weights of '{0}' add up to {1} and not to 0, so that an even area has a slope; change a weight by {2}",
        DiagnosticSeverity.Warning
    )
{
    /// <summary>How near to zero a sum must be to be meant so: a fiftieth of what the weights have without their signs.</summary>
    private const int Near = 50;

    /// <summary>Weights with more digits than any rounding leaves.</summary>
    private static readonly BigInteger MostDigits = BigInteger.Pow(10, 60);

    /// <summary>A sum of kernels can be a derivative that none of them is.</summary>
    private protected override bool AppliesTo(GroupModel group) => group.Combination != Combination.Sum;

    private protected override void Analyze(SymbolAnalysisContext context, MethodAnalysis analysis, ConvolutionModel model)
    {
        if (WeightSums.Written(model) is not { } weights)
        {
            return;
        }

        Rational sum = WeightSums.Of(weights),
            size = WeightSums.OfSizes(weights);
        bool isNear = (Rational.Abs(sum) * Near).CompareTo(size) <= 0 && !sum.IsZero;

        // What can be seen of it depends on what a slope is: the largest result is half of the size.
        if (
            isNear
            && IsRounding(weights, sum)
            && WeightSums.IsSeen(model, model.Form.Destination.Element.IsInteger() ? sum : sum * 2 / size)
        )
        {
            ReportAt(context, analysis, RefusalSite.Kernel, null, WeightSums.Text(sum), WeightSums.Text(-sum));
        }
    }

    /// <summary>
    /// Whether rounding the weights to the digits that they are written with can have made the sum. Where it cannot, the sum is meant: that
    /// of a band-pass filter is near zero, as steady
    /// signals do not pass it well, and its weights have many digits.
    /// </summary>
    private static bool IsRounding(EquatableArray<Rational> weights, Rational sum) =>
        CommonDenominator.Of(weights, MostDigits) is { } denominator
        && (Rational.Abs(sum) * new Rational(2 * denominator, BigInteger.One)).CompareTo(new Rational(weights.Count, BigInteger.One)) <= 0;
}
