using System.Numerics;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Planning.Plan;

/// <summary>How vector code multiplies taps two at a time, in instructions that add the products of neighbours.</summary>
/// <param name="Pairs">The pairs, one at least.</param>
/// <param name="Bits">Bits of the samples that are multiplied: 8 or 16.</param>
/// <param name="Placement">Where the two samples of a pair lie.</param>
internal sealed record PairedSum(EquatableArray<ProductPair> Pairs, int Bits, PairPlacement Placement)
{
    /// <summary>
    /// What is taken from samples before they are multiplied, so that signed numbers of 16 bits hold them; zero where that is not needed.
    /// </summary>
    public BigInteger SampleBias { get; init; }

    /// <summary>
    /// Whether sums of 16 bits are formed one after the other, each added to one of 32 as soon as it is complete; otherwise several are
    /// added at the end.
    /// </summary>
    public bool SumsInTurn { get; init; }

    /// <summary>
    /// Sums of 16 bits among which the pairs are divided, and which are added at the end; 1 where one sum takes them all.
    /// </summary>
    public int Groups => Pairs.Max(pair => pair.Group) + 1;

    /// <summary>What taking the bias from samples takes from a sum.</summary>
    public BigInteger TakenBySampleBias => SampleBias * Pairs.Aggregate(BigInteger.Zero, (sum, pair) => sum + pair.First + pair.Second);
}

/// <summary>Where the two samples of a pair lie.</summary>
internal enum PairPlacement
{
    /// <summary>Side by side: a load holds those of even or of odd outputs.</summary>
    SideBySide,

    /// <summary>Apart, as those of interleaved channels do: two loads are unpacked into lower and upper halves.</summary>
    Apart,

    /// <summary>
    /// Side by side where columns have a stride of two, so that the pairs of neighbouring outputs follow each other: a vector holds the
    /// sums of outputs in their order, and is loaded from twice their
    /// place.
    /// </summary>
    ByStride,
}
