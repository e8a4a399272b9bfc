using ConvGen.Generator.Emission.Text;

namespace ConvGen.Generator.Emission.Layers.Copies;

/// <summary>Prints <c>Image</c>, the source that is copied from, and how its planes lie.</summary>
internal static class LayerImage
{
    public static void EmitType(SourceWriter writer, LayerParts parts)
    {
        writer.Line("/// <summary>The source that is copied from.</summary>");
        using (writer.Block("private ref struct Image"))
        {
            writer.Line($"public ref {parts.Source} Source;");
            writer.Line("public nint Width;");
            if (parts.HasRows)
            {
                writer.Line("public nint Pitch;");
                writer.Line("public nint Height;");
            }

            if (parts.IsVolume)
            {
                writer.Line("public nint PlanePitch;");
                writer.Line("public nint Depth;");
            }

            if (HasImagePlane(parts))
            {
                writer.Line("public nint Plane;");
            }

            if (PlaneJoining.HasStrip(parts))
            {
                writer.Line($"public ref {parts.Source} Strip;");
            }

            if (parts.Quantised is { HasSourceZeroPoint: true })
            {
                writer.Line("public int ZeroPoint;");
            }

            if (parts.Model.ComputesParts)
            {
                LayerPartEmitter.EmitImageFields(writer, parts);
            }
        }

        writer.Line();
    }

    public static void EmitLocal(SourceWriter writer, LayerParts parts)
    {
        string plane =
            (HasImagePlane(parts) ? ", Plane = " + PlaneOf(parts) : "")
            + PlaneJoining.Strip(parts, "Strip = ref strip")
            + (parts.Quantised is { HasSourceZeroPoint: true } ? ", ZeroPoint = " + LayerQuadsEmitter.ZeroPoint(parts) : "")
            + LayerPartEmitter.ImageValues(parts);
        string planes = parts.IsVolume ? ", PlanePitch = sourcePlanePitch, Depth = depth" : "";
        writer.Line(
            parts.HasRows
                ? $"Image image = new() {{ Source = ref source, Width = width, Pitch = sourcePitch, Height = height{planes}{plane} }};"
                : $"Image image = new() {{ Source = ref source, Width = length{plane} }};"
        );
    }

    /// <summary>Elements from one channel's plane of the source to the next one's, or of a volume from one channel's planes.</summary>
    public static string PlaneOf(LayerParts parts) =>
        parts.IsVolume
            ? "sourcePlanePitch * depth"
            : (parts.HasRows, parts.Model.ComputesParts) switch
            {
                (true, false) => "sourcePitch * height",
                (true, true) => "sourcePitch * heldHeight",
                (false, false) => "length",
                _ => "heldWidth",
            };

    private static bool HasImagePlane(LayerParts parts) =>
        (parts.HasPixelLanes || parts.Plan.JoinsPlanes) && parts.Layer is { IsPlanar: true, InputChannels: > 1 };
}
