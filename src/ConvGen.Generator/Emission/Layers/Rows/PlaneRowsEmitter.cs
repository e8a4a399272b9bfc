using ConvGen.Generator.Emission.Layers.Tiles;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Layers.Rows;

/// <summary>
/// Prints <c>Rows</c>, which computes rows of a plane with weights that stay in registers: it picks the widest vectors that a row fills.
/// </summary>
internal static class PlaneRowsEmitter
{
    /// <summary>Arguments of <c>Rows</c>.</summary>
    /// <param name="parts">The layer.</param>
    /// <param name="source">The first sample that is read.</param>
    /// <param name="step">Elements from what a row reads to what the next one does.</param>
    /// <param name="destination">The first result.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="count">Pixels of each.</param>
    public static string Arguments(LayerParts parts, string source, string step, string destination, string rows, string count) =>
        $"ref {source}{(parts.HasPitch ? ", pitch" : "")}, {step}, ref weights{(parts.HasBias ? ", ref start" : "")}, ref {destination}, destinationPitch, {rows}, {count}";

    public static void Emit(SourceWriter writer, LayerParts parts)
    {
        writer.Line("/// <summary>Computes rows of the result with the widest vectors that they fill.</summary>");
        writer.Line("/// <remarks>What the processor lacks is a constant to the JIT compiler and vanishes.</remarks>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"private static void Rows({Parameters(parts)})"))
        {
            string arguments = Arguments(parts, "source", "step", "destination", "rows", "count");
            WidthChoice.Emit(
                writer,
                writer.Widths,
                width => $"{width.Condition(writer, parts.Plan.Fuses)} && count >= {Literals.Of(width.Lanes(parts.Plan.Accumulator))}",
                width => writer.Line($"{RowsTileText.Name(width)}({arguments});"),
                () => EmitSingly(writer, parts)
            );
        }

        writer.Line();
        foreach (VectorWidth width in writer.Widths)
        {
            new RowsTileText(writer, parts, width).Emit();
        }
    }

    private static void EmitSingly(SourceWriter writer, LayerParts parts)
    {
        using (writer.Block("for (nint y = 0; y < rows; y++)"))
        {
            string one = parts.RowArguments(
                "Unsafe.Add(ref source, y * step)",
                "weights",
                "start",
                "scale",
                "Unsafe.Add(ref destination, y * destinationPitch)",
                "count",
                hasScratch: false
            );
            writer.Line($"RowOfSamples({one});");
        }
    }

    public static string Parameters(LayerParts parts) =>
        $"ref {parts.Sum} source{(parts.HasPitch ? ", nint pitch" : "")}, nint step, ref {parts.Sum} weights{(parts.HasBias ? $", ref {parts.Bias.Keyword()} start" : "")}, "
        + $"ref {parts.Destination} destination, nint destinationPitch, nint rows, nint count";
}
