namespace ConvGen.Generator.Planning;

/// <summary>
/// Keeps the taps of large kernels in a loop. The JIT compiler compiles a method without optimisation beyond 8,000 references to locals, which is about
/// 2,000 multiply-adds; and the text of a kernel, printed for every vector width, should stay readable and quick to compile. A loop adds the
/// same taps in the same order.
/// </summary>
internal static class LimitSize
{
    /// <summary>Taps up to which every pass writes them out.</summary>
    private const int SmallKernel = 64;

    /// <summary>Taps up to which the passes that compute nearly everything write them out.</summary>
    private const int UnrolledTaps = 128;

    public static KernelPlan Apply(KernelPlan plan)
    {
        if (plan.Taps.Count <= SmallKernel)
        {
            return plan;
        }

        if (plan.Taps.Count <= UnrolledTaps)
        {
            return (plan with { Unrolling = Unrolling.WideTiles }).Because("taps are written out for whole tiles, and a loop for what is left over");
        }

        string reason = $"{plan.Taps.Count} taps are more than the {UnrolledTaps} that can be written out within the JIT compiler's limits";
        return (plan with { Unrolling = Unrolling.Nowhere, LoopReason = reason }).Because("taps in a loop: " + reason);
    }
}
