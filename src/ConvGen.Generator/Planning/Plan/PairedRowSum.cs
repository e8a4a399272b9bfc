using ConvGen.Generator.Model;

namespace ConvGen.Generator.Planning.Plan;

/// <summary>
/// The one sum along a source row that all kernel rows share, whose bytes are multiplied in pairs. The pairs stand in row 0, and sums of
/// 16 bits take them all.
/// </summary>
/// <param name="Row">The shared sum.</param>
/// <param name="Pairs">Its pairs.</param>
/// <param name="Placement">Where the two samples of a pair lie.</param>
internal sealed record PairedRowSum(RowSum Row, EquatableArray<ProductPair> Pairs, PairPlacement Placement) : PairedSum(Pairs, 8, Placement)
{
    public override EquatableArray<RowSum> RowSums => EquatableArray.Of(Row);

    /// <summary>What output rows take up is of the accumulator's type, and so is what they take it into.</summary>
    public override ElementType FormedFor(ElementType accumulator) => accumulator;
}
