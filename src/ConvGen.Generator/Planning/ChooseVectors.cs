using ConvGen.Generator.Model;

namespace ConvGen.Generator.Planning;

/// <summary>Decides whether there is vector code: <c>Half</c> and <c>long</c> have no vector conversions, and a 64-bit sum no vector product of twice its width.</summary>
internal static class ChooseVectors
{
    public static KernelPlan Apply(KernelPlan plan) =>
        Reason(plan) is { } reason ? (plan with { ScalarReason = reason }).Because("no vector code: " + reason) : plan;

    private static string? Reason(KernelPlan plan)
    {
        SignatureForm form = plan.Model.Form;
        foreach (ElementType type in new[] { form.Source.Element, form.Destination.Element })
        {
            if (type is ElementType.Half or ElementType.Int64)
            {
                return $"'{(type == ElementType.Half ? "Half" : "long")}' samples have no vector conversions";
            }
        }

        return plan.Division is { NeedsDoubleWidth: true } && plan.Accumulator == ElementType.Int64
            ? "a 64-bit sum divided by a number that is no power of two needs 128-bit products; a power-of-two Divisor avoids them"
            : null;
    }
}
