using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Tests.Planning;

/// <summary>Computes what a plan says, exactly, for the samples under one window.</summary>
internal static class PlanEvaluator
{
    /// <summary>The sum of weights times samples.</summary>
    public static Rational Sum(KernelPlan plan, Func<int, int, Rational> sample) =>
        plan.PlaneSums is { } sums ? Sum(sums.Within, (row, column) => Across(sums, row, column, sample))
        : plan.Separation is { } separation ? Terms(separation.Horizontal, (row, column) => Between(separation, row, column, sample))
        : Terms(plan, sample);

    /// <summary>A sum along planes; the kernel rows of all planes are counted through.</summary>
    private static Rational Across(PlaneSums sums, int row, int column, Func<int, int, Rational> sample) =>
        Terms(sums.Across, (plane, _) => sample((plane * sums.Within.Model.Kernel.Rows) + row, column));

    /// <summary>What the horizontal pass reads: a sum down a column, or one of several of them.</summary>
    private static Rational Between(Separation separation, int row, int column, Func<int, int, Rational> sample)
    {
        Rational Down(int term, int place) => Terms(separation.Vertical[term], (i, _) => sample(i, place));
        return separation.Prefixes is not null
                ? Enumerable.Range(0, column).Aggregate(Rational.Zero, (sum, before) => sum + Down(row, before))
            : row == separation.Vertical.Count ? Terms(separation.Partial!, (_, neighbour) => Down(0, column + neighbour))
            : Down(row, column);
    }

    private static Rational Terms(KernelPlan plan, Func<int, int, Rational> sample) =>
        Terms(plan.Taps.Where(tap => tap.Group is null), sample)
        + Groups(plan, sample)
        + plan.Sum.RowSums.Aggregate(
            Rational.Zero,
            (total, shared) =>
                total
                + shared.VectorUses.Aggregate(
                    Rational.Zero,
                    (sum, use) =>
                        sum + (use.Factor * Neighbours(shared, shared.Levels, use.Row, sample) / new Rational(plan.Denominator, 1))
                )
        );

    /// <summary>The sum along a source row, or what adding those of neighbours so often gives.</summary>
    private static Rational Neighbours(RowSum shared, int level, int row, Func<int, int, Rational> sample) =>
        level == 0
            ? Terms(shared.Taps, (_, column) => sample(row, column))
            : Neighbours(shared, level - 1, row, sample) + Neighbours(shared, level - 1, row + 1, sample);

    /// <summary>Groups as they are computed: their samples added or subtracted, and multiplied by the first one's weight.</summary>
    private static Rational Groups(KernelPlan plan, Func<int, int, Rational> sample) =>
        plan
            .Products.Where(tap => tap.Group is not null)
            .Aggregate(
                Rational.Zero,
                (sum, leader) =>
                    sum
                    + (
                        leader.Weight
                        * Terms(
                            plan.Taps.Where(tap => tap.Group == leader.Group)
                                .Select(tap => tap with { Weight = tap.Weight / leader.Weight }),
                            sample
                        )
                    )
            );

    private static Rational Terms(IEnumerable<Tap> taps, Func<int, int, Rational> sample) =>
        taps.Aggregate(Rational.Zero, (sum, tap) => sum + (tap.Weight * (sample(tap.Row, tap.Column) + Second(tap, sample))));

    private static Rational Second(Tap tap, Func<int, int, Rational> sample) =>
        tap.Mirror is not { } mirror ? Rational.Zero
        : mirror.IsNegative ? -sample(mirror.Row, mirror.Column)
        : sample(mirror.Row, mirror.Column);

    /// <summary>An integer sum divided as planned, before it is saturated.</summary>
    public static BigInteger Quotient(Division division, BigInteger sum) =>
        (((sum + division.Bias) * division.Multiplier) >> division.Shift) - division.Offset;
}
