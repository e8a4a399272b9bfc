using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Parts;
using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Borders;

/// <summary>
/// Prints how the pixels of a row are sorted by their phase where columns have a stride. For strides of two and four, vectors are taken
/// apart: every other element of two
/// vectors, and every other one of those.
/// </summary>
internal static class StridedCopy
{
    /// <summary>Bytes of the widest type that holds a pixel.</summary>
    private const int VectorBytes = 16;

    public static void Emit(SourceWriter writer, KernelParts parts)
    {
        EmitPhases(writer, parts);
        EmitOutside(writer, parts);
        PhaseVectors.EmitHelpers(writer, parts);
    }

    /// <summary>
    /// Prints <c>SortRow</c>, which sorts the pixels of a row of sums; it reads as many of each phase, whether or not they are needed.
    /// </summary>
    public static void EmitSums(SourceWriter writer, KernelParts horizontal)
    {
        writer.Line("/// <summary>Copies so many pixels of each phase of a row of sums.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"private static void SortRow(ref {horizontal.Source} row, nint last, ref {horizontal.Source} copy)"))
        {
            writer.Line("const nint x = 0;");
            writer.Line("nint first = 0;");
            EmitInside(writer, horizontal);
        }

        writer.Line();
        PhaseVectors.EmitHelpers(writer, horizontal);
    }

    private static void EmitPhases(SourceWriter writer, KernelParts parts)
    {
        int stride = parts.Model.Horizontal.Stride;
        int unread = stride - 1 - parts.Layout.Phases.Max();
        writer.Line(
            $"/// <summary>Copies count pixels of each phase of a row: those from x on that lie {Literals.Of(stride)} apart, and "
                + "those that lie as far apart beside them.</summary>"
        );
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        bool isPart = parts.Model.ComputesParts;
        string held = PartEmitter.HeldColumnParameters(parts);
        using (
            writer.Block(
                $"private static void GatherPhases(ref {parts.Source} row, nint width{held}, nint x, nint count, ref {parts.Source} copy)"
            )
        )
        {
            writer.Line("// Pixels [first, last) of all phases lie inside the row.");
            writer.Line($"nint first = Math.Clamp(({Literals.Of(stride - 1)} - x) / {Literals.Of(stride)}, 0, count);");
            if (isPart)
            {
                writer.Line("// Pixels of a phase that no window sees may lie beyond what is held.");
            }

            string end = isPart ? "Math.Min(width, heldLeft + heldWidth)" : "width";
            writer.Line(
                $"nint last = Math.Clamp(({end} - x{(unread == 0 ? "" : " + " + Literals.Of(unread))}) / {Literals.Of(stride)}, first, count);"
            );
            using (writer.Block("if (last - first < count)"))
            {
                foreach ((int phase, int place) in Places(parts))
                {
                    writer.Line(
                        $"GatherOutside(ref row, width{(isPart ? ", heldLeft, heldWidth" : "")}, {(phase == 0 ? "x" : "x + " + Literals.Of(phase))}, first, last, count, ref {Reference.At("copy", place)});"
                    );
                }
            }

            writer.Line();
            if (isPart)
            {
                writer.Line("x -= heldLeft;");
            }

            EmitInside(writer, parts);
        }

        writer.Line();
    }

    /// <summary>Prints copies of pixels [first, last) of each phase, whose first lies at x of a row.</summary>
    private static void EmitInside(SourceWriter writer, KernelParts parts)
    {
        if (PhaseVectors.AreTaken(parts))
        {
            PhaseVectors.EmitLoop(writer, parts);
        }

        if (WideType(parts) is { } wide)
        {
            EmitPixels(writer, parts, wide.Type, wide.IsExact);
            if (wide.IsExact)
            {
                return;
            }

            writer.Line();
        }

        using (writer.Block("for (nint j = first; j < last; j++)"))
        {
            writer.Line(
                $"ref {parts.Source} pixel = ref Unsafe.Add(ref row, {parts.Elements($"x + (j * {Literals.Of(parts.Model.Horizontal.Stride)})")});"
            );
            writer.Line($"ref {parts.Source} target = ref Unsafe.Add(ref copy, {parts.Elements("j")});");
            EmitPixel(writer, parts);
        }
    }

    /// <summary>
    /// The narrowest type that holds a pixel of several channels, and whether it holds no more; null where it would be too wide.
    /// </summary>
    private static (string Type, bool IsExact)? WideType(KernelParts parts)
    {
        int bytes = parts.Model.PixelChannels * parts.Model.Form.Source.Element.Size();
        return parts.Model.PixelChannels == 1 || bytes > VectorBytes ? null
            : bytes <= 2 ? ("ushort", bytes == 2)
            : bytes <= 4 ? ("uint", bytes == 4)
            : bytes <= 8 ? ("ulong", bytes == 8)
            : ("Vector128<byte>", bytes == VectorBytes);
    }

    /// <summary>
    /// Prints copies of whole pixels. Where the type is wider than a pixel, each copy is followed by that of the next pixel, which writes
    /// over what was too much; the last one is left.
    /// </summary>
    private static void EmitPixels(SourceWriter writer, KernelParts parts, string type, bool isExact)
    {
        int size = parts.Model.Form.Source.Element.Size();
        if (!isExact)
        {
            writer.Line("// What is wider than a pixel is written over by the next one.");
        }

        using (writer.Block(isExact ? "for (nint j = first; j < last; j++)" : "for (; first < last - 1; first++)"))
        {
            string index = isExact ? "j" : "first";
            writer.Line(
                $"ref byte pixel = {Reinterpretation.Of($"Unsafe.Add(ref row, {parts.Elements($"x + ({index} * {Literals.Of(parts.Model.Horizontal.Stride)})")})", parts.Model.Form.Source.Element, ElementType.Byte)};"
            );
            writer.Line(
                $"ref byte target = {Reinterpretation.Of($"Unsafe.Add(ref copy, {parts.Elements(index)})", parts.Model.Form.Source.Element, ElementType.Byte)};"
            );
            writer.Lines(
                Places(parts)
                    .Select(at =>
                        $"Unsafe.WriteUnaligned(ref {Reference.At("target", at.Place * size)}, Unsafe.ReadUnaligned<{type}>(ref {Reference.At("pixel", at.Phase * parts.Model.PixelChannels * size)}));"
                    )
            );
        }
    }

    /// <summary>Each phase, and the place of its first element in a copied row.</summary>
    public static IEnumerable<(int Phase, int Place)> Places(KernelParts parts) =>
        parts.Layout.Phases.Select((phase, i) => (phase, i * parts.Layout.PhaseElements));

    private static void EmitPixel(SourceWriter writer, KernelParts parts)
    {
        int channels = parts.Model.PixelChannels;
        if (channels == 1)
        {
            writer.Lines(Places(parts).Select(at => $"{Reference.At("target", at.Place)} = {Reference.At("pixel", at.Phase)};"));
            return;
        }

        using (writer.Block($"for (nint c = 0; c < {Literals.Of(channels)}; c++)"))
        {
            writer.Lines(
                Places(parts)
                    .Select(at =>
                        $"Unsafe.Add(ref target, {Literals.Of(at.Place)} + c) = Unsafe.Add(ref pixel, "
                        + $"{Literals.Of(at.Phase * channels)} + c);"
                    )
            );
        }
    }

    private static void EmitOutside(SourceWriter writer, KernelParts parts)
    {
        writer.Line(
            "/// <summary>Copies pixels [0, first) and [last, count) of a phase of a row, which begins at x; of some of them the "
                + "row has none.</summary>"
        );
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        bool isPart = parts.Model.ComputesParts;
        using (
            writer.Block(
                $"private static void GatherOutside(ref {parts.Source} row, nint width{PartEmitter.HeldColumnParameters(parts)}, "
                    + $"nint x, nint first, nint last, nint count, ref {parts.Source} copy)"
            )
        )
        using (writer.Block("for (nint i = first > 0 ? 0 : last; i < count; i = i + 1 == first ? last : i + 1)"))
        {
            writer.Line($"nint column = x + (i * {Literals.Of(parts.Model.Horizontal.Stride)});");
            if (GatherEmitter.IsConstant(parts))
            {
                writer.Line(
                    isPart
                        ? "bool isInside = column >= heldLeft && column < Math.Min(width, heldLeft + heldWidth);"
                        : "bool isInside = column >= 0 && column < width;"
                );
                if (isPart)
                {
                    writer.Line("column -= heldLeft;");
                }

                GatherEmitter.EmitPixel(
                    writer,
                    parts,
                    "i",
                    channel =>
                        $"isInside ? {GatherEmitter.Element("row", parts, "column", channel)} : {GatherEmitter.BorderConstant(parts)}"
                );
            }
            else
            {
                string folded = BorderFold.Use(writer, parts.Model.Border) + "(column, width)";
                writer.Line(isPart ? $"column = Math.Clamp({folded} - heldLeft, 0, heldWidth - 1);" : $"column = {folded};");
                GatherEmitter.EmitPixel(writer, parts, "i", channel => GatherEmitter.Element("row", parts, "column", channel));
            }
        }

        writer.Line();
    }
}
