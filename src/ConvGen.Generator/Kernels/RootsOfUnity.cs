using System.Numerics;
using ConvGen.Generator.Kernels.Designs.Arithmetic;

namespace ConvGen.Generator.Kernels;

/// <summary>Powers of the first root of unity of an order, <c>exp(-2 pi i / order)</c>, each correctly rounded in the end.</summary>
internal static class RootsOfUnity
{
    /// <summary>What a zero is off by at most, after so many products in fixed-point numbers.</summary>
    private static readonly BigInteger Noise = BigInteger.One << (FixedPoint.Bits / 4);

    /// <summary>The powers <c>0, step, 2 * step, ...</c>: real and imaginary parts.</summary>
    public static IReadOnlyList<(Rational Re, Rational Im)> Powers(int order, int step, int count)
    {
        FixedPoint angle = Functions.Pi * (2 * step) / order;
        FixedPoint cosine = Functions.Cos(angle),
            sine = -Functions.Sin(angle);
        FixedPoint re = FixedPoint.One,
            im = FixedPoint.Zero;
        List<(Rational, Rational)> powers = [];
        for (int power = 0; power < count; power++)
        {
            powers.Add((Number(re), Number(im)));
            (re, im) = ((re * cosine) - (im * sine), (re * sine) + (im * cosine));
        }

        return powers;
    }

    private static Rational Number(FixedPoint value) => BigInteger.Abs(value.Mantissa) < Noise ? Rational.Zero : value.ToRational();
}
