using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Planning.Dividing;

/// <summary>
/// Divides sums of 32 bits, whose products with a multiplier would need 64, in single precision where that is exact: for dividends n from 0
/// to N &lt; 2^22 the product of n, which is converted
/// exactly, and the reciprocal 1/D, rounded up to r = (1 + e)/D with 0 &lt;= e &lt;= 2^-23, truncates to the quotient. It is not below one,
/// since n r >= n/D, and a whole number is rounded to itself. Nor does it reach the next
/// one, k, from below: n/D &lt;= k - 1/D then, so n r, rounded with a relative error of 2^-24 at most, stays below k where N (1.5 * 2^-23 +
/// 2^-47) &lt; 1.
/// </summary>
internal static class DivideInSingle
{
    /// <summary>Bits of the numbers of single precision, and of the dividends.</summary>
    private const int Precision = 24,
        DividendBits = 22;

    public static KernelPlan Apply(KernelPlan plan)
    {
        if (
            plan
                is not {
                    ScalarReason: null,
                    Accumulator: ElementType.Int32,
                    Division: { NeedsDoubleWidth: true, Packed: null } division,
                    Range: { } range
                }
            || range.Maximum + division.Bias >= BigInteger.One << DividendBits
        )
        {
            return plan;
        }

        return (plan with { Division = division with { Reciprocal = Reciprocal(plan.Denominator) } }).Because(
            FormattableString.Invariant($"vectors divide by a product with 1/{plan.Denominator} in float, exact for these sums")
        );
    }

    /// <summary>The smallest number of single precision that is not below <c>1/denominator</c>.</summary>
    public static Rational Reciprocal(BigInteger denominator)
    {
        BigInteger scale = BigInteger.One;
        while (scale < denominator << (Precision - 1))
        {
            scale <<= 1;
        }

        return new Rational((scale + denominator - 1) / denominator, scale);
    }
}
