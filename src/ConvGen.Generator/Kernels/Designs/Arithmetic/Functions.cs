using System.Numerics;

namespace ConvGen.Generator.Kernels.Designs.Arithmetic;

/// <summary>
/// The functions that designs need, by series in fixed-point numbers; the error is some units of <c>2^-230</c> for the arguments that
/// occur.
/// </summary>
internal static class Functions
{
    /// <summary>Halvings that bring the argument of an exponential near zero, where its series is short.</summary>
    private const int Halvings = 24;

    /// <summary>J. Machin's formula: <c>pi / 4 = 4 arctan(1 / 5) - arctan(1 / 239)</c>.</summary>
    public static FixedPoint Pi { get; } = new(((4 * InverseTangentOfInverse(5).Mantissa) - InverseTangentOfInverse(239).Mantissa) * 4);

    public static FixedPoint Exp(FixedPoint x)
    {
        // Guard bits take up what the squaring doubles.
        const int Guard = 64;
        BigInteger unit = BigInteger.One << (FixedPoint.Bits + Guard);
        BigInteger small = (BigInteger.Abs(x.Mantissa) << Guard) >> Halvings;
        BigInteger sum = unit,
            term = unit;
        for (int n = 1; !term.IsZero; n++)
        {
            term = term * small / unit / n;
            sum += term;
        }

        // A negative argument is the reciprocal of its opposite at the end: no digits are lost to cancellation.
        for (int step = 0; step < Halvings; step++)
        {
            sum = sum * sum / unit;
        }

        return new FixedPoint((x.Mantissa.Sign < 0 ? unit * unit / sum : sum) >> Guard);
    }

    public static FixedPoint Sin(FixedPoint x)
    {
        FixedPoint reduced = Reduced(x);
        FixedPoint square = reduced * reduced,
            term = reduced,
            sum = reduced;
        for (int n = 2; !term.IsZero; n += 2)
        {
            term = -(term * square) / (n * (n + 1));
            sum += term;
        }

        return sum;
    }

    public static FixedPoint Cos(FixedPoint x)
    {
        FixedPoint reduced = Reduced(x);
        FixedPoint square = reduced * reduced,
            term = FixedPoint.One,
            sum = FixedPoint.One;
        for (int n = 1; !term.IsZero; n += 2)
        {
            term = -(term * square) / (n * (n + 1));
            sum += term;
        }

        return sum;
    }

    /// <summary><c>sin(pi x) / (pi x)</c>, exactly zero at whole numbers.</summary>
    public static FixedPoint Sinc(FixedPoint x)
    {
        if (x.IsZero)
        {
            return FixedPoint.One;
        }

        BigInteger unit = FixedPoint.One.Mantissa;
        return (x.Mantissa % unit).IsZero ? FixedPoint.Zero : Sin(Pi * x) / (Pi * x);
    }

    /// <summary>The square root, by Newton's method on whole numbers; zero of a negative number, which only rounding can make.</summary>
    public static FixedPoint Sqrt(FixedPoint x)
    {
        if (x.Mantissa.Sign <= 0)
        {
            return FixedPoint.Zero;
        }

        BigInteger square = x.Mantissa << FixedPoint.Bits;
        BigInteger root = BigInteger.One << ((square.ToByteArray().Length * 4) + 1);
        while (true)
        {
            BigInteger next = (root + (square / root)) >> 1;
            if (next >= root)
            {
                return new FixedPoint(root);
            }

            root = next;
        }
    }

    /// <summary>
    /// The inverse sine, for arguments from -1 to 1: <c>x</c> where its tangent's half, <c>t = x / (1 + sqrt(1 - x^2))</c>, is halved twice
    /// more and put into the series of the inverse tangent.
    /// </summary>
    public static FixedPoint Asin(FixedPoint x)
    {
        const int Halved = 3;
        FixedPoint tangent = x / (FixedPoint.One + Sqrt(FixedPoint.One - (x * x)));
        for (int step = 1; step < Halved; step++)
        {
            tangent = tangent / (FixedPoint.One + Sqrt(FixedPoint.One + (tangent * tangent)));
        }

        FixedPoint square = tangent * tangent,
            power = tangent,
            sum = tangent;
        for (int n = 3; !power.IsZero; n += 2)
        {
            power = -(power * square);
            sum += power / n;
        }

        return new FixedPoint(sum.Mantissa << Halved);
    }

    /// <summary>The modified Bessel function of the first kind and order 0: <c>sum of ((x / 2)^n / n!)^2</c>.</summary>
    public static FixedPoint BesselI0(FixedPoint x)
    {
        FixedPoint square = x * x / 4,
            term = FixedPoint.One,
            sum = FixedPoint.One;
        for (int n = 1; !term.IsZero; n++)
        {
            term = term * square / n / n;
            sum += term;
        }

        return sum;
    }

    /// <summary>The angle less whole turns, from -pi to pi.</summary>
    private static FixedPoint Reduced(FixedPoint x)
    {
        BigInteger turn = 2 * Pi.Mantissa;
        BigInteger rest = BigInteger.Remainder(x.Mantissa, turn);
        return new FixedPoint(BigInteger.Abs(rest) * 2 <= turn ? rest : rest - (turn * rest.Sign));
    }

    private static FixedPoint InverseTangentOfInverse(int x)
    {
        BigInteger power = FixedPoint.One.Mantissa / x,
            sum = power;
        for (int n = 3, sign = -1; !power.IsZero; n += 2, sign = -sign)
        {
            power /= x * x;
            sum += sign * power / n;
        }

        return new FixedPoint(sum);
    }
}
