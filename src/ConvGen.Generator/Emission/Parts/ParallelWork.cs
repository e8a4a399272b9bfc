using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Groups;
using ConvGen.Generator.Planning.Layers;
using ConvGen.Generator.Planning.Parts;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Emission.Parts;

/// <summary>
/// Prints what those who split a result among threads must know of a kernel: how much work an element of it is, and how low a band may be.
/// </summary>
internal static class ParallelWork
{
    public static void Emit(SourceWriter writer, KernelPlan plan) => Emit(writer, plan.Model.Form, ParallelBands.Of(plan));

    /// <summary>The same for several kernels in one pass.</summary>
    public static void Emit(SourceWriter writer, GroupPlan plan) => Emit(writer, plan.Model.Whole.Form, ParallelBands.Of(plan));

    public static void Emit(SourceWriter writer, LayerPlan plan) => Emit(writer, plan.Model.Form, ParallelBands.Of(plan));

    private static void Emit(SourceWriter writer, SignatureForm form, ParallelBands bands)
    {
        if (!form.IsParallel)
        {
            return;
        }

        if (bands.PairWork is { } pair)
        {
            writer.Line("/// <summary>How much work two tiles are: about so many multiplications.</summary>");
            writer.Line($"internal const double PairWork = {Literals.Of(pair)};");
            writer.Line();
        }

        if (bands.Work == 0)
        {
            return;
        }

        writer.Line("/// <summary>How much work an element of the result is: about so many multiplications.</summary>");
        writer.Line($"internal const double Work = {Literals.Of(bands.Work)};");
        writer.Line();
        writer.Line(
            form.IsVolume
                ? "/// <summary>Planes that a band of the result has at least: lower ones would read the same planes as their "
                    + "neighbours for the most part.</summary>"
            : form.HasRows
                ? "/// <summary>Rows that a band of the result has at least: lower ones would be computed at their ends for the "
                    + "most part.</summary>"
            : "/// <summary>Samples that a stretch of the result has at least: shorter ones would be computed at their ends for "
                + "the most part.</summary>"
        );
        writer.Line($"internal const int Least = {Literals.Of(bands.Least)};");
        writer.Line();
        writer.Line(
            $"/// <summary>{(form.HasRows ? form.IsVolume ? "Planes" : "Rows" : "Samples")} of which a band has a multiple.</summary>"
        );
        writer.Line($"internal const int Group = {Literals.Of(bands.Group)};");
        writer.Line();
    }
}
