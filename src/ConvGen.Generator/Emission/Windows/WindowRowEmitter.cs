using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Windows;

namespace ConvGen.Generator.Emission.Windows;

/// <summary>
/// Prints what is copied at a time: a row of a window where it lies inside the image, and place after place where it leaves it.
/// </summary>
internal static class WindowRowEmitter
{
    /// <summary>Places in a row of a window up to which their copies are written out.</summary>
    private const int MostWritten = 8;

    public static void Emit(SourceWriter writer, WindowParts parts)
    {
        EmitWindows(writer, parts);
        if (parts.LeavesRows && parts.Model.Border == BorderMode.Constant)
        {
            writer.Line();
            EmitOutside(writer, parts);
        }
    }

    private static string BorderConstant(WindowParts parts) => Literals.Of(parts.Model.BorderValue, parts.Model.Element);

    private static void EmitWindows(SourceWriter writer, WindowParts parts)
    {
        AxisGeometry axis = parts.Model.Horizontal;
        string what = parts.Model.IsPlanar ? "one channel of one row" : "one row";
        string edges = parts.LeavesColumns ? "nint width, nint left, nint right, " : "";
        writer.Line(
            $"/// <summary>Writes {what} of the windows from <paramref name=\"first\"/> to <paramref name=\"last\"/>, from one row "
                + "of the image.</summary>"
        );
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (
            writer.Block(
                $"private static void Windows(ref {parts.Element} row, {edges}nint first, nint last, ref {parts.Element} part, nint pitch)"
            )
        )
        using (writer.Block("for (nint j = first; j < last; j++)"))
        {
            writer.Line($"ref {parts.Element} target = ref Unsafe.Add(ref part, (j - first) * pitch);");
            writer.Line($"nint x = {WindowParts.Minus(WindowParts.Times("j", axis.Stride), axis.Before)};");
            if (!parts.LeavesColumns)
            {
                EmitInsideCopies(writer, parts);
                return;
            }

            using (writer.Block("if (j >= left && j < right)"))
            {
                EmitInsideCopies(writer, parts);
            }

            using (writer.Block("else"))
            {
                EmitEdge(writer, parts);
            }
        }
    }

    private static void EmitInsideCopies(SourceWriter writer, WindowParts parts)
    {
        writer.Line($"ref {parts.Element} window = ref Unsafe.Add(ref row, {parts.Elements("x")});");
        EmitCopies(writer, parts, "target", "window");
    }

    /// <summary>Prints the copies of a row of a window that lies inside the image, from a reference to another.</summary>
    public static void EmitCopies(SourceWriter writer, WindowParts parts, string target, string window)
    {
        WindowModel model = parts.Model;
        if (parts.Plan.Copy == WindowCopy.WindowRow)
        {
            EmitCopy(writer, parts, target, window, model.WindowRow);
            return;
        }

        int size = model.Horizontal.Size;
        int pixel = model.IsPlanar ? 1 : model.Channels;
        int step = model.Horizontal.Dilation * pixel;
        if (size <= MostWritten)
        {
            for (int c = 0; c < size; c++)
            {
                EmitCopy(
                    writer,
                    parts,
                    WindowParts.At(target, Literals.Of(c * model.Channels)),
                    WindowParts.At(window, Literals.Of((long)c * step)),
                    pixel
                );
            }

            return;
        }

        using (writer.Block($"for (nint c = 0; c < {Literals.Of(size)}; c++)"))
        {
            EmitCopy(
                writer,
                parts,
                WindowParts.At(target, WindowParts.Times("c", model.Channels)),
                WindowParts.At(window, WindowParts.Times("c", step)),
                pixel
            );
        }
    }

    /// <summary>Prints the copy of a row of a window that leaves the image.</summary>
    private static void EmitEdge(SourceWriter writer, WindowParts parts)
    {
        WindowModel model = parts.Model;
        int pixel = model.IsPlanar ? 1 : model.Channels;
        using (writer.Block($"for (nint c = 0; c < {Literals.Of(model.Horizontal.Size)}; c++)"))
        {
            string column = WindowParts.Sum("x", WindowParts.Times("c", model.Horizontal.Dilation));
            string target = WindowParts.At("target", WindowParts.Times("c", model.Channels));
            if (model.Border != BorderMode.Constant)
            {
                writer.Line($"nint column = {BorderFold.Use(writer, parts.Model.Border)}({column}, width);");
                EmitCopy(writer, parts, target, WindowParts.At("row", parts.Elements("column")), pixel);
                return;
            }

            writer.Line($"nint column = {column};");
            string source = WindowParts.At("row", parts.Elements("column"));
            if (pixel == 1)
            {
                writer.Line($"{target} = column >= 0 && column < width ? {source} : {BorderConstant(parts)};");
                return;
            }

            using (writer.Block("if (column >= 0 && column < width)"))
            {
                EmitCopy(writer, parts, target, source, pixel);
            }

            using (writer.Block("else"))
            {
                writer.Line($"MemoryMarshal.CreateSpan(ref {target}, {Literals.Of(pixel)}).Fill({BorderConstant(parts)});");
            }
        }
    }

    private static void EmitOutside(SourceWriter writer, WindowParts parts)
    {
        writer.Line("/// <summary>Writes rows of windows that lie above or below the image.</summary>");
        using (writer.Block($"private static void Outside(ref {parts.Element} part, nint pitch, nint count)"))
        using (writer.Block("for (nint j = 0; j < count; j++)"))
        {
            writer.Line(
                "MemoryMarshal.CreateSpan(ref Unsafe.Add(ref part, j * pitch), "
                    + $"{Literals.Of(parts.Model.WindowRow)}).Fill({BorderConstant(parts)});"
            );
        }
    }

    /// <summary>
    /// Prints a copy of known length, which the JIT compiler writes out in vectors where it is short and calls the library for where it is
    /// long.
    /// </summary>
    private static void EmitCopy(SourceWriter writer, WindowParts parts, string target, string source, int elements)
    {
        string Bytes(string reference) => Reinterpretation.Of(reference, parts.Model.Element, ElementType.Byte);
        writer.Line(
            elements == 1
                ? $"{target} = {source};"
                : $"Unsafe.CopyBlockUnaligned({Bytes(target)}, {Bytes(source)}, "
                    + $"{Literals.Of((long)elements * parts.Model.Element.Size())});"
        );
    }
}
