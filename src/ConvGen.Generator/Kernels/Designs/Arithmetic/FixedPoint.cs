using System.Numerics;

namespace ConvGen.Generator.Kernels.Designs.Arithmetic;

/// <summary>
/// A number as a whole multiple of <c>2^-256</c>. Designs are computed in such numbers and not in <c>double</c>, because <c>Math.Exp</c>
/// and its kin call the C library of the machine, and
/// differ in the last digit between runtimes, processors and systems: the same declaration would be generated differently on a build
/// server. Integers are the same everywhere.
/// </summary>
internal readonly record struct FixedPoint(BigInteger Mantissa) : IComparable<FixedPoint>
{
    /// <summary>
    /// Bits behind the point: those of a <c>double</c>, and two hundred more, of which small weights, sums and the series take their share.
    /// </summary>
    public const int Bits = 256;

    private static readonly BigInteger Unit = BigInteger.One << Bits;

    public static FixedPoint Zero { get; } = new(BigInteger.Zero);

    public static FixedPoint One { get; } = new(Unit);

    public bool IsZero => Mantissa.IsZero;

    public static implicit operator FixedPoint(int value) => new(new BigInteger(value) << Bits);

    public static FixedPoint operator +(FixedPoint a, FixedPoint b) => new(a.Mantissa + b.Mantissa);

    public static FixedPoint operator -(FixedPoint a) => new(-a.Mantissa);

    public static FixedPoint operator -(FixedPoint a, FixedPoint b) => new(a.Mantissa - b.Mantissa);

    // Rounded towards zero, so that opposite numbers keep opposite results: odd kernels stay odd.
    public static FixedPoint operator *(FixedPoint a, FixedPoint b) => new(a.Mantissa * b.Mantissa / Unit);

    public static FixedPoint operator /(FixedPoint a, FixedPoint b) => new(a.Mantissa * Unit / b.Mantissa);

    public static FixedPoint operator /(FixedPoint a, int b) => new(a.Mantissa / b);

    public static bool operator <(FixedPoint a, FixedPoint b) => a.Mantissa < b.Mantissa;

    public static bool operator >(FixedPoint a, FixedPoint b) => a.Mantissa > b.Mantissa;

    public static FixedPoint Of(Rational value) => new(value.Numerator * Unit / value.Denominator);

    public static FixedPoint Abs(FixedPoint value) => new(BigInteger.Abs(value.Mantissa));

    public static FixedPoint Min(FixedPoint a, FixedPoint b) => a < b ? a : b;

    public static FixedPoint Max(FixedPoint a, FixedPoint b) => a > b ? a : b;

    public int CompareTo(FixedPoint other) => Mantissa.CompareTo(other.Mantissa);

    /// <summary>
    /// The nearest <c>double</c> as an exact number, whose last bit is the last digit that the generated code could tell.
    /// </summary>
    public Rational ToRational() => Binary.Exact(new Rational(Mantissa, Unit).ToDouble());
}
