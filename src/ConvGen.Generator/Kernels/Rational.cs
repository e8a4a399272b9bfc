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

        BigInteger divisor = denominator.IsOne ? denominator : BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        (Numerator, denominator) = divisor.IsOne ? (numerator, denominator) : (numerator / divisor, denominator / divisor);
        denominatorLessOne = denominator - BigInteger.One;
    }

    /// <summary>What is known to be in lowest terms: the greatest common divisor is what costs.</summary>
    private Rational((BigInteger Numerator, BigInteger DenominatorLessOne) lowestTerms) => (Numerator, denominatorLessOne) = lowestTerms;

    public BigInteger Numerator { get; }

    /// <summary>Stored less one, so that <c>default</c> is zero over one.</summary>
    public BigInteger Denominator => denominatorLessOne + BigInteger.One;

    public bool IsZero => Numerator.IsZero;

    public bool IsInteger => denominatorLessOne.IsZero;

    public static Rational Zero => default;

    public static Rational One => new(BigInteger.One, BigInteger.One);

    public static implicit operator Rational(int value) => Whole(value);

    public static Rational operator +(Rational a, Rational b) =>
        a.IsInteger && b.IsInteger
            ? Whole(a.Numerator + b.Numerator)
            : new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Rational operator -(Rational a) => new((-a.Numerator, a.denominatorLessOne));

    public static Rational operator -(Rational a, Rational b) => a + -b;

    public static Rational operator *(Rational a, Rational b) =>
        a.IsInteger && b.IsInteger ? Whole(a.Numerator * b.Numerator) : new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static Rational operator /(Rational a, Rational b) => new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    /// <summary>
    /// The number that a reader of source code sees: the shortest decimal that rounds to <paramref name="value"/>, so that <c>0.1</c> is
    /// one tenth.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is infinite or not a number.</exception>
    public static Rational FromDouble(double value) => ShortestDecimal.Of(value).ToRational();

    public static Rational Abs(Rational value) => value.Numerator.Sign < 0 ? -value : value;

    /// <summary>
    /// Whether <c>a * b</c> equals <c>c * d</c>, without the common divisors that would bring the products into lowest terms.
    /// </summary>
    public static bool AreProductsEqual(Rational a, Rational b, Rational c, Rational d) =>
        a.Numerator * b.Numerator * c.Denominator * d.Denominator == c.Numerator * d.Numerator * a.Denominator * b.Denominator;

    /// <summary>The nearest <c>double</c>, ties to even; infinite where the number is too large.</summary>
    public double ToDouble() => BinaryRounding.Round(this, precision: 53, smallestExponent: -1074, largestExponent: 1023);

    /// <summary>The nearest <c>float</c>, rounded once, ties to even; infinite where the number is too large.</summary>
    public float ToSingle() => (float)BinaryRounding.Round(this, precision: 24, smallestExponent: -149, largestExponent: 127);

    /// <summary>
    /// The nearest <c>Half</c>, rounded once, ties to even, in a <c>float</c> that holds it exactly; infinite where the number is too
    /// large.
    /// </summary>
    public float ToHalf() => (float)BinaryRounding.Round(this, precision: 11, smallestExponent: -24, largestExponent: 15);

    /// <summary>The largest integer that is not above the number.</summary>
    public BigInteger Floor()
    {
        BigInteger quotient = BigInteger.DivRem(Numerator, Denominator, out BigInteger remainder);
        return remainder.Sign < 0 ? quotient - BigInteger.One : quotient;
    }

    /// <summary>The smallest integer that is not below the number.</summary>
    public BigInteger Ceiling() => -(-this).Floor();

    public int CompareTo(Rational other) =>
        IsInteger && other.IsInteger
            ? Numerator.CompareTo(other.Numerator)
            : (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public bool Equals(Rational other) => Numerator == other.Numerator && denominatorLessOne == other.denominatorLessOne;

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode() =>
        unchecked(
            (EqualityComparer<BigInteger>.Default.GetHashCode(Numerator) * 31)
            + EqualityComparer<BigInteger>.Default.GetHashCode(denominatorLessOne)
        );

    /// <summary>As in <c>-3</c> or <c>1/16</c>.</summary>
    public override string ToString() =>
        IsInteger
            ? Numerator.ToString(System.Globalization.CultureInfo.InvariantCulture)
            : Numerator.ToString(System.Globalization.CultureInfo.InvariantCulture)
                + "/"
                + Denominator.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Rational Whole(BigInteger value) => new((value, BigInteger.Zero));
}
