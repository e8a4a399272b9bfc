using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Layers.Minimal;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Layers.Copies;

/// <summary>
/// Prints how rows of planes become pixels whose channels lie side by side, and how results become rows of planes again: both turn a
/// rectangle of numbers about.
/// </summary>
internal static class PlaneJoining
{
    /// <summary>Whether a copied row is read from several planes.</summary>
    public static bool HasPitch(LayerParts parts) => parts.Plan.JoinsPlanes && parts.Layer.InputChannels > 1;

    /// <summary>
    /// Whether pixels are put together in a strip first, because they are copied in another type than the source's, or with room between
    /// them.
    /// </summary>
    public static bool HasStrip(LayerParts parts) =>
        HasPitch(parts) && (parts.Source != CopiedSample.Type(parts) || parts.Layer.InputChannels != CopiedRow.CopiedPixel(parts));

    /// <summary>The strip, behind a comma, or nothing where there is none.</summary>
    public static string Strip(LayerParts parts, string text) => HasStrip(parts) ? ", " + text : "";

    /// <summary>A statement that puts the pixels of a row from <c>first</c> to <c>last</c> together, which lie inside the source.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="parts">The layer.</param>
    /// <param name="column">The place of the first pixel of the row in the source.</param>
    /// <param name="target">Where the first of these pixels goes to.</param>
    public static string Join(SourceWriter writer, LayerParts parts, string column, string target)
    {
        string inputs = Literals.Of(parts.Layer.InputChannels);
        (string name, string from, string to) = Transpose(
            writer,
            parts.Model.Form.Source.Element,
            $"Unsafe.Add(ref row, {column} + first)",
            target
        );
        return $"{name}(ref {from}, plane, {inputs}, last - first, ref {to}, {inputs});";
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
        (string name, from, to) = Transpose(writer, parts.Model.Form.Destination.Element, from, to);
        return $"{name}(ref {from}, {outputs}, count, {outputs}, ref {to}, destinationPlane);";
    }

    /// <summary>What turns elements of a type about, and the references that it takes: bytes are moved without their sign.</summary>
    private static (string Name, string From, string To) Transpose(SourceWriter writer, ElementType type, string from, string to)
    {
        bool isSigned = type == ElementType.SByte;
        string name = writer.Use(new HelperKey(HelperKind.Transpose, isSigned ? ElementType.Byte : type));
        return isSigned ? (name, $"Unsafe.As<sbyte, byte>(ref {from})", $"Unsafe.As<sbyte, byte>(ref {to})") : (name, from, to);
    }
}
