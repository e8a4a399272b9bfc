using System.Globalization;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Lowering;
using ConvGen.Generator.Lowering.Layers;
using ConvGen.Generator.Planning.Layers;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Emission.Description;

/// <summary>The operations of a kernel in words, counted in the programs that are printed.</summary>
internal static class OperationText
{
    public static string Of(KernelPlan plan)
    {
        if (plan.PlaneSums is { } images)
        {
            return Counts(OperationCount.PerSample(images.Across)) + " along planes, and " + Of(images.Within);
        }

        if (plan.Sum.RowSums.Count > 0)
        {
            return Counts(OperationCount.PerSample(plan)) + " per sample, where rows share their sums.";
        }

        if (plan.Taps.Count == 0)
        {
            return "none; every weight is zero.";
        }

        if (plan.Sum is Separation separation)
        {
            return Counts(OfPasses(separation)) + " per sample.";
        }

        int skipped = plan.Model.Kernel.Count - plan.Taps.Sum(tap => tap.Samples);
        return Counts(OperationCount.PerSample(plan))
            + " per sample"
            + (skipped > 0 ? ", " + Count(skipped, "zero tap") + " skipped." : ".");
    }

    /// <summary>The same of a layer.</summary>
    public static string Of(LayerPlan plan)
    {
        OperationCount perSample = LayerOperations.PerSample(plan);
        return plan.Minimal is { } minimal
            ? $"{Count(LayerOperations.PerTile(plan, minimal), "multiplication")} for {Literals.Of(minimal.Results)} x {Literals.Of(minimal.Results)} samples, beside the transforms; {Count(perSample.Multiplications, "multiplication")} for each where a result is lower or narrower."
            : Counts(perSample) + " per sample.";
    }

    private static OperationCount OfPasses(Separation separation)
    {
        OperationCount count = OperationCount.PerSample(separation.Horizontal);
        foreach (KernelPlan pass in separation.Vertical)
        {
            count += OperationCount.PerSample(pass);
        }

        if (separation.Partial is { } partial)
        {
            count += OperationCount.PerSample(partial);
        }

        // A prefix sum adds one sample to the sum of those before it.
        return separation.Prefixes is null ? count : count + new OperationCount(0, 0, 1);
    }

    private static string Counts(OperationCount count) =>
        Count(count.Multiplications, "multiplication")
        + (count.Shifts > 0 ? ", " + Count(count.Shifts, "shift") : "")
        + " and "
        + Count(count.Additions, "addition");

    private static string Count(double count, string noun) =>
        count.ToString("0.##", CultureInfo.InvariantCulture) + " " + noun + (count.Equals(1.0) ? "" : "s");
}
