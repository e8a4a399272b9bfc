using ConvGen.Generator.Emission.Text;

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
            if (HasColumnTable(Parts))
            {
                Writer.Line("ref int columns = ref MemoryMarshal.GetReference(TapColumns);");
            }

            Writer.Line("nint x = 0;");
            using (Writer.Block($"for (; x + {pixels} <= count; x += {pixels})"))
            {
                EmitSums();
                EmitStores();
                Writer.Line();
                Writer.Line($"source = ref Unsafe.Add(ref source, {pixels});");
                Writer.Line(
                    $"destination = ref Unsafe.Add(ref destination, {LayerParts.Times(pixels, 1) + (Parts.OutputStep == 1 ? "" : " * " + Literals.Of(Parts.OutputStep))});"
                );
            }

            Writer.Line();
            Writer.Line("return x;");
        }

        Writer.Line();
    }

    /// <summary>Whether the places of the taps in a row come from a table, because a stride scatters them over phases.</summary>
    public static bool HasColumnTable(LayerParts parts) => parts.Model.Horizontal.Stride > 1 && !parts.Plan.WritesColumns;

    /// <summary>Prints that table.</summary>
    public static void EmitTable(SourceWriter writer, LayerParts parts)
    {
        writer.Line("/// <summary>Elements from the first sample of a row to that of each tap.</summary>");
        writer.Line(
            $"private static ReadOnlySpan<int> TapColumns => [{string.Join(", ", Enumerable.Range(0, parts.Model.Horizontal.Size).Select(column => Literals.Of(parts.Offset(column))))}];"
        );
        writer.Line();
    }

    private void EmitSums()
    {
        bool startsFromBias = Parts.HasBias && !Plan.BiasJoinsLast;
        for (int channel = 0; channel < Across; channel++)
        {
            for (int vector = 0; vector < Vectors; vector++)
            {
                string start =
                    !startsFromBias ? VectorType + ".Zero"
                    : vector == 0 ? Width.Broadcast(At("bias", channel))
                    : Sum(channel, 0);
                Writer.Line($"{VectorType} {Sum(channel, vector)} = {start};");
            }
        }

        Writer.Line();
        Writer.Line($"ref {Parts.Sum} w = ref weights;");
        TapRows.EmitFirst(Writer, Parts, "source");
        int columns = Parts.Model.Horizontal.Size;
        TapRows.Emit(
            Writer,
            Parts,
            () =>
            {
                if (Plan.WritesColumns)
                {
                    for (int column = 0; column < columns; column++)
                    {
                        EmitProducts("line", Parts.Offset(column), column, hasSuffix: columns > 1);
                        Writer.Line($"w = ref Unsafe.Add(ref w, {Literals.Of(Plan.Block)});");
                        Writer.Line();
                    }
                }
                else
                {
                    Loop("c", columns, EmitChannels);
                }
            }
        );
        Writer.Line();
    }

    private void EmitChannels()
    {
        string offset =
            Parts.Model.Horizontal.Size == 1 ? "0"
            : HasColumnTable(Parts) ? "Unsafe.Add(ref columns, c)"
            : LayerParts.Times("c", Parts.Model.Horizontal.Dilation);
        Writer.Line($"ref {Parts.Sum} s = ref {LayerParts.Add("line", offset)};");
        Loop(
            "i",
            Plan.ReadInputs,
            () =>
            {
                EmitProducts("s", 0, 0, hasSuffix: false);
                if (Parts.HasChannelLoop)
                {
                    Writer.Line("s = ref Unsafe.Add(ref s, plane);");
                }

                Writer.Line($"w = ref Unsafe.Add(ref w, {Literals.Of(Plan.Block)});");
            }
        );
    }

    private void EmitProducts(string reference, long offset, int column, bool hasSuffix)
    {
        string suffix = hasSuffix ? "_" + Literals.Of(column) : "";
        for (int vector = 0; vector < Vectors; vector++)
        {
            Writer.Line($"{VectorType} p{Literals.Of(vector)}{suffix} = {Load(reference, offset + (vector * Lanes))};");
        }

        for (int channel = 0; channel < Across; channel++)
        {
            string weight = $"w{Literals.Of(channel)}{suffix}";
            Writer.Line($"{VectorType} {weight} = {Width.Broadcast(At("w", channel))};");
            for (int vector = 0; vector < Vectors; vector++)
            {
                string sum = Sum(channel, vector);
                Writer.Line($"{sum} = {Accumulate(sum, "p" + Literals.Of(vector) + suffix, weight)};");
            }
        }
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
