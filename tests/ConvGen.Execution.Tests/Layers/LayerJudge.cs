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
    /// <param name="isNearZero">Whether products are so small that each rounding may also err by half of the smallest number.</param>
    public static string? Objection<T>(DeclaredLayer layer, Fraction value, Fraction magnitude, T actual, bool isNearZero = false)
        where T : INumber<T>
    {
        Element type = layer.Space.Destination;
        Element accumulator = LayerOracle.Accumulator(layer);
        double error = LayerOracle.IsExact(layer) ? 0 : SumError(layer, (double)magnitude.Numerator / (double)magnitude.Denominator);
        error += isNearZero ? (layer.Taps + 2) * Binary.UnderflowError(accumulator) : 0;
        if (!type.IsFloating())
        {
            BigInteger low = Rounded(layer, value - Fraction.Of(error)),
                high = Rounded(layer, value + Fraction.Of(error));
            BigInteger integer = BigInteger.CreateChecked(actual);
            return integer >= low && integer <= high ? null : $"{actual} instead of {low}..{high} (exactly {value})";
        }

        // Limiting brings no two numbers further apart.
        Fraction wanted = Limited(layer, value);
        double near = (double)wanted.Numerator / (double)wanted.Denominator;
        double bound =
            error + (type == accumulator ? 0 : (Binary.UnitRoundoff(type) * (Math.Abs(near) + error)) + Binary.UnderflowError(type));
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

    /// <summary>
    /// The error of a result over the error that its sum may have; infinity for a result that is objected to, 0 where it is rounded once
    /// more after the sum.
    /// </summary>
    public static double Ratio<T>(DeclaredLayer layer, Fraction value, Fraction magnitude, T actual)
        where T : INumber<T>
    {
        if (Objection(layer, value, magnitude, actual) is not null)
        {
            return double.PositiveInfinity;
        }

        double error = SumError(layer, (double)magnitude.Numerator / (double)magnitude.Denominator);
        if (LayerOracle.IsExact(layer) || layer.Space.Destination != LayerOracle.Accumulator(layer) || error == 0)
        {
            return 0;
        }

        Fraction difference = Fraction.Of(double.CreateChecked(actual)) - Limited(layer, value);
        return Math.Abs((double)difference.Numerator / (double)difference.Denominator) / error;
    }

    /// <summary>The error that a sum may have whose terms have so large magnitudes together.</summary>
    private static double SumError(DeclaredLayer layer, double magnitude) =>
        (layer.Taps + 2) * Binary.UnitRoundoff(LayerOracle.Accumulator(layer)) * magnitude;

    /// <summary>
    /// Whether a result is right by so much that rounding errors of this very question cannot matter; a shortcut past exact numbers, which
    /// are slow.
    /// </summary>
    /// <param name="layer">The layer.</param>
    /// <param name="sum">The sum of products, as a numerator.</param>
    /// <param name="magnitude">The sum of their magnitudes, as a numerator.</param>
    /// <param name="denominator">The denominator of both.</param>
    /// <param name="bias">The bias.</param>
    /// <param name="actual">The result.</param>
    public static bool IsPlainlyRight<T>(DeclaredLayer layer, Int128 sum, Int128 magnitude, double denominator, double bias, T actual)
        where T : INumber<T>
    {
        Element type = layer.Space.Destination,
            accumulator = LayerOracle.Accumulator(layer);
        if (!type.IsFloating())
        {
            return false;
        }

        double near = ((double)sum / denominator) + bias;
        double size = ((double)magnitude / denominator) + Math.Abs(bias);
        double error = SumError(layer, size);
        double bound =
            error + (type == accumulator ? 0 : (Binary.UnitRoundoff(type) * (Math.Abs(near) + error)) + Binary.UnderflowError(type));
        near = layer.Lowest is { } lowest ? Math.Max(near, Binary.ToDouble(lowest)) : near;
        near = layer.Highest is { } highest ? Math.Min(near, Binary.ToDouble(highest)) : near;
        return Math.Abs(double.CreateChecked(actual) - near) <= bound - (8 * Binary.UnitRoundoff(Element.Double) * size);
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
