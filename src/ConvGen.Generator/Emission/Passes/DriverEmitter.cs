using ConvGen.Generator.Emission.Borders;
using ConvGen.Generator.Emission.Entry;
using ConvGen.Generator.Emission.Operations;
using ConvGen.Generator.Emission.Parts;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Emission.Transforms;
using ConvGen.Generator.Emission.Volumes;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Shape;

namespace ConvGen.Generator.Emission.Passes;

/// <summary>
/// Prints <c>Run</c>: it splits the result into the part whose windows lie inside the source, which is read in place, and the frame around
/// it.
/// </summary>
internal static class DriverEmitter
{
    public static void Emit(SourceWriter writer, KernelParts parts)
    {
        if (parts.Plan.Halo.IsNeeded)
        {
            FrameEmitter.EmitImage(writer, parts);
        }

        if (parts.Model.Form.IsVolume)
        {
            VolumeEmitter.Emit(writer, parts);
        }
        else if (parts.Model.ComputesParts)
        {
            PartEmitter.Emit(writer, parts);
        }
        else
        {
            EmitRun(writer, parts);
        }

        if (parts.Plan.Halo.IsNeeded)
        {
            FrameEmitter.Emit(writer, parts);
        }
    }

    private static void EmitRun(SourceWriter writer, KernelParts parts)
    {
        string kernel = WeightArguments.Parameters(parts.Model.Form);
        string parameters = parts.HasTwoAxes
            ? $"ref {parts.Source} source, nint sourcePitch, int width, int height, ref {parts.Destination} destination, nint "
                + $"destinationPitch{kernel}"
            : $"ref {parts.Source} source, int length, ref {parts.Destination} destination{kernel}";
        writer.Line(
            "/// <summary>Computes the whole result. The arguments have been checked, and neither the source nor the result is "
                + "empty.</summary>"
        );
        using (writer.Block($"internal static void Run({parameters})"))
        {
            ExactEmitter.EmitChoice(writer, parts);
            WeightEmitter.EmitLocal(writer, parts);
            SeparableEmitter.EmitBuffer(writer, parts);
            writer.Line($"nint columns = (nint)OutputWidth({(parts.HasTwoAxes ? "width" : "length")});");
            if (parts.HasTwoAxes)
            {
                writer.Line("nint rows = (nint)OutputHeight(height);");
            }

            writer.Line();
            if (!parts.Plan.Halo.IsNeeded)
            {
                writer.Line(RowsEmitter.Call(parts, "source", parts.HasTwoAxes ? "sourcePitch" : "", "destination", "columns", "rows"));
            }
            else
            {
                EmitSplit(writer, parts);
            }

            SeparableEmitter.EmitReturn(writer, parts);
            WeightEmitter.EmitReturn(writer, parts);
        }

        writer.Line();
    }

    private static void EmitSplit(SourceWriter writer, KernelParts parts)
    {
        CacheLine.EmitRented(writer, parts.Model.Form.Source.Element, "line", "block", parts.Layout.BlockElements);
        FrameEmitter.EmitImageValue(writer, parts);
        if (parts.ExtendsSums)
        {
            EmitWholeRows(writer, parts);
        }
        else if (parts.SortsSamples)
        {
            writer.Line();
            writer.Line("// Strided samples are gathered, so every window is copied.");
            writer.Line(parts.HasTwoAxes ? "Framed(in image, 0, 0, columns, rows);" : "Framed(in image, 0, columns);");
        }
        else
        {
            EmitInside(writer, parts);
            EmitRegions(writer, parts);
        }

        writer.Line();
        CacheLine.EmitReturn(writer, "block");
    }

    /// <summary>Prints which columns and rows of the result see only the source.</summary>
    public static void EmitInside(SourceWriter writer, KernelParts parts)
    {
        ConvolutionModel model = parts.Model;
        string width = parts.HasTwoAxes ? "width" : "length";
        writer.Line();
        writer.Line(
            parts.HasTwoAxes
                ? "// Rows [top, bottom) and columns [left, right) see only the source. The frame around them is at least one pass wide,"
                : "// Samples [left, right) see only the source. The frame around them is at least one pass wide,"
        );
        writer.Line("// so that its vectors are full.");
        writer.Line(
            model.Horizontal.Before == 0
                ? "nint left = 0;"
                : $"nint left = Math.Min(Math.Max({Literals.Of(model.Horizontal.Before)}, PassPixels), columns);"
        );
        writer.Line($"nint right = Math.Min({End(model.Horizontal, width)}, columns);");
        writer.Line("right = Math.Max(left, right < columns ? Math.Min(right, columns - PassPixels) : columns);");
        if (parts.HasTwoAxes)
        {
            EmitInsideRows(writer, parts);
        }
    }

    /// <summary>Prints which rows do.</summary>
    public static void EmitInsideRows(SourceWriter writer, KernelParts parts)
    {
        AxisGeometry vertical = parts.Model.Vertical;
        int top = (vertical.Before + vertical.Stride - 1) / vertical.Stride;
        writer.Line(top == 0 ? "nint top = 0;" : $"nint top = Math.Min({Literals.Of(Math.Max(top, parts.FewestRows))}, rows);");
        writer.Line($"nint bottom = Math.Clamp({End(vertical, "height")}, top, rows);");
        if (parts.FewestRows > 1)
        {
            writer.Line($"bottom = Math.Max(top, bottom < rows ? Math.Min(bottom, rows - {Literals.Of(parts.FewestRows)}) : rows);");
        }
    }

    /// <summary>
    /// Rows that are computed to both ends in place: columns outside the source are seen to between the passes of a separated sum.
    /// </summary>
    private static void EmitWholeRows(SourceWriter writer, KernelParts parts)
    {
        writer.Line();
        writer.Line("// The first window of a row reaches out this many pixels. Rows [top, bottom) see no row outside the source.");
        writer.Line($"nint left = {Literals.Of(parts.Model.Horizontal.Before)};");
        EmitInsideRows(writer, parts);
        writer.Line();
        writer.Line("// Copying a low source whole costs less than what is above and below it.");
        using (writer.Block($"if (bottom - top < {Literals.Of(parts.Model.Vertical.EffectiveSize)})"))
        {
            writer.Line("Framed(in image, 0, 0, columns, rows);");
        }

        using (writer.Block("else"))
        {
            writer.Line(
                $"ref {parts.Source} inside = ref Unsafe.Add(ref source, ({FirstRow(parts.Model.Vertical, "top")}) * sourcePitch);"
            );
            writer.Line($"ref {parts.Destination} result = ref Unsafe.Add(ref destination, top * destinationPitch);");
            writer.Line("Framed(in image, 0, 0, columns, top);");
            writer.Line(RowsEmitter.Call(parts, "inside", "sourcePitch", "result", "columns", "bottom - top"));
            writer.Line("Framed(in image, 0, bottom, columns, rows);");
        }
    }

    /// <summary>The source row at which the windows of an output row begin.</summary>
    public static string FirstRow(AxisGeometry vertical, string row) =>
        row + (vertical.Stride == 1 ? "" : " * " + Literals.Of(vertical.Stride)) + FrameEmitter.Minus(vertical.Before);

    /// <summary>The first output position whose window leaves the source at its end.</summary>
    public static string End(AxisGeometry axis, string length)
    {
        long constant = (long)axis.Before - axis.EffectiveSize + axis.Stride;
        string sum = constant == 0 ? "(nint)" + length : $"(nint){length} {(constant < 0 ? "-" : "+")} {Literals.Of(Math.Abs(constant))}";
        return axis.Stride == 1 ? sum : $"({sum}) / {Literals.Of(axis.Stride)}";
    }

    private static void EmitRegions(SourceWriter writer, KernelParts parts)
    {
        ConvolutionModel model = parts.Model;
        writer.Line();
        string narrow = Literals.Of(parts.Plan.Halo.Columns);
        if (parts.HasTwoAxes)
        {
            writer.Line("// Copying a narrow source whole costs less than its edges row by row.");
        }

        using (
            writer.Block(
                parts.HasTwoAxes
                    ? $"if (columns <= {narrow} || right - left < PassPixels || bottom - top < {Literals.Of(parts.FewestRows)})"
                    : "if (right - left < PassPixels)"
            )
        )
        {
            writer.Line(parts.HasTwoAxes ? "Framed(in image, 0, 0, columns, rows);" : "Framed(in image, 0, columns);");
        }

        using (writer.Block("else"))
        {
            string column = parts.Elements("left" + FrameEmitter.Minus(model.Horizontal.Before));
            if (parts.HasTwoAxes)
            {
                EmitBands(writer, parts, column);
            }
            else
            {
                writer.Line("Framed(in image, 0, left);");
                writer.Line("Framed(in image, right, columns);");
                writer.Line($"ref {parts.Source} inside = ref Unsafe.Add(ref source, {column});");
                writer.Line($"ref {parts.Destination} result = ref Unsafe.Add(ref destination, {parts.Elements("left")});");
                writer.Line(RowsEmitter.Call(parts, "inside", "", "result", "right - left", ""));
            }
        }
    }

    private static void EmitBands(SourceWriter writer, KernelParts parts, string column)
    {
        AxisGeometry vertical = parts.Model.Vertical;
        writer.Line("Framed(in image, 0, 0, columns, top);");
        writer.Line();
        writer.Line("// Band by band, so that edges and interior meet in the cache.");
        using (writer.Block($"for (nint y = top; y < bottom; y += {Literals.Of(SizeHalo.AlternatingRows)})"))
        {
            writer.Line($"nint end = Math.Min(y + {Literals.Of(SizeHalo.AlternatingRows)}, bottom);");
            FrameEmitter.EmitMoveBack(writer, parts, $"end - {Literals.Of(parts.FewestRows)}");
            writer.Line("Framed(in image, 0, y, left, end);");
            writer.Line(
                $"ref {parts.Source} inside = ref Unsafe.Add(ref source, (({FirstRow(vertical, "y")}) * sourcePitch) + ({column}));"
            );
            writer.Line(
                $"ref {parts.Destination} result = ref Unsafe.Add(ref destination, (y * destinationPitch) + {parts.Elements("left")});"
            );
            writer.Line(RowsEmitter.Call(parts, "inside", "sourcePitch", "result", "right - left", "end - y"));
            writer.Line("Framed(in image, right, y, columns, end);");
        }

        writer.Line();
        writer.Line("Framed(in image, 0, bottom, columns, rows);");
    }
}
