using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Layers.Minimal;
using ConvGen.Generator.Emission.Text;

namespace ConvGen.Generator.Emission.Layers.Copies;

/// <summary>
/// Prints how rows of planes become pixels whose channels lie side by side, and how results become rows of planes again: both turn a
/// rectangle of numbers about.
/// </summary>
internal static class PlaneJoining
{
    /// <summary>Whether a copied row is read from several planes.</summary>
    public static bool HasPitch(LayerParts parts) => parts.Plan.JoinsPlanes && parts.Layer.InputChannels > 1;

    /// <summary>A statement that copies the pixels of a row from <c>first</c> to <c>last</c> that lie inside the source.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="parts">The layer.</param>
    /// <param name="column">The place of the first pixel of the row in the source.</param>
    public static string Join(SourceWriter writer, LayerParts parts, string column)
    {
        string inputs = Literals.Of(parts.Layer.InputChannels);
        return $"{Name(writer, parts)}(ref Unsafe.Add(ref row, {column} + first), plane, {inputs}, last - first, "
            + $"ref Unsafe.Add(ref copy, first * {inputs}), {inputs});";
    }

    /// <summary>A row of the result from its copied samples, put back into planes where these were joined.</summary>
    public static void EmitRow(SourceWriter writer, LayerParts parts, string from, string place)
    {
        string to = $"Unsafe.Add(ref {parts.Target}, {place})";
        writer.Line($"Row({LayerDriverEmitter.Arguments(parts.OfRows, from, parts.Plan.JoinsPlanes ? "results" : to, "count")});");
        if (parts.Plan.JoinsPlanes)
        {
            writer.Line(Part(writer, parts, "results", to));
        }
    }

    /// <summary>The same of the rows of a block by minimal filtering.</summary>
    public static void EmitTiles(SourceWriter writer, LayerParts parts, string column)
    {
        if (!parts.Plan.JoinsPlanes)
        {
            string to = $"Unsafe.Add(ref destination, (top * destinationPitch) + {column})";
            writer.Line(MinimalEmitter.Call(parts, to, "destinationPitch", "band", "count"));
            return;
        }

        string pitch = "count * " + Literals.Of(parts.Layer.OutputChannels);
        writer.Line(MinimalEmitter.Call(parts.OfRows, "results", pitch, "band", "count"));
        using (writer.Block("for (nint y = 0; y < band; y++)"))
        {
            writer.Line(
                Part(
                    writer,
                    parts,
                    $"Unsafe.Add(ref results, y * {pitch})",
                    $"Unsafe.Add(ref destination, ((top + y) * destinationPitch) + {column})"
                )
            );
        }

        writer.Line();
    }

    /// <summary>A statement that puts the results of <c>count</c> pixels into planes.</summary>
    private static string Part(SourceWriter writer, LayerParts parts, string from, string to)
    {
        string outputs = Literals.Of(parts.Layer.OutputChannels);
        return $"{Name(writer, parts)}(ref {from}, {outputs}, count, {outputs}, ref {to}, destinationPlane);";
    }

    private static string Name(SourceWriter writer, LayerParts parts) =>
        writer.Use(new HelperKey(HelperKind.Transpose, parts.Plan.Accumulator));
}
