using System.Numerics;

namespace ConvGen.Execution.Tests.Numbers;

/// <summary>Binary floating-point formats: taking numbers apart exactly, and rounding exact numbers to nearest, ties to even.</summary>
internal static class Binary
{
    /// <summary>A finite number as <c>significand * 2^exponent</c>, the significand odd or zero.</summary>
    public static (long Significand, int Exponent) Split(double value)
    {
        if (value == 0)
        {
            return (0, 0);
        }

        long bits = BitConverter.DoubleToInt64Bits(value);
        int field = (int)((bits >> 52) & 0x7FF);
        long significand = (bits & 0xFFFFFFFFFFFFF) | (field == 0 ? 0 : 1L << 52);
        int exponent = Math.Max(field, 1) - 1075;
        int zeros = BitOperations.TrailingZeroCount(significand);
        significand >>= zeros;
        return (value < 0 ? -significand : significand, exponent + zeros);
    }

    public static double ToDouble(Fraction value) => Round(value, 53, -1074);

    public static float ToSingle(Fraction value) => (float)Round(value, 24, -149);

    public static Half ToHalf(Fraction value) => (Half)Round(value, 11, -24);

    /// <summary>Half a unit in the last place of 1: the relative error of one rounding.</summary>
    public static double UnitRoundoff(Element type) =>
        type switch
        {
            Element.Half => Math.ScaleB(1, -11),
            Element.Single => Math.ScaleB(1, -24),
            _ => Math.ScaleB(1, -53),
        };

    /// <summary>Half of the smallest positive number: the absolute error of one rounding near zero.</summary>
    public static double UnderflowError(Element type) =>
        type switch
        {
            Element.Half => Math.ScaleB(1, -25),
            Element.Single => Math.ScaleB(1, -150),
            _ => double.Epsilon,
        };

    /// <summary>
    /// Rounds to a format of <paramref name="precision"/> bits whose smallest number is <c>2^minimumExponent</c>; overflow is left to the
    /// final conversion.
    /// </summary>
    private static double Round(Fraction value, int precision, int minimumExponent)
    {
        if (value.Numerator.IsZero)
        {
            return 0;
        }

        BigInteger numerator = BigInteger.Abs(value.Numerator);
        int exponent = Math.Max((int)(numerator.GetBitLength() - value.Denominator.GetBitLength()) - precision, minimumExponent);
        BigInteger quotient = DivideToEven(numerator, value.Denominator, exponent);
        if (quotient.GetBitLength() > precision)
        {
            exponent++;
            quotient = DivideToEven(numerator, value.Denominator, exponent);
        }

        double magnitude = Math.ScaleB((double)quotient, exponent);
        return value.Numerator.Sign < 0 ? -magnitude : magnitude;
    }

    /// <summary><c>numerator / (denominator * 2^exponent)</c> rounded to an integer, ties to even.</summary>
    private static BigInteger DivideToEven(BigInteger numerator, BigInteger denominator, int exponent)
    {
        if (exponent < 0)
        {
            numerator <<= -exponent;
        }
        else
        {
            denominator <<= exponent;
        }

        BigInteger quotient = BigInteger.DivRem(numerator, denominator, out BigInteger remainder);
        int comparison = (remainder * 2).CompareTo(denominator);
        return comparison > 0 || (comparison == 0 && !quotient.IsEven) ? quotient + 1 : quotient;
    }
}
