namespace ConvGen.Generator.Emission.Layers;

/// <summary>Some pixels of a row, with channels that are convolved alone across the lanes: samples and weights are multiplied lane by lane.</summary>
internal sealed class ChannelTile(SourceWriter writer, LayerParts parts, VectorWidth width, int across)
    : ChannelLanesTile(writer, parts, width, 1, across)
{
    /// <summary>Columns of the kernel up to which they are written out.</summary>
    private const int UnrolledColumns = 7;

    protected override string Channels => "channels";

    protected override void EmitSums()
    {
        Writer.Line($"ref {Parts.Sum} tap = ref weights;");
        Writer.Line($"ref {Parts.Sum} line = ref source;");
        int rows = Parts.Model.Vertical.Size, columns = Parts.Model.Horizontal.Size;
        Loop("r", rows, () =>
        {
            if (columns <= UnrolledColumns)
            {
                for (int column = 0; column < columns; column++)
                {
                    EmitTap(column, "line", (long)column * Parts.TapStep);
                }
            }
            else
            {
                Writer.Line($"ref {Parts.Sum} p = ref line;");
                Loop("c", columns, () =>
                {
                    EmitTap(0, "p", 0);
                    Writer.Line($"p = ref Unsafe.Add(ref p, {Literals.Of(Parts.TapStep)});");
                });
            }

            if (rows > 1)
            {
                Writer.Line("line = ref Unsafe.Add(ref line, pitch);");
            }
        });
        Writer.Line();
    }

    private void EmitTap(int column, string reference, long offset)
    {
        string weights = "w" + Literals.Of(column);
        Writer.Line($"{VectorType} {weights} = {Load("tap", 0)};");
        for (int pixel = 0; pixel < Across; pixel++)
        {
            string sum = Sum(pixel, 0);
            Writer.Line($"{sum} = {Accumulate(sum, Load(reference, offset + ((long)pixel * Parts.PixelStep)), weights)};");
        }

        Writer.Line($"tap = ref Unsafe.Add(ref tap, {Literals.Of(Parts.Layer.InputChannels)});");
        Writer.Line();
    }
}
