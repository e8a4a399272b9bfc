using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Shape;

namespace ConvGen.Generator.Planning.Sums;

/// <summary>
/// Adds the samples of two taps with the same weight before they are multiplied, and subtracts those with opposite weights. In a kernel
/// that is symmetric along
/// its rows the sums serve all output rows that see them. Where a kernel is one column, the rows of a tile stay in registers for it.
/// </summary>
/// <remarks>
/// A term still has one rounding for its sum and one for its product, so the bound of floating-point sums holds as before. An integer sum
/// may wrap on the way: its end is
/// proven, and wrapping arithmetic is exact modulo the size of the type.
/// </remarks>
internal static class FoldSymmetry
{
    /// <summary>Rows of a column beyond which a tile's samples leave the registers; those of several planes always do.</summary>
    private const int TallestColumn = 9;

    public static KernelPlan Apply(KernelPlan plan)
    {
        if (
            !plan.MayRegroup
            || plan.Sum is not (DirectSum or SharedSum)
            || plan.Model.Kernel.Weights is null
            || plan.ScalarReason is not null
            || !plan.MultipliesSumsOf(2)
        )
        {
            return plan;
        }

        bool isColumn = plan.Model.Kernel.Columns == 1 && plan.Model.Kernel.Rows > 1;
        if (
            isColumn
            && (
                plan.Model.Kernel.Planes > 1
                || plan.Model.Kernel.Rows > TallestColumn
                || plan.Model.Vertical is not { Stride: 1, Dilation: 1 }
            )
        )
        {
            return plan;
        }

        Tap[] folded = Fold(plan, isColumn);
        return folded.Length == plan.Taps.Count || folded.Length > LimitSize.MostWritten(plan)
            ? plan
            : (plan with { Taps = folded.ToEquatableArray() }).Because(
                FormattableString.Invariant(
                    $"mirrored taps are added before they are multiplied: {folded.Length} products instead of {plan.Taps.Count}"
                )
            );
    }

    private static Tap[] Fold(KernelPlan plan, bool isColumn)
    {
        Dictionary<(int Row, int Column), Tap> taps = plan.Taps.ToDictionary(tap => (tap.Row, tap.Column));
        List<Tap> folded = [];
        foreach (Tap tap in plan.Taps)
        {
            (int Row, int Column) mirror = isColumn
                ? (plan.Model.Kernel.Rows - 1 - tap.Row, 0)
                : (tap.Row, plan.Model.Kernel.Columns - 1 - tap.Column);
            bool isFirst = (tap.Row, tap.Column).CompareTo(mirror) < 0;
            bool canFold =
                taps.TryGetValue(mirror, out Tap? other) && mirror != (tap.Row, tap.Column) && CanFold(plan, tap.Weight, other.Weight);
            if (!canFold)
            {
                folded.Add(tap);
            }
            else if (isFirst)
            {
                folded.Add(tap with { Mirror = new Mirror(mirror.Row, mirror.Column, !tap.Weight.Equals(other!.Weight)) });
            }
        }

        // A term is added when its last row has been read.
        return [.. folded.OrderBy(tap => tap.LastRow).ThenBy(tap => tap.Column)];
    }

    /// <summary>A weight of one needs no product, so nothing is saved.</summary>
    private static bool CanFold(KernelPlan plan, Rational weight, Rational other)
    {
        bool isUnit = Rational.Abs(plan.Whole(weight)).Equals(Rational.One);
        return !isUnit && (weight.Equals(other) || weight.Equals(-other));
    }
}
