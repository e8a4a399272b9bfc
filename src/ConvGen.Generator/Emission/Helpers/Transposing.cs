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
        bool isShort = element.Size() < 4;

        // Numbers of 32 bits are moved as those of single precision are.
        Lanes lanes = new(VectorWidth.All[1], element == ElementType.Int32 ? ElementType.Single : element);
        string side = Literals.Of(isShort ? ShortSquare.Side : lanes.Count),
            condition = isShort ? "Vector128.IsHardwareAccelerated" : "Avx.IsSupported";
        writer.Line("/// <summary>Turns rows and columns about: what is a row of the source is a column of the target.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (
            writer.Block(
                $"internal static void {nameof(HelperKind.Transpose)}(ref {type} source, nint pitch, nint rows, nint columns, "
                    + $"ref {type} target, nint targetPitch)"
            )
        )
        {
            using (writer.Block($"if ({condition} && rows >= {side} && columns >= {side})"))
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
                    string moved = isShort ? type : lanes.Keyword;
                    writer.Line($"ref {moved} from = ref {As(type, moved, "Unsafe.Add(ref source, (row * pitch) + column)")};");
                    writer.Line($"ref {moved} to = ref {As(type, moved, "Unsafe.Add(ref target, (column * targetPitch) + row)")};");
                    if (isShort)
                    {
                        ShortSquare.Emit(writer, element);
                    }
                    else
                    {
                        Transposition.EmitSquare(writer, lanes, "from", "pitch", "to", "targetPitch");
                    }
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

    private static string As(string type, string moved, string reference) =>
        type == moved ? reference : $"Unsafe.As<{type}, {moved}>(ref {reference})";
}
