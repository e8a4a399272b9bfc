using ConvGen.Generator.Emission.Layers.Tiles;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Layers;

namespace ConvGen.Generator.Emission.Layers.Rows;

/// <summary>Prints the passes over a row with channels across the lanes, from the widest to the one that takes pixel by pixel.</summary>
internal static class ChannelLanesRow
{
    public static void EmitBlock(SourceWriter writer, LayerParts parts, VectorWidth width, LayerTile tile)
    {
        int channels = tile.Vectors * width.Lanes(parts.Plan.Accumulator);
        string channel = BlockLoop.HasChannel(parts) ? "channel" : "0";
        if (channels == parts.Plan.Block)
        {
            Emit(writer, parts, width, tile, BlockLoop.Source(parts, ""), BlockLoop.Weights(parts), channel);
            return;
        }

        using (writer.Block($"for (nint part = 0; part < {Literals.Of(parts.Plan.Block)}; part += {Literals.Of(channels)})"))
        {
            Emit(
                writer,
                parts,
                width,
                tile,
                BlockLoop.Source(parts, ""),
                BlockLoop.Sum(BlockLoop.Weights(parts), "part"),
                BlockLoop.Sum(channel, "part")
            );
        }
    }

    /// <summary>Prints the passes over a row from the widest to the one that takes pixel by pixel.</summary>
    public static void Emit(
        SourceWriter writer,
        LayerParts parts,
        VectorWidth width,
        LayerTile tile,
        string source,
        string weights,
        string channel
    )
    {
        BlockLoop.EmitReferences(writer, parts, source, weights, channel, channel);
        string across = Literals.Of(tile.Across);
        string whole = ChannelLanesTile.Name(width, tile.Across);
        string Arguments(string x, string count) =>
            parts.RowArguments(
                LayerParts.Add("from", x == "0" ? x : Literals.Times(x, parts.PixelStep)),
                "own",
                "start",
                "factors",
                LayerParts.Add("to", x == "0" ? x : Literals.Times(x, parts.OutputStep)),
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

        foreach (int tail in tile.Tails)
        {
            using (writer.Block("if (x < count)"))
            {
                writer.Line($"x += {ChannelLanesTile.Name(width, tail)}({Arguments("x", "count - x")});");
            }
        }
    }
}
