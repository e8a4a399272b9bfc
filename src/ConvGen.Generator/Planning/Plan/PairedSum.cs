using System.Numerics;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Planning.Plan;

/// <summary>Taps two at a time, in instructions that add the products of neighbours; scalar code has them one by one.</summary>
/// <param name="Pairs">The pairs, one at least.</param>
/// <param name="Bits">Bits of the samples that are multiplied: 8 or 16.</param>
/// <param name="Placement">Where the two samples of a pair lie.</param>
internal record PairedSum(EquatableArray<ProductPair> Pairs, int Bits, PairPlacement Placement) : Sum
{
    /// <summary>
    /// What is taken from samples before they are multiplied, so that signed numbers of 16 bits hold them; zero where that is not needed.
    /// </summary>
    public BigInteger Bias { get; init; }

    /// <summary>How sums of 16 bits make one of 32.</summary>
    public ShortSums ShortSums { get; init; }

    /// <summary>Sums of 16 bits among which the pairs are divided; 1 where one sum takes them all.</summary>
    public int Groups => Pairs.Max(pair => pair.Group) + 1;

    /// <summary>Whether two loads are unpacked for a pair.</summary>
    public bool Unpacks => Placement == PairPlacement.Apart;

    /// <summary>Whether a stride leaves pairs side by side.</summary>
    public bool IsByStride => Placement == PairPlacement.ByStride;

    public override BigInteger SampleBias => Bias;

    public override BigInteger TakenBySampleBias => Bias * Pairs.Aggregate(BigInteger.Zero, (sum, pair) => sum + pair.First + pair.Second);

    /// <summary>Whether bytes are packed from sums of 32 bits, four vectors at a time.</summary>
    public static bool PacksFour(ConvolutionModel model, int bits) => bits == 16 && model.Form.Destination.Element.Size() == 1;

    /// <summary>The same of these pairs.</summary>
    public bool PacksFour(ConvolutionModel model) => PacksFour(model, Bits);

    /// <summary>Whether no pair of a column has a second sample.</summary>
    public bool IsSingle(int column) => Pairs.All(pair => pair.Column != column || pair.Second.IsZero);

    /// <summary>Half as wide as the products of pairs, which are sums.</summary>
    public override ElementType LoadedFor(ElementType accumulator) => Bits == 8 ? ElementType.Byte : ElementType.Int16;

    public override ElementType StoredFor(ElementType accumulator) => ShortSums == ShortSums.Added ? ElementType.Int16 : accumulator;

    /// <summary>
    /// Pairs of bytes have signed products: sums without a sign are formed as if they had one, which wraps to the same bits, and spares the
    /// JIT compiler a conversion for every product.
    /// </summary>
    public override ElementType FormedFor(ElementType accumulator) =>
        ShortSums == ShortSums.InTurn || StoredFor(accumulator) == ElementType.UInt16 ? ElementType.Int16 : StoredFor(accumulator);

    public override StoreKind? StoreOf(KernelPlan plan) =>
        IsByStride ? StoreKind.Words
        : PacksFour(plan.Model) ? StoreKind.AlternatingFour
        : plan.Model.Form.Destination.Element.Size() == 1 ? StoreKind.AlternatingBytes
        : ShortSums == ShortSums.None && plan.Model.Form.Destination.Element.Size() < plan.Accumulator.Size() ? StoreKind.AlternatingWords
        : StoreKind.Alternating;
}

/// <summary>How sums of 16 bits make one of 32.</summary>
internal enum ShortSums
{
    /// <summary>They do not: the sums of pairs are the accumulator's.</summary>
    None,

    /// <summary>Several are formed side by side and added at the end.</summary>
    Added,

    /// <summary>They are formed one after the other, each added to one of 32 bits as soon as it is complete.</summary>
    InTurn,
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
