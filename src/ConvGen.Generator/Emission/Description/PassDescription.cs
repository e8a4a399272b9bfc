using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Sums;

namespace ConvGen.Generator.Emission.Description;

/// <summary>The passes of a sum that is formed one axis after the other, in words.</summary>
internal static class PassDescription
{
    /// <summary>The passes of a sum, in their order; none where it is formed in one.</summary>
    public static IEnumerable<DescriptionFact> Facts(KernelPlan plan)
    {
        if (plan.PlaneSums is { } sums)
        {
            yield return new("Across planes", Text(sums.Across));
            yield return new("Within planes", Text(sums.Within));
            foreach (DescriptionFact fact in Facts(sums.Within))
            {
                yield return fact;
            }

            yield break;
        }

        if (plan.Separation is not { } separation)
        {
            yield break;
        }

        for (int term = 0; term < separation.Vertical.Count; term++)
        {
            yield return new(
                separation.Vertical.Count == 1 ? "Vertical" : "Vertical " + Literals.Of(term + 1),
                Text(separation.Vertical[term])
            );
        }

        if (separation.Prefixes is not null)
        {
            yield return new("Prefix sums", PrefixSums.Words(separation));
        }

        if (separation.Partial is { } partial)
        {
            yield return new("Partial", FormattableString.Invariant($"{partial.Model.Kernel.Columns} neighbours added, ") + Text(partial));
        }

        yield return new("Horizontal", Text(separation.Horizontal));
    }

    /// <summary>A pass of a separated sum: what it makes of what, and how.</summary>
    private static string Text(KernelPlan pass)
    {
        SignatureForm form = pass.Model.Form;
        string types =
            KernelDescription.Name(form.Source.Element)
            + " to "
            + KernelDescription.Name(form.Destination.Element)
            + " in "
            + KernelDescription.Name(pass.Accumulator);
        string range = pass.Range is { } sums ? ", sums between " + Literals.Of(sums.Minimum) + " and " + Literals.Of(sums.Maximum) : "";
        return types + range + string.Concat(pass.Decisions.Select(decision => "; " + decision)) + ".";
    }
}
