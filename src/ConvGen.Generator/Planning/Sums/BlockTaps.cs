using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Planning.Sums;

/// <summary>
/// Changes the order of the taps of a long row, for fewer loads. In row-major order each product needs a load of its own, at an address
/// that no vector is aligned to. Taps that
/// lie whole vectors apart meet the same vectors of samples in neighbouring sums, so that a tile of sums loads each vector once for a few
/// taps. The distance
/// suits all vector widths, so that every width adds in the same order.
/// </summary>
/// <remarks>The bound of floating-point sums holds in any order; <c>Strict</c> prescribes one, and integers have pairs.</remarks>
internal static class BlockTaps
{
    /// <summary>Samples between the taps of a step: as many numbers as the widest vectors hold.</summary>
    public const int Spacing = 16;

    /// <summary>Taps of a step at most; each has a register for its coefficient.</summary>
    public const int MostTerms = 4;

    /// <summary>Blocks up to which each is written out, as for rows of about 300 taps.</summary>
    private const int MostWritten = 6;

    /// <summary>Loops over blocks that are written at most, so that the text stays short.</summary>
    private const int MostLoops = 10;

    /// <summary>Taps below which too few lie a vector apart.</summary>
    private const int ShortestRow = 24;

    /// <summary>
    /// Taps of a phase, where columns have a stride, below which a loop over them is not worth beginning. Fewer than lie a vector apart
    /// are: so many sums side by side do not wait for each other.
    /// </summary>
    private const int ShortestPhase = 4;

    public static KernelPlan Apply(KernelPlan plan)
    {
        if (!IsCandidate(plan))
        {
            return plan;
        }

        Tap[][] phases =
        [
            .. plan
                .Taps.GroupBy(tap => plan.Model.Horizontal.PhaseOf(tap.Column))
                .OrderBy(phase => phase.Key)
                .Select(phase => phase.ToArray()),
        ];
        Piece[] pieces = [.. phases.SelectMany(Pieces)];
        if (Runs(pieces, plan.Model.Horizontal.Dilation == 1) is not { } runs)
        {
            return plan;
        }

        List<Tap> ordered = [];
        List<TapBlock> blocks = [];
        foreach (Piece[] run in runs)
        {
            blocks.Add(new TapBlock(ordered.Count, run[0].Steps, run[0].Terms, run.Length));
            ordered.AddRange(run.SelectMany(piece => piece.Taps));
        }

        string loop = runs.Length < pieces.Length ? ", and blocks of the same shape in a loop" : "";
        return (
            plan with
            {
                Taps = ordered.ToEquatableArray(),
                Sum = new BlockSum(blocks.ToEquatableArray()),
                Unrolling = Unrolling.Nowhere,
            }
        ).Because(
            FormattableString.Invariant(
                $"taps are added up to {blocks.Max(block => block.Terms)} at a time, {Spacing} apart, so that sums side by side "
            ) + FormattableString.Invariant($"share loads{loop}")
        );
    }

    /// <summary>
    /// The blocks that follow each other in the plan: each alone while they are few; otherwise those of a shape together, which a loop
    /// adds, so that text and compilation do not grow with the row. Null where even these are
    /// many, because a row of thousands of taps has tens of phases.
    /// </summary>
    private static Piece[][]? Runs(Piece[] pieces, bool isDense)
    {
        if (pieces.Length <= MostWritten)
        {
            return [.. pieces.Select(piece => new[] { piece })];
        }

        // Within a phase, or from phase to phase: the blocks of a shape lie equally far apart, but where a dilation lets phases begin at
        // different places.
        Piece[][] along = [.. pieces.GroupBy(piece => (piece.Phase, piece.Steps, piece.Terms)).Select(run => run.ToArray())];
        Piece[][] across = [.. pieces.GroupBy(piece => (piece.Number, piece.Steps, piece.Terms)).Select(run => run.ToArray())];
        Piece[][] fewer = !isDense || along.Length <= across.Length ? along : across;
        return fewer.Length <= MostLoops ? fewer : null;
    }

    private static bool IsCandidate(KernelPlan plan)
    {
        ConvolutionModel model = plan.Model;
        return plan is { Sum: DirectSum, ScalarReason: null }
            && model is { Kernel.Rows: 1, FloatingPoint: FloatingPointMode.Fast }
            && plan.Accumulator.IsFloating()
            && plan.Taps.Count == model.Kernel.Columns
            && IsLong(model);
    }

    /// <summary>Whether a row and each of its phases have enough taps.</summary>
    public static bool IsLong(ConvolutionModel model) =>
        model.Kernel.Columns >= ShortestRow && model.Kernel.Columns / model.Horizontal.Stride >= ShortestPhase;

    /// <summary>The blocks of a phase. Within one, places of the spacing that one more tap reaches come first.</summary>
    private static IEnumerable<Piece> Pieces(Tap[] phase, int number)
    {
        int count = 0;
        for (int start = 0; start < phase.Length; start += Spacing * MostTerms)
        {
            Tap[] taps = [.. phase.Skip(start).Take(Spacing * MostTerms)];
            int terms = taps.Length / Spacing,
                longer = taps.Length % Spacing;
            foreach ((int from, int to, int together) in new[] { (0, longer, terms + 1), (longer, Spacing, terms) })
            {
                if (to > from && together > 0)
                {
                    Tap[] ordered =
                    [
                        .. Enumerable
                            .Range(from, to - from)
                            .SelectMany(place => Enumerable.Range(0, together).Select(term => taps[place + (term * Spacing)])),
                    ];
                    yield return new Piece(number, count++, to - from, together, ordered);
                }
            }
        }
    }

    /// <summary>A block before it has its place in the plan.</summary>
    private sealed record Piece(int Phase, int Number, int Steps, int Terms, Tap[] Taps);
}
