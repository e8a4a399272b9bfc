using System.Numerics;

namespace ConvGen.Generator.Kernels;

/// <summary>
/// The least common denominator of numbers, found with bounded work: that of 65,536 fractions can have a million digits, and nothing
/// that asks for it could use one so large.
/// </summary>
internal static class CommonDenominator
{
    /// <summary>
    /// The least common denominator, or null where it exceeds <paramref name="most"/>; numbers after the one that shows that are not
    /// looked at.
    /// </summary>
    public static BigInteger? Of(IEnumerable<Rational> values, BigInteger most)
    {
        BigInteger common = BigInteger.One;
        foreach (Rational value in values)
        {
            BigInteger denominator = value.Denominator;
            if (denominator.IsOne || denominator == common)
            {
                continue;
            }

            common = common / BigInteger.GreatestCommonDivisor(common, denominator) * denominator;
            if (common > most)
            {
                return null;
            }
        }

        return common;
    }
}
