using ConvGen.Generator.Emission.Programs;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Lowering.Layers;

namespace ConvGen.Generator.Emission.Layers.Tiles;

/// <summary>
/// Some pixels of a row, with channels of the result across the lanes: what such passes share, whatever their products are.
/// </summary>
internal abstract class ChannelLanesTile(SourceWriter writer, LayerParts parts, VectorWidth width, int vectors, int across)
    : LayerTileText(writer, parts, width, vectors, across)
{
    /// <summary>What the channels are, as in <c>output channels</c>.</summary>
    protected abstract string Channels { get; }

    /// <summary>
    /// The names of references to the first channel of a pass: of the bias, of the results, and of what results are multiplied by.
    /// </summary>
    protected virtual (string Bias, string Destination, string Scale) First => ("bias", "destination", "scale");

    public static string Name(VectorWidth width, int pixels) =>
        (pixels == 1 ? "Pixel" : "Pixels" + Literals.Of(pixels)) + "Of" + Literals.Of(width.Bits);

    public override void Emit()
    {
        Writer.Line($"/// <summary>Pixels of a row, {Literals.Of(Across)} at a time, and {Channels}; returns how many pixels.</summary>");
        Writer.Line(Names);
        Writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (Writer.Block($"private static nint {Name(Width, Across)}({Parts.RowParameters(Parts.FinishesFromMemory)})"))
        {
            Writer.Line("nint x = 0;");
            using (
                Writer.Block(
                    Across == 1 ? "for (; x < count; x++)" : $"for (; x + {Literals.Of(Across)} <= count; x += {Literals.Of(Across)})"
                )
            )
            {
                EmitPixels();
                Writer.Line();
                Writer.Line($"source = ref Unsafe.Add(ref source, {Literals.Of((long)Across * Parts.PixelStep)});");
                Writer.Line($"destination = ref Unsafe.Add(ref destination, {Literals.Of((long)Across * Parts.OutputStep)});");
            }

            Writer.Line();
            Writer.Line("return x;");
        }

        Writer.Line();
    }

    /// <summary>The program of the sums.</summary>
    protected abstract LayerLowering Lowering { get; }

    /// <summary>Prints all that is done to the pixels of a pass.</summary>
    protected virtual void EmitPixels()
    {
        ProgramPrinter.Print(Writer, Lowering.Lower());
        EmitStores();
    }

    private void EmitQuantised()
    {
        for (int pixel = 0; pixel < Across; pixel++)
        {
            for (int vector = 0; vector < Vectors; vector++)
            {
                string result = At(First.Destination, ((long)pixel * Parts.OutputStep) + (vector * Lanes));
                Writer.Line(QuantisedFinish.Store(Parts, Sum(pixel, vector), Load(First.Scale, vector * Lanes), result));
            }
        }
    }

    private void EmitStores()
    {
        if (Parts.FinishesInRegisters)
        {
            EmitQuantised();
            return;
        }

        int channels = Vectors * Lanes;
        string target = Plan.StoresVectors ? First.Destination : "scratch";
        int step = Plan.StoresVectors ? Parts.OutputStep : channels;
        for (int pixel = 0; pixel < Across; pixel++)
        {
            for (int vector = 0; vector < Vectors; vector++)
            {
                string sum = Sum(pixel, vector);
                Writer.Line(
                    $"{(Plan.StoresVectors ? Limited(sum) : sum)}.StoreUnsafe(ref {At(target, ((long)pixel * step) + (vector * Lanes))});"
                );
            }
        }

        if (!Plan.StoresVectors)
        {
            Writer.Line(
                $"Finish(ref scratch, {Literals.Of(Across)}, {Literals.Of(channels)}, ref {First.Destination}, "
                    + $"{Literals.Of(Parts.OutputStep)}, "
                    + $"1{LayerFinishEmitter.BiasArgument(Parts, First.Bias, First.Scale, outer: 0, inner: 1)});"
            );
        }
    }
}
