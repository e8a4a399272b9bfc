namespace ConvGen.Generator.Emission.Layers;

/// <summary>Some pixels of a row, with channels that are convolved alone across the lanes: samples and weights are multiplied lane by lane.</summary>
internal sealed class ChannelTile(SourceWriter writer, LayerParts parts, VectorWidth width, int across)
    : LayerTileText(writer, parts, width, 1, across)
{
    /// <summary>Columns of the kernel up to which they are written out.</summary>
    private const int UnrolledColumns = 7;

    public override void Emit()
    {
        Writer.Line($"/// <summary>Pixels of a row, {Literals.Of(Across)} at a time, and {Literals.Of(Lanes)} of their channels; returns how many pixels.</summary>");
        Writer.Line(Names);
        Writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (Writer.Block($"private static nint {OutputChannelTile.Name(Width, Across)}({Parts.RowParameters(hasScratch: true)})"))
        {
            Writer.Line("nint x = 0;");
            using (Writer.Block(Across == 1 ? "for (; x < count; x++)" : $"for (; x + {Literals.Of(Across)} <= count; x += {Literals.Of(Across)})"))
            {
                EmitSums();
                EmitStores();
                Writer.Line();
                Writer.Line($"source = ref Unsafe.Add(ref source, {Literals.Of((long)Across * Parts.PixelStep)});");
                Writer.Line($"destination = ref Unsafe.Add(ref destination, {Literals.Of((long)Across * Parts.OutputStep)});");
            }

            Writer.Line();
            Writer.Line("return x;");
        }

        Writer.Line();
    }

    private void EmitSums()
    {
        bool startsFromBias = Parts.HasBias && !Plan.BiasJoinsLast;
        for (int pixel = 0; pixel < Across; pixel++)
        {
            string start = !startsFromBias ? VectorType + ".Zero" : pixel == 0 ? Load("bias", 0) : Sum(0, 0);
            Writer.Line($"{VectorType} {Sum(pixel, 0)} = {start};");
        }

        Writer.Line();
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

    private void EmitStores()
    {
        for (int pixel = 0; pixel < Across; pixel++)
        {
            Writer.Line(Plan.StoresVectors
                ? $"{Limited(Sum(pixel, 0))}.StoreUnsafe(ref {At("destination", (long)pixel * Parts.OutputStep)});"
                : $"{Sum(pixel, 0)}.StoreUnsafe(ref {At("scratch", pixel * Lanes)});");
        }

        if (!Plan.StoresVectors)
        {
            Writer.Line($"Finish(ref scratch, {Literals.Of(Across)}, {Literals.Of(Lanes)}, ref destination, {Literals.Of(Parts.OutputStep)}, 1{LayerFinishEmitter.BiasArgument(Parts, outer: 0, inner: 1)});");
        }
    }
}
