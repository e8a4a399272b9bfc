using ConvGen.Generator.Model;

namespace ConvGen.Generator.Planning;

/// <summary>
/// Changes the order of the taps of a long row, for fewer loads. In row-major order each product needs a load of its own, at an address that no vector is aligned to. Taps that
/// lie whole vectors apart meet the same vectors of samples in neighbouring sums, so that a tile of sums loads each vector once for a few taps. The distance
/// suits all vector widths, so that every width adds in the same order.
/// </summary>
/// <remarks>The bound of floating-point sums holds in any order; <c>Strict</c> prescribes one, and integers have pairs.</remarks>
internal static class BlockTaps
{
    /// <summary>Samples between the taps of a step: as many numbers as the widest vectors hold.</summary>
    public const int Spacing = 16;

    /// <summary>Taps of a step at most; each has a register for its coefficient.</summary>
    public const int MostTerms = 4;

    /// <summary>Taps below which too few lie a vector apart.</summary>
    private const int ShortestRow = 24;

    /// <summary>Taps of a phase, where columns have a stride, below which a loop over them is not worth beginning. Fewer than lie a vector apart are: so many sums side by side do not wait for each other.</summary>
    private const int ShortestPhase = 4;

    public static KernelPlan Apply(KernelPlan plan)
    {
        if (!IsCandidate(plan))
        {
            return plan;
        }

        List<Tap> ordered = [];
        List<TapBlock> blocks = [];
        foreach (IGrouping<int, Tap> phase in plan.Taps.GroupBy(tap => plan.Model.Horizontal.PhaseOf(tap.Column)).OrderBy(phase => phase.Key))
        {
            Tap[] taps = [.. phase];
            for (int start = 0; start < taps.Length; start += Spacing * MostTerms)
            {
                Add(ordered, blocks, [.. taps.Skip(start).Take(Spacing * MostTerms)]);
            }
        }

        return (plan with { Taps = ordered.ToEquatableArray(), Blocks = blocks.ToEquatableArray(), Unrolling = Unrolling.Blocks })
            .Because(FormattableString.Invariant($"taps are added up to {blocks.Max(block => block.Terms)} at a time, {Spacing} apart, so that sums side by side share loads"));
    }

    private static bool IsCandidate(KernelPlan plan)
    {
        ConvolutionModel model = plan.Model;
        return plan is { Separation: null, ScalarReason: null, HasPairs: false } && model is { Kernel: { Rows: 1, Weights: not null }, FloatingPoint: FloatingPointMode.Fast }
            && plan.Accumulator.IsFloating() && plan.Taps.Count == model.Kernel.Columns && IsLong(model);
    }

    /// <summary>Whether a row and each of its phases have enough taps.</summary>
    public static bool IsLong(ConvolutionModel model) => model.Kernel.Columns >= ShortestRow && model.Kernel.Columns / model.Horizontal.Stride >= ShortestPhase;

    /// <summary>Places of the spacing that one more tap reaches come first.</summary>
    private static void Add(List<Tap> ordered, List<TapBlock> blocks, Tap[] taps)
    {
        int terms = taps.Length / Spacing, longer = taps.Length % Spacing;
        AddBlock(0, longer, terms + 1);
        AddBlock(longer, Spacing, terms);

        void AddBlock(int from, int to, int count)
        {
            if (to == from || count == 0)
            {
                return;
            }

            blocks.Add(new TapBlock(ordered.Count, to - from, count));
            ordered.AddRange(Enumerable.Range(from, to - from).SelectMany(place => Enumerable.Range(0, count).Select(term => taps[place + (term * Spacing)])));
        }
    }
}
