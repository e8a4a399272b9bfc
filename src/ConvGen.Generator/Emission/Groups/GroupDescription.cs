using ConvGen.Generator.Emission.Description;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Model.Groups;
using ConvGen.Generator.Planning.Groups;

namespace ConvGen.Generator.Emission.Groups;

/// <summary>
/// What several kernels compute and how, in words: each kernel as it would be described alone, and what becomes of their results.
/// </summary>
internal static class GroupDescription
{
    /// <summary>What holds for every kernel of a group alike.</summary>
    private static readonly string[] Shared = ["Output", "Border", "Vectors"];

    public static KernelDescription Of(GroupPlan plan, EquatableArray<VectorWidth> widths)
    {
        KernelDescription[] kernels = [.. plan.Kernels.Select(kernel => KernelDescription.Of(kernel, widths))];
        return new(SummaryOf(plan, kernels), Sections(plan, kernels).ToList(), Facts(plan, kernels).ToList());
    }

    private static string SummaryOf(GroupPlan plan, KernelDescription[] kernels)
    {
        GroupModel group = plan.Model;
        if (kernels.Length == 1)
        {
            string summary = KernelDescription.Of(plan.Kernels[0] with { Model = group.Whole }).Summary.TrimEnd('.');
            return summary
                + (group.Scales ? ", scaled" : "")
                + (group.Kept.Count > 0 ? ", with " + MaskEmitter.Words(group) + " kept" : "")
                + ".";
        }

        string operation = group.First.Operation == OperationKind.Convolution ? "convolutions" : "correlations";
        string results = string.Join(", ", group.Outputs.Select(static output => KernelDescription.Name(output.Buffer.Element)).Distinct());
        string what =
            group.Combination == Combination.None
                ? ""
                : group.Combination switch
                {
                    Combination.Magnitude => "Magnitude of ",
                    Combination.AbsoluteSum => "Sum of the absolute values of ",
                    Combination.Maximum => "Largest of ",
                    Combination.Minimum => "Smallest of ",
                    _ => "Sum of ",
                };
        string text =
            $"{what}{Literals.Of(kernels.Length)} {operation} of {KernelDescription.Name(group.Form.Source.Element)} samples in one "
            + $"pass, to {results}"
            + (group.Kept.Count > 0 ? ", with " + MaskEmitter.Words(group) + " kept" : "")
            + ".";
        return text;
    }

    private static IEnumerable<DescriptionSection> Sections(GroupPlan plan, KernelDescription[] kernels)
    {
        for (int index = 0; index < kernels.Length; index++)
        {
            string number = Literals.Of(index + 1);
            string place = plan.Model.Form.Outputs.Count > 0 ? ", into " + plan.Model.Outputs[index].Name : "";
            bool isFirst = true;
            foreach (DescriptionSection section in kernels[index].Sections)
            {
                string head = kernels.Length > 1 && isFirst ? $"Kernel {number} of {Literals.Of(kernels.Length)}{place}. " : "";
                isFirst = false;
                yield return section with
                {
                    Text = head + section.Text,
                };
            }
        }
    }

    private static IEnumerable<DescriptionFact> Facts(GroupPlan plan, KernelDescription[] kernels)
    {
        GroupModel group = plan.Model;
        yield return kernels[0].Facts.First(static fact => fact.Title == "Output");
        yield return kernels[0].Facts.First(static fact => fact.Title == "Border");
        for (int index = 0; index < kernels.Length; index++)
        {
            foreach (DescriptionFact fact in kernels[index].Facts.Where(static fact => !Shared.Contains(fact.Title)))
            {
                yield return kernels.Length == 1 ? fact : fact with { Title = fact.Title + " " + Literals.Of(index + 1) };
            }
        }

        if (plan.Finish is { } finish)
        {
            foreach (ElementType destination in group.Outputs.Select(static output => output.Buffer.Element).Distinct())
            {
                yield return new("Result", FinishWords.Of(group, finish, destination));
            }
        }

        if (group.Kept.Count > 0)
        {
            string when = plan.CopiesKept ? ", copied from the source." : ", taken from the source where results are stored.";
            yield return new("Kept", MaskEmitter.Words(group) + when);
        }

        foreach (DescriptionFact fact in CallDescription.Facts(group.Whole))
        {
            yield return fact;
        }

        if (plan.HasParts)
        {
            yield return new("Traversal", "part by part, so that the source and the results of all kernels stay in the cache.");
        }

        yield return kernels[0].Facts.First(static fact => fact.Title == "Vectors");
    }
}
