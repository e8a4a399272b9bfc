using System.Numerics;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Planning.Dividing;

/// <summary>
/// Finds <c>floor(sum / D + 1/2)</c> without a division. Since the sum is an integer, that is <c>floor((sum + floor(D/2)) / D)</c>: a shift
/// for a
/// power of two, else a multiplication by <c>ceil(2^p / D)</c> and a shift by p (Granlund and Montgomery, "Division by invariant integers
/// using
/// multiplication", 1994). The multiplication is exact for dividends n with <c>0 &lt;= n &lt;= N</c> when <c>(multiplier * D - 2^p) * N
/// &lt; 2^p</c>; a multiple of D
/// added first makes the dividend non-negative.
/// </summary>
internal static class ChooseDivision
{
    public static KernelPlan Apply(KernelPlan plan)
    {
        if (plan.Range is not { } range || (plan.Denominator.IsOne && (plan.Accumulator != ElementType.UInt16 || range.Minimum.Sign >= 0)))
        {
            return plan;
        }

        Division division = Find(range, plan.Denominator, plan.Accumulator)!;
        string how =
            division.ByRemainder
                ? $"divided by {plan.Denominator} as it is and rounded by the remainder, because half of that could not be added "
                    + "within 64 bits"
            : division.Shift == 0 ? $"kept above zero by a bias of {division.Bias}"
            : division.Multiplier.IsOne ? $"divided by {plan.Denominator} with a rounding shift"
            : $"divided by {plan.Denominator} with a multiplication by {division.Multiplier} and a shift by {division.Shift}, exact "
                + "over the whole range";
        return (plan with { Division = division }).Because(how);
    }

    /// <summary>Whether an accumulator holds every sum and everything on the way to the quotient.</summary>
    public static bool Fits(SumRange range, BigInteger denominator, ElementType accumulator) =>
        accumulator == ElementType.UInt16
            ? Find(range, denominator, accumulator) is not null
            : range.IsWithin(accumulator) && (denominator.IsOne || Find(range, denominator, accumulator) is not null);

    private static Division? Find(SumRange range, BigInteger denominator, ElementType accumulator)
    {
        if (accumulator == ElementType.UInt16)
        {
            return FindUnsigned(range, denominator);
        }

        BigInteger half = denominator / 2;
        SumRange rounded = new(range.Minimum + half, range.Maximum + half);
        BigInteger offset = rounded.Minimum.Sign < 0 ? (-rounded.Minimum + denominator - 1) / denominator : BigInteger.Zero;
        BigInteger largest = rounded.Maximum + (offset * denominator);
        if (denominator.IsPowerOfTwo)
        {
            // Few processors shift 64 bits with their sign, so the sum is made non-negative where there is room.
            offset = accumulator == ElementType.Int64 && largest <= accumulator.Maximum() ? offset : BigInteger.Zero;
            return rounded.IsWithin(accumulator)
                ? new Division(half + (offset * denominator), BigInteger.One, BitLength(denominator) - 1, offset, false)
                : AsItIs(accumulator);
        }

        // Signed lanes of 16 bits have no high product that is exact for what it takes; unsigned ones do.
        if (accumulator == ElementType.Int16 || largest > accumulator.Maximum())
        {
            return AsItIs(accumulator);
        }

        (BigInteger multiplier, int power) = Reciprocal(denominator, largest);
        bool needsDoubleWidth = largest * multiplier > accumulator.Maximum();
        return new Division(half + (offset * denominator), multiplier, power, offset, needsDoubleWidth);
    }

    /// <summary>A sum of 64 bits needs no room to be divided; a narrower one is rather formed in a wider type.</summary>
    private static Division? AsItIs(ElementType accumulator) =>
        accumulator == ElementType.Int64 ? Division.None with { ByRemainder = true } : null;

    /// <summary>
    /// For sums modulo 65,536: a bias makes them non-negative, so that only their spread must fit. The high half of a 16-bit product is a
    /// product
    /// shifted by 16. Lanes are shifted by 15 bits at most, for vectors take the count of a shift modulo 16: what needs more is left to a
    /// wider
    /// accumulator.
    /// </summary>
    private static Division? FindUnsigned(SumRange range, BigInteger denominator)
    {
        const int HighHalf = 16;
        BigInteger half = denominator / 2;
        BigInteger lowest = range.Minimum + half;
        BigInteger offset = lowest.Sign < 0 ? (-lowest + denominator - 1) / denominator : BigInteger.Zero;
        BigInteger bias = half + (offset * denominator);
        BigInteger largest = range.Maximum + bias;
        if (largest > ushort.MaxValue || bias > ushort.MaxValue)
        {
            return null;
        }

        if (denominator.IsPowerOfTwo)
        {
            int shift = BitLength(denominator) - 1;
            return shift < HighHalf ? new Division(bias, BigInteger.One, shift, offset, false) : null;
        }

        (BigInteger multiplier, int power) = Reciprocal(denominator, largest);
        for (; power < HighHalf; power++)
        {
            multiplier *= 2;
        }

        return multiplier > ushort.MaxValue || power - HighHalf >= HighHalf ? null : new Division(bias, multiplier, power, offset, true);
    }

    /// <summary>
    /// The smallest power of two whose quotient by the denominator, rounded up, divides every dividend up to <paramref name="largest"/>
    /// exactly.
    /// </summary>
    private static (BigInteger Multiplier, int Power) Reciprocal(BigInteger denominator, BigInteger largest)
    {
        for (int power = 0; ; power++)
        {
            BigInteger scale = BigInteger.One << power;
            BigInteger multiplier = (scale + denominator - 1) / denominator;
            BigInteger excess = (multiplier * denominator) - scale;
            if (excess * largest < scale)
            {
                return (multiplier, power);
            }
        }
    }

    private static int BitLength(BigInteger value)
    {
        int bits = 0;
        for (; !value.IsZero; value >>= 1)
        {
            bits++;
        }

        return bits;
    }
}
