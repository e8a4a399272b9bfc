using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Planning.Sums;

/// <summary>
/// Adds the terms of equal weights, wherever in the kernel they lie, before they are multiplied once; those of opposite weights are
/// subtracted. For integers, whose product and
/// addition are two instructions: a fused multiply-add costs no more than the addition that would take its place.
/// </summary>
/// <remarks>What is added first may wrap: the end is proven, and wrapping arithmetic is exact modulo the size of the type.</remarks>
internal static class GroupEqualTaps
{
    /// <summary>Terms from which a group is worth the register of its sum.</summary>
    private const int FewestTerms = 3;

    /// <summary>Groups whose sums stay in registers beside those of a tile.</summary>
    private const int MostGroups = 2;

    public static KernelPlan Apply(KernelPlan plan)
    {
        if (!IsCandidate(plan))
        {
            return plan;
        }

        Rational[] weights =
        [
            .. plan
                .Taps.GroupBy(tap => Rational.Abs(tap.Weight))
                .Where(group =>
                    !plan.Whole(group.Key).Equals(Rational.One)
                    && group.Count() >= FewestTerms
                    && (plan.Whole(group.Key).Numerator.IsPowerOfTwo || plan.MultipliesSumsOf(group.Sum(tap => tap.Samples)))
                )
                .OrderByDescending(group => group.Count())
                .Take(MostGroups)
                .Select(group => group.Key),
        ];
        if (weights.Length == 0)
        {
            return plan;
        }

        Tap[] taps =
        [
            .. plan.Taps.Select(tap =>
                Array.IndexOf(weights, Rational.Abs(tap.Weight)) is >= 0 and int group ? tap with { Group = group } : tap
            ),
        ];
        string words = string.Join(
            " and ",
            weights.Select(weight =>
                FormattableString.Invariant(
                    $"{plan.Taps.Count(tap => Rational.Abs(tap.Weight).Equals(weight))} of weight {plan.Whole(weight)}"
                )
            )
        );
        return (plan with { Taps = taps.ToEquatableArray() }).Because(
            "terms of equal weights are added before they are multiplied: " + words
        );
    }

    private static bool IsCandidate(KernelPlan plan) =>
        plan.ScalarReason is null
        && plan.Accumulator.IsInteger()
        && plan.Model.Kernel.Weights is not null
        && plan is { Sum: DirectSum, Unrolling: Unrolling.Everywhere };
}
