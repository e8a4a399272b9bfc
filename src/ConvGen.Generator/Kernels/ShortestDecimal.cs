using System.Globalization;
using System.Numerics;

namespace ConvGen.Generator.Kernels;

/// <summary>
/// The shortest decimal that rounds to a <c>double</c>, and among several the nearest. Worked out exactly instead of being taken from
/// <c>double.ToString</c>, because .NET Framework, on which Visual Studio runs generators, prints another text for some numbers.
/// </summary>
/// <param name="Digits">The significant digits, with the sign.</param>
/// <param name="Exponent">The power of ten that they are multiplied by.</param>
internal readonly record struct ShortestDecimal(BigInteger Digits, int Exponent)
{
    private const long FractionMask = (1L << 52) - 1;

    /// <summary>The most digits of which no two decimals round to the same normal number.</summary>
    private const int CertainDigits = 15;

    private static readonly double IntegersEnd = 1L << 53;

    private static readonly BigInteger[] PowersOfTen = [.. Enumerable.Range(0, 64).Select(static exponent => BigInteger.Pow(10, exponent))];

    /// <exception cref="ArgumentOutOfRangeException">The value is infinite or not a number.</exception>
    public static ShortestDecimal Of(double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value));
        }

        // Every integer below 2^53 is its own shortest decimal: a shorter one is at least 1 away, its neighbours at most 1.
        double magnitude = Math.Abs(value);
        if (magnitude < IntegersEnd && Math.Floor(magnitude) == magnitude)
        {
            return new ShortestDecimal((long)value, 0);
        }

        ShortestDecimal shortest = OfPositive(magnitude);
        return value < 0 ? shortest with { Digits = -shortest.Digits } : shortest;
    }

    /// <summary>A number rounded to so many significant digits, of which zeros at the end are left out.</summary>
    public static ShortestDecimal Rounded(Rational value, int digits)
    {
        if (value.IsZero)
        {
            return new ShortestDecimal(BigInteger.Zero, 0);
        }

        // A guess that is at most one too small or too large; one digit more or less is put right by trying.
        BigInteger most = BigInteger.Pow(10, digits);
        Rational magnitude = Rational.Abs(value);
        int exponent = (int)Math.Floor(BigInteger.Log10(BigInteger.Abs(value.Numerator)) - BigInteger.Log10(value.Denominator)) - digits;
        while (true)
        {
            Rational scaled = magnitude * new ShortestDecimal(BigInteger.One, -exponent).ToRational();
            BigInteger rounded = (scaled + new Rational(BigInteger.One, 2)).Floor();
            if (rounded < most)
            {
                for (; (rounded % 10).IsZero; exponent++)
                {
                    rounded /= 10;
                }

                return new ShortestDecimal(value.Numerator.Sign < 0 ? -rounded : rounded, exponent);
            }

            exponent++;
        }
    }

    public Rational ToRational() =>
        Exponent >= 0 ? new Rational(Digits * PowerOfTen(Exponent), BigInteger.One) : new Rational(Digits, PowerOfTen(-Exponent));

    /// <summary>As in <c>0.1</c> or <c>1.5E-10</c>, the same on every host.</summary>
    public override string ToString()
    {
        string digits = BigInteger.Abs(Digits).ToString(CultureInfo.InvariantCulture);
        string sign = Digits.Sign < 0 ? "-" : "";
        int point = digits.Length + Exponent;
        string significant = digits.TrimEnd('0');
        if (significant.Length == 0)
        {
            return "0";
        }

        if (point is > 0 and <= 21)
        {
            string padded = significant.PadRight(point, '0');
            return sign + (padded.Length == point ? padded : padded.Insert(point, "."));
        }

        if (point is > -5 and <= 0)
        {
            return sign + "0." + new string('0', -point) + significant;
        }

        string mantissa = significant.Length == 1 ? significant : significant.Insert(1, ".");
        return sign + mantissa + "E" + (point > 0 ? "+" : "") + (point - 1).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// Tries one digit, then two, and so on; seventeen always suffice. Normal numbers begin with fifteen: so many digits tell decimals
    /// apart once they are rounded to a <c>double</c>, so that no more than one of them is right, and a shorter one is the same with
    /// zeros at its end.
    /// </summary>
    private static ShortestDecimal OfPositive(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        long fraction = bits & FractionMask;
        int biased = (int)(bits >> 52);
        long significand = biased == 0 ? fraction : fraction | (FractionMask + 1);
        int scale = Math.Max(biased, 1) - 1077;

        // In quarters of a unit, value and the two midpoints to its neighbours are integers; below a power of two the neighbour is half as
        // far.
        BigInteger numerator = BigInteger.One << Math.Max(scale, 0);
        BigInteger denominator = BigInteger.One << Math.Max(-scale, 0);
        BigInteger exact = 4 * significand * numerator;
        BigInteger lowest = exact - ((fraction == 0 && biased > 1 ? 1 : 2) * numerator);
        BigInteger highest = exact + (2 * numerator);
        bool includesEnds = significand % 2 == 0;

        for (int exponent = LeadingExponent(value, exact, denominator) - (biased > 0 ? CertainDigits - 1 : 0); ; exponent--)
        {
            BigInteger multiplier = PowerOfTen(-exponent);
            BigInteger unit = denominator * PowerOfTen(exponent);
            BigInteger below = BigInteger.DivRem(exact * multiplier, unit, out BigInteger remainder);
            BigInteger above = below + BigInteger.One;
            bool belowFits = (below * unit).CompareTo(lowest * multiplier) >= (includesEnds ? 0 : 1);
            bool aboveFits = (above * unit).CompareTo(highest * multiplier) <= (includesEnds ? 0 : -1);
            if (belowFits && (!aboveFits || (2 * remainder).CompareTo(unit) < (below.IsEven ? 1 : 0)))
            {
                return WithoutZeros(below, exponent);
            }

            if (aboveFits)
            {
                return WithoutZeros(above, exponent);
            }
        }
    }

    /// <summary>The power of ten at or below the value; the logarithm is a guess that the loops make exact.</summary>
    private static int LeadingExponent(double value, BigInteger numerator, BigInteger denominator)
    {
        int exponent = (int)Math.Floor(Math.Log10(value));
        while (!ReachesPowerOfTen(numerator, denominator, exponent))
        {
            exponent--;
        }

        while (ReachesPowerOfTen(numerator, denominator, exponent + 1))
        {
            exponent++;
        }

        return exponent;
    }

    private static bool ReachesPowerOfTen(BigInteger numerator, BigInteger denominator, int exponent) =>
        numerator * PowerOfTen(-exponent) >= denominator * PowerOfTen(exponent);

    private static ShortestDecimal WithoutZeros(BigInteger digits, int exponent)
    {
        while (BigInteger.DivRem(digits, 10, out BigInteger last) is var shorter && last.IsZero)
        {
            digits = shorter;
            exponent++;
        }

        return new ShortestDecimal(digits, exponent);
    }

    /// <summary>1 for negative exponents.</summary>
    private static BigInteger PowerOfTen(int exponent) =>
        exponent <= 0 ? BigInteger.One
        : exponent < PowersOfTen.Length ? PowersOfTen[exponent]
        : BigInteger.Pow(10, exponent);
}
