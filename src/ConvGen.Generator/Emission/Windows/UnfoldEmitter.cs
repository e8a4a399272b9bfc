using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Windows;

/// <summary>
/// Prints the code that writes a window matrix: windows inside the image, each as a whole, and those at its edges, row after row.
/// </summary>
internal static class UnfoldEmitter
{
    /// <summary>Rows of a window up to which their copies are written out.</summary>
    private const int MostWritten = 8;

    public static void Emit(SourceWriter writer, WindowParts parts)
    {
        EmitRun(writer, parts);
        writer.Line();
        EmitWhole(writer, parts);
        writer.Line();
        if (!parts.LeavesColumns && !parts.LeavesRows)
        {
            return;
        }

        EmitPartly(writer, parts);
        writer.Line();
        WindowRowEmitter.Emit(writer, parts);
        writer.Line();
    }

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
        using (
            writer.Block(
                $"private static void Whole(ref {parts.Element} image, nint imagePitch{plane}, nint first, nint last, ref "
                    + $"{parts.Element} matrix, nint matrixPitch)"
            )
        )
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
                writer.Line(
                    $"ref {parts.Element} row = ref Unsafe.Add(ref window, {WindowParts.Times("r", model.Vertical.Dilation)} * imagePitch);"
                );
                writer.Line($"ref {parts.Element} part = ref Unsafe.Add(ref target, {WindowParts.Times("r", model.WindowRow)});");
                if (!model.IsPlanar)
                {
                    WindowRowEmitter.EmitCopies(writer, parts, "part", "row");
                    return;
                }

                using (writer.Block($"for (nint p = 0; p < {Literals.Of(model.Channels)}; p++)"))
                {
                    WindowRowEmitter.EmitCopies(writer, parts, "part", "row");
                    writer.Line("part = ref Unsafe.Add(ref part, 1);");
                    writer.Line("row = ref Unsafe.Add(ref row, plane);");
                }
            }
        }
    }

    private static void EmitWrittenRows(SourceWriter writer, WindowParts parts)
    {
        AxisGeometry vertical = parts.Model.Vertical;
        for (int r = 0; r < vertical.Size; r++)
        {
            if (r > 0)
            {
                writer.Line(
                    $"window = ref Unsafe.Add(ref window, {(vertical.Dilation == 1 ? "imagePitch" : $"{Literals.Of(vertical.Dilation)} * imagePitch")});"
                );
                writer.Line($"target = ref Unsafe.Add(ref target, {Literals.Of(parts.Model.WindowRow)});");
            }

            WindowRowEmitter.EmitCopies(writer, parts, "target", "window");
        }
    }

    private static void EmitPartly(SourceWriter writer, WindowParts parts)
    {
        WindowModel model = parts.Model;
        string plane = model.IsPlanar ? ", nint plane" : "";
        string inside = parts.LeavesColumns ? ", nint left, nint right" : "";
        writer.Line("/// <summary>Writes windows of one row that may leave the image, row after row of them all.</summary>");
        using (
            writer.Block(
                $"private static void Partly(ref {parts.Element} image, nint imagePitch{plane}, nint width, nint height{inside}, "
                    + $"nint top, nint first, nint last, ref {parts.Element} matrix, nint matrixPitch)"
            )
        )
        {
            using (writer.Block("if (first == last)"))
            {
                writer.Line("return;");
            }

            writer.Line();
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

        string row =
            parts.LeavesRows && model.Border != BorderMode.Constant ? $"{BorderFold.Use(writer, model.Border)}({line}, height)" : line;
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
}
