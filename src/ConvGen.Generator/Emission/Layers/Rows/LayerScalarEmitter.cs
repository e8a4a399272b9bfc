using ConvGen.Generator.Emission.Layers.Tiles;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
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
            if (parts.HasPixelLanes && PixelTile.HasColumnTable(parts))
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
            bool startsFromBias = parts.HasBias && !plan.BiasJoinsLast;
            writer.Line($"{parts.Sum} y = {(startsFromBias ? $"Unsafe.Add(ref bias, {channel})" : "0")};");
            writer.Line($"ref {parts.Sum} w = ref Unsafe.Add(ref blockWeights, output);");
            TapRows.EmitFirst(writer, parts, $"Unsafe.Add(ref source, {First(parts)})");
            TapRows.Emit(writer, parts, () => TapRows.Loop(writer, "c", parts.Model.Horizontal.Size, () => EmitTap(writer, parts)));
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

    /// <summary>The place of the first sample under a window.</summary>
    private static string First(LayerParts parts)
    {
        LayerOptions layer = parts.Layer;
        string input =
            parts.Plan.Lanes == LayerLanes.Channels ? "output"
            : parts.Groups > 1 ? LayerParts.Times("group", parts.Plan.ReadInputs)
            : "";
        if (parts.HasPixelLanes)
        {
            return input.Length == 0 ? "x" : $"({input} * plane) + x";
        }

        string pixel = LayerParts.Times("x", parts.PixelStep);
        return input.Length == 0 ? pixel : $"({pixel}) + ({input})";
    }

    private static void EmitTap(SourceWriter writer, LayerParts parts)
    {
        int columns = parts.Model.Horizontal.Size;
        string offset =
            columns == 1 ? "0"
            : !parts.HasPixelLanes ? LayerParts.Times("c", parts.TapStep)
            : PixelTile.HasColumnTable(parts) ? "Unsafe.Add(ref columns, c)"
            : parts.Model.Horizontal.Stride == 1 ? LayerParts.Times("c", parts.Model.Horizontal.Dilation)
            : Offsets(parts);
        string step = parts.HasPixelLanes ? "plane" : "1";
        writer.Line($"ref {parts.Sum} p = ref {LayerParts.Add("line", offset)};");
        TapRows.Loop(
            writer,
            "i",
            parts.Plan.ReadInputs,
            () =>
            {
                writer.Line(
                    parts.Plan.Fuses ? "y = MultiplyAdd(p, w, y);"
                    : parts.Plan.PairsChannels ? "y += PairSum(p, w);"
                    : "y += p * w;"
                );
                if (parts.HasChannelLoop)
                {
                    writer.Line($"p = ref Unsafe.Add(ref p, {step});");
                }

                writer.Line($"w = ref Unsafe.Add(ref w, {Literals.Of(parts.Plan.Block)});");
            }
        );
    }

    /// <summary>Places of few taps that a stride scatters over phases.</summary>
    private static string Offsets(LayerParts parts)
    {
        IEnumerable<string> choices = Enumerable
            .Range(0, parts.Model.Horizontal.Size - 1)
            .Select(column => $"c == {Literals.Of(column)} ? {Literals.Of(parts.Offset(column))} : ");
        return string.Concat(choices) + Literals.Of(parts.Offset(parts.Model.Horizontal.Size - 1));
    }
}
