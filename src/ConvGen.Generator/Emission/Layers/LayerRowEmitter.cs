using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Layers;

namespace ConvGen.Generator.Emission.Layers;

/// <summary>
/// Prints <c>Row</c>, which picks the vector width, and for each width the loops over blocks of output channels and the passes that they
/// call.
/// </summary>
internal static class LayerRowEmitter
{
    /// <summary>Prints them.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="parts">The layer.</param>
    /// <param name="isNested">Whether <c>Row</c> belongs to a type within that of the layer, which calls it.</param>
    public static void Emit(SourceWriter writer, LayerParts parts, bool isNested = false)
    {
        if (!parts.Plan.QuadsChannels)
        {
            EmitChoice(writer, parts, isNested);
        }

        foreach (VectorWidth width in writer.Widths)
        {
            if (parts.Tile(width) is { } tile)
            {
                EmitRow(writer, parts, width, tile);
                EmitPasses(writer, parts, width, tile);
            }
        }
    }

    private static void EmitChoice(SourceWriter writer, LayerParts parts, bool isNested)
    {
        writer.Line("/// <summary>Computes a row of the result, all output channels, with the widest vectors that it fills.</summary>");
        writer.Line("/// <remarks>What the processor lacks is a constant to the JIT compiler and vanishes.</remarks>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"{(isNested ? "internal" : "private")} static void Row({parts.RowParameters(hasScratch: true)})"))
        {
            string arguments = parts.RowArguments("source", "weights", "bias", "scale", "destination", "count", hasScratch: true);
            string scalar =
                $"RowOfSamples({parts.RowArguments("source", "weights", "bias", "scale", "destination", "count", hasScratch: false)});";
            WidthChoice.Emit(
                writer,
                writer.Widths.Where(width => parts.Tile(width) is not null),
                width => width.Condition(writer, parts.Plan.Fuses) + Fills(parts, width),
                width => writer.Line($"RowOf{Literals.Of(width.Bits)}({arguments});"),
                () => writer.Line(scalar)
            );
        }

        writer.Line();
    }

    /// <summary>That a row has pixels enough for a width, where pixels lie across the lanes.</summary>
    private static string Fills(LayerParts parts, VectorWidth width)
    {
        int lanes = width.Lanes(parts.Plan.Accumulator);
        return !parts.HasPixelLanes ? ""
            : !parts.TakesShortRows ? $" && count >= {Literals.Of(lanes)}"
            : width.Bits > 128 ? $" && count > {Literals.Of(lanes / 2)}"
            : "";
    }

    private static void EmitRow(SourceWriter writer, LayerParts parts, VectorWidth width, LayerTile tile)
    {
        // Inlined into its one caller, in which the branches of the other widths vanish. Where there are no others, that is what is called.
        string name = parts.Plan.QuadsChannels ? "Row" : "RowOf" + Literals.Of(width.Bits);
        writer.Line(
            $"/// <summary>A row of the result with vectors of {Literals.Of(width.Bits)} bits, block by block of output channels.</summary>"
        );
        writer.Line($"[MethodImpl(MethodImplOptions.Aggressive{(parts.Plan.QuadsChannels ? "Optimization" : "Inlining")})]");
        using (writer.Block($"private static void {name}({parts.RowParameters(hasScratch: true)})"))
        {
            switch (parts.Plan.Lanes)
            {
                case LayerLanes.OutputChannels:
                    BlockLoop.Emit(writer, parts, () => EmitChannelBlock(writer, parts, width, tile));
                    break;
                case LayerLanes.Channels:
                    EmitPixelChain(writer, parts, width, tile, "0", "0", "0");
                    break;
                default:
                    BlockLoop.Emit(writer, parts, () => EmitPixelParts(writer, parts, width, tile));
                    break;
            }
        }

        writer.Line();
    }

    /// <summary>The weights of the block that the loops stand at.</summary>
    private static string BlockWeights(LayerParts parts)
    {
        int blocks = parts.Plan.Blocks;
        string index = (parts.Groups > 1, blocks > 1) switch
        {
            (true, true) => $"((group * {Literals.Of(blocks)}) + block)",
            (true, false) => "group",
            (false, true) => "block",
            _ => "0",
        };
        return index == "0" ? "0" : LayerParts.Times(index, parts.BlockWeights);
    }

    private static string Sum(string first, string second) =>
        first == "0" ? second
        : second == "0" ? first
        : $"({first}) + {second}";

    private static string GroupSource(LayerParts parts, string input) =>
        parts.Groups == 1 ? "0" : LayerParts.Times("group", parts.Plan.ReadInputs) + input;

    private static void EmitChannelBlock(SourceWriter writer, LayerParts parts, VectorWidth width, LayerTile tile)
    {
        int channels = tile.Vectors * width.Lanes(parts.Plan.Accumulator);
        string channel = BlockLoop.HasChannel(parts) ? "channel" : "0";
        if (channels == parts.Plan.Block)
        {
            EmitPixelChain(writer, parts, width, tile, GroupSource(parts, ""), BlockWeights(parts), channel);
            return;
        }

        using (writer.Block($"for (nint part = 0; part < {Literals.Of(parts.Plan.Block)}; part += {Literals.Of(channels)})"))
        {
            EmitPixelChain(writer, parts, width, tile, GroupSource(parts, ""), Sum(BlockWeights(parts), "part"), Sum(channel, "part"));
        }
    }

    /// <summary>Pixels at a time of the passes that finish a row.</summary>
    private static int[] Tails(LayerTile tile) =>
        tile.Across > 14 ? [14, 4, 2, 1]
        : tile.Across > 8 ? [4, 2, 1]
        : [2, 1];

    /// <summary>Prints the passes over a row from the widest to the one that takes pixel by pixel.</summary>
    private static void EmitPixelChain(
        SourceWriter writer,
        LayerParts parts,
        VectorWidth width,
        LayerTile tile,
        string source,
        string weights,
        string channel
    )
    {
        writer.Line($"ref {parts.Sum} from = ref {LayerParts.Add("source", source)};");
        writer.Line($"ref {parts.Sum} own = ref {LayerParts.Add("weights", weights)};");
        if (parts.HasBias)
        {
            writer.Line($"ref {parts.Bias.Keyword()} start = ref {LayerParts.Add("bias", channel)};");
        }

        if (parts.Quantised is not null)
        {
            writer.Line($"ref float factors = ref {LayerParts.Add("scale", channel)};");
        }

        writer.Line($"ref {parts.Destination} to = ref {LayerParts.Add("destination", channel)};");
        string across = Literals.Of(tile.Across);
        string whole = ChannelLanesTile.Name(width, tile.Across);
        string Arguments(string x, string count) =>
            parts.RowArguments(
                LayerParts.Add("from", x == "0" ? x : LayerParts.Times(x, parts.PixelStep)),
                "own",
                "start",
                "factors",
                LayerParts.Add("to", x == "0" ? x : LayerParts.Times(x, parts.OutputStep)),
                count,
                parts.FinishesFromMemory
            );
        writer.Line($"nint x = {whole}({Arguments("0", "count")});");
        using (writer.Block($"if (count - x > {Literals.Of(tile.Across / 2)} && x > 0)"))
        {
            writer.Line("// One more pass that moves back costs less than several short ones.");
            writer.Line($"x = count - {across};");
            writer.Line($"x += {whole}({Arguments("x", across)});");
        }

        foreach (int tail in Tails(tile))
        {
            using (writer.Block("if (x < count)"))
            {
                writer.Line($"x += {ChannelLanesTile.Name(width, tail)}({Arguments("x", "count - x")});");
            }
        }
    }

    /// <summary>
    /// Vectors of pixels of the passes over a row, widest first. A single output channel has no other sums to form side by side, so that
    /// its rows end in passes of half as many.
    /// </summary>
    private static int[] PixelVectors(LayerTile tile) =>
        tile.Across == 1 && tile.Vectors == 8 ? [8, 4, 2, 1]
        : tile.Vectors == 1 ? [1]
        : [tile.Vectors, 1];

    private static void EmitPixelParts(SourceWriter writer, LayerParts parts, VectorWidth width, LayerTile tile)
    {
        string channel = BlockLoop.HasChannel(parts) ? "channel" : "0";
        if (tile.Across == parts.Plan.Block)
        {
            EmitPixelBlock(writer, parts, width, tile, BlockWeights(parts), channel);
            return;
        }

        using (writer.Block($"for (nint part = 0; part < {Literals.Of(parts.Plan.Block)}; part += {Literals.Of(tile.Across)})"))
        {
            EmitPixelBlock(writer, parts, width, tile, Sum(BlockWeights(parts), "part"), channel == "0" ? "part" : "(channel + part)");
        }
    }

    private static void EmitPixelBlock(
        SourceWriter writer,
        LayerParts parts,
        VectorWidth width,
        LayerTile tile,
        string weights,
        string channel
    )
    {
        int lanes = width.Lanes(parts.Plan.Accumulator);
        string result =
            channel == "0" ? "0"
            : parts.HasOutputPlane ? $"{channel} * destinationPlane"
            : channel;
        writer.Line($"ref {parts.Sum} from = ref {LayerParts.Add("source", GroupSource(parts, " * plane"))};");
        writer.Line($"ref {parts.Sum} own = ref {LayerParts.Add("weights", weights)};");
        if (parts.HasBias)
        {
            writer.Line($"ref {parts.Bias.Keyword()} start = ref {LayerParts.Add("bias", channel)};");
        }

        if (parts.Quantised is not null)
        {
            writer.Line($"ref float factors = ref {LayerParts.Add("scale", channel)};");
        }

        writer.Line($"ref {parts.Destination} to = ref {LayerParts.Add("destination", result)};");
        string Arguments(string x, string count) =>
            parts.RowArguments(
                LayerParts.Add("from", x),
                "own",
                "start",
                "factors",
                LayerParts.Add("to", x == "0" ? x : LayerParts.Times(x, parts.OutputStep)),
                count,
                parts.FinishesFromMemory
            );
        string single = PixelTile.Name(width, 1);
        if (parts.TakesShortRows)
        {
            EmitShortRow(writer, parts, width, tile);
        }

        int[] passes = PixelVectors(tile);
        writer.Line($"nint x = {PixelTile.Name(width, passes[0])}({Arguments("0", "count")});");
        foreach (int vectors in passes.Skip(1))
        {
            using (writer.Block("if (x < count)"))
            {
                writer.Line($"x += {PixelTile.Name(width, vectors)}({Arguments("x", "count - x")});");
            }
        }

        using (writer.Block("if (x < count)"))
        {
            writer.Line("// The last pixels move back to fill a vector; what is computed twice comes out the same.");
            writer.Line($"x = count - {Literals.Of(lanes)};");
            writer.Line($"x += {single}({Arguments("x", Literals.Of(lanes))});");
        }
    }

    /// <summary>
    /// Prints what a row with fewer pixels than lanes takes: one vector for each channel, of which as many pixels are taken as there are.
    /// </summary>
    private static void EmitShortRow(SourceWriter writer, LayerParts parts, VectorWidth width, LayerTile tile)
    {
        string lanes = Literals.Of(width.Lanes(parts.Plan.Accumulator));
        using (writer.Block($"if (count < {lanes})"))
        {
            writer.Line("// The copied row has room for a whole vector; what is computed beyond the last pixel is left behind.");
            string plane = parts.HasOutputPlane ? $", {lanes}" : "",
                pitch = parts.HasPitch ? ", pitch" : "";
            string bias = parts.HasBias ? ", ref start" : "",
                sourcePlane = parts.HasPlane ? ", plane" : "";
            writer.Line($"{PixelTile.Name(width, 1)}(ref from{pitch}{sourcePlane}, ref own{bias}, ref scratch{plane}, {lanes});");
            if (tile.Across == 1)
            {
                EmitTaken(writer, parts, width, "scratch", "to");
            }
            else
            {
                using (writer.Block($"for (nint i = 0; i < {Literals.Of(tile.Across)}; i++)"))
                {
                    writer.Line($"ref {parts.Sum} sums = ref Unsafe.Add(ref scratch, i * {lanes});");
                    writer.Line($"ref {parts.Destination} result = ref Unsafe.Add(ref to, i * destinationPlane);");
                    EmitTaken(writer, parts, width, "sums", "result");
                }
            }

            writer.Line();
            writer.Line(BlockLoop.HasChannel(parts) || tile.Across != parts.Plan.Block ? "continue;" : "return;");
        }

        writer.Line();
    }

    /// <summary>
    /// Prints the copy of so many finished sums: two halves of a vector that overlap, or what fits into less than one of 128 bits, one by
    /// one.
    /// </summary>
    private static void EmitTaken(SourceWriter writer, LayerParts parts, VectorWidth width, string from, string to)
    {
        if (width.Bits == 128)
        {
            using (writer.Block("for (nint j = 0; j < count; j++)"))
            {
                writer.Line($"Unsafe.Add(ref {to}, j) = Unsafe.Add(ref {from}, j);");
            }

            return;
        }

        string half = Literals.Of(width.Lanes(parts.Plan.Accumulator) / 2);
        string operations = "Vector" + Literals.Of(width.Bits / 2);
        writer.Line($"{operations}.LoadUnsafe(ref {from}).StoreUnsafe(ref {to});");
        writer.Line(
            $"{operations}.LoadUnsafe(ref Unsafe.Add(ref {from}, count - {half})).StoreUnsafe(ref Unsafe.Add(ref {to}, count - {half}));"
        );
    }

    private static void EmitPasses(SourceWriter writer, LayerParts parts, VectorWidth width, LayerTile tile)
    {
        switch (parts.Plan.Lanes)
        {
            case LayerLanes.OutputChannels:
                foreach (int across in Tails(tile).Prepend(tile.Across))
                {
                    new OutputChannelTile(writer, parts, width, tile.Vectors, across).Emit();
                }

                break;
            case LayerLanes.Channels:
                foreach (int across in Tails(tile).Prepend(tile.Across))
                {
                    new ChannelTile(writer, parts, width, across).Emit();
                }

                break;
            default:
                foreach (int vectors in PixelVectors(tile))
                {
                    new PixelTile(writer, parts, width, vectors, tile.Across).Emit();
                }

                break;
        }
    }
}
