using ConvGen.Generator.Emission.Programs;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Lowering.Layers;

namespace ConvGen.Generator.Emission.Layers.Tiles;

/// <summary>
/// Some output channels of a row, with neighbouring pixels across the lanes: each weight is spread over a vector and multiplied by the
/// samples of as many pixels.
/// </summary>
internal sealed class PixelTile(SourceWriter writer, LayerParts parts, VectorWidth width, int vectors, int across)
    : LayerTileText(writer, parts, width, vectors, across)
{
    public static string Name(VectorWidth width, int vectors) =>
        (vectors == 1 ? "Vector" : "Vectors" + Literals.Of(vectors)) + "Of" + Literals.Of(width.Bits);

    public override void Emit()
    {
        string pixels = Literals.Of(Vectors * Lanes);
        string channels = Across == 1 ? "one output channel" : Literals.Of(Across) + " output channels";
        Writer.Line($"/// <summary>Pixels of a row, {pixels} at a time, for {channels}; returns how many pixels.</summary>");
        Writer.Line(Names);
        Writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (Writer.Block($"private static nint {Name(Width, Vectors)}({Parts.RowParameters(Parts.FinishesFromMemory)})"))
        {
            if (Parts.HasColumnTable)
            {
                Writer.Line("ref int columns = ref MemoryMarshal.GetReference(TapColumns);");
            }

            Writer.Line("nint x = 0;");
            using (Writer.Block($"for (; x + {pixels} <= count; x += {pixels})"))
            {
                ProgramPrinter.Print(Writer, new PixelLowering(Parts, Width, Vectors, Across).Lower());
                EmitStores();
                Writer.Line();
                Writer.Line($"source = ref Unsafe.Add(ref source, {pixels});");
                Writer.Line(
                    $"destination = ref Unsafe.Add(ref destination, {Literals.Times(pixels, 1) + (Parts.OutputStep == 1 ? "" : " * " + Literals.Of(Parts.OutputStep))});"
                );
            }

            Writer.Line();
            Writer.Line("return x;");
        }

        Writer.Line();
    }

    /// <summary>Prints that table.</summary>
    public static void EmitTable(SourceWriter writer, LayerParts parts)
    {
        writer.Line("/// <summary>Elements from the first sample of a row to that of each tap.</summary>");
        writer.Line(
            $"private static ReadOnlySpan<int> TapColumns => [{string.Join(", ", Enumerable.Range(0, parts.Model.Horizontal.Size).Select(column => Literals.Of(parts.Offset(column))))}];"
        );
        writer.Line();
    }

    private void EmitStores()
    {
        int pixels = Vectors * Lanes;
        for (int channel = 0; channel < Across; channel++)
        {
            if (Plan.StoresVectors && channel > 0)
            {
                Writer.Line(
                    $"{(channel == 1 ? $"ref {Parts.Destination} result = ref Unsafe.Add(ref destination, destinationPlane);" : "result = ref Unsafe.Add(ref result, destinationPlane);")}"
                );
            }

            for (int vector = 0; vector < Vectors; vector++)
            {
                Writer.Line(
                    Plan.StoresVectors
                        ? $"{Limited(Sum(channel, vector))}.StoreUnsafe(ref {At(channel == 0 ? "destination" : "result", vector * Lanes)});"
                        : $"{Sum(channel, vector)}.StoreUnsafe(ref {At("scratch", (channel * pixels) + (vector * Lanes))});"
                );
            }
        }

        if (!Plan.StoresVectors)
        {
            string channelStep = Parts.HasOutputPlane ? "destinationPlane" : "1";
            Writer.Line(
                $"Finish(ref scratch, {Literals.Of(Across)}, {Literals.Of(pixels)}, ref destination, {channelStep}, {Literals.Of(Parts.OutputStep)}{LayerFinishEmitter.BiasArgument(Parts, "bias", "scale", outer: 1, inner: 0)});"
            );
        }
    }
}
