using System.Numerics;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;

namespace ConvGen.Execution.Tests.Oracle;

/// <summary>The exact sums of all outputs, over one denominator, with the sums of their terms' magnitudes.</summary>
/// <remarks>
/// Samples and weights are scaled to integers and added in 128 bits, checked: fast enough for millions of outputs. Test data have few
/// significant bits, so an overflow is a mistake in a test and not something to work around.
/// </remarks>
internal sealed class ExactSums
{
    private ExactSums(int width, int height, int channels, BigInteger denominator)
    {
        Width = width;
        Height = height;
        Channels = channels;
        Denominator = denominator;
        Sums = new Int128[width * height * channels];
        Magnitudes = new Int128[Sums.Length];
    }

    /// <summary>Output pixels per row.</summary>
    public int Width { get; }

    public int Height { get; }

    public int Channels { get; }

    public BigInteger Denominator { get; }

    /// <summary>Numerators of <c>sum(w * x)</c>.</summary>
    public Int128[] Sums { get; }

    /// <summary>Numerators of <c>sum(|w| * |x|)</c>.</summary>
    public Int128[] Magnitudes { get; }

    /// <summary>Computes every output of <paramref name="declared"/>.</summary>
    /// <param name="weights">The kernel as written.</param>
    /// <param name="border">What lies outside with a constant border.</param>
    public static ExactSums Of<T>(Declared declared, Fraction[] weights, Fraction border, Picture<T> source)
        where T : INumber<T> => Of(declared, weights, border, new Picture<Fraction>(source.Width, source.Height, source.Channels, source.Width * source.Channels, Inside(source)));

    public static ExactSums Of(Declared declared, Fraction[] weights, Fraction border, Picture<Fraction> source)
    {
        (Int128[] taps, BigInteger tapDenominator) = Scale(weights);
        (Int128[] scaled, BigInteger sampleDenominator) = Scale([.. source.Samples, border]);
        Picture<Int128> samples = new(source.Width, source.Height, source.Channels, source.Pitch, scaled);
        int[][] rows = AxisRule.Vertical(declared).Positions(source.Height);
        int[][] columns = AxisRule.Horizontal(declared).Positions(source.Width);
        bool isEmpty = rows.Length == 0 || columns.Length == 0;
        ExactSums result = new(isEmpty ? 0 : columns.Length, isEmpty ? 0 : rows.Length, source.Channels, tapDenominator * sampleDenominator);
        int index = 0;
        for (int row = 0; row < result.Height; row++)
        {
            for (int column = 0; column < result.Width; column++)
            {
                for (int channel = 0; channel < source.Channels; channel++, index++)
                {
                    result.Add(index, declared.IsConvolution, taps, samples, rows[row], columns[column], channel);
                }
            }
        }

        return result;
    }

    /// <summary>An output's exact value.</summary>
    public Fraction Value(int index) => new((BigInteger)Sums[index], Denominator);

    /// <summary><c>floor(sum + 1/2)</c>, saturated to an integer type.</summary>
    public BigInteger Rounded(int index, Element type)
    {
        BigInteger rounded = Fraction.FloorDivide(((BigInteger)Sums[index] * 2) + Denominator, Denominator * 2);
        (BigInteger minimum, BigInteger maximum) = type.Range();
        return BigInteger.Clamp(rounded, minimum, maximum);
    }

    private static Fraction[] Inside<T>(Picture<T> source)
        where T : INumber<T>
    {
        Fraction[] samples = new Fraction[source.Width * source.Height * source.Channels];
        int index = 0;
        for (int row = 0; row < source.Height; row++)
        {
            for (int element = 0; element < source.Width * source.Channels; element++)
            {
                samples[index++] = Elements.Exact(source.Samples[(row * source.Pitch) + element]);
            }
        }

        return samples;
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

    private void Add(int index, bool isConvolution, Int128[] taps, Picture<Int128> samples, int[] rows, int[] columns, int channel)
    {
        Int128 border = samples.Samples[^1];
        checked
        {
            for (int row = 0; row < rows.Length; row++)
            {
                for (int column = 0; column < columns.Length; column++)
                {
                    int written = (row * columns.Length) + column;
                    Int128 weight = taps[isConvolution ? taps.Length - 1 - written : written];
                    Int128 sample = rows[row] < 0 || columns[column] < 0 ? border : samples[rows[row], columns[column], channel];
                    Int128 product = weight * sample;
                    Sums[index] += product;
                    Magnitudes[index] += Int128.Abs(product);
                }
            }
        }
    }
}
