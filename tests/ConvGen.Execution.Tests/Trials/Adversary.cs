using System.Numerics;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;

namespace ConvGen.Execution.Tests.Trials;

/// <summary>Samples against which a sum has the hardest time.</summary>
internal static class Adversary
{
    /// <summary>Whether samples of a kind are made here.</summary>
    public static bool Makes(Content content) => content is not (Content.Ordinary or Content.Special);

    /// <summary>The samples of a picture without gaps, row by row.</summary>
    /// <param name="declared">The declaration that they are meant for.</param>
    /// <param name="weights">Its weights as written.</param>
    /// <param name="size">Pixels per row, and rows.</param>
    /// <param name="largest">Integers stay within plus and minus this number.</param>
    public static T[] Draw<T>(
        Random random,
        Declared declared,
        Fraction[] weights,
        (int Width, int Height) size,
        Content content,
        long largest
    )
        where T : INumber<T>
    {
        int channels = declared.PixelChannels;
        (T low, T high) = Limits<T>(largest);
        T[] samples = new T[size.Width * size.Height * channels];
        T equal =
            Elements.Of<T>().IsFloating() ? Floating<T>(random, 0)
            : random.Next(2) == 0 ? low
            : high;
        for (int i = 0; i < samples.Length; i++)
        {
            int pixel = i / channels;
            int sign = SignAt(declared, weights, pixel / size.Width, pixel % size.Width);
            samples[i] = content switch
            {
                Content.Aligned => sign < 0 ? low : high,
                Content.Opposed => sign < 0 ? high : low,
                Content.Extreme => Either(random, low, high),
                Content.Equal => equal,
                Content.Ties => Tie<T>(random, declared, low, high),
                _ => Unaimed(random, content, sign, low, high),
            };
        }

        return samples;
    }

    /// <summary>Samples that are hard for sums whatever their weights.</summary>
    public static T[] Draw<T>(Random random, int count, Content content, long largest)
        where T : INumber<T>
    {
        (T low, T high) = Limits<T>(largest);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ => content == Content.Extreme ? Either(random, low, high) : Unaimed(random, content, 1, low, high)),
        ];
    }

    private static T Unaimed<T>(Random random, Content content, int sign, T low, T high)
        where T : INumber<T> =>
        !Elements.Of<T>().IsFloating() ? Either(random, low, high)
        : content == Content.Subnormal ? Tiny<T>(random)
        : content == Content.Cancelling ? Floating<T>(random, 8) * T.CreateChecked(random.Next(2) == 0 ? sign : -sign)
        : Floating<T>(random, random.Next(9) == 0 ? 16 : 0);

    private static T Either<T>(Random random, T low, T high) => random.Next(2) == 0 ? low : high;

    /// <summary>The sign of the weight that a sample meets in every window that begins at a multiple of the kernel's size.</summary>
    private static int SignAt(Declared declared, Fraction[] weights, int row, int column)
    {
        int tap =
            (row / declared.Dilation(0) % declared.Rows * declared.Columns)
            + (column / declared.Dilation(declared.Axes - 1) % declared.Columns);
        return weights[declared.IsConvolution ? weights.Length - 1 - tap : tap].Numerator.Sign < 0 ? -1 : 1;
    }

    private static (T Low, T High) Limits<T>(long largest)
        where T : INumber<T>
    {
        if (Elements.Of<T>().IsFloating())
        {
            // All bits of the significand are set, so that every product is rounded.
            T high = T.CreateChecked(
                Elements.Of<T>() switch
                {
                    Element.Half => 31.984375,
                    Element.Single => 31.9999981,
                    _ => 31.999999999999996,
                }
            );
            return (-high, high);
        }

        (BigInteger minimum, BigInteger maximum) = Elements.Of<T>().Range();
        return (T.CreateChecked(BigInteger.Max(minimum, -largest)), T.CreateChecked(BigInteger.Min(maximum, largest)));
    }

    /// <summary>A number from one to two with all its bits drawn, times a power of two.</summary>
    private static T Floating<T>(Random random, int power)
        where T : INumber<T>
    {
        int bits = Elements.Of<T>() switch
        {
            Element.Half => 10,
            Element.Single => 23,
            _ => 45,
        };
        double significand = 1 + Math.ScaleB(random.NextInt64(1L << bits), -bits);
        return T.CreateChecked(Math.ScaleB(significand, Elements.Of<T>() == Element.Half ? Math.Min(power, 4) : power));
    }

    /// <summary>
    /// A multiple of the smallest number with any count of bits; now and then a larger one, whose sums with the others lie on both sides of
    /// the smallest normal number.
    /// </summary>
    private static T Tiny<T>(Random random)
        where T : INumber<T>
    {
        (int bits, int smallest) = Elements.Of<T>() switch
        {
            Element.Half => (10, -24),
            Element.Single => (23, -149),
            _ => (52, -1074),
        };
        long multiple = random.NextInt64(1L << random.Next(1, bits + 1));
        double value = Math.ScaleB(multiple, smallest + (random.Next(6) == 0 ? random.Next(12) : 0));
        return T.CreateChecked(random.Next(2) == 0 ? value : -value);
    }

    private static T Tie<T>(Random random, Declared declared, T low, T high)
        where T : INumber<T>
    {
        BigInteger half = BigInteger.Abs(declared.Divisor is null ? BigInteger.One : Fraction.Parse(declared.Divisor).Numerator) / 2;
        half = half.IsZero ? BigInteger.One : half;
        BigInteger factors = BigInteger.Min(BigInteger.CreateChecked(high) / half, 1 << 20);
        BigInteger sample = half * random.Next((int)factors + 1);
        return T.CreateChecked(low < T.Zero && random.Next(2) == 0 ? -sample : sample);
    }
}
