using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Planning.Shape;

/// <summary>
/// Decides whether there is vector code: <c>Half</c> and <c>long</c> have no vector conversions, and no vectors divide sums of all 64 bits.
/// A sum of 64 bits
/// is a <c>long</c> without a conversion.
/// </summary>
internal static class ChooseVectors
{
    public static KernelPlan Apply(KernelPlan plan) =>
        Reason(plan) is { } reason ? (plan with { ScalarReason = reason }).Because("no vector code: " + reason) : plan;

    private static string? Reason(KernelPlan plan)
    {
        if (plan.Division is { ByRemainder: true })
        {
            return "sums that leave no room in 64 bits for the half that rounds are divided one at a time";
        }

        ElementType source = plan.Model.Form.Source.Element,
            destination = plan.Model.Form.Destination.Element;
        if (source == ElementType.Half || destination == ElementType.Half)
        {
            return "'Half' samples have no vector conversions";
        }

        return source == ElementType.Int64 || (destination == ElementType.Int64 && plan.Accumulator != ElementType.Int64)
            ? "'long' samples have no vector conversions"
            : null;
    }
}
