using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Shape;
using ConvGen.Generator.Planning.Types;

namespace ConvGen.Generator.Planning.Sums;

/// <summary>
/// Drops taps whose weight is zero, except for a few in a large kernel, whose rows shall look alike. Not in <c>Strict</c>, where zero times
/// infinity is a NaN that must stay, nor for weights that arrive at run time.
/// </summary>
internal static class DropZeroTaps
{
    public static KernelPlan Apply(KernelPlan plan)
    {
        bool mayDrop =
            plan.Model.Kernel.Weights is not null
            && (ChooseAccumulator.IsIntegerSum(plan.Model) || plan.Model.FloatingPoint == FloatingPointMode.Fast);
        if (!mayDrop)
        {
            return plan;
        }

        EquatableArray<Tap> kept = plan.Taps.Where(tap => !tap.Weight.IsZero).ToEquatableArray();
        bool staysRegular = plan.Accumulator.IsFloating() && LimitSize.KeepsZeros(plan.Model, plan.Taps.Count - kept.Count);
        return kept.Count == plan.Taps.Count || staysRegular
            ? plan
            : (plan with { Taps = kept }).Because($"zero taps dropped: {kept.Count} of {plan.Taps.Count} remain");
    }
}
