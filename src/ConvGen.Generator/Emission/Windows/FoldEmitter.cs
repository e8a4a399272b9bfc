using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Windows;

/// <summary>
/// Prints the code that adds a window matrix back to its image. Every sample is a sum over the places in the matrix that show it: first the
/// places of its row and
/// of its column are listed, then the sum is formed over both lists, so that each sample is stored once and each sum has one order.
/// </summary>
internal static class FoldEmitter
{
    /// <summary>Places up to which their list lies on the stack.</summary>
    private const int StackPlaces = 128;

    public static void Emit(SourceWriter writer, WindowParts parts)
    {
        EmitRun(writer, parts);
        EmitPlaces(writer, parts, "Rows", "row", parts.Model.Vertical, parts.LeavesRows, parts.Model.WindowRow);
        EmitPlaces(writer, parts, "Columns", "column", parts.Model.Horizontal, parts.LeavesColumns, parts.Model.Channels);
        FoldSumEmitter.Emit(writer, parts);
    }

    private static void EmitRun(SourceWriter writer, WindowParts parts)
    {
        WindowModel model = parts.Model;
        writer.Line(
            "/// <summary>Sums all samples. The arguments have been checked, and the image is not empty; the matrix may be.</summary>"
        );
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"internal static void Run({parts.RunParameters})"))
        {
            writer.Line("nint columns = (nint)OutputWidth(width);");
            writer.Line("nint rows = (nint)OutputHeight(height);");
            if (model.IsPlanar)
            {
                writer.Line("nint plane = imagePitch * height;");
            }

            EmitList(writer, "rowPlaces", model.Places(model.Vertical));
            EmitList(writer, "columnPlaces", model.Places(model.Horizontal));
            bool hasInside = model.Horizontal.Stride == 1;
            if (hasInside)
            {
                EmitInside(writer, parts);
            }

            writer.Line();
            using (writer.Block("for (nint i = 0; i < height; i++)"))
            {
                writer.Line("ReadOnlySpan<nint> inRows = rowPlaces[..Rows(i, height, rows, columns * matrixPitch, rowPlaces)];");
                writer.Line($"ref {parts.Element} row = ref Unsafe.Add(ref image, i * imagePitch);");
                EmitRow(writer, parts, hasInside);
            }

            EmitReturn(writer, "rowPlaces", model.Places(model.Vertical));
            EmitReturn(writer, "columnPlaces", model.Places(model.Horizontal));
        }

        writer.Line();
    }

    /// <summary>The sums of a row; of columns that see the same places of the matrix, these are listed once.</summary>
    private static void EmitRow(SourceWriter writer, WindowParts parts, bool hasInside)
    {
        string to = parts.Model.IsPlanar ? ", plane" : "";
        string inColumns = "ReadOnlySpan<nint> inColumns = columnPlaces[..Columns(j, width, columns, matrixPitch, columnPlaces)];";
        string result = WindowParts.At("row", parts.Elements("j"));
        if (!hasInside)
        {
            using (writer.Block("for (nint j = 0; j < width; j++)"))
            {
                writer.Line(inColumns);
                writer.Line($"Sum(ref matrix, inRows, inColumns, ref {result}{to});");
            }
        }
        else
        {
            using (writer.Block("for (nint j = 0; j < width;)"))
            {
                writer.Line(inColumns);
                writer.Line("nint end = j >= left && j < right ? right : j + 1;");
                using (writer.Block("for (nint start = j; j < end; j++)"))
                {
                    writer.Line($"Sum(ref Unsafe.Add(ref matrix, (j - start) * matrixPitch), inRows, inColumns, ref {result}{to});");
                }
            }
        }
    }

    private static void EmitList(SourceWriter writer, string name, long places)
    {
        string count = Literals.Of(places);
        if (places <= StackPlaces)
        {
            writer.Line($"Span<nint> {name} = stackalloc nint[{count}];");
            return;
        }

        writer.Line($"nint[] {name}Array = ArrayPool<nint>.Shared.Rent({count});");
        writer.Line($"Span<nint> {name} = {name}Array;");
    }

    private static void EmitReturn(SourceWriter writer, string name, long places)
    {
        if (places > StackPlaces)
        {
            writer.Line($"ArrayPool<nint>.Shared.Return({name}Array);");
        }
    }

    /// <summary>Prints which columns are shown by the same places, but for their distance.</summary>
    private static void EmitInside(SourceWriter writer, WindowParts parts)
    {
        AxisGeometry axis = parts.Model.Horizontal;
        int margin = Margin(parts, axis, parts.LeavesColumns);
        int left = Math.Max(margin, axis.EffectiveSize - 1 - axis.Before);
        string right = axis.Before == 0 ? "columns" : $"columns - {Literals.Of(axis.Before)}";
        writer.Line();
        writer.Line(
            "// What shows the columns [left, right) lies as far apart in the matrix as they do in the image, so it is listed once "
                + "for all of them."
        );
        writer.Line($"const int left = {Literals.Of(left)};");
        writer.Line(
            margin == 0
                ? $"nint right = Math.Min(width, {right});"
                : $"nint right = Math.Min((nint)width - {Literals.Of(margin)}, {right});"
        );
    }

    /// <summary>Samples at either end that places outside the image may stand for.</summary>
    private static int Margin(WindowParts parts, AxisGeometry axis, bool leaves) =>
        !leaves || parts.Model.Border == BorderMode.Constant ? 0
        : parts.Model.Border == BorderMode.Replicate ? 1
        : Math.Max(axis.Before, parts.Model.Behind(axis)) + 1;

    private static void EmitPlaces(
        SourceWriter writer,
        WindowParts parts,
        string name,
        string what,
        AxisGeometry axis,
        bool leaves,
        int tapStep
    )
    {
        writer.Line(
            $"/// <summary>Lists the places in the matrix that show a {what} of the image, in the order of the sum; counts them.</summary>"
        );
        using (writer.Block($"private static int {name}(nint sample, nint length, nint windows, nint step, Span<nint> places)"))
        {
            writer.Line("int count = 0;");
            int margin = Margin(parts, axis, leaves);
            int behind = parts.Model.Behind(axis);
            if (margin > 0)
            {
                writer.Line($"bool isNearEdge = sample < {Literals.Of(margin)} || sample >= length - {Literals.Of(margin)};");
                writer.Line($"nint before = isNearEdge ? {Literals.Of(axis.Before)} : 0;");
                writer.Line($"nint behind = isNearEdge ? {Literals.Of(behind)} : 0;");
            }

            using (writer.Block($"for (nint tap = 0; tap < {Literals.Of(axis.Size)}; tap++)"))
            {
                if (margin > 0)
                {
                    EmitOutside(writer, parts.Model.Border, "nint outside = -before; outside < 0; outside++");
                }

                EmitPlace(writer, "sample");
                if (margin > 0)
                {
                    EmitOutside(writer, parts.Model.Border, "nint outside = length; outside < length + behind; outside++");
                }
            }

            writer.Line();
            writer.Line("return count;");
            writer.Line();
            EmitPlaceFunction(writer, axis, tapStep);
        }

        writer.Line();
    }

    private static void EmitOutside(SourceWriter writer, BorderMode border, string loop)
    {
        using (writer.Block($"for ({loop})"))
        using (writer.Block($"if ({BorderFold.Use(writer, border)}(outside, length) == sample)"))
        {
            EmitPlace(writer, "outside");
        }

        writer.Line();
    }

    private static void EmitPlace(SourceWriter writer, string position) =>
        writer.Line($"Add({position}, tap, windows, step, places, ref count);");

    private static void EmitPlaceFunction(SourceWriter writer, AxisGeometry axis, int tapStep)
    {
        using (writer.Block("static void Add(nint position, nint tap, nint windows, nint step, Span<nint> places, ref int count)"))
        {
            string distance =
                $"position{(axis.Before == 0 ? "" : " + " + Literals.Of(axis.Before))} - {(axis.Dilation == 1 ? "tap" : $"(tap * {Literals.Of(axis.Dilation)})")}";
            if (axis.Stride == 1)
            {
                writer.Line($"nint window = {distance};");
                writer.Line("bool isWindow = window >= 0 && window < windows;");
            }
            else
            {
                writer.Line($"nint distance = {distance};");
                writer.Line($"nint window = distance / {Literals.Of(axis.Stride)};");
                writer.Line($"bool isWindow = distance >= 0 && window < windows && window * {Literals.Of(axis.Stride)} == distance;");
            }

            using (writer.Block("if (isWindow)"))
            {
                writer.Line($"places[count++] = (window * step) + {(tapStep == 1 ? "tap" : $"(tap * {Literals.Of(tapStep)})")};");
            }
        }
    }
}
