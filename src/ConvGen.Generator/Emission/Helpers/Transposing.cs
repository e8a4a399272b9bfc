using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Emission.Transforms;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Helpers;

/// <summary>Prints how a rectangle of numbers is turned about, square by square.</summary>
internal static class Transposing
{
    public static void Emit(SourceWriter writer, ElementType element)
    {
        string type = element.Keyword();
        Lanes lanes = new(VectorWidth.All[1], element);
        string side = Literals.Of(lanes.Count);
        writer.Line("/// <summary>Turns rows and columns about: what is a row of the source is a column of the target.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (
            writer.Block(
                $"internal static void {nameof(HelperKind.Transpose)}(ref {type} source, nint pitch, nint rows, nint columns, "
                    + $"ref {type} target, nint targetPitch)"
            )
        )
        {
            using (writer.Block($"if (Avx.IsSupported && rows >= {side} && columns >= {side})"))
            {
                writer.Line("// Along the longer lines first, so that few of them are touched at a time. The last squares move back.");
                writer.Line("bool alongRows = pitch > targetPitch;");
                writer.Line("nint outer = alongRows ? rows : columns, inner = alongRows ? columns : rows;");
                using (writer.Block($"for (nint i = 0; i < outer; i += {side})"))
                using (writer.Block($"for (nint j = 0; j < inner; j += {side})"))
                {
                    writer.Line(
                        $"nint row = Math.Min(alongRows ? i : j, rows - {side}), column = Math.Min(alongRows ? j : i, columns - {side});"
                    );
                    writer.Line($"ref {type} from = ref Unsafe.Add(ref source, (row * pitch) + column);");
                    writer.Line($"ref {type} to = ref Unsafe.Add(ref target, (column * targetPitch) + row);");
                    Transposition.EmitSquare(writer, lanes, "from", "pitch", "to", "targetPitch");
                }

                writer.Line();
                writer.Line("return;");
            }

            writer.Line();
            using (writer.Block("for (nint row = 0; row < rows; row++)"))
            using (writer.Block("for (nint column = 0; column < columns; column++)"))
            {
                writer.Line("Unsafe.Add(ref target, (column * targetPitch) + row) = Unsafe.Add(ref source, (row * pitch) + column);");
            }
        }
    }
}
