using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Windows;

namespace ConvGen.Generator.Emission.Windows;

/// <summary>Prints the code that writes a window matrix: windows inside the image, each as a whole; those at its edges, row after row; and what is copied at a time.</summary>
internal static class UnfoldEmitter
{
    /// <summary>Rows of a window, and places in a row, up to which their copies are written out.</summary>
    private const int MostWritten = 8;

    public static void Emit(SourceWriter writer, WindowParts parts)
    {
        EmitRun(writer, parts);
        EmitWhole(writer, parts);
        if (!parts.LeavesColumns && !parts.LeavesRows)
        {
            return;
        }

        EmitPartly(writer, parts);
        EmitWindows(writer, parts);
        if (parts.LeavesRows && parts.Model.Border == BorderMode.Constant)
        {
            EmitOutside(writer, parts);
        }
    }

    private static string BorderConstant(WindowParts parts) => Literals.Of(parts.Model.BorderValue, parts.Model.Element);

    private static void EmitRun(SourceWriter writer, WindowParts parts)
    {
        AxisGeometry vertical = parts.Model.Vertical;
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
                writer.Line($"ref {parts.Element} windows = ref Unsafe.Add(ref matrix, i * columns * matrixPitch);");
                writer.Line($"nint top = {WindowParts.Minus(WindowParts.Times("i", vertical.Stride), vertical.Before)};");
                if (!parts.LeavesRows)
                {
                    EmitWholeRow(writer, parts);
                    return;
                }

                using (writer.Block($"if (top >= 0 && top <= (nint)height - {Literals.Of(vertical.EffectiveSize)})"))
                {
                    EmitWholeRow(writer, parts);
                }

                using (writer.Block("else"))
                {
                    writer.Line(PartlyCall(parts, "0", "columns"));
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

    /// <summary>Prints the calls for a row of windows all of whose rows lie inside the image.</summary>
    private static void EmitWholeRow(SourceWriter writer, WindowParts parts)
    {
        string plane = parts.Model.IsPlanar ? ", plane" : "";
        (string left, string right) = parts.LeavesColumns ? ("left", "right") : ("0", "columns");
        writer.Line($"Whole(ref Unsafe.Add(ref image, top * imagePitch), imagePitch{plane}, {left}, {right}, ref windows, matrixPitch);");
        if (parts.LeavesColumns)
        {
            writer.Line(PartlyCall(parts, "0", "left"));
            writer.Line(PartlyCall(parts, "right", "columns"));
        }
    }

    private static string PartlyCall(WindowParts parts, string first, string last)
    {
        string plane = parts.Model.IsPlanar ? ", plane" : "";
        string inside = parts.LeavesColumns ? ", left, right" : "";
        return $"Partly(ref image, imagePitch{plane}, width, height{inside}, top, {first}, {last}, ref windows, matrixPitch);";
    }

    private static void EmitWhole(SourceWriter writer, WindowParts parts)
    {
        WindowModel model = parts.Model;
        string plane = model.IsPlanar ? ", nint plane" : "";
        writer.Line("/// <summary>Writes windows of one row that lie inside the image, each as a whole.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"private static void Whole(ref {parts.Element} image, nint imagePitch{plane}, nint first, nint last, ref {parts.Element} matrix, nint matrixPitch)"))
        using (writer.Block("for (nint j = first; j < last; j++)"))
        {
            string x = parts.Elements(WindowParts.Minus(WindowParts.Times("j", model.Horizontal.Stride), model.Horizontal.Before));
            writer.Line($"ref {parts.Element} target = ref Unsafe.Add(ref matrix, j * matrixPitch);");
            writer.Line($"ref {parts.Element} window = ref Unsafe.Add(ref image, {x});");
            if (!model.IsPlanar && model.Vertical.Size <= MostWritten)
            {
                EmitWrittenRows(writer, parts);
                return;
            }

            using (writer.Block($"for (nint r = 0; r < {Literals.Of(model.Vertical.Size)}; r++)"))
            {
                writer.Line($"ref {parts.Element} row = ref Unsafe.Add(ref window, {WindowParts.Times("r", model.Vertical.Dilation)} * imagePitch);");
                writer.Line($"ref {parts.Element} part = ref Unsafe.Add(ref target, {WindowParts.Times("r", model.WindowRow)});");
                if (!model.IsPlanar)
                {
                    EmitCopies(writer, parts, "part", "row");
                    return;
                }

                using (writer.Block($"for (nint p = 0; p < {Literals.Of(model.Channels)}; p++)"))
                {
                    EmitCopies(writer, parts, "part", "row");
                    writer.Line("part = ref Unsafe.Add(ref part, 1);");
                    writer.Line("row = ref Unsafe.Add(ref row, plane);");
                }
            }
        }

        writer.Line();
    }

    private static void EmitWrittenRows(SourceWriter writer, WindowParts parts)
    {
        AxisGeometry vertical = parts.Model.Vertical;
        for (int r = 0; r < vertical.Size; r++)
        {
            if (r > 0)
            {
                writer.Line($"window = ref Unsafe.Add(ref window, {(vertical.Dilation == 1 ? "imagePitch" : $"{Literals.Of(vertical.Dilation)} * imagePitch")});");
                writer.Line($"target = ref Unsafe.Add(ref target, {Literals.Of(parts.Model.WindowRow)});");
            }

            EmitCopies(writer, parts, "target", "window");
        }
    }

    private static void EmitPartly(SourceWriter writer, WindowParts parts)
    {
        WindowModel model = parts.Model;
        string plane = model.IsPlanar ? ", nint plane" : "";
        string inside = parts.LeavesColumns ? ", nint left, nint right" : "";
        writer.Line("/// <summary>Writes windows of one row that may leave the image, row after row of them all.</summary>");
        using (writer.Block($"private static void Partly(ref {parts.Element} image, nint imagePitch{plane}, nint width, nint height{inside}, nint top, nint first, nint last, ref {parts.Element} matrix, nint matrixPitch)"))
        {
            writer.Line($"ref {parts.Element} part = ref Unsafe.Add(ref matrix, first * matrixPitch);");
            if (model.Vertical.Size == 1)
            {
                EmitPartlyRow(writer, parts, "top", "return;");
            }
            else
            {
                using (writer.Block($"for (nint r = 0; r < {Literals.Of(model.Vertical.Size)}; r++)"))
                {
                    writer.Line($"nint line = {WindowParts.Sum("top", WindowParts.Times("r", model.Vertical.Dilation))};");
                    EmitPartlyRow(writer, parts, "line", "continue;");
                }
            }
        }

        writer.Line();
    }

    private static void EmitPartlyRow(SourceWriter writer, WindowParts parts, string line, string leave)
    {
        WindowModel model = parts.Model;
        string offset = model.Vertical.Size == 1 ? "0" : WindowParts.Times("r", model.WindowRow);
        if (parts.LeavesRows && model.Border == BorderMode.Constant)
        {
            using (writer.Block($"if ({line} < 0 || {line} >= height)"))
            {
                writer.Line($"Outside(ref {WindowParts.At("part", offset)}, matrixPitch, last - first);");
                writer.Line(leave);
            }

            writer.Line();
        }

        string row = parts.LeavesRows && model.Border != BorderMode.Constant ? $"Fold({line}, height)" : line;
        string edges = parts.LeavesColumns ? "width, left, right, " : "";
        writer.Line($"ref {parts.Element} row = ref Unsafe.Add(ref image, {row} * imagePitch);");
        if (!model.IsPlanar)
        {
            writer.Line($"Windows(ref row, {edges}first, last, ref {WindowParts.At("part", offset)}, matrixPitch);");
            return;
        }

        using (writer.Block($"for (nint p = 0; p < {Literals.Of(model.Channels)}; p++)"))
        {
            writer.Line($"Windows(ref row, {edges}first, last, ref {WindowParts.At("part", WindowParts.Sum(offset, "p"))}, matrixPitch);");
            writer.Line("row = ref Unsafe.Add(ref row, plane);");
        }
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

        writer.Line();
    }

    private static void EmitInsideCopies(SourceWriter writer, WindowParts parts)
    {
        writer.Line($"ref {parts.Element} window = ref Unsafe.Add(ref row, {parts.Elements("x")});");
        EmitCopies(writer, parts, "target", "window");
    }

    /// <summary>Prints the copies of a row of a window that lies inside the image, from a reference to another.</summary>
    private static void EmitCopies(SourceWriter writer, WindowParts parts, string target, string window)
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
                EmitCopy(writer, parts, WindowParts.At(target, Literals.Of(c * model.Channels)), WindowParts.At(window, Literals.Of((long)c * step)), pixel);
            }

            return;
        }

        using (writer.Block($"for (nint c = 0; c < {Literals.Of(size)}; c++)"))
        {
            EmitCopy(writer, parts, WindowParts.At(target, WindowParts.Times("c", model.Channels)), WindowParts.At(window, WindowParts.Times("c", step)), pixel);
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
