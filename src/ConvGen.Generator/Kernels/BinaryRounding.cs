using System.Numerics;

namespace ConvGen.Generator.Kernels;

/// <summary>
/// Rounds an exact number once to a binary floating-point format, ties to even. Rounding to <c>double</c> first and to the
/// narrower format after would round twice, and miss by one unit where the first rounding lands on a tie.
/// </summary>
internal static class BinaryRounding
{
    /// <param name="value">The exact number.</param>
    /// <param name="precision">Bits of the significand, at most 53.</param>
    /// <param name="smallestExponent">Exponent of the smallest subnormal number.</param>
    /// <param name="largestExponent">Exponent of the largest power of two that the format holds.</param>
    /// <returns>The rounded number, which a <c>double</c> holds exactly. A number that underflows gives +0.0, whatever its sign.</returns>
    public static double Round(Rational value, int precision, int smallestExponent, int largestExponent)
    {
        if (value.IsZero)
        {
            return 0.0;
        }

        BigInteger numerator = BigInteger.Abs(value.Numerator);
        BigInteger denominator = value.Denominator;
        int unit = Math.Max(FloorOfLogarithm(numerator, denominator) - (precision - 1), smallestExponent);
        long significand = (long)DivideToEven(unit < 0 ? numerator << -unit : numerator, unit > 0 ? denominator << unit : denominator);
        if (significand == 0)
        {
            return 0.0;
        }

        double magnitude = Assemble(significand, unit, largestExponent);
        return value.Numerator.Sign < 0 ? -magnitude : magnitude;
    }

    /// <summary>The exponent of the power of two at or below <c>numerator / denominator</c>.</summary>
    private static int FloorOfLogarithm(BigInteger numerator, BigInteger denominator)
    {
        int estimate = BitLength(numerator) - BitLength(denominator);
        bool isTooLarge = estimate >= 0 ? numerator < denominator << estimate : numerator << -estimate < denominator;
        return isTooLarge ? estimate - 1 : estimate;
    }

    private static BigInteger DivideToEven(BigInteger numerator, BigInteger denominator)
    {
        BigInteger quotient = BigInteger.DivRem(numerator, denominator, out BigInteger remainder);
        int half = (remainder * 2).CompareTo(denominator);
        return half > 0 || (half == 0 && !quotient.IsEven) ? quotient + BigInteger.One : quotient;
    }

    /// <summary><c>significand * 2^unit</c>, which the format holds unless it is too large.</summary>
    private static double Assemble(long significand, int unit, int largestExponent)
    {
        int width = BitLength(significand);
        int exponent = unit + width - 1;
        if (exponent > largestExponent)
        {
            return double.PositiveInfinity;
        }

        // A subnormal double keeps its unit of 2^-1074; every other number has its leading bit moved to bit 52, where it is implied.
        long bits =
            exponent < -1022
                ? significand << (unit + 1074)
                : (significand << (53 - width) & ((1L << 52) - 1)) | ((long)(exponent + 1023) << 52);
        return BitConverter.Int64BitsToDouble(bits);
    }

    /// <summary>Bits of a positive number up to its leading one.</summary>
    private static int BitLength(BigInteger value)
    {
        byte[] bytes = value.ToByteArray();
        int length = bytes.Length * 8;
        for (int index = bytes.Length - 1; index >= 0; index--)
        {
            for (int bit = 7; bit >= 0; bit--, length--)
            {
                if ((bytes[index] >> bit & 1) != 0)
                {
                    return length;
                }
            }
        }

        return 0;
    }
}
