using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Windows;

namespace ConvGen.Generator.Emission.Windows;

/// <summary>Prints the code that writes a window matrix: rows of windows, blocks of windows in them, rows of each window, and what is copied at a time.</summary>
internal static class UnfoldEmitter
{
    /// <summary>Places in a row of a window up to which their copies are written out.</summary>
    private const int MostWritten = 8;

    public static void Emit(SourceWriter writer, WindowParts parts)
    {
        EmitRun(writer, parts);
        EmitWindows(writer, parts);
        if (parts.LeavesRows && parts.Model.Border == BorderMode.Constant)
        {
            EmitOutside(writer, parts);
        }
    }

    private static string BorderConstant(WindowParts parts) => Literals.Of(parts.Model.BorderValue, parts.Model.Element);

    private static void EmitRun(SourceWriter writer, WindowParts parts)
    {
        writer.Line("/// <summary>Writes all windows. The arguments have been checked, and there is at least one window.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"internal static void Run({parts.RunParameters})"))
        {
            writer.Line("nint columns = (nint)OutputWidth(width);");
            writer.Line("nint rows = (nint)OutputHeight(height);");
            if (parts.Model.IsPlanar)
            {
                writer.Line("nint plane = imagePitch * height;");
            }

            if (parts.LeavesColumns)
            {
                EmitInside(writer, parts.Model.Horizontal);
            }

            writer.Line();
            using (writer.Block("for (nint i = 0; i < rows; i++)"))
            {
                int block = parts.Plan.BlockWindows;
                if (block == 0)
                {
                    writer.Line($"ref {parts.Element} first = ref Unsafe.Add(ref matrix, i * columns * matrixPitch);");
                    EmitWindowRows(writer, parts, "0", "columns");
                }
                else
                {
                    using (writer.Block(block == 1 ? "for (nint j = 0; j < columns; j++)" : $"for (nint j = 0; j < columns; j += {Literals.Of(block)})"))
                    {
                        writer.Line($"ref {parts.Element} first = ref Unsafe.Add(ref matrix, ((i * columns) + j) * matrixPitch);");
                        writer.Line(block == 1 ? "nint end = j + 1;" : $"nint end = Math.Min(j + {Literals.Of(block)}, columns);");
                        EmitWindowRows(writer, parts, "j", "end");
                    }
                }
            }
        }

        writer.Line();
    }

    /// <summary>Prints which windows of a row lie inside the image.</summary>
    private static void EmitInside(SourceWriter writer, AxisGeometry axis)
    {
        long constant = (long)axis.Before - axis.EffectiveSize + axis.Stride;
        string sum = constant == 0 ? "(nint)width" : $"(nint)width {(constant < 0 ? "-" : "+")} {Literals.Of(Math.Abs(constant))}";
        writer.Line();
        writer.Line("// Windows [left, right) of a row begin and end inside the image.");
        writer.Line($"nint left = Math.Min({Literals.Of((axis.Before + axis.Stride - 1) / axis.Stride)}, columns);");
        writer.Line($"nint right = Math.Clamp({(axis.Stride == 1 ? sum : $"({sum}) / {Literals.Of(axis.Stride)}")}, left, columns);");
    }

    /// <summary>Prints the loop over the rows of the windows from one to another in row <c>i</c>.</summary>
    private static void EmitWindowRows(SourceWriter writer, WindowParts parts, string from, string to)
    {
        AxisGeometry axis = parts.Model.Vertical;
        if (axis.Size == 1)
        {
            EmitWindowRow(writer, parts, from, to, WindowParts.Minus(WindowParts.Times("i", axis.Stride), axis.Before), "0");
            return;
        }

        using (writer.Block($"for (nint r = 0; r < {Literals.Of(axis.Size)}; r++)"))
        {
            string line = WindowParts.Minus(WindowParts.Sum(WindowParts.Times("i", axis.Stride), WindowParts.Times("r", axis.Dilation)), axis.Before);
            EmitWindowRow(writer, parts, from, to, line, WindowParts.Times("r", parts.Model.WindowRow));
        }
    }

    private static void EmitWindowRow(SourceWriter writer, WindowParts parts, string from, string to, string line, string offset)
    {
        WindowModel model = parts.Model;
        if (offset != "0" || parts.LeavesRows || line != "i")
        {
            writer.Line($"nint line = {line};");
            line = "line";
        }

        string part = "first";
        if (offset != "0")
        {
            writer.Line($"ref {parts.Element} part = ref Unsafe.Add(ref first, {offset});");
            part = "part";
        }

        if (parts.LeavesRows && model.Border == BorderMode.Constant)
        {
            string count = from == "0" ? to : $"{to} - {from}";
            using (writer.Block("if (line < 0 || line >= height)"))
            {
                writer.Line($"Outside(ref {part}, matrixPitch, {count});");
                writer.Line("continue;");
            }

            writer.Line();
        }

        string row = parts.LeavesRows && model.Border != BorderMode.Constant ? $"Fold({line}, height)" : line;
        string edges = parts.LeavesColumns ? "width, left, right, " : "";
        if (model.IsPlanar)
        {
            using (writer.Block($"for (nint c = 0; c < {Literals.Of(model.Channels)}; c++)"))
            {
                writer.Line($"ref {parts.Element} row = ref Unsafe.Add(ref image, (c * plane) + ({row} * imagePitch));");
                writer.Line($"Windows(ref row, {edges}{from}, {to}, ref Unsafe.Add(ref {part}, c), matrixPitch);");
            }

            return;
        }

        writer.Line($"ref {parts.Element} row = ref Unsafe.Add(ref image, {row} * imagePitch);");
        writer.Line($"Windows(ref row, {edges}{from}, {to}, ref {part}, matrixPitch);");
    }

    private static void EmitWindows(SourceWriter writer, WindowParts parts)
    {
        AxisGeometry axis = parts.Model.Horizontal;
        string what = parts.Model.IsPlanar ? "one channel of one row" : "one row";
        string edges = parts.LeavesColumns ? "nint width, nint left, nint right, " : "";
        writer.Line($"/// <summary>Writes {what} of the windows from <paramref name=\"first\"/> to <paramref name=\"last\"/>, from one row of the image.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (writer.Block($"private static void Windows(ref {parts.Element} row, {edges}nint first, nint last, ref {parts.Element} part, nint pitch)"))
        using (writer.Block("for (nint j = first; j < last; j++)"))
        {
            writer.Line($"ref {parts.Element} target = ref Unsafe.Add(ref part, (j - first) * pitch);");
            writer.Line($"nint x = {WindowParts.Minus(WindowParts.Times("j", axis.Stride), axis.Before)};");
            if (!parts.LeavesColumns)
            {
                EmitCopies(writer, parts);
                return;
            }

            using (writer.Block("if (j >= left && j < right)"))
            {
                EmitCopies(writer, parts);
            }

            using (writer.Block("else"))
            {
                EmitEdge(writer, parts);
            }
        }

        writer.Line();
    }

    /// <summary>Prints the copies of a row of a window that lies inside the image.</summary>
    private static void EmitCopies(SourceWriter writer, WindowParts parts)
    {
        WindowModel model = parts.Model;
        if (parts.Plan.Copy == WindowCopy.WindowRow)
        {
            EmitCopy(writer, parts, "target", WindowParts.At("row", parts.Elements("x")), model.WindowRow);
            return;
        }

        int size = model.Horizontal.Size;
        int pixel = model.IsPlanar ? 1 : model.Channels;
        writer.Line($"ref {parts.Element} window = ref Unsafe.Add(ref row, {parts.Elements("x")});");
        int step = model.Horizontal.Dilation * pixel;
        if (size <= MostWritten)
        {
            for (int c = 0; c < size; c++)
            {
                EmitCopy(writer, parts, WindowParts.At("target", Literals.Of(c * model.Channels)), WindowParts.At("window", Literals.Of((long)c * step)), pixel);
            }

            return;
        }

        using (writer.Block($"for (nint c = 0; c < {Literals.Of(size)}; c++)"))
        {
            EmitCopy(writer, parts, WindowParts.At("target", WindowParts.Times("c", model.Channels)), WindowParts.At("window", WindowParts.Times("c", step)), pixel);
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
                writer.Line($"nint column = Fold({column}, width);");
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
            writer.Line($"MemoryMarshal.CreateSpan(ref Unsafe.Add(ref part, j * pitch), {Literals.Of(parts.Model.WindowRow)}).Fill({BorderConstant(parts)});");
        }

        writer.Line();
    }

    /// <summary>Prints a copy of known length, which the JIT compiler writes out in vectors where it is short and calls the library for where it is long.</summary>
    private static void EmitCopy(SourceWriter writer, WindowParts parts, string target, string source, int elements)
    {
        string Bytes(string reference) => parts.Model.Element == ElementType.Byte ? "ref " + reference : $"ref Unsafe.As<{parts.Element}, byte>(ref {reference})";
        writer.Line(elements == 1
            ? $"{target} = {source};"
            : $"Unsafe.CopyBlockUnaligned({Bytes(target)}, {Bytes(source)}, {Literals.Of((long)elements * parts.Model.Element.Size())});");
    }
}
