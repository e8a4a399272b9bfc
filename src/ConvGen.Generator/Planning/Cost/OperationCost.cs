using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Shape;
using ConvGen.Generator.Planning.Sums;

namespace ConvGen.Generator.Planning.Cost;

/// <summary>Vector operations that a result costs, as an estimate by which ways to compute it are compared.</summary>
internal static class OperationCost
{
    /// <summary>One pass over all taps: loads of columns that the rows of a tile share, products and additions.</summary>
    public static double Direct(KernelPlan plan)
    {
        int columns = plan.Taps.Select(tap => tap.Column).Distinct().Count();
        return (columns * Load(plan) * SharedRows(plan)) + plan.Taps.Sum(tap => Product(plan, plan.Whole(tap.Weight))) - 1;
    }

    /// <summary>One pass in which the rows of a tile share loads and sums along rows.</summary>
    /// <remarks>
    /// Up to 1.4 times below the operations of the program, which begins a sum with a product in each row of the source. To take these
    /// instead was tried on 1,200 kernels: of 52 choices that changed, 24 took more than 1.03 times as long, up to 1.9 times, and 23 less.
    /// </remarks>
    public static double WithRowSums(KernelPlan plan)
    {
        double uses = plan.Sum.RowSums.Sum(sum =>
            (sum.Levels * RowCascade.Addition) + sum.VectorUses.Sum(use => Product(plan, use.Factor))
        );
        if (PairProducts.AlongRows(plan) is { } paired)
        {
            // Each is multiplied and added, or cut out of its samples and added.
            return (paired.Pairs.Count * 2 * SharedRows(plan)) + uses - 1;
        }

        HashSet<int> columns = [.. plan.Taps.Select(tap => tap.Column)];
        double additions = 0;
        foreach (Tap tap in plan.Sum.RowSums.SelectMany(sum => sum.Taps))
        {
            columns.Add(tap.Column);
            additions += Product(plan, tap.Weight);
            if (tap.Mirror is { } mirror)
            {
                columns.Add(mirror.Column);
                additions++;
            }
        }

        double along = (columns.Count * Load(plan)) + additions - plan.Sum.RowSums.Count;
        return (along * SharedRows(plan)) + uses + plan.Taps.Sum(tap => Product(plan, plan.Whole(tap.Weight))) - 1;
    }

    /// <summary>Passes over one axis each: loads, products, and the way through the buffer.</summary>
    public static double Separated(KernelPlan plan, IReadOnlyList<(Rational[] Column, Rational[] Row)> terms) =>
        terms.Sum(term =>
            (Phases(plan) * ((Load(plan) * SharedRows(plan, Separation.Rows)) + term.Column.Sum(value => Product(plan, value))))
            + term.Row.Count(value => !value.IsZero)
            + term.Row.Sum(value => Product(plan, plan.Whole(value)))
            - 1
        );

    /// <summary>The same of passes that are planned already.</summary>
    public static double Separated(Separation separation)
    {
        KernelPlan horizontal = separation.Horizontal;
        double vertical = separation.Vertical.Sum(pass =>
            (Load(pass) * SharedRows(pass, Separation.Rows)) + pass.Taps.Sum(tap => Product(pass, tap.Weight))
        );
        return (Phases(horizontal) * vertical)
            + horizontal.Taps.Sum(tap => 1 + Product(horizontal, horizontal.Whole(tap.Weight)))
            - separation.Vertical.Count;
    }

    /// <summary>Sums down columns that each result needs of its own: where columns have a stride, one for each of their phases.</summary>
    public static int Phases(KernelPlan plan) => plan.Model.Horizontal.Phases.Length;

    /// <summary>Source rows that are read for each output row of the tile that one pass takes.</summary>
    private static double SharedRows(KernelPlan plan) => SharedRows(plan, ChooseTile.IsTall(plan) ? ChooseTile.TallRows : Separation.Rows);

    /// <summary>Source rows that are read for each output row of a tile of so many.</summary>
    public static double SharedRows(KernelPlan plan, double rows) =>
        plan.Model.Kernel.Planes
        * (plan.Model.Vertical is { Stride: 1, Dilation: 1 } ? (rows - 1 + plan.Model.Vertical.Size) / rows : plan.Model.Vertical.Size);

    /// <summary>A load, and the conversion where samples have another type than their sum.</summary>
    private static double Load(KernelPlan plan) => plan.Model.Form.Source.Element == plan.Accumulator ? 1 : 2;

    /// <summary>A fused multiply-add is one operation; integers multiply, then add.</summary>
    private static double Product(KernelPlan plan, Rational weight) =>
        weight.IsZero ? 0
        : plan.Fuses || Rational.Abs(weight).Equals(Rational.One) ? 1
        : 2;
}
