using System.Numerics;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;

namespace ConvGen.Execution.Tests.Oracle;

/// <summary>The exact sums of all outputs, over one denominator, with the sums of their terms' magnitudes.</summary>
/// <remarks>
/// Samples and weights are scaled to integers and added in 64 or 128 bits, checked: fast enough for millions of outputs. Test data have few
/// significant bits, so an overflow is a mistake in a test and not something to work around.
/// </remarks>
internal sealed class ExactSums
{
    /// <summary>Denominators and sums below which 64 bits hold twice a sum and a denominator more.</summary>
    private const long MostInLong = 1L << 60;

    private readonly long? shortDenominator;

    private Int128? largest;

    private ExactSums(int width, int height, int channels, BigInteger denominator)
    {
        Width = width;
        Height = height;
        Channels = channels;
        Denominator = denominator;
        DenominatorValue = (double)denominator;
        shortDenominator = denominator < MostInLong ? (long)denominator : null;
        Sums = new Int128[width * height * channels];
        Magnitudes = new Int128[Sums.Length];
    }

    /// <summary>Output pixels per row.</summary>
    public int Width { get; }

    public int Height { get; }

    public int Channels { get; }

    public BigInteger Denominator { get; }

    /// <summary>The denominator as it is nearest.</summary>
    public double DenominatorValue { get; }

    /// <summary>Numerators of <c>sum(w * x)</c>.</summary>
    public Int128[] Sums { get; }

    /// <summary>Numerators of <c>sum(|w| * |x|)</c>.</summary>
    public Int128[] Magnitudes { get; }

    /// <summary>Computes every output of <paramref name="declared"/>.</summary>
    /// <param name="weights">The kernel as written.</param>
    /// <param name="border">What lies outside with a constant border.</param>
    public static ExactSums Of<T>(Declared declared, Fraction[] weights, Fraction border, Picture<T> source)
        where T : INumber<T> => Of(declared, weights, ScaledSamples.Of(source, border), (source.Width, source.Height, source.Channels));

    public static ExactSums Of(Declared declared, Fraction[] weights, Fraction border, Picture<Fraction> source) =>
        Of(declared, weights, ScaledSamples.Of(source.Samples, border), (source.Width, source.Height, source.Channels));

    private static ExactSums Of(Declared declared, Fraction[] weights, ScaledSamples scaled, (int Width, int Height, int Channels) size) =>
        Of(
            declared,
            weights,
            scaled,
            size,
            AxisRule.Vertical(declared).Positions(size.Height),
            AxisRule.Horizontal(declared).Positions(size.Width)
        );

    /// <summary>Computes outputs whose windows see given rows and columns; -1 stands for what lies outside.</summary>
    /// <param name="declared">The declaration.</param>
    /// <param name="weights">The kernel as written.</param>
    /// <param name="scaled">The source, and what lies outside.</param>
    /// <param name="size">Pixels of a row, rows, and samples of a pixel.</param>
    /// <param name="rows">For each output row, the rows that the kernel rows see.</param>
    /// <param name="columns">For each output column, the columns that the kernel columns see.</param>
    public static ExactSums Of(
        Declared declared,
        Fraction[] weights,
        ScaledSamples scaled,
        (int Width, int Height, int Channels) size,
        int[][] rows,
        int[][] columns
    )
    {
        (Int128[] taps, BigInteger tapDenominator) = Scale(weights);
        bool isEmpty = rows.Length == 0 || columns.Length == 0;
        ExactSums result = new(isEmpty ? 0 : columns.Length, isEmpty ? 0 : rows.Length, size.Channels, tapDenominator * scaled.Denominator);
        if (declared.IsConvolution)
        {
            Array.Reverse(taps);
        }

        // Sums that 64 bits hold are formed in them: that is ten times as fast.
        BigInteger largest = taps.Length * Largest(taps) * Largest(scaled.Numerators);
        if (largest <= long.MaxValue)
        {
            result.Add(
                [.. taps.Select(tap => (long)tap)],
                [.. scaled.Numerators.Select(sample => (long)sample)],
                rows,
                columns,
                size.Width
            );
        }
        else
        {
            result.Add(taps, scaled.Numerators, rows, columns, size.Width);
        }

        return result;
    }

    private static BigInteger Largest(Int128[] numbers) =>
        numbers.Length == 0 ? 0 : BigInteger.Max(BigInteger.Abs(numbers.Max()), BigInteger.Abs(numbers.Min()));

    /// <summary>An output's exact value.</summary>
    public Fraction Value(int index) => new((BigInteger)Sums[index], Denominator);

    /// <summary>Whether an output's exact value lies in the middle between two integers.</summary>
    public bool IsTie(int index)
    {
        BigInteger halves = BigInteger.DivRem((BigInteger)Sums[index] * 2, Denominator, out BigInteger remainder);
        return remainder.IsZero && !halves.IsEven;
    }

    /// <summary><c>floor(sum + 1/2)</c>, saturated to an integer type.</summary>
    public BigInteger Rounded(int index, Element type) => RoundedInLong(index, type) ?? RoundedAtAnySize(index, type);

    /// <summary>The same in 64 bits, which most sums fit into; null where one does not.</summary>
    public long? RoundedInLong(int index, Element type)
    {
        Int128 sum = Sums[index];
        if (shortDenominator is not { } denominator || sum >= MostInLong || sum <= -MostInLong)
        {
            return null;
        }

        (long quotient, long remainder) = Math.DivRem((2 * (long)sum) + denominator, 2 * denominator);
        (long minimum, long maximum) = type.LongRange();
        return Math.Clamp(remainder < 0 ? quotient - 1 : quotient, minimum, maximum);
    }

    /// <summary>The same of any sum.</summary>
    public BigInteger RoundedAtAnySize(int index, Element type)
    {
        BigInteger rounded = Fraction.FloorDivide(((BigInteger)Sums[index] * 2) + Denominator, Denominator * 2);
        (BigInteger minimum, BigInteger maximum) = type.Range();
        return BigInteger.Clamp(rounded, minimum, maximum);
    }

    /// <summary>Numbers as integers over one denominator.</summary>
    public static (Int128[] Numerators, BigInteger Denominator) Scale(Fraction[] values)
    {
        BigInteger denominator = BigInteger.One;
        foreach (Fraction value in values)
        {
            denominator *= value.Denominator / BigInteger.GreatestCommonDivisor(denominator, value.Denominator);
        }

        return ([.. values.Select(v => checked((Int128)(v.Numerator * (denominator / v.Denominator))))], denominator);
    }

    /// <summary>The largest of <see cref="Magnitudes"/>.</summary>
    public Int128 LargestMagnitude => largest ??= Magnitudes.Max();

    /// <summary>Adds the terms of every output.</summary>
    /// <param name="taps">The kernel as applied.</param>
    /// <param name="samples">The source without gaps, and what lies outside.</param>
    private void Add<T>(T[] taps, T[] samples, int[][] rows, int[][] columns, int width)
        where T : IBinaryInteger<T>
    {
        int index = 0;
        for (int row = 0; row < Height; row++)
        {
            for (int column = 0; column < Width; column++)
            {
                for (int channel = 0; channel < Channels; channel++, index++)
                {
                    (T sum, T magnitude) = Sum(taps, samples, rows[row], columns[column], width, channel);
                    Sums[index] = Int128.CreateChecked(sum);
                    Magnitudes[index] = Int128.CreateChecked(magnitude);
                }
            }
        }
    }

    private (T Sum, T Magnitude) Sum<T>(T[] taps, T[] samples, int[] rows, int[] columns, int width, int channel)
        where T : IBinaryInteger<T>
    {
        T sum = T.Zero,
            magnitude = T.Zero;
        int tap = 0;
        checked
        {
            foreach (int row in rows)
            {
                foreach (int column in columns)
                {
                    T product =
                        taps[tap++] * (row < 0 || column < 0 ? samples[^1] : samples[(((row * width) + column) * Channels) + channel]);
                    sum += product;
                    magnitude += T.Abs(product);
                }
            }
        }

        return (sum, magnitude);
    }
}
