using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Planning.Dividing;

/// <summary>
/// Divides sums of 64 bits through <c>double</c>, for which every processor has vector products, where few have any for 64-bit integers and
/// none their high halves. A non-negative sum n below 2^52 is a <c>double</c> as it
/// is; its product with a reciprocal of D, rounded, and rounded once more to a whole number when 2^52 is added, is <c>floor(n / D +
/// 1/2)</c> as long as n is not too large.
/// </summary>
/// <remarks>
/// <para>
/// Let the reciprocal be (1 + e) / D. Its product with n is rounded by at most 2^-53 of itself, so what is rounded to a whole number is
/// <c>n / D</c> but for a share of at most
/// <c>s = (1 + |e|)(1 + 2^-53) - 1</c>. For odd D no n / D lies in the middle of two whole numbers, and each is at least 1 / (2D) away from
/// one: <c>n * s &lt; 1/2</c> keeps the product on its side, for every n up to about 2^51.
/// </para>
/// <para>
/// For even D some n / D are such middles, k + 1/2, and have to become k + 1, where the addition would round to the even one of the two. So
/// the reciprocal is a little too large: with e above 2^-53 the
/// product is above the middle by more than half the distance of numbers there, so that it is rounded to one above it. Other n / D are at
/// least 1 / D away from the next middle above: <c>n * s &lt; 1</c>
/// keeps the product below it, which e at most 3 * 2^-53 allows for every n up to about 2^51 again.
/// </para>
/// </remarks>
internal static class DivideInDoubles
{
    /// <summary>Bits of the significand of a <c>double</c>.</summary>
    public const int Precision = 53;

    public static KernelPlan Apply(KernelPlan plan)
    {
        if (plan is not { Accumulator: ElementType.Int64, Division: { Multiplier.IsOne: false } division, Range: { } range })
        {
            return plan;
        }

        return Find(range, plan.Denominator) is { } found
            ? (plan with { Division = division with { InDoubles = found } }).Because(
                "vectors divide in double, with a multiplication by the reciprocal that is rounded to the nearest whole number, "
                    + "exact over the whole range"
            )
            : plan.Because(
                "vectors divide with four products of 32 bits, because the range is more than the 51 bits that are divided in double"
            );
    }

    /// <summary>The division, or null where sums are too large for it to be exact.</summary>
    public static DoubleDivision? Find(SumRange range, BigInteger denominator)
    {
        BigInteger offset = range.Minimum.Sign < 0 ? (-range.Minimum + denominator - 1) / denominator : BigInteger.Zero;
        BigInteger bias = offset * denominator;
        Rational reciprocal = Reciprocal(denominator);
        Rational share = Share(reciprocal, denominator);
        Rational limit = denominator.IsEven ? Rational.One : new Rational(BigInteger.One, 2);
        BigInteger largest = range.Maximum + bias;
        return largest < BigInteger.One << (Precision - 1) && (share * new Rational(largest, BigInteger.One)).CompareTo(limit) < 0
            ? new DoubleDivision(bias, reciprocal, offset)
            : null;
    }

    /// <summary>
    /// The reciprocal of an odd number, rounded; of an even one, the smallest number above it by more than half the distance of numbers
    /// next to one.
    /// </summary>
    private static Rational Reciprocal(BigInteger denominator)
    {
        Rational exact = new(BigInteger.One, denominator);
        (BigInteger significand, BigInteger scale) = Rounded(exact);
        if (denominator.IsEven)
        {
            Rational least = exact + (exact / new Rational(BigInteger.One << Precision, BigInteger.One));
            while (new Rational(significand, scale).CompareTo(least) <= 0)
            {
                significand += BigInteger.One;
            }
        }

        return new Rational(significand, scale);
    }

    /// <summary>The nearest <c>double</c> below one, as a significand of all its bits over a power of two.</summary>
    private static (BigInteger Significand, BigInteger Scale) Rounded(Rational value)
    {
        BigInteger scale = BigInteger.One;
        BigInteger smallest = BigInteger.One << (Precision - 1);
        while (value.Numerator * scale < smallest * value.Denominator)
        {
            scale <<= 1;
        }

        return (((2 * value.Numerator * scale) + value.Denominator) / (2 * value.Denominator), scale);
    }

    /// <summary>The largest share by which a product with the reciprocal, rounded, differs from the quotient.</summary>
    private static Rational Share(Rational reciprocal, BigInteger denominator)
    {
        Rational excess = Rational.Abs((reciprocal * new Rational(denominator, BigInteger.One)) - Rational.One);
        Rational rounding = new(BigInteger.One, BigInteger.One << Precision);
        return excess + rounding + (excess * rounding);
    }
}
