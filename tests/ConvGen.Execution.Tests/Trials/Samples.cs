using System.Numerics;
using ConvGen.Execution.Tests.Numbers;

namespace ConvGen.Execution.Tests.Trials;

/// <summary>Random samples that depend on nothing but their seed.</summary>
internal static class Samples
{
    private static readonly double[] SpecialValues =
    [
        double.NaN,
        double.PositiveInfinity,
        double.NegativeInfinity,
        0.0,
        -0.0,
        1.0,
        -1.0,
        0.5,
        -0.5,
        0.49999997,
        1.0 / 3,
        -2.0 / 3,
        8388609,
        16777217,
        4503599627370497,
        1e-45,
        -1e-44,
        1.2e-38,
        5e-324,
        3e-310,
        1e30,
        -1e38,
        3e38,
        1e300,
        -1e308,
        1.7e308,
        65504,
        6e-8,
        2147483647.5,
        -2147483648.5,
        9.3e18,
    ];

    /// <param name="count">How many.</param>
    /// <param name="largest">Integers stay within plus and minus this number.</param>
    public static T[] Draw<T>(Random random, int count, Content content, long largest = long.MaxValue)
        where T : INumber<T>
    {
        T[] samples = new T[count];
        for (int i = 0; i < count; i++)
        {
            samples[i] = content == Content.Special ? Special<T>(random) : Ordinary<T>(random, largest);
        }

        return samples;
    }

    /// <summary>
    /// A value that no result of a test is likely to have, to be seen where nothing may be written, or to spoil a sum where nothing may be
    /// read.
    /// </summary>
    public static T Poison<T>()
        where T : INumber<T> =>
        Elements.Of<T>() switch
        {
            Element.Half or Element.Single or Element.Double => T.CreateSaturating(double.NaN),
            Element.Byte => T.CreateTruncating(0xA5),
            Element.SByte => T.CreateTruncating(0x5A),
            _ => T.CreateTruncating(0x5A5A),
        };

    private static T Special<T>(Random random)
        where T : INumber<T>
    {
        if (!Elements.Of<T>().IsFloating())
        {
            return Ordinary<T>(random, long.MaxValue);
        }

        return random.Next(4) == 0
            ? T.CreateSaturating(SpecialValues[random.Next(SpecialValues.Length)])
            : T.CreateSaturating((random.NextDouble() - 0.5) * 8);
    }

    private static T Ordinary<T>(Random random, long largest)
        where T : INumber<T>
    {
        Element type = Elements.Of<T>();
        if (type.IsFloating())
        {
            // Enough bits that products round, and so few that exact sums fit into 128 bits; from -32 to 32.
            int bits = type switch
            {
                Element.Half => 6,
                Element.Single => 16,
                _ => 25,
            };
            return T.CreateChecked(Math.ScaleB(random.Next(-32 << bits, 32 << bits), -bits));
        }

        (BigInteger minimum, BigInteger maximum) = type.Range();
        long low = (long)BigInteger.Max(minimum, -(BigInteger)largest);
        long high = (long)BigInteger.Min(maximum, largest);
        return T.CreateChecked(
            random.Next(8) switch
            {
                0 => low,
                1 => high,
                2 => Math.Clamp(0, low, high),
                _ => random.NextInt64(low, high == long.MaxValue ? high : high + 1),
            }
        );
    }
}
