using System.Globalization;
using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Model.Groups;
using ConvGen.Generator.Parsing;
using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Hints;

/// <summary>
/// CONV206: weights that add up to so much that an even area of medium brightness becomes the largest value of the destination's type.
/// Images are of unsigned types of 8 and 16 bits,
/// and use them up; of larger and of signed types nobody knows what their samples reach.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SaturatedSumAnalyzer()
    : HintAnalyzer(
        "CONV206",
        "Medium samples are cut off",
        "'{0}' makes {1} of an even area of {2}, and '{3}' cuts it off at {4}, because the weights add up to {5}; {6}",
        DiagnosticSeverity.Warning
    )
{
    /// <summary>What becomes of sums that are combined or scaled is another number.</summary>
    private protected override bool AppliesTo(GroupModel group) => group.IsStored;

    private protected override void Analyze(SymbolAnalysisContext context, MethodAnalysis analysis, ConvolutionModel model)
    {
        ElementType source = model.Form.Source.Element,
            destination = model.Form.Destination.Element;
        if (
            model.Layer is not null
            || model.Kernel.Weights is not { } weights
            || source is not (ElementType.Byte or ElementType.UInt16)
            || destination.IsFloating()
        )
        {
            return;
        }

        Rational sum = weights.Aggregate(Rational.Zero, static (sum, weight) => sum + weight);
        BigInteger medium = (source.Maximum() + 1) / 2;
        Rational result = sum * new Rational(medium, BigInteger.One);
        BigInteger limit = result.Numerator.Sign < 0 ? destination.Minimum() : destination.Maximum();

        // Where unsigned types lose the sign, it is not the size of the sum that is wrong.
        if (
            Rational.Abs(sum).CompareTo(Rational.One) <= 0
            || limit.IsZero
            || Rational.Abs(result).CompareTo(new Rational(BigInteger.Abs(limit), BigInteger.One)) <= 0
        )
        {
            return;
        }

        string? divisor = Divisor(analysis.Declaration.Kernels[0], sum);
        ReportAt(
            context,
            analysis,
            RefusalSite.Kernel,
            divisor,
            Text((result + new Rational(BigInteger.One, 2)).Floor()),
            Text(medium),
            destination.Keyword(),
            Text(limit),
            sum.ToString(),
            divisor is null ? "write weights that add up to 1" : "write Divisor = " + divisor
        );
    }

    /// <summary>The divisor with which the weights add up to one or minus one, where a constant can be exactly that.</summary>
    private static string? Divisor(KernelDeclaration kernel, Rational sum)
    {
        Rational written = kernel.Divisor is { } divisor ? Rational.FromDouble(divisor.Value) : Rational.One;
        Rational exact = written * Rational.Abs(sum);
        ShortestDecimal shortest = ShortestDecimal.Of(exact.ToDouble());
        return shortest.ToRational().Equals(exact) ? shortest.ToString() : null;
    }

    private static string Text(BigInteger number) => number.ToString(CultureInfo.InvariantCulture);
}
