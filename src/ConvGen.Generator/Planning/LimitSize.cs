namespace ConvGen.Generator.Planning;

/// <summary>
/// Keeps the taps of large kernels in a loop. The JIT compiles a method without optimisation beyond 8,000 references to locals, which is about
/// 2,000 multiply-adds; and the text of a kernel, printed for every vector width, should stay readable and quick to compile.
/// </summary>
internal static class LimitSize
{
    /// <summary>Taps up to which all are written out.</summary>
    public const int UnrolledTaps = 128;

    public static KernelPlan Apply(KernelPlan plan)
    {
        if (plan.Taps.Count <= UnrolledTaps)
        {
            return plan;
        }

        string reason = $"{plan.Taps.Count} taps are more than the {UnrolledTaps} that can be written out for every vector width within the JIT compiler's limits";

        // A loop runs over the dense kernel, so zero taps come back; the sum is the same.
        return (plan with { LoopReason = reason, Taps = Dense(plan) }).Because("taps in a loop: " + reason);
    }

    private static Model.EquatableArray<Tap> Dense(KernelPlan plan) => ReadTaps.Start(plan.Model).Taps;
}
