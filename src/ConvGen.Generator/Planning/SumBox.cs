using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Planning;

/// <summary>
/// Lets the sums down a box slide: below the first row of a tile each is the one above it, less the sample that leaves it, plus the one that enters. Only for integers, where
/// nothing is rounded, so that it does not matter where a sum began.
/// </summary>
internal static class SumBox
{
    /// <summary>Rows of a column from which sliding saves additions.</summary>
    private const int FewestRows = 4;

    public static KernelPlan Apply(KernelPlan plan)
    {
        KernelMatrix kernel = plan.Model.Kernel;
        bool slides = plan.Accumulator.IsInteger() && plan.Separation is null && plan.ScalarReason is null && plan.Unrolling == Unrolling.Everywhere
            && kernel is { Weights: not null, Columns: 1 } && kernel.Rows >= FewestRows && plan.Model.Vertical is { Stride: 1, Dilation: 1 }
            && plan.Taps.Count == kernel.Rows && plan.Taps.All(tap => tap.Weight.Equals(Rational.One));
        return slides ? (plan with { Slides = true }).Because("each row's sum slides from the one above it") : plan;
    }
}
