using ConvGen.Generator.Planning;
using ConvGen.Generator.Planning.Layers;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Windows;

namespace ConvGen.Execution.Tests.Grammar;

/// <summary>What a plan makes use of, as names to be counted.</summary>
internal static class PlanFeatures
{
    public static IEnumerable<string> Of(PlanResult result) =>
        result.Plan is { } plan ? OfFilter(plan)
        : result.Layer is { } layer ? OfLayer(layer)
        : result.Windows is { } windows ? OfWindows(windows)
        : [];

    /// <summary>How a filter's sum is formed, in a word or two.</summary>
    public static string Kind(PlanResult result)
    {
        KernelPlan plan = result.Plan!;
        string vectors = plan.ScalarReason is null ? "" : ", scalar";
        if (plan.Separation is { } separation)
        {
            string rank = separation.Vertical.Count == 1 ? "rank one" : "higher rank";
            string partial = separation.Partial is null ? "" : ", partial sums",
                prefixes = separation.Prefixes is null ? "" : ", prefix sums";
            return $"separated, {rank}{partial}{prefixes}{(separation.Slides ? ", sliding" : "")}{vectors}";
        }

        return plan.Sum switch
            {
                SlidingSum => "sliding",
                SharedSum or PairedRowSum => "row sums",
                BlockSum => "blocks",
                PairedSum => "pairs",
                _ => plan.Taps.Any(tap => tap.Group is not null) ? "groups" : "direct",
            } + vectors;
    }

    private static IEnumerable<string> OfFilter(KernelPlan plan)
    {
        yield return $"accumulator {plan.Accumulator}";
        yield return plan.ScalarReason is null ? "vectors" : "no vectors";
        if (plan.PlaneSums is { } sums)
        {
            foreach (string feature in OfSum(sums.Across))
            {
                yield return "along planes: " + feature;
            }

            foreach (string feature in OfFilter(sums.Within))
            {
                yield return "within planes: " + feature;
            }

            yield break;
        }

        if (plan.Separation is not { } separation)
        {
            foreach (string feature in OfSum(plan))
            {
                yield return "whole: " + feature;
            }

            yield break;
        }

        yield return separation.Vertical.Count == 1 ? "separated: rank one" : "separated: higher rank";
        if (separation.Partial is not null)
        {
            yield return "separated: partial sums";
        }

        if (separation.Prefixes is { } prefixes)
        {
            yield return $"separated: prefix sums of {prefixes}";
        }

        if (plan.ExtendsSums)
        {
            yield return "separated: extended sums";
        }

        foreach (string feature in separation.Vertical.SelectMany(OfSum).Distinct())
        {
            yield return "columns: " + feature;
        }

        foreach (string feature in OfSum(separation.Horizontal))
        {
            yield return "rows: " + feature;
        }
    }

    private static IEnumerable<string> OfSum(KernelPlan plan)
    {
        yield return $"unrolled {plan.Unrolling}";
        yield return $"coefficients in {plan.Coefficients}";
        if (plan.Sum is PairedSum pairs)
        {
            string apart =
                pairs.Unpacks ? " apart"
                : pairs.IsByStride ? " by stride"
                : "";
            string sums = pairs.ShortSums switch
            {
                ShortSums.InTurn => " in turn",
                ShortSums.Added => " in groups",
                _ => "",
            };
            yield return $"pairs of {pairs.Bits} bits{apart}{sums}";
        }

        if (!plan.Sum.SampleBias.IsZero)
        {
            yield return "biased samples";
        }

        if (plan.Sum.RowSums.Count > 0)
        {
            yield return "row sums";
        }

        if (plan.Sum is BlockSum)
        {
            yield return "blocks";
        }

        if (plan.Sum is SlidingSum slides)
        {
            yield return $"slides {slides.Sliding}";
        }

        if (plan.Taps.Any(tap => tap.Group is not null))
        {
            yield return "groups of taps";
        }

        if (plan.HasWideProducts)
        {
            yield return "wide products";
        }

        if (plan.Division is { } division)
        {
            string kind =
                division.Packed is not null ? "packed"
                : division.Reciprocal is not null ? "in float"
                : division.InDoubles is not null ? "in doubles"
                : division.Shift == 0 ? "none"
                : division.Multiplier.IsOne ? "by shift"
                : division.NeedsDoubleWidth ? "by wide product"
                : "by product";
            yield return $"divided {kind}";
        }

        if (plan.Taps.Count == 0)
        {
            yield return "no taps";
        }
    }

    private static IEnumerable<string> OfLayer(LayerPlan plan)
    {
        yield return $"layer in {plan.Accumulator}";
        yield return plan.ScalarReason is null ? $"layer: lanes of {plan.Lanes}" : "layer: no vectors";
        if (plan.Copies is not null)
        {
            yield return "layer: copies";
        }

        if (plan.Division is not null)
        {
            yield return "layer: divided";
        }

        if (plan.BiasJoinsLast)
        {
            yield return "layer: bias last";
        }

        yield return plan.ReadsWeightsInPlace ? "layer: weights in place" : "layer: weights arranged";
    }

    private static IEnumerable<string> OfWindows(WindowPlan plan)
    {
        yield return plan.Sum is { } sum ? $"fold in {sum}" : $"unfold by {plan.Copy}";
        yield return plan.HasVectors ? "windows: vectors" : "windows: no vectors";
    }
}
