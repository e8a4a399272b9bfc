using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Layers;

namespace ConvGen.Generator.Emission.Layers.Copies;

/// <summary>
/// Prints how a result is split where only what its frame sees is copied: rows and columns whose windows lie inside the source are read
/// where they are. The frame is as wide as the pixels of a pass, so that neither
/// side has a pass that is not filled.
/// </summary>
internal static class LayerFrameEmitter
{
    /// <summary>Prints <c>Frame</c>, which computes a rectangle of the result from copies.</summary>
    public static void EmitMethod(SourceWriter writer, LayerParts parts, LayerCopies copies)
    {
        string bias = parts.HasBias ? $", ref {parts.Bias.Keyword()} start" : "",
            scratch = parts.ScratchElements > 0 ? $", ref {parts.Sum} scratch" : "";
        writer.Line("/// <summary>Computes a rectangle of the result from copies of what its windows see.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (
            writer.Block(
                $"private static void Frame(in Image image, ref {parts.Sum} copy{scratch}, ref {parts.Sum} weights{bias}, ref "
                    + $"{parts.Destination} destination, nint destinationPitch, "
                    + "nint firstRow, nint rows, nint firstColumn, nint columns)"
            )
        )
        {
            LayerDriverEmitter.EmitGeometry(writer, parts, fromCopies: true);
            CopiedBlocks.Emit(writer, parts, copies, "firstRow", "firstColumn");
        }

        writer.Line();
    }

    /// <summary>Prints the split of one result.</summary>
    public static void EmitItem(SourceWriter writer, LayerParts parts, LayerCopies copies)
    {
        AxisGeometry vertical = parts.Model.Vertical,
            horizontal = parts.Model.Horizontal;
        string pass = Literals.Of(PassPixels(parts));
        int before = Outside(horizontal),
            passes = (before + PassPixels(parts) - 1) / PassPixels(parts);
        writer.Line("// Windows lie inside the source from the first row and column to the end ones, which are a number of passes apart.");
        writer.Line(
            $"nint firstColumn = Math.Min({Literals.Of(passes * PassPixels(parts))}, columns), firstRow = "
                + $"Math.Min({Literals.Of(Outside(vertical))}, rows);"
        );
        writer.Line(
            $"nint endColumn = firstColumn + (Math.Max(Math.Min({Inside("width", horizontal)}, columns) - firstColumn, 0) / {pass} * {pass});"
        );
        writer.Line($"nint endRow = endColumn == firstColumn ? firstRow : Math.Clamp({Inside("height", vertical)}, firstRow, rows);");
        writer.Line($"Frame({Arguments(parts, "0", "firstRow", "0", "columns")});");
        string band = Literals.Of(copies.Rows);
        using (writer.Block($"for (nint top = firstRow; top < endRow; top += {band})"))
        {
            writer.Line($"nint bottom = Math.Min(top + {band}, endRow);");
            writer.Line($"Frame({Arguments(parts, "top", "bottom", "0", "firstColumn")});");
            writer.Line($"Frame({Arguments(parts, "top", "bottom", "endColumn", "columns")});");
            using (writer.Block("for (nint y = top; y < bottom; y++)"))
            {
                string line =
                    $"({Moved("y", vertical)} * sourcePitch) + ({Moved("firstColumn", horizontal)} * {Literals.Of(parts.Layer.InputChannels)})";
                string to = $"Unsafe.Add(ref destination, (y * destinationPitch) + (firstColumn * {Literals.Of(parts.OutputStep)}))";
                writer.Line(
                    $"Row({LayerDriverEmitter.Arguments(parts, $"Unsafe.Add(ref source, {line})", to, "endColumn - firstColumn")});"
                );
            }
        }

        writer.Line();
        writer.Line($"Frame({Arguments(parts, "endRow", "rows", "0", "columns")});");
    }

    /// <summary>Pixels of the passes that most of a row is computed by; the same at all widths.</summary>
    private static int PassPixels(LayerParts parts) => parts.Plan.Tile256!.Across;

    /// <summary>Results at the beginning of an axis whose windows begin before the source.</summary>
    private static int Outside(AxisGeometry axis) => (axis.Before + axis.Stride - 1) / axis.Stride;

    /// <summary>How many results from the first on have windows that end inside the source.</summary>
    private static string Inside(string length, AxisGeometry axis)
    {
        int reach = axis.Stride - axis.EffectiveSize + axis.Before;
        string numerator =
            $"Math.Max((nint){length}{(reach < 0 ? " - " + Literals.Of(-reach) : reach > 0 ? " + " + Literals.Of(reach) : "")}, 0)";
        return axis.Stride == 1 ? numerator : $"({numerator} / {Literals.Of(axis.Stride)})";
    }

    /// <summary>Where the window of a result begins.</summary>
    private static string Moved(string place, AxisGeometry axis)
    {
        string start = axis.Stride == 1 ? place : $"({place} * {Literals.Of(axis.Stride)})";
        return axis.Before == 0 ? start : $"({start} - {Literals.Of(axis.Before)})";
    }

    private static string Arguments(LayerParts parts, string firstRow, string endRow, string firstColumn, string endColumn) =>
        $"in image, ref copy{(parts.ScratchElements > 0 ? ", ref scratch" : "")}, ref weights{(parts.HasBias ? ", ref start" : "")}, ref destination, destinationPitch, "
        + $"{firstRow}, {endRow}, {firstColumn}, {endColumn}";
}
