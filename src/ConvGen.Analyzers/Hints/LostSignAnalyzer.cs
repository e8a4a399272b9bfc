using System.Globalization;
using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Model.Groups;
using ConvGen.Generator.Parsing;
using ConvGen.Generator.Parsing.Signatures;
using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Hints;

/// <summary>
/// CONV207: a kernel whose results are as often negative as not, and a destination that holds none of them. That is so where the weights
/// add up to zero, as those of
/// derivatives do, or to less; a sharpening kernel, whose weights add up to one, is meant for such a destination, and cuts off little.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LostSignAnalyzer()
    : HintAnalyzer(
        "CONV207",
        "Negative results become zero",
        "'{0}' computes results {1}, and '{2}' makes 0 of every negative one; store them as '{3}'",
        DiagnosticSeverity.Warning
    )
{
    /// <summary>Weights with few decimals add up to zero only nearly: so small a part of their size counts as none.</summary>
    private const int Nearly = 100;

    private static readonly ElementType[] Signed = [ElementType.Int16, ElementType.Int32, ElementType.Int64];

    /// <summary>A magnitude, or an offset, keeps what an unsigned type would lose.</summary>
    private protected override bool AppliesTo(GroupModel group) => group.IsStored;

    private protected override void Analyze(SymbolAnalysisContext context, MethodAnalysis analysis, ConvolutionModel model)
    {
        ElementType destination = model.Form.Destination.Element;
        if (
            model.Layer is not null
            || model.Kernel.Weights is not { } weights
            || destination is not (ElementType.Byte or ElementType.UInt16)
        )
        {
            return;
        }

        Rational positive = weights
            .Where(static weight => weight.Numerator.Sign > 0)
            .Aggregate(Rational.Zero, static (sum, weight) => sum + weight);
        Rational negative = weights
            .Where(static weight => weight.Numerator.Sign < 0)
            .Aggregate(Rational.Zero, static (sum, weight) => sum + weight);
        if (negative.IsZero || ((positive + negative) * Nearly).CompareTo(positive - negative) > 0)
        {
            return;
        }

        (string range, ElementType signed) = Range(model.Form.Source.Element, destination, positive, negative);
        int parameter = SignatureParser.IndexOf(analysis.Declaration, SignatureRoles.Destination);
        RefusalSite site = parameter >= 0 ? RefusalSite.Parameter(parameter) : RefusalSite.ReturnType;
        ReportAt(context, analysis, site, signed.Keyword(), range, destination.Keyword(), signed.Keyword());
    }

    /// <summary>
    /// What the results can be, and the narrowest type that holds them; of floating-point samples nobody knows what they reach.
    /// </summary>
    private static (string Range, ElementType Signed) Range(
        ElementType source,
        ElementType destination,
        Rational positive,
        Rational negative
    )
    {
        if (source.IsFloating())
        {
            return ("of both signs", Signed.First(type => type.Contains(destination)));
        }

        Rational smallest = new(source.Minimum(), BigInteger.One),
            largest = new(source.Maximum(), BigInteger.One),
            half = new(BigInteger.One, 2);
        BigInteger low = ((positive * smallest) + (negative * largest) + half).Floor();
        BigInteger high = ((positive * largest) + (negative * smallest) + half).Floor();
        ElementType signed = Signed.FirstOrDefault(type => type.Minimum() <= low && type.Maximum() >= high);
        return (
            $"from {low.ToString(CultureInfo.InvariantCulture)} to {high.ToString(CultureInfo.InvariantCulture)}",
            signed == default ? ElementType.Int64 : signed
        );
    }
}
