using System.Globalization;
using System.Numerics;

namespace ConvGen.Execution.Tests.Numbers;

/// <summary>An exact number, written for these tests alone so that an error in the generator's own rationals cannot hide here.</summary>
internal readonly record struct Fraction
{
    public Fraction(BigInteger numerator, BigInteger denominator)
    {
        BigInteger common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (denominator.Sign < 0)
        {
            common = -common;
        }

        Numerator = numerator / common;
        Denominator = denominator / common;
    }

    public BigInteger Numerator { get; }

    /// <summary>Always positive.</summary>
    public BigInteger Denominator { get; }

    public static Fraction Zero { get; } = new(0, 1);

    public static Fraction One { get; } = new(1, 1);

    public static Fraction operator +(Fraction a, Fraction b) =>
        new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Fraction operator -(Fraction a, Fraction b) =>
        new((a.Numerator * b.Denominator) - (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Fraction operator *(Fraction a, Fraction b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static Fraction operator /(Fraction a, Fraction b) => new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    /// <summary>Reads an integer, a decimal, an exponent form or a fraction.</summary>
    public static Fraction Parse(string text)
    {
        string[] parts = text.Split('/');
        return parts.Length == 2 ? ParseDecimal(parts[0]) / ParseDecimal(parts[1]) : ParseDecimal(text);
    }

    /// <summary>The exact value of a finite number.</summary>
    public static Fraction Of(double value)
    {
        (BigInteger significand, int exponent) = Binary.Split(value);
        return exponent >= 0 ? new Fraction(significand << exponent, 1) : new Fraction(significand, BigInteger.One << -exponent);
    }

    /// <summary>The largest integer that is not above this number.</summary>
    public BigInteger Floor() => FloorDivide(Numerator, Denominator);

    /// <summary>Division rounded towards minus infinity, for a positive divisor.</summary>
    public static BigInteger FloorDivide(BigInteger numerator, BigInteger denominator)
    {
        BigInteger quotient = BigInteger.DivRem(numerator, denominator, out BigInteger remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }

    public override string ToString() =>
        Denominator.IsOne
            ? Numerator.ToString(CultureInfo.InvariantCulture)
            : Numerator.ToString(CultureInfo.InvariantCulture) + "/" + Denominator.ToString(CultureInfo.InvariantCulture);

    private static Fraction ParseDecimal(string text)
    {
        string[] parts = text.Split('e', 'E');
        int exponent = parts.Length == 2 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        int point = parts[0].IndexOf('.', StringComparison.Ordinal);
        if (point >= 0)
        {
            exponent -= parts[0].Length - point - 1;
        }

        BigInteger digits = BigInteger.Parse(parts[0].Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        BigInteger power = BigInteger.Pow(10, Math.Abs(exponent));
        return exponent < 0 ? new Fraction(digits, power) : new Fraction(digits * power, 1);
    }
}
