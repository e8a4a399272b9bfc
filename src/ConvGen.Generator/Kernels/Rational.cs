using System.Numerics;

namespace ConvGen.Generator.Kernels;

/// <summary>An exact rational number in lowest terms with a positive denominator.</summary>
internal readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    private readonly BigInteger denominatorLessOne;

    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public Rational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
        {
            throw new DivideByZeroException();
        }

        BigInteger divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        Numerator = numerator / divisor;
        denominatorLessOne = (denominator / divisor) - BigInteger.One;
    }

    public BigInteger Numerator { get; }

    /// <summary>Stored less one, so that <c>default</c> is zero over one.</summary>
    public BigInteger Denominator => denominatorLessOne + BigInteger.One;

    public bool IsZero => Numerator.IsZero;

    public bool IsInteger => denominatorLessOne.IsZero;

    public static Rational Zero => default;

    public static Rational One => new(BigInteger.One, BigInteger.One);

    public static implicit operator Rational(int value) => new(value, BigInteger.One);

    public static Rational operator +(Rational a, Rational b) => new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Rational operator -(Rational a) => new(-a.Numerator, a.Denominator);

    public static Rational operator -(Rational a, Rational b) => a + -b;

    public static Rational operator *(Rational a, Rational b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static Rational operator /(Rational a, Rational b) => new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    public static Rational Abs(Rational value) => new(BigInteger.Abs(value.Numerator), value.Denominator);

    public int CompareTo(Rational other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public bool Equals(Rational other) => Numerator == other.Numerator && denominatorLessOne == other.denominatorLessOne;

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode() => unchecked((Numerator.GetHashCode() * 31) + denominatorLessOne.GetHashCode());

    /// <summary>As in <c>-3</c> or <c>1/16</c>.</summary>
    public override string ToString() => IsInteger
        ? Numerator.ToString(System.Globalization.CultureInfo.InvariantCulture)
        : Numerator.ToString(System.Globalization.CultureInfo.InvariantCulture) + "/" + Denominator.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
