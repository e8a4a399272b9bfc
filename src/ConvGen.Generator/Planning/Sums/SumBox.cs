using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Planning.Sums;

/// <summary>
/// Lets the sums down a box slide: below a first row each is the one above it, less the sample that leaves it, plus the one that enters.
/// Between two passes they slide from one kept row to the next,
/// elsewhere within a tile. Only for integers, where nothing is rounded, so that it does not matter where a sum began.
/// </summary>
internal static class SumBox
{
    /// <summary>Rows of a column from which sliding saves additions.</summary>
    private const int FewestRows = 4;

    /// <summary>
    /// Rows from which sums of 16 and of 32 bits slide from one kept row to the next: lower ones are formed in registers before the row
    /// above could be read again.
    /// </summary>
    private const int FewestKeptRows = 7,
        FewestWideKeptRows = 13;

    public static KernelPlan Apply(KernelPlan plan)
    {
        if (plan.PlaneSums is { } sums)
        {
            return plan with { Sum = new PlaneSums(Apply(sums.Across), Apply(sums.Within)) };
        }

        if (
            plan.Separation is not { Horizontal.Model.Horizontal.Stride: 1 } separation
            || !separation.Vertical.All(pass =>
                IsBox(pass) && pass.Model.Kernel.Rows >= (pass.Accumulator.Size() == 2 ? FewestKeptRows : FewestWideKeptRows)
            )
        )
        {
            return plan.EachSum(pass =>
                IsBox(pass) ? Slide(pass, Sliding.WithinTile, "each row's sum slides from the one above it") : pass
            );
        }

        return plan with
        {
            Sum = separation with
            {
                Vertical = separation
                    .Vertical.Select(pass =>
                        Slide(
                            pass,
                            Sliding.FromRowToRow,
                            "only the first of many rows is summed whole, each further one's sum slides from the one above it"
                        )
                    )
                    .ToEquatableArray(),
            },
        };
    }

    private static bool IsBox(KernelPlan plan)
    {
        KernelMatrix kernel = plan.Model.Kernel;
        return plan.Accumulator.IsInteger()
            && plan.Sum is DirectSum
            && plan.ScalarReason is null
            && plan.Unrolling == Unrolling.Everywhere
            && kernel is { Weights: not null, Columns: 1, Planes: 1 }
            && kernel.Rows >= FewestRows
            && plan.Model.Vertical is { Stride: 1, Dilation: 1 }
            && plan.Taps.Count == kernel.Rows
            && plan.Taps.All(tap => plan.Whole(tap.Weight).Equals(Rational.One));
    }

    private static KernelPlan Slide(KernelPlan pass, Sliding sliding, string because) =>
        (pass with { Sum = new SlidingSum(sliding) }).Because(because);
}
