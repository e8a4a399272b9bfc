using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Transforms;

namespace ConvGen.Generator.Planning.Parts;

/// <summary>The tiles through whose transforms parts of a result are computed, two at a time.</summary>
/// <param name="Tiles">Their size.</param>
/// <param name="Sum">The type in which they are transformed.</param>
/// <param name="IsExact">Whether whole sums come out, which are formed directly where that takes less time.</param>
/// <param name="HasSpectrum">Whether weights arrive at run time, so that a call computes their spectrum.</param>
internal sealed record PartTiles(TransformPlan Tiles, ElementType Sum, bool IsExact, bool HasSpectrum)
{
    /// <summary>Those of a plan, or null where it has none.</summary>
    public static PartTiles? Of(KernelPlan? plan) =>
        plan switch
        {
            { Transform: { } tiles } => new(tiles, plan.Accumulator, IsExact: false, plan.Model.Form.Kernel is not null),
            { Exact: { } exact } => new(exact.Tiles, exact.Sums.Accumulator, IsExact: true, HasSpectrum: false),
            _ => null,
        };

    /// <summary>Rows of results, of a signal results, that pairs of tiles end with, wherever they lie beside each other.</summary>
    public int Step => 2 * (Tiles.HasTwoAxes ? Tiles.Height : Tiles.Width);
}
