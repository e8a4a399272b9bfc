using ConvGen.Generator.Model;

namespace ConvGen.Generator.Planning.Plan;

/// <summary>Sums along source rows, each formed once for all kernel rows that take it up, and the plan's taps besides.</summary>
/// <param name="Rows">The sums, one at least.</param>
internal sealed record SharedSum(EquatableArray<RowSum> Rows) : Sum
{
    public override EquatableArray<RowSum> RowSums => Rows;
}
