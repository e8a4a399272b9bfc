using ConvGen.Generator.Emission.Layers.Minimal;
using ConvGen.Generator.Emission.Layers.Rows;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Layers;

namespace ConvGen.Generator.Emission.Layers.Copies;

/// <summary>Prints the loops over blocks into which the source is copied before it is read.</summary>
internal static class CopiedBlocks
{
    /// <summary>Prints the loops over copied blocks, of the result from some row and column on to <c>rows</c> and <c>columns</c>.</summary>
    public static void Emit(SourceWriter writer, LayerParts parts, LayerCopies copies, string firstRow, string firstColumn)
    {
        ConvolutionModel model = parts.Model;
        if (!parts.HasRows)
        {
            EmitColumns(
                writer,
                parts,
                copies,
                firstColumn,
                start =>
                {
                    writer.Line($"Copy(in image, ref copy, {start}, count);");
                    PlaneJoining.EmitRow(writer, parts, "copy", Literals.Times("left", parts.OutputStep));
                }
            );
            return;
        }

        string rows = Literals.Of(copies.Rows);
        using (
            writer.Block(
                copies.Rows == 1
                    ? $"for (nint top = {firstRow}; top < rows; top++)"
                    : $"for (nint top = {firstRow}; top < rows; top += {rows})"
            )
        )
        {
            if (copies.Rows > 1)
            {
                writer.Line($"nint band = Math.Min({rows}, rows - top);");
            }

            string line = Times(LayerPartEmitter.Row(parts, "top"), model.Vertical.Stride) + Minus(model.Vertical.Before);
            int stride = model.Vertical.Stride,
                size = model.Vertical.Size;
            string lines =
                copies.Rows == 1 ? Literals.Of(size)
                : stride == 1 ? "band" + (size == 1 ? "" : " + " + Literals.Of(size - 1))
                : $"((band - 1) * {Literals.Of(stride)}) + {Literals.Of(size)}";
            EmitColumns(
                writer,
                parts,
                copies,
                firstColumn,
                start =>
                {
                    writer.Line($"Copy(in image, ref copy, {start}, count, {line}, {lines}{Planes(parts, copies)});");
                    EmitPlanes(writer, parts, copies);
                }
            );
        }
    }

    /// <summary>Of a volume, the first plane that is copied and how many, where a block is that of several planes of the result.</summary>
    private static string Planes(LayerParts parts, LayerCopies copies)
    {
        AxisGeometry depth = parts.Model.Depth;
        if (!parts.IsVolume)
        {
            return "";
        }

        string first = ", " + Times(copies.Planes == 1 ? "z" : "front", depth.Stride) + Minus(depth.Before);
        return copies.Planes == 1 ? first
            : depth.Stride == 1 ? first + ", group + " + Literals.Of(depth.Size - 1)
            : $"{first}, ((group - 1) * {Literals.Of(depth.Stride)}) + {Literals.Of(depth.Size)}";
    }

    /// <summary>Prints the loop over the planes of the result that a block is for, where there are several.</summary>
    private static void EmitPlanes(SourceWriter writer, LayerParts parts, LayerCopies copies)
    {
        if (copies.Planes == 1)
        {
            EmitBlock(writer, parts, copies, "copy");
            return;
        }

        using (writer.Block("for (nint z = 0; z < group; z++)"))
        {
            LayerDriverEmitter.EmitTarget(writer, parts, "(front + z)");
            writer.Line(
                $"ref {parts.Sum} seen = ref Unsafe.Add(ref copy, z * {Literals.Of(parts.Model.Depth.Stride * parts.CopiedDepth)});"
            );
            EmitBlock(writer, parts, copies, "seen");
        }
    }

    /// <summary>Prints what computes the results of a copied block, or of a plane of it.</summary>
    private static void EmitBlock(SourceWriter writer, LayerParts parts, LayerCopies copies, string copy)
    {
        int stride = parts.Model.Vertical.Stride;
        if (parts.Plan.RowsTile is not null)
        {
            writer.Line(
                $"Rows({PlaneRowsEmitter.Arguments(parts, copy, Literals.Of((long)stride * parts.CopiedLine), $"Unsafe.Add(ref {parts.Target}, (top * destinationPitch) + left)", copies.Rows == 1 ? "1" : "band", "count")});"
            );
            return;
        }

        string column = parts.OutputStep == 1 ? "left" : $"(left * {Literals.Of(parts.OutputStep)})";
        if (copies.Rows == 1)
        {
            PlaneJoining.EmitRow(writer, parts, copy, $"(top * destinationPitch) + {column}");
            return;
        }

        if (parts.Plan.Minimal is { } minimal)
        {
            using (writer.Block($"if ({MinimalEmitter.Condition(minimal, "band", "count")})"))
            {
                PlaneJoining.EmitTiles(writer, parts, column);
                writer.Line("continue;");
            }

            writer.Line();
        }

        using (writer.Block("for (nint y = 0; y < band; y++)"))
        {
            string from = $"Unsafe.Add(ref {copy}, y * {Literals.Of((long)stride * parts.CopiedLine)})";
            PlaneJoining.EmitRow(writer, parts, from, $"((top + y) * destinationPitch) + {column}");
        }
    }

    private static void EmitColumns(SourceWriter writer, LayerParts parts, LayerCopies copies, string first, Action<string> body)
    {
        AxisGeometry horizontal = parts.Model.Horizontal;
        string columns = Literals.Of(copies.Columns);
        using (writer.Block($"for (nint left = {first}; left < columns; left += {columns})"))
        {
            writer.Line($"nint count = Math.Min({columns}, columns - left);");
            body(Times(LayerPartEmitter.Column(parts, "left"), horizontal.Stride) + Minus(horizontal.Before));
        }
    }

    private static string Times(string value, int factor) => factor == 1 ? value : $"({value} * {Literals.Of(factor)})";

    private static string Minus(int value) => value == 0 ? "" : " - " + Literals.Of(value);
}
