using System.Numerics;

namespace ConvGen.Generator.Kernels.Designs.Arithmetic;

/// <summary>Binary floating-point numbers as the exact numbers that they are.</summary>
internal static class Binary
{
    private const long FractionMask = (1L << 52) - 1;

    /// <summary>The exact value of a finite <c>double</c>, which <see cref="Rational.FromDouble"/> reads as a decimal instead.</summary>
    public static Rational Exact(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int biased = (int)(bits >> 52 & 0x7FF);
        BigInteger significand = biased == 0 ? bits & FractionMask : (bits & FractionMask) | (FractionMask + 1);
        int exponent = Math.Max(biased, 1) - 1075;
        BigInteger signed = bits < 0 ? -significand : significand;
        return exponent >= 0 ? new Rational(signed << exponent, BigInteger.One) : new Rational(signed, BigInteger.One << -exponent);
    }
}
