using ConvGen.Generator.Emission.Borders;
using ConvGen.Generator.Emission.Entry;
using ConvGen.Generator.Emission.Operations;
using ConvGen.Generator.Emission.Parts;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Emission.Transforms;
using ConvGen.Generator.Emission.Volumes;
using ConvGen.Generator.Lowering;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Emission.Passes;

/// <summary>
/// Prints the <c>file static</c> type that computes a kernel, from the outside in: the image, its borders, its rows, one pass.
/// </summary>
internal static class KernelEmitter
{
    public static void Emit(SourceWriter writer, KernelPlan plan)
    {
        writer.Line($"/// <summary>The kernel of <c>{plan.Model.Header.Name}</c>.</summary>");
        writer.Line(KernelNames.TypeAttributes);
        using (writer.Block("file static class " + KernelNames.KernelType(plan.Model.Header)))
        {
            EmitMembers(writer, plan);
        }
    }

    /// <summary>Prints what is in that type, or in one for the images that a volume is filtered by.</summary>
    public static void EmitMembers(SourceWriter writer, KernelPlan plan)
    {
        KernelParts parts = new(plan);
        if (plan.Transform is { } transform)
        {
            SizeEmitter.Emit(writer, parts);
            InPlaceEmitter.Emit(writer, plan);
            ParallelWork.Emit(writer, plan);
            SeenEmitter.Emit(writer, plan);
            TransformEmitter.Emit(writer, parts, transform);
            return;
        }

        if (plan.PlaneSums is { } sums)
        {
            SizeEmitter.Emit(writer, parts);
            InPlaceEmitter.Emit(writer, plan);
            ParallelWork.Emit(writer, plan);
            PlaneSumsEmitter.Emit(writer, parts, sums);
            return;
        }

        if (plan.Separation is null)
        {
            WeightEmitter.EmitTable(writer, parts);
            PairWeights.EmitTable(writer, plan);
            TapLoop.EmitTables(writer, parts);
            KeptSamples.Of(plan)?.EmitTable(writer);
        }

        SizeEmitter.Emit(writer, parts);
        StreamEmitter.Emit(writer, plan);
        InPlaceEmitter.Emit(writer, plan);
        ParallelWork.Emit(writer, plan);
        SeenEmitter.Emit(writer, plan);
        DriverEmitter.Emit(writer, parts);
        if (plan.Halo.IsNeeded)
        {
            GatherEmitter.Emit(writer, parts);
        }

        if (plan.Separation is { } separation)
        {
            SeparableEmitter.Emit(writer, parts, separation);
        }
        else
        {
            EmitPasses(writer, parts);
        }

        ExactEmitter.Emit(writer, parts);
    }

    /// <summary>Prints what forms a sum in one go: the choice of a width, the passes for each, and their arithmetic.</summary>
    public static void EmitPasses(SourceWriter writer, KernelParts parts)
    {
        RowsEmitter.Emit(writer, parts);
        if (parts.Plan.ScalarReason is null)
        {
            foreach (VectorWidth width in writer.Widths)
            {
                VectorPassEmitter.Emit(writer, parts, width);
            }
        }

        ScalarPassEmitter.Emit(writer, parts);
        ArithmeticEmitter.Emit(writer, parts);
    }
}
