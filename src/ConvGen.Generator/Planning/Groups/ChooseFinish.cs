using System.Numerics;
using ConvGen.Generator.Model;
using ConvGen.Generator.Model.Groups;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Planning.Groups;

/// <summary>
/// Chooses the types in which results are combined, scaled and rounded: whole numbers as long as they are whole, in the narrowest type that
/// is proven to hold them, and then single precision where it is
/// exact, or where the results have no more themselves.
/// </summary>
internal static class ChooseFinish
{
    /// <summary>
    /// Roots of whole numbers up to this one lie farther from a number and a half than single precision rounds: 1 / (8 n + 4) is more than
    /// half of the last place of n, to which one half can be added exactly.
    /// </summary>
    private const int SmallRoot = 2046;

    /// <summary>Squares whose roots 32 bits hold, and some more.</summary>
    private static readonly BigInteger IntegerEnd = BigInteger.One << 60;

    /// <summary>Whole numbers that single precision holds without a gap.</summary>
    private static readonly BigInteger SingleEnd = 1 << 24;

    public static FinishPlan Of(GroupModel group, IReadOnlyList<KernelPlan> kernels)
    {
        ElementType inputs = kernels[0].Model.Form.Destination.Element;
        FinishPlan finish = inputs.IsFloating() ? new FinishPlan(inputs, null, inputs) : OfWhole(group, inputs, kernels);
        string? reason = group
            .Outputs.Select(output => ScalarReason(finish, output.Buffer.Element))
            .FirstOrDefault(static reason => reason is not null);
        return finish with { ScalarReason = reason };
    }

    private static FinishPlan OfWhole(GroupModel group, ElementType inputs, IReadOnlyList<KernelPlan> kernels)
    {
        ElementType destination = group.Form.Destination.Element;
        SumRange[] ranges =
        [
            .. kernels.Select(static plan => new SumRange(
                GroupPlanner.Rounded(plan.Range!.Value.Minimum, plan.Denominator),
                GroupPlanner.Rounded(plan.Range!.Value.Maximum, plan.Denominator)
            )),
        ];
        BigInteger[] sizes =
        [
            .. ranges.Select(static range => BigInteger.Max(BigInteger.Abs(range.Minimum), BigInteger.Abs(range.Maximum))),
        ];
        if (group.Combination == Combination.Magnitude)
        {
            BigInteger squares = sizes.Aggregate(BigInteger.Zero, static (sum, size) => sum + (size * size));
            bool isNarrow = destination.IsInteger() && destination.Size() < sizeof(int);
            BigInteger largest = group.Scales ? squares : BigInteger.Min(squares, destination.Maximum() * destination.Maximum());
            bool isSingle = isNarrow && (group.Scales ? squares < SingleEnd : largest <= SmallRoot * SmallRoot && squares < IntegerEnd);
            return new FinishPlan(inputs, null, isSingle ? ElementType.Single : ElementType.Double)
            {
                HasSmallRoots = isSingle && !group.Scales,
            };
        }

        SumRange combined = Combined(group.Combination, ranges, sizes);
        SumRange held = new(BigInteger.Min(combined.Minimum, -sizes.Max()), BigInteger.Max(combined.Maximum, sizes.Max()));
        if (group.Scales)
        {
            // Whole numbers that the type holds are combined in it as exactly as in an integer.
            bool fitsSingle =
                held.Maximum <= SingleEnd
                && held.Minimum >= -SingleEnd
                && group.Outputs.All(static output => output.Buffer.Element.Size() < sizeof(int));
            return new FinishPlan(inputs, null, fitsSingle ? ElementType.Single : ElementType.Double);
        }

        int size = Math.Max(inputs.Size(), Math.Min(destination.Size(), sizeof(long)));
        ElementType whole =
            size <= sizeof(short) && held.IsWithin(ElementType.Int16) ? ElementType.Int16
            : size <= sizeof(int) && held.IsWithin(ElementType.Int32) ? ElementType.Int32
            : ElementType.Int64;
        return new FinishPlan(inputs, whole, null) { Range = combined };
    }

    private static SumRange Combined(Combination combination, SumRange[] ranges, BigInteger[] sizes) =>
        combination switch
        {
            Combination.AbsoluteSum => new(BigInteger.Zero, sizes.Aggregate(BigInteger.Zero, static (sum, size) => sum + size)),
            Combination.Maximum => new(ranges.Max(static range => range.Minimum), ranges.Max(static range => range.Maximum)),
            Combination.Minimum => new(ranges.Min(static range => range.Minimum), ranges.Min(static range => range.Maximum)),
            _ => new(
                ranges.Aggregate(BigInteger.Zero, static (sum, range) => sum + range.Minimum),
                ranges.Aggregate(BigInteger.Zero, static (sum, range) => sum + range.Maximum)
            ),
        };

    private static string? ScalarReason(FinishPlan finish, ElementType destination) =>
        destination == ElementType.Half ? "'Half' results have no vector conversions"
        : finish.Inputs == ElementType.Int64 && finish.Floating is not null ? "'long' sums have no vector conversions"
        : destination == ElementType.Int64 && finish.Floating is not null ? "'long' results have no vector conversions"
        : null;
}
