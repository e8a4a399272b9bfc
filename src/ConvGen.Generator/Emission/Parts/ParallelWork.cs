using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Groups;
using ConvGen.Generator.Planning.Layers;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Emission.Parts;

/// <summary>
/// Prints what those who split a result among threads must know of a kernel: how much work an element of it is, and how low a band may be.
/// </summary>
internal static class ParallelWork
{
    /// <summary>Loads, stores and conversions of an element, in multiplications that take as long.</summary>
    private const int Moves = 8;

    /// <summary>How many elements vectors compute in the time of one.</summary>
    private const int Lanes = 16;

    /// <summary>Rows of a band, beside which those that it computes in another way than the others (at its ends) are few.</summary>
    private const int FewestRows = 16;

    /// <summary>
    /// The same for a layer that sums over channels, a row of which is much more work than copying the rows that the bands beside it copy
    /// too.
    /// </summary>
    private const int FewestLayerRows = 4;

    /// <summary>Windows that a band is high at least: a band that is lower than its window is computed from copies.</summary>
    private const int Windows = 3;

    /// <summary>Planes of a band: each is much work.</summary>
    private const int FewestPlanes = 1;

    public static void Emit(SourceWriter writer, KernelPlan plan) =>
        Emit(writer, plan.Model, Work(plan), plan.Model.Form.IsVolume ? FewestPlanes : FewestRows, Windows);

    /// <summary>Several kernels in one pass; what is made of their results moves them once more.</summary>
    public static void Emit(SourceWriter writer, GroupPlan plan) =>
        Emit(
            writer,
            plan.Model.Whole,
            plan.Kernels.Sum(Work) + (plan.Finish is null ? 0 : Moves * plan.Kernels.Count),
            FewestRows,
            Windows
        );

    private static long Work(KernelPlan plan) => (Taps(plan) + Moves) * (plan.ScalarReason is null ? 1L : Lanes);

    private static int Taps(KernelPlan plan) =>
        plan.PlaneSums is { } sums ? Taps(sums.Across) + Taps(sums.Within)
        : plan.Separation is { } separation ? separation.Vertical.Sum(Taps) + Taps(separation.Horizontal)
        : plan.Taps.Count;

    public static void Emit(SourceWriter writer, LayerPlan plan) =>
        Emit(
            writer,
            plan.Model,
            (plan.Model.Kernel.Count / plan.Layer.OutputChannels) + Moves,
            FewestLayerRows,
            plan.Layer.GroupInputs > 1 ? 1 : Windows
        );

    private static void Emit(SourceWriter writer, ConvolutionModel model, long work, int rows, int windows)
    {
        if (!model.Form.IsParallel)
        {
            return;
        }

        AxisGeometry axis = model.Form.Axes switch
        {
            1 => model.Horizontal,
            2 => model.Vertical,
            _ => model.Depth,
        };
        long window = (axis.EffectiveSize + axis.Stride - 1L) / axis.Stride;
        writer.Line("/// <summary>How much work an element of the result is: about so many multiplications.</summary>");
        writer.Line($"internal const double Work = {Literals.Of(work)};");
        writer.Line();
        writer.Line(
            model.Form.IsVolume
                ? "/// <summary>Planes that a band of the result has at least: lower ones would read the same planes as their "
                    + "neighbours for the most part.</summary>"
            : model.Form.HasRows
                ? "/// <summary>Rows that a band of the result has at least: lower ones would be computed at their ends for the "
                    + "most part.</summary>"
            : "/// <summary>Samples that a stretch of the result has at least: shorter ones would be computed at their ends for "
                + "the most part.</summary>"
        );
        writer.Line(
            "internal const int Least = "
                + $"{Literals.Of(Math.Min(int.MaxValue, model.Form.IsVolume ? Math.Max(rows, window) : Math.Max(rows, windows * window)))};"
        );
        writer.Line();
    }
}
