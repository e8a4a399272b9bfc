using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;

namespace ConvGen.Generator.Planning;

/// <summary>
/// Keeps the taps of large kernels in a loop. The JIT compiler compiles a method without optimisation beyond 8,000 references to locals, which is about
/// 2,000 multiply-adds; and the text of a kernel, printed for every vector width, should stay readable and quick to compile. A loop adds the
/// same taps in the same order.
/// </summary>
internal static class LimitSize
{
    /// <summary>Taps up to which every pass writes them out.</summary>
    public const int SmallKernel = 64;

    /// <summary>Taps up to which the passes that compute nearly everything write them out.</summary>
    private const int UnrolledTaps = 128;

    /// <summary>Taps up to which a sum is formed directly; beyond, even its tables would be unreasonable.</summary>
    private const int DirectTaps = 1 << 16;

    /// <summary>Refuses kernels that no direct sum is the right tool for.</summary>
    public static Refusal? Refuse(ConvolutionModel model) => model.Kernel.Count <= DirectTaps ? null : new Refusal(
        DeclarationRules.OptionOutOfRange,
        EquatableArray.Of(
            "The kernel's size",
            Text(model.Kernel.Count) + " taps",
            $"write at most {Text(DirectTaps)}; larger kernels are a task for a Fourier transform"),
        RefusalSite.Kernel);

    public static KernelPlan Apply(KernelPlan plan)
    {
        if (plan.Taps.Count <= SmallKernel)
        {
            return plan;
        }

        if (plan.HasPairs)
        {
            return (plan with { Unrolling = Unrolling.Vectors }).Because("pairs are written out for vectors, and single samples run over the taps in a loop");
        }

        if (plan.Taps.Count <= UnrolledTaps)
        {
            return (plan with { Unrolling = Unrolling.WideTiles }).Because("taps are written out for whole tiles, and a loop for what is left over");
        }

        string reason = $"{plan.Taps.Count} taps are more than the {UnrolledTaps} that can be written out within the JIT compiler's limits";
        return (plan with { Unrolling = Unrolling.Nowhere, LoopReason = reason }).Because("taps in a loop: " + reason);
    }

    private static string Text(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
