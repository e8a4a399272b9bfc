using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission;

/// <summary>Prints how the windows of a block are copied, and what lies outside the source.</summary>
internal static class GatherEmitter
{
    public static void Emit(SourceWriter writer, KernelParts parts)
    {
        EmitGather(writer, parts);
        EmitRow(writer, parts);
        if (!IsConstant(parts))
        {
            BorderFold.Emit(writer, parts.Model.Border);
        }
    }

    public static string BorderConstant(KernelParts parts) => Literals.Of(parts.Model.BorderValue, parts.Model.Form.Source.Element);

    private static void EmitGather(SourceWriter writer, KernelParts parts)
    {
        writer.Line("/// <summary>Copies what the windows of a block see; its first one begins at the given place of the source.</summary>");
        string parameters = parts.HasTwoAxes ? "in Image image, nint x, nint y, nint columns, nint lines" : "in Image image, nint x, nint columns";
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"private static void Gather({parameters})"))
        {
            if (parts.SortsSamples)
            {
                EmitStrided(writer, parts);
                return;
            }

            writer.Line($"nint count = {Count(parts)};");
            writer.Line("nint first = Math.Clamp(-x, 0, count);");
            writer.Line("nint last = Math.Clamp(image.Width - x, first, count);");
            writer.Line(parts.HasTwoAxes
                ? "GatherLines(in image, x + first, y, first, last - first, lines);"
                : $"GatherRow(ref Unsafe.Add(ref image.Source, {parts.Elements("x + first")}{PartEmitter.FromFirstHeld(parts)}), {parts.Elements("last - first")}, ref Unsafe.Add(ref image.Block, {parts.Elements("first")}));");

            // What lies beside the source, column by column, so that the place of each is found once and not for every row.
            foreach (string loop in new[] { "for (nint i = 0; i < first; i++)", "for (nint i = last; i < count; i++)" })
            {
                writer.Line();
                using (writer.Block(loop))
                {
                    EmitBeside(writer, parts);
                }
            }
        }

        writer.Line();
    }

    private static void EmitStrided(SourceWriter writer, KernelParts parts)
    {
        if (!parts.HasTwoAxes)
        {
            writer.Line($"GatherPhases(ref image.Source, image.Width{PartEmitter.HeldColumns(parts)}, x, {Count(parts)}, ref image.Block);");
            return;
        }

        using (writer.Block("for (nint i = 0; i < lines; i++)"))
        {
            writer.Line($"ref {parts.Source} copy = ref Unsafe.Add(ref image.Block, i * {Literals.Of(parts.Layout.RowElements)});");
            writer.Line($"nint line = {Line(parts, "i")};");
            if (IsConstant(parts))
            {
                using (writer.Block("if (line < 0 || line >= image.Height)"))
                {
                    writer.Line($"MemoryMarshal.CreateSpan(ref copy, {Literals.Of(parts.Layout.RowElements)}).Fill({BorderConstant(parts)});");
                    writer.Line("continue;");
                }

                writer.Line();
            }

            string folded = IsConstant(parts) ? "line" : "Fold(line, image.Height)";
            string line = parts.Model.ComputesParts ? $"({folded} - image.HeldTop)" : folded;
            writer.Line($"ref {parts.Source} row = ref Unsafe.Add(ref image.Source, {line} * image.SourcePitch);");
            writer.Line($"GatherPhases(ref row, image.Width{PartEmitter.HeldColumns(parts)}, x, {Count(parts)}, ref copy);");
        }
    }

    /// <summary>A column of a block that lies beside the source, whose place is <c>i</c>.</summary>
    private static void EmitBeside(SourceWriter writer, KernelParts parts)
    {
        if (parts.HasTwoAxes)
        {
            writer.Line(IsConstant(parts) ? "FillColumn(in image, i, lines);" : "GatherLines(in image, Fold(x + i, image.Width), y, i, 1, lines);");
            return;
        }

        if (!IsConstant(parts))
        {
            writer.Line("nint column = Fold(x + i, image.Width);");
        }

        writer.Line($"ref {parts.Source} copy = ref image.Block;");
        EmitPixel(writer, parts, "i", channel => IsConstant(parts) ? BorderConstant(parts) : Element("image.Source", parts, parts.Model.ComputesParts ? "(column - image.HeldLeft)" : "column", channel));
    }

    /// <summary>Pixels that a row of windows sees, of one phase.</summary>
    private static string Count(KernelParts parts) => parts.Layout.Pixels("columns");

    public static bool IsConstant(KernelParts parts) => parts.Model.Border == BorderMode.Constant;

    /// <summary>The line of the source that a line of a block copies.</summary>
    private static string Line(KernelParts parts, string line) => "y + " + (parts.Model.Vertical.Dilation == 1 ? line : $"({line} * {Literals.Of(parts.Model.Vertical.Dilation)})");

    /// <summary>Prints how a part of every line of a block is copied: those inside the source at once, the others one by one.</summary>
    private static void EmitLines(SourceWriter writer, KernelParts parts)
    {
        int dilation = parts.Model.Vertical.Dilation;
        string Lines(string number) => dilation == 1 ? number : $"({number} + {Literals.Of(dilation - 1)}) / {Literals.Of(dilation)}";
        string row = Literals.Of(parts.Layout.RowElements);
        string pitch = dilation == 1 ? "image.SourcePitch" : $"{Literals.Of(dilation)} * image.SourcePitch";
        string length = parts.Elements("pixels");
        writer.Line("/// <summary>Copies pixels of every line of a block.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block("private static void GatherLines(in Image image, nint column, nint y, nint place, nint pixels, nint lines)"))
        {
            writer.Line("// Lines [top, bottom) are in the source.");
            writer.Line($"nint top = Math.Clamp({Lines("-y")}, 0, lines);");
            writer.Line($"nint bottom = Math.Clamp({Lines("image.Height - y")}, top, lines);");
            using (writer.Block("if (top < bottom && pixels > 0)"))
            {
                string place = Sum($"({Line(parts, "top")}) * image.SourcePitch", parts.Elements("column")) + PartEmitter.FromFirstHeld(parts);
                writer.Line($"ref {parts.Source} inside = ref Unsafe.Add(ref image.Source, {place});");
                writer.Line($"Copy(ref inside, {pitch}, ref Unsafe.Add(ref image.Block, {Sum($"top * {row}", parts.Elements("place"))}), {length}, bottom - top);");
            }

            writer.Line();
            using (writer.Block("for (nint i = top > 0 ? 0 : bottom; i < lines; i = i + 1 == top ? bottom : i + 1)"))
            {
                string target = $"ref Unsafe.Add(ref image.Block, {Sum($"i * {row}", IsConstant(parts) ? "0" : parts.Elements("place"))})";
                if (IsConstant(parts))
                {
                    writer.Line($"MemoryMarshal.CreateSpan({target}, {row}).Fill({BorderConstant(parts)});");
                }
                else
                {
                    string place = Sum($"Fold({Line(parts, "i")}, image.Height) * image.SourcePitch", parts.Elements("column")) + PartEmitter.FromFirstHeld(parts);
                    writer.Line($"ref {parts.Source} folded = ref Unsafe.Add(ref image.Source, {place});");
                    writer.Line($"Copy(ref folded, 0, {target}, {length}, 1);");
                }
            }
        }

        writer.Line();
        EmitCopyLines(writer, parts);
        if (IsConstant(parts))
        {
            EmitFillColumn(writer, parts);
        }
    }

    /// <summary>A product plus a number or another product.</summary>
    private static string Sum(string product, string number) => number == "0" ? product : $"({product}) + {(number.Contains(' ') ? $"({number})" : number)}";

    private static void EmitCopyLines(SourceWriter writer, KernelParts parts)
    {
        writer.Line("/// <summary>Copies lines, one at least.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"private static void Copy(ref {parts.Source} inside, nint pitch, ref {parts.Source} target, nint length, nint lines)"))
        using (writer.Block("while (true)"))
        {
            VectorCopy.Emit(writer, parts.Model.Form.Source.Element, hasSingles: true);
            writer.Line();
            using (writer.Block("if (--lines == 0)"))
            {
                writer.Line("return;");
            }

            writer.Line();
            writer.Line("inside = ref Unsafe.Add(ref inside, pitch);");
            writer.Line($"target = ref Unsafe.Add(ref target, {Literals.Of(parts.Layout.RowElements)});");
        }

        writer.Line();
    }

    private static void EmitFillColumn(SourceWriter writer, KernelParts parts)
    {
        writer.Line("/// <summary>Fills a column of a block that lies outside the source.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block("private static void FillColumn(in Image image, nint place, nint lines)"))
        using (writer.Block("for (nint i = 0; i < lines; i++)"))
        {
            writer.Line($"ref {parts.Source} copy = ref Unsafe.Add(ref image.Block, i * {Literals.Of(parts.Layout.RowElements)});");
            EmitPixel(writer, parts, "place", _ => BorderConstant(parts));
        }

        writer.Line();
    }

    private static void EmitRow(SourceWriter writer, KernelParts parts)
    {
        if (parts.SortsSamples)
        {
            StridedCopy.Emit(writer, parts);
        }
        else if (parts.HasTwoAxes)
        {
            EmitLines(writer, parts);
        }
        else
        {
            EmitInside(writer, parts);
        }
    }

    /// <summary>
    /// The part of a row that lies inside: often a few vectors, for which a call of the library's copy would cost more than the copy. The last vector moves back to end with it.
    /// </summary>
    private static void EmitInside(SourceWriter writer, KernelParts parts)
    {
        writer.Line("/// <summary>Copies the part of a row that lies inside the source.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (writer.Block($"private static void GatherRow(ref {parts.Source} inside, nint length, ref {parts.Source} target)"))
        {
            VectorCopy.Emit(writer, parts.Model.Form.Source.Element);
        }

        writer.Line();
    }

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

    public static string Element(string reference, KernelParts parts, string pixel, string? channel) => channel is null
        ? $"Unsafe.Add(ref {reference}, {pixel})"
        : $"Unsafe.Add(ref {reference}, ({pixel} * {Literals.Of(parts.Model.PixelChannels)}) + {channel})";
}
