using ConvGen.Generator.Emission.Layers.Rows;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Layers;

namespace ConvGen.Generator.Emission.Layers.Minimal;

/// <summary>
/// Prints minimal filtering of a copied block: samples are transformed tile by tile, multiplied by weights place by place, where all tiles
/// together are the pixels of a layer of one tap, and products become results.
/// </summary>
internal static class MinimalEmitter
{
    /// <summary>When tiles can be computed, beside which rows are computed one by one: results fill a tile.</summary>
    public static string Condition(MinimalTile minimal, string rows, string columns) =>
        $"Vector128.IsHardwareAccelerated && {rows} >= {Literals.Of(minimal.Results)} && {columns} >= {Literals.Of(minimal.Results)}";

    /// <summary>A call of <c>Tiles</c>.</summary>
    public static string Call(LayerParts parts, string destination, string pitch, string rows, string columns) =>
        $"Tiles(ref copy, ref Unsafe.Add(ref weights, {Literals.Of(parts.ArrangedWeights)}){Others(parts, "start", "ref scratch")}, ref {destination}, {pitch}, {rows}, {columns}, ref tiles);";

    public static void Emit(SourceWriter writer, LayerParts parts, MinimalTile minimal)
    {
        EmitTiles(writer, parts, minimal);
        foreach (bool isEntry in new[] { true, false })
        {
            EmitChoice(writer, parts, isEntry);
            foreach (VectorWidth width in Widths(writer, parts, isEntry))
            {
                new MinimalTransforms(writer, parts, width, minimal).Emit(isEntry);
            }
        }

        LayerParts products = new(parts.Plan.OfProducts);
        writer.Line(
            "/// <summary>Products of transformed samples and weights at one place of all tiles, added over input channels.</summary>"
        );
        using (writer.Block("private static class Products"))
        {
            LayerRowEmitter.Emit(writer, products, isNested: true);
            LayerScalarEmitter.Emit(writer, products);
        }

        writer.Line();
    }

    /// <summary>Arguments of the results' end: bias, factors and zero point, scratch.</summary>
    public static string Others(LayerParts parts, string bias, string scratch) =>
        (parts.HasBias ? ", ref " + bias : "")
        + QuantisedFinish.Arguments(parts, "scale")
        + (parts.ScratchElements > 0 ? ", " + scratch : "");

    public static string OtherParameters(LayerParts parts) =>
        (parts.HasBias ? $", ref {parts.Bias.Keyword()} bias" : "")
        + QuantisedFinish.Parameters(parts)
        + (parts.ScratchElements > 0 ? $", ref {parts.Sum} scratch" : "");

    private static void EmitTiles(SourceWriter writer, LayerParts parts, MinimalTile minimal)
    {
        string side = Literals.Of(minimal.Results),
            less = Literals.Of(minimal.Results - 1);
        string inputs = Literals.Of(parts.Plan.ReadChannels),
            outputs = Literals.Of(parts.Layer.OutputChannels);
        writer.Line(
            $"/// <summary>Rows of the result, {side} x {side} pixels at a time. The last tiles move back to end with the rows and columns{(parts.Plan.Accumulator.IsInteger() ? "; what is computed twice comes out the same" : "")}.</summary>"
        );
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (
            writer.Block(
                $"private static void Tiles(ref {parts.Sum} copy, ref {parts.Sum} weights{OtherParameters(parts)}, ref "
                    + $"{parts.Destination} destination, nint destinationPitch, nint rows, nint count, ref {parts.Sum} space)"
            )
        )
        {
            writer.Line($"nint across = (count + {less}) / {side}, tiles = (rows + {less}) / {side} * across;");
            writer.Line($"ref {parts.Sum} products = ref Unsafe.Add(ref space, {Literals.Of(parts.TileSamples)});");
            void Loop(string body)
            {
                using (writer.Block("for (nint tile = 0; tile < tiles; tile++)"))
                {
                    writer.Line(
                        $"nint top = Math.Min(tile / across * {side}, rows - {side}), left = Math.Min(tile % across * {side}, count "
                            + $"- {side});"
                    );
                    writer.Line(body);
                }

                writer.Line();
            }

            Loop(
                $"Enter(ref Unsafe.Add(ref copy, (top * {Literals.Of(parts.CopiedLine)}) + (left * {inputs})), ref Unsafe.Add(ref "
                    + $"space, tile * {inputs}), tiles * {inputs});"
            );
            using (writer.Block($"for (nint place = 0; place < {Literals.Of(minimal.Places)}; place++)"))
            {
                writer.Line(
                    $"Products.Row(ref Unsafe.Add(ref space, place * tiles * {inputs}), ref Unsafe.Add(ref weights, place * "
                        + $"{Literals.Of(parts.PlaceWeights)}), "
                        + $"ref Unsafe.Add(ref products, place * tiles * {outputs}), tiles);"
                );
            }

            writer.Line();
            Loop(
                $"Leave(ref Unsafe.Add(ref products, tile * {outputs}), tiles * {outputs}{Others(parts, "bias", "ref scratch")}, ref Unsafe.Add(ref destination, (top * destinationPitch) + (left * {outputs})), destinationPitch);"
            );
        }

        writer.Line();
    }

    /// <summary>
    /// The widths of the transforms, whose vectors the channels fill. The narrowest is the last resort, of processors with any vectors or
    /// none, whatever widths an assembly has chosen.
    /// </summary>
    private static IEnumerable<VectorWidth> Widths(SourceWriter writer, LayerParts parts, bool isEntry) =>
        VectorWidth.All.Where(width =>
            width == VectorWidth.Narrowest
            || (parts.Tile(width) is not null && writer.Widths.Contains(width) && MinimalTransforms.Fills(parts, width, isEntry))
        );

    private static void EmitChoice(SourceWriter writer, LayerParts parts, bool isEntry)
    {
        writer.Line(
            isEntry
                ? "/// <summary>The transformed samples of a tile, place by place.</summary>"
                : "/// <summary>The results of a tile from its products.</summary>"
        );
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (writer.Block($"private static void {(isEntry ? "Enter" : "Leave")}({MinimalTransforms.Parameters(parts, isEntry)})"))
        {
            WidthChoice.Emit(
                writer,
                Widths(writer, parts, isEntry).Where(static width => width != VectorWidth.Narrowest),
                width => width.Condition(writer, parts.Plan.Fuses),
                Call,
                () => Call(VectorWidth.Narrowest)
            );
        }

        writer.Line();

        void Call(VectorWidth width) =>
            writer.Line($"{MinimalTransforms.Name(width, isEntry)}({MinimalTransforms.Arguments(parts, isEntry)});");
    }
}
