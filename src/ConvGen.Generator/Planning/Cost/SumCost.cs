using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Sums;

namespace ConvGen.Generator.Planning.Cost;

/// <summary>
/// What a sum costs in the way that is planned for it, after the separation: for integers the time in vectors, otherwise operations.
/// </summary>
internal static class SumCost
{
    /// <summary>
    /// Rows of sums along planes for each row of the result: a few more than these, because neighbouring bands have their ends in common.
    /// </summary>
    private const double CommonRows = 1.25;

    /// <summary>The way of a sum through the images between the passes: it is stored, and loaded again.</summary>
    private const double Traffic = 2;

    /// <summary>The cost of one result.</summary>
    public static double Of(KernelPlan plan)
    {
        if (plan.PlaneSums is { } sums)
        {
            int samples = sums.Within.Model.Vertical.Stride * sums.Within.Model.Horizontal.Stride;
            return (samples * CommonRows * (Of(sums.Across) + Traffic)) + Of(sums.Within);
        }

        bool isInteger = plan.Accumulator.IsInteger();
        if (plan.Separation is { } separation)
        {
            return isInteger ? VectorTime.Passes(separation) : OperationCost.Separated(separation);
        }

        KernelPlan shared = ShareRowSums.Apply(plan);
        return isInteger ? VectorTime.OnePass(shared)
            : shared.Sum.RowSums.Count > 0 ? OperationCost.WithRowSums(shared)
            : OperationCost.Direct(plan);
    }
}
