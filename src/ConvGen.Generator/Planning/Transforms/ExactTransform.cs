using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Planning.Transforms;

/// <summary>
/// Whole sums through transforms in double precision: their error is proven to be below one half, so that rounding gives the sum itself and
/// results have the bits of the direct sum, which stays beside them for what is too small to fill tiles.
/// </summary>
/// <param name="Sums">The plan of the sums: whole weights, and a result of 32 or 64 bits that no division follows.</param>
/// <param name="Finish">The plan of what makes results of them, as a pass over one sum each.</param>
/// <param name="ResultsOfPair">Results that are summed directly in the time that two tiles take.</param>
internal sealed record ExactTransform(KernelPlan Sums, KernelPlan Finish, int ResultsOfPair)
{
    /// <summary>The tiles.</summary>
    public TransformPlan Tiles => Sums.Transform!;

    /// <summary>
    /// The range to which sums are saturated before they are rounded, where what holds results need not hold all sums; or null.
    /// </summary>
    public SumRange? Saturated { get; init; }

    /// <summary>The largest error of a sum before it is rounded.</summary>
    public double Error { get; init; }
}
