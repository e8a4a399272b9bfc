using System.Numerics;
using ConvGen.Execution.Tests.Numbers;

namespace ConvGen.Execution.Tests.Layers;

/// <summary>Decides whether one computed number of a layer is what the contract allows.</summary>
internal static class LayerJudge
{
    /// <summary>What is wrong with a result, or null if nothing is.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="value">The exact sum, bias included.</param>
    /// <param name="magnitude">The exact sum of the magnitudes of all terms and the bias.</param>
    /// <param name="actual">The result.</param>
    public static string? Objection<T>(DeclaredLayer layer, Fraction value, Fraction magnitude, T actual)
        where T : INumber<T>
    {
        Element type = layer.Space.Destination;
        Element accumulator = LayerOracle.Accumulator(layer);
        double error = LayerOracle.IsExact(layer) ? 0 : (layer.Taps + 2) * Binary.UnitRoundoff(accumulator) * ((double)magnitude.Numerator / (double)magnitude.Denominator);
        if (!type.IsFloating())
        {
            BigInteger low = Rounded(layer, value - Fraction.Of(error)), high = Rounded(layer, value + Fraction.Of(error));
            BigInteger integer = BigInteger.CreateChecked(actual);
            return integer >= low && integer <= high ? null : $"{actual} instead of {low}..{high} (exactly {value})";
        }

        // Limiting brings no two numbers further apart.
        Fraction wanted = Limited(layer, value);
        double near = (double)wanted.Numerator / (double)wanted.Denominator;
        double bound = error + (type == accumulator ? 0 : (Binary.UnitRoundoff(type) * (Math.Abs(near) + error)) + Binary.UnderflowError(type));
        if (type == Element.Half && Math.Abs(near) + bound > (double)Half.MaxValue)
        {
            return null;
        }

        double number = double.CreateChecked(actual);
        if (!double.IsFinite(number))
        {
            return $"{number:R} instead of {near:R}";
        }

        Fraction difference = Fraction.Of(number) - wanted;
        bool isNear = (new Fraction(BigInteger.Abs(difference.Numerator), difference.Denominator) - Fraction.Of(bound)).Numerator.Sign <= 0;
        return isNear ? null : $"{number:R} instead of {near:R}, allowed error {bound:R}";
    }

    /// <summary><c>floor(y + 1/2)</c>, saturated and limited.</summary>
    private static BigInteger Rounded(DeclaredLayer layer, Fraction value)
    {
        (BigInteger minimum, BigInteger maximum) = layer.Space.Destination.Range();
        BigInteger rounded = BigInteger.Clamp((value + new Fraction(1, 2)).Floor(), minimum, maximum);
        return Limited(layer, new Fraction(rounded, 1)).Numerator;
    }

    private static Fraction Limited(DeclaredLayer layer, Fraction value)
    {
        value = layer.Lowest is { } lowest && (value - lowest).Numerator.Sign < 0 ? lowest : value;
        return layer.Highest is { } highest && (value - highest).Numerator.Sign > 0 ? highest : value;
    }
}
