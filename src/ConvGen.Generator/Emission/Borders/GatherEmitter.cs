using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Parts;
using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Borders;

/// <summary>Prints how the windows of a block are copied, and what lies outside the source.</summary>
internal static class GatherEmitter
{
    public static void Emit(SourceWriter writer, KernelParts parts)
    {
        if (parts.SortsSamples)
        {
            EmitGather(writer, parts);
            StridedCopy.Emit(writer, parts);
        }
    }

    public static string BorderConstant(KernelParts parts) => Literals.Of(parts.Model.BorderValue, parts.Model.Form.Source.Element);

    /// <summary>A call that copies what the windows of a block see, whose first one begins at the given place of the source.</summary>
    public static string Call(SourceWriter writer, KernelParts parts, string column, string line, string lines, string image = "image")
    {
        if (parts.SortsSamples)
        {
            return parts.HasTwoAxes ? $"Gather(in {image}, {column}, {line}, columns, {lines});" : $"Gather(in image, {column}, columns);";
        }

        ConvolutionModel model = parts.Model;
        HelperKey key = new(HelperKind.GatherLine, model.Form.Source.Element, model.Border);
        if (!parts.HasTwoAxes)
        {
            string border = IsConstant(parts) ? ", " + BorderConstant(parts) : "";
            return $"{writer.Use(key)}(ref image.Source, {PartEmitter.Origin(parts)}, image.Width, ref image.Block, {column}, "
                + $"{Count(parts)}, {Literals.Of(model.PixelChannels)}{border});";
        }

        string gather = writer.Use(key with { Kind = HelperKind.Gather, Dilation = model.Vertical.Dilation });
        return $"{gather}(in {image}.Windows, {column}, {line}, {Count(parts)}, {lines});";
    }

    /// <summary>Prints how windows are copied whose samples are sorted by the phases of a stride; the others share their copies.</summary>
    private static void EmitGather(SourceWriter writer, KernelParts parts)
    {
        writer.Line(
            "/// <summary>Copies what the windows of a block see; its first one begins at the given place of the source.</summary>"
        );
        string parameters =
            $"in {FrameEmitter.ImageType(writer, parts)} image, nint x, {(parts.HasTwoAxes ? "nint y, nint columns, nint lines" : "nint columns")}";
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"private static void Gather({parameters})"))
        {
            EmitStrided(writer, parts);
        }

        writer.Line();
    }

    private static void EmitStrided(SourceWriter writer, KernelParts parts)
    {
        if (!parts.HasTwoAxes)
        {
            writer.Line(
                $"GatherPhases(ref image.Source, image.Width{PartEmitter.HeldColumns(parts)}, x, {Count(parts)}, ref image.Block);"
            );
            return;
        }

        using (writer.Block("for (nint i = 0; i < lines; i++)"))
        {
            writer.Line($"ref {parts.Source} copy = ref Unsafe.Add(ref image.Windows.Block, i * {Literals.Of(parts.Layout.RowElements)});");
            writer.Line($"nint line = {Line(parts, "i")};");
            if (IsConstant(parts))
            {
                using (writer.Block("if (line < 0 || line >= image.Windows.Height)"))
                {
                    writer.Line(
                        $"MemoryMarshal.CreateSpan(ref copy, {Literals.Of(parts.Layout.RowElements)}).Fill({BorderConstant(parts)});"
                    );
                    writer.Line("continue;");
                }

                writer.Line();
            }

            string folded = IsConstant(parts) ? "line" : BorderFold.Use(writer, parts.Model.Border) + "(line, image.Windows.Height)";
            string held = parts.Model.ComputesParts ? $"({folded} - image.HeldTop)" : folded;
            writer.Line($"ref {parts.Source} row = ref Unsafe.Add(ref image.Windows.Source, {held} * image.Windows.Pitch);");
            writer.Line($"GatherPhases(ref row, image.Windows.Width{PartEmitter.HeldColumns(parts)}, x, {Count(parts)}, ref copy);");
        }
    }

    /// <summary>Pixels that a row of windows sees, of one phase.</summary>
    private static string Count(KernelParts parts) => SeenPixels.Of(parts.Layout, "columns");

    public static bool IsConstant(KernelParts parts) => parts.Model.Border == BorderMode.Constant;

    /// <summary>The line of the source that a line of a block copies.</summary>
    private static string Line(KernelParts parts, string line) =>
        "y + " + (parts.Model.Vertical.Dilation == 1 ? line : $"({line} * {Literals.Of(parts.Model.Vertical.Dilation)})");

    public static void EmitPixel(SourceWriter writer, KernelParts parts, string pixel, Func<string?, string> value)
    {
        int channels = parts.Model.PixelChannels;
        if (channels == 1)
        {
            writer.Line($"{Element("copy", parts, pixel, null)} = {value(null)};");
            return;
        }

        using (writer.Block($"for (nint c = 0; c < {Literals.Of(channels)}; c++)"))
        {
            writer.Line($"{Element("copy", parts, pixel, "c")} = {value("c")};");
        }
    }

    public static string Element(string reference, KernelParts parts, string pixel, string? channel) =>
        channel is null
            ? $"Unsafe.Add(ref {reference}, {pixel})"
            : $"Unsafe.Add(ref {reference}, ({pixel} * {Literals.Of(parts.Model.PixelChannels)}) + {channel})";
}
