using System.Numerics;

namespace ConvGen.Generator.Planning.Plan;

/// <summary>Two taps side by side that one instruction multiplies and adds.</summary>
/// <param name="Row">Row in the kernel as applied.</param>
/// <param name="Column">Column of the first tap in the kernel as applied; the second is its right neighbour.</param>
/// <param name="First">The first weight as a whole number.</param>
/// <param name="Second">The second one. Either may be zero where a tap has no partner.</param>
/// <param name="Group">Which of several sums of 16 bits takes the pair up; 0 where there is one.</param>
internal sealed record ProductPair(int Row, int Column, BigInteger First, BigInteger Second, int Group = 0)
{
    /// <summary>
    /// What odd outputs multiply the samples by where they share those of even ones: their windows begin one further on, so that they meet
    /// them with the weights one further back. Null
    /// where they multiply samples one further on by the same weights.
    /// </summary>
    public ProductPair? Odd { get; init; }

    /// <summary>The weights by which the samples are multiplied: for all outputs, or for even and then for odd ones.</summary>
    public IEnumerable<ProductPair> Weights => Odd is { } odd ? [this with { Odd = null }, odd] : [this];

    /// <summary>Whether nothing is multiplied.</summary>
    public bool IsZero => First.IsZero && Second.IsZero && Odd?.IsZero != false;
}
