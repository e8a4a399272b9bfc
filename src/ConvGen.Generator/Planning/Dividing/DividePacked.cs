using System.Numerics;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Planning.Dividing;

/// <summary>
/// Divides sums of 32 bits that are packed to bytes on their way: for <c>D = 2^s * d</c> a shift by s leaves numbers of which 16 bits
/// without a sign hold all that matter, and a product of 16 bits, of
/// which a vector holds twice as many, divides them by d.
/// </summary>
internal static class DividePacked
{
    /// <summary>Bits of a product that its high half is without.</summary>
    private const int HighHalf = 16;

    /// <summary>
    /// Different bytes, and so the largest odd part of a divisor: 65,535 divided by more would be a result that a byte holds.
    /// </summary>
    private const int Bytes = 256;

    public static KernelPlan Apply(KernelPlan plan)
    {
        if (
            plan is not { Accumulator: ElementType.Int32, Division: { Multiplier.IsOne: false } division, Range: { } range }
            || !(plan.Sum is PairedSum || plan.PacksWords)
            || plan.Model.Form.Destination.Element.Size() > 1
            || Find(division, range, plan.Denominator, plan.Model.Form.Destination.Element) is not { } packed
        )
        {
            return plan;
        }

        string before = packed.Before == 0 ? "" : FormattableString.Invariant($"shifted by {packed.Before}, ");
        string after = packed.After == 0 ? "" : FormattableString.Invariant($", and shifted by {packed.After}");
        string how =
            FormattableString.Invariant(
                $"vectors divide after packing: sums are {before}packed to 16 bits, multiplied by {packed.Multiplier} for the high "
            ) + FormattableString.Invariant($"half{after}, exact for every byte");
        return (plan with { Division = division with { Packed = packed } }).Because(how);
    }

    /// <summary>
    /// The division of packed sums, or null where 16 bits do not hold what matters of a dividend, or 32 bits not the biased sum.
    /// </summary>
    private static PackedDivision? Find(Division division, SumRange range, BigInteger denominator, ElementType destination)
    {
        int before = 0;
        for (; denominator.IsEven; denominator >>= 1)
        {
            before++;
        }

        if (denominator > Bytes || Multiplication((int)denominator) is not { } multiplication)
        {
            return null;
        }

        BigInteger offset = -destination.Minimum();
        BigInteger bias = division.Bias + ((((offset - division.Offset) * denominator) + multiplication.Added) << before);
        return new SumRange(range.Minimum + bias, range.Maximum + bias).IsWithin(ElementType.Int32)
            ? new PackedDivision(bias, before, multiplication.Multiplier, multiplication.After, (int)offset)
            : null;
    }

    /// <summary>
    /// The product and the shift that divide every number of 16 bits by an odd divisor: <c>(t + Added) * Multiplier >> 16 >> After</c> is
    /// <c>t / divisor</c> where that is a byte, and no byte where it is none. The multiplier
    /// is rounded up, or down with one added to the dividend (Robison, "N-bit unsigned division via N-bit multiply-add", 2005): whichever
    /// is exact with the smaller shift. Null where neither is.
    /// </summary>
    public static (int Multiplier, int After, int Added)? Multiplication(int divisor)
    {
        for (int after = 0; (1L << (HighHalf + after)) / divisor <= ushort.MaxValue; after++)
        {
            long scale = 1L << (HighHalf + after);
            foreach ((long multiplier, int added) in new[] { ((scale + divisor - 1) / divisor, 0), (scale / divisor, 1) })
            {
                if (multiplier <= ushort.MaxValue && IsExact(divisor, (int)multiplier, after, added))
                {
                    return ((int)multiplier, after, added);
                }
            }
        }

        return null;
    }

    /// <summary>
    /// Whether each quotient begins where it should, which is enough, for quotients never fall as dividends grow. A dividend of -1, to
    /// which one may be added, is 0 then and has the quotient 0.
    /// </summary>
    private static bool IsExact(int divisor, int multiplier, int after, int added)
    {
        long Quotient(int dividend) => (long)Math.Min(dividend + added, ushort.MaxValue) * multiplier >> HighHalf >> after;
        return Quotient(0) == 0
            && Enumerable
                .Range(1, Bytes - 1)
                .All(quotient => Quotient(quotient * divisor) == quotient && Quotient((quotient * divisor) - 1) == quotient - 1);
    }
}
