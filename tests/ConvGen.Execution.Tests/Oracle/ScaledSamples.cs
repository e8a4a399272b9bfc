using System.Numerics;
using ConvGen.Execution.Tests.Numbers;

namespace ConvGen.Execution.Tests.Oracle;

/// <summary>Samples, and what lies outside, as integers over one denominator.</summary>
/// <param name="Numerators">The samples row by row without gaps; the last one stands for what lies outside.</param>
/// <param name="Denominator">What all of them are divided by.</param>
internal sealed record ScaledSamples(Int128[] Numerators, BigInteger Denominator)
{
    /// <summary>The widest shift that leaves a significand of 53 bits within 128 bits.</summary>
    private const int WidestShift = 70;

    public static ScaledSamples Of(Fraction[] samples, Fraction border)
    {
        (Int128[] numerators, BigInteger denominator) = ExactSums.Scale([.. samples, border]);
        return new ScaledSamples(numerators, denominator);
    }

    /// <summary>The samples of a picture; without a detour through fractions where their exponents lie near each other.</summary>
    public static ScaledSamples Of<T>(Picture<T> source, Fraction border)
        where T : INumber<T>
    {
        int row = source.Width * source.Channels;
        T[] dense = new T[row * source.Height];
        for (int i = 0; i < source.Height; i++)
        {
            source.Samples.AsSpan(i * source.Pitch, row).CopyTo(dense.AsSpan(i * row));
        }

        if (!Elements.Of<T>().IsFloating())
        {
            Int128 scale = (Int128)border.Denominator;
            return new ScaledSamples(
                [.. dense.Select(sample => checked(Int128.CreateChecked(sample) * scale)), (Int128)border.Numerator],
                border.Denominator
            );
        }

        (long Significand, int Exponent)[] parts = [.. dense.Select(sample => Binary.Split(double.CreateChecked(sample)))];
        int least = Math.Min(0, parts.Where(part => part.Significand != 0).Select(part => part.Exponent).DefaultIfEmpty().Min());
        int largest = parts.Select(part => part.Exponent).DefaultIfEmpty().Max();
        if (largest - least > WidestShift)
        {
            return Of([.. dense.Select(Elements.Exact)], border);
        }

        BigInteger power = BigInteger.One << -least;
        BigInteger denominator = power * border.Denominator / BigInteger.GreatestCommonDivisor(power, border.Denominator);
        Int128 factor = (Int128)(denominator / power);
        return new ScaledSamples(
            [
                .. parts.Select(part =>
                    part.Significand == 0 ? 0 : checked(((Int128)part.Significand << (part.Exponent - least)) * factor)
                ),
                checked((Int128)(border.Numerator * (denominator / border.Denominator))),
            ],
            denominator
        );
    }
}
