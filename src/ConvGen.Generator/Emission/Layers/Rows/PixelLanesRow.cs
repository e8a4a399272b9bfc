using ConvGen.Generator.Emission.Layers.Tiles;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Layers;

namespace ConvGen.Generator.Emission.Layers.Rows;

/// <summary>Prints the passes over a row whose pixels lie across the lanes, and what a row of fewer pixels takes.</summary>
internal static class PixelLanesRow
{
    public static void EmitBlock(SourceWriter writer, LayerParts parts, VectorWidth width, LayerTile tile)
    {
        string channel = BlockLoop.HasChannel(parts) ? "channel" : "0";
        if (tile.Across == parts.Plan.Block)
        {
            EmitChannels(writer, parts, width, tile, BlockLoop.Weights(parts), channel);
            return;
        }

        using (writer.Block($"for (nint part = 0; part < {Literals.Of(parts.Plan.Block)}; part += {Literals.Of(tile.Across)})"))
        {
            EmitChannels(
                writer,
                parts,
                width,
                tile,
                BlockLoop.Sum(BlockLoop.Weights(parts), "part"),
                channel == "0" ? "part" : "(channel + part)"
            );
        }
    }

    private static void EmitChannels(
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
        BlockLoop.EmitReferences(writer, parts, BlockLoop.Source(parts, " * plane"), weights, channel, result);
        string Arguments(string x, string count) =>
            parts.RowArguments(
                LayerParts.Add("from", x),
                "own",
                "start",
                "factors",
                LayerParts.Add("to", x == "0" ? x : Literals.Times(x, parts.OutputStep)),
                count,
                parts.FinishesFromMemory
            );
        string single = PixelTile.Name(width, 1);
        if (parts.TakesShortRows)
        {
            EmitShortRow(writer, parts, width, tile);
        }

        int[] passes = tile.PassVectors;
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
                pitch = (parts.HasDepthPitch ? ", depthPitch" : "") + (parts.HasPitch ? ", pitch" : "");
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
}
