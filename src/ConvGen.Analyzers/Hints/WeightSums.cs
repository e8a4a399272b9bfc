using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;

namespace ConvGen.Analyzers.Hints;

/// <summary>What the weights of a kernel add up to, and whether that can be seen.</summary>
internal static class WeightSums
{
    /// <summary>
    /// The weights of a kernel that was written, tap by tap; null for a layer, a design, and weights that arrive at run time.
    /// </summary>
    public static EquatableArray<Rational>? Written(ConvolutionModel model) =>
        model.Layer is null && model.Design is null ? model.Kernel.Weights : null;

    public static Rational Of(IEnumerable<Rational> weights) => weights.Aggregate(Rational.Zero, static (sum, weight) => sum + weight);

    public static Rational OfSizes(IEnumerable<Rational> weights) =>
        weights.Aggregate(Rational.Zero, static (sum, weight) => sum + Rational.Abs(weight));

    /// <summary>
    /// Whether an even area becomes another one by so much: half a level of 8 bits, or of wider samples and floating-point numbers a
    /// ten-thousandth.
    /// </summary>
    public static bool IsSeen(ConvolutionModel model, Rational difference)
    {
        const int Levels = 2 * byte.MaxValue,
            Parts = 10_000;
        int parts = model.Form.Source.Element.Size() == 1 && model.Form.Destination.Element.IsInteger() ? Levels : Parts;
        return (Rational.Abs(difference) * parts).CompareTo(Rational.One) >= 0;
    }

    /// <summary>The number with which a constant divides so that weights add up to one, where a constant can be exactly that.</summary>
    public static string? Divisor(Rational written, Rational sum)
    {
        ShortestDecimal shortest = ShortestDecimal.Of((written * sum).ToDouble());
        return shortest.ToRational().Equals(written * sum) ? shortest.ToString() : null;
    }

    /// <summary>A sum to six digits.</summary>
    public static string Text(Rational sum) =>
        sum.Denominator < new BigInteger(10_000) ? sum.ToString() : ShortestDecimal.Rounded(sum, 6).ToString();
}
