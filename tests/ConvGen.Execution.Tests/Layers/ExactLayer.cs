using System.Numerics;
using ConvGen.Execution.Tests.Numbers;

namespace ConvGen.Execution.Tests.Layers;

/// <summary>The exact sums of a layer on one source.</summary>
/// <param name="Oracle">The naive loops.</param>
/// <param name="Source">The samples as numerators.</param>
/// <param name="Weights">The weights as numerators.</param>
/// <param name="Border">The border's value as a numerator.</param>
/// <param name="Denominator">The denominator of all products.</param>
internal sealed record ExactLayer(LayerOracle Oracle, Stack<Int128> Source, Int128[] Weights, Int128 Border, BigInteger Denominator)
{
    /// <summary>The sum of products and that of their magnitudes, as numerators.</summary>
    public (Int128 Sum, Int128 Magnitude) Sums((int Item, int Channel, int Row, int Column) place) =>
        Oracle.Exact(Source, Weights, Border, place);

    /// <summary>The sum with its bias, and the sum of all magnitudes.</summary>
    public (Fraction Value, Fraction Magnitude) At((int Item, int Channel, int Row, int Column) place, Fraction bias)
    {
        (Int128 sum, Int128 magnitude) = Sums(place);
        return (
            new Fraction((BigInteger)sum, Denominator) + bias,
            new Fraction((BigInteger)magnitude, Denominator) + new Fraction(BigInteger.Abs(bias.Numerator), bias.Denominator)
        );
    }
}
