using ConvGen.Generator.Emission.Programs;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Lowering;
using ConvGen.Generator.Lowering.Layers;
using ConvGen.Generator.Planning.Layers;

namespace ConvGen.Generator.Emission.Layers.Rows;

/// <summary>Prints <c>RowOfSamples</c>: the same sums one by one, for processors without vectors and rows that fill none.</summary>
internal static class LayerScalarEmitter
{
    public static void Emit(SourceWriter writer, LayerParts parts)
    {
        writer.Line("/// <summary>A row of the result, sum by sum.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"private static void RowOfSamples({parts.RowParameters(hasScratch: false)})"))
        {
            if (parts.HasColumnTable)
            {
                writer.Line("ref int columns = ref MemoryMarshal.GetReference(TapColumns);");
            }

            writer.Line($"ref {parts.Sum} blockWeights = ref weights;");
            BlockLoop.Emit(writer, parts, () => EmitBlock(writer, parts));
        }

        writer.Line();
    }

    private static void EmitBlock(SourceWriter writer, LayerParts parts)
    {
        LayerPlan plan = parts.Plan;
        string channel = BlockLoop.HasChannel(parts) ? "channel + output" : "output";
        using (writer.Block($"for (nint output = 0; output < {Literals.Of(plan.Block)}; output++)"))
        using (writer.Block("for (nint x = 0; x < count; x++)"))
        {
            ProgramPrinter.Print(
                writer,
                new ScalarLayerLowering(parts, BlockLoop.HasChannel(parts) ? "channel" + (Offset)"output" : "output").Lower()
            );
            string place =
                parts.HasOutputPlane ? $"(({channel}) * destinationPlane) + x"
                : parts.OutputStep == 1 ? "x"
                : $"(x * {Literals.Of(parts.OutputStep)}) + {channel}";
            writer.Line(
                $"Unsafe.Add(ref destination, {place}) = {LayerFinishEmitter.Finish(parts, "y", $"Unsafe.Add(ref {(parts.Quantised is null ? "bias" : "scale")}, {channel})")};"
            );
        }

        if (parts.Groups * plan.Blocks > 1)
        {
            writer.Line();
            writer.Line($"blockWeights = ref Unsafe.Add(ref blockWeights, {Literals.Of(parts.BlockWeights)});");
        }
    }
}
