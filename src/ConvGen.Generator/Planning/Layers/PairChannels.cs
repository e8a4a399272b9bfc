using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Planning.Layers;

/// <summary>
/// Multiplies input channels two at a time where 16 bits hold samples and weights: one instruction forms both products and adds them, which
/// is twice as many as products of 32 bits, and
/// those take two steps. Sums modulo 2^32 are exact whatever the pairs are, because the whole sum fits.
/// </summary>
internal static class PairChannels
{
    public static LayerPlan Apply(LayerPlan plan) =>
        plan.ScalarReason is null && IsPossible(plan)
            ? (plan with { PairsChannels = true }).Because(
                "input channels two at a time, as pairs of 16 bits that one instruction multiplies and adds"
            )
            : plan;

    /// <summary>Whether 16 bits hold samples and weights, 32 bits their sum, and no pair is of two groups.</summary>
    public static bool IsPossible(LayerPlan plan) =>
        plan is { Accumulator: ElementType.Int32, Layer.GroupInputs: > 1 }
        && (plan.Layer.Groups == 1 || plan.Layer.GroupInputs % 2 == 0)
        && IsShort(plan.Model.Form.Source.Element)
        && HasShortWeights(plan);

    private static bool IsShort(ElementType type) => type is ElementType.Byte or ElementType.SByte or ElementType.Int16;

    private static bool HasShortWeights(LayerPlan plan) =>
        plan.Model.Kernel.Weights is not { } weights
            ? IsShort(plan.Model.Form.Kernel!.Element)
            : weights
                .Select(weight => (weight * new Rational(plan.Denominator, BigInteger.One)).Numerator)
                .All(weight => weight >= short.MinValue && weight <= short.MaxValue);
}
