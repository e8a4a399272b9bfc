using ConvGen.Generator.Emission.Layers.Tiles;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Planning.Layers;

namespace ConvGen.Generator.Emission.Layers.Rows;

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
                    BlockLoop.Emit(writer, parts, () => ChannelLanesRow.EmitBlock(writer, parts, width, tile));
                    break;
                case LayerLanes.Channels:
                    ChannelLanesRow.Emit(writer, parts, width, tile, "0", "0", "0");
                    break;
                default:
                    BlockLoop.Emit(writer, parts, () => PixelLanesRow.EmitBlock(writer, parts, width, tile));
                    break;
            }
        }

        writer.Line();
    }

    private static void EmitPasses(SourceWriter writer, LayerParts parts, VectorWidth width, LayerTile tile)
    {
        switch (parts.Plan.Lanes)
        {
            case LayerLanes.OutputChannels:
                foreach (int across in tile.Tails.Prepend(tile.Across))
                {
                    new OutputChannelTile(writer, parts, width, tile.Vectors, across).Emit();
                }

                break;
            case LayerLanes.Channels:
                foreach (int across in tile.Tails.Prepend(tile.Across))
                {
                    new ChannelTile(writer, parts, width, across).Emit();
                }

                break;
            default:
                foreach (int vectors in tile.PassVectors)
                {
                    new PixelTile(writer, parts, width, vectors, tile.Across).Emit();
                }

                break;
        }
    }
}
