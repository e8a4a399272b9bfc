using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Planning.Layers;

namespace ConvGen.Generator.Emission.Layers.Tiles;

/// <summary>
/// Some pixels of a row, with output channels across the lanes. Each sample is spread over a vector and multiplied by the weights of a
/// block of channels; samples of neighbouring taps
/// lie side by side, so that one loop runs through a row of the window, and another one through its rows.
/// </summary>
internal sealed class OutputChannelTile(SourceWriter writer, LayerParts parts, VectorWidth width, int vectors, int across)
    : ChannelLanesTile(writer, parts, width, vectors, across)
{
    protected override string Channels => $"{Literals.Of(Vectors * Lanes)} of their output channels";

    protected override void EmitSums()
    {
        Writer.Line($"ref {Parts.Sum} w = ref weights;");
        TapRows.EmitFirst(Writer, Parts, "source");
        int columns = Parts.Model.Horizontal.Size,
            inputs = Plan.ReadInputs;
        TapRows.Emit(
            Writer,
            Parts,
            () =>
            {
                if (Parts.Tile(Width)!.Slides)
                {
                    EmitSlidingRow(columns);
                }
                else if (Parts.HasOneRun)
                {
                    Writer.Line($"ref {Parts.Sum} p = ref line;");
                    EmitRun("i", columns * inputs);
                }
                else
                {
                    Writer.Line($"ref {Parts.Sum} tap = ref line;");
                    Loop(
                        "c",
                        columns,
                        () =>
                        {
                            Writer.Line($"ref {Parts.Sum} p = ref tap;");
                            EmitRun("i", inputs);
                            if (columns > 1)
                            {
                                Writer.Line($"tap = ref Unsafe.Add(ref tap, {Literals.Of(Parts.TapStep)});");
                            }
                        }
                    );
                }
            },
            isSpaced: true
        );
        Writer.Line();
    }

    private void EmitSlidingRow(int columns)
    {
        EmitSlidingProducts(columns, column => Load("w", column * Plan.Block), place => Width.Broadcast(At("line", place)));
        Writer.Line();
        Writer.Line($"w = ref Unsafe.Add(ref w, {Literals.Of(columns * Plan.Block)});");
    }

    /// <summary>Prints so many products for each pixel, whose samples lie side by side.</summary>
    private void EmitRun(string index, int length)
    {
        int rounds = LayerTile.RoundsOf(length);
        Loop(
            index,
            length / rounds,
            () =>
            {
                for (int round = 0; round < rounds; round++)
                {
                    EmitProducts(round, isFirst: round == 0);
                }

                Writer.Line($"p = ref Unsafe.Add(ref p, {Literals.Of(rounds)});");
                Writer.Line($"w = ref Unsafe.Add(ref w, {Literals.Of(rounds * Plan.Block)});");
            }
        );
    }

    private void EmitProducts(int round, bool isFirst)
    {
        string suffix = isFirst ? "" : "_" + Literals.Of(round);
        for (int vector = 0; vector < Vectors; vector++)
        {
            Writer.Line($"{VectorType} w{Literals.Of(vector)}{suffix} = {Load("w", (round * Plan.Block) + (vector * Lanes))};");
        }

        for (int pixel = 0; pixel < Across; pixel++)
        {
            string sample = Width.Broadcast(At("p", ((long)pixel * Parts.PixelStep) + round));
            if (Vectors > 1)
            {
                string name = $"p{Literals.Of(pixel)}{suffix}";
                Writer.Line($"{VectorType} {name} = {sample};");
                sample = name;
            }

            for (int vector = 0; vector < Vectors; vector++)
            {
                string sum = Sum(pixel, vector);
                Writer.Line($"{sum} = {Accumulate(sum, sample, "w" + Literals.Of(vector) + suffix)};");
            }
        }

        Writer.Line();
    }
}
