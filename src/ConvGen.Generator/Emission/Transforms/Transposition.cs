using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Transforms;

/// <summary>Prints how a square of as many rows as a vector has lanes is turned about.</summary>
internal static class Transposition
{
    public static void Emit(SourceWriter writer, Lanes lanes)
    {
        string keyword = lanes.Keyword;
        writer.Line($"/// <summary>Turns {Literals.Of(lanes.Count)} rows of as many numbers about.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (
            writer.Block(
                $"private static void {nameof(HelperKind.Turn)}By{lanes.Suffix}(ref {keyword} from, nint pitch, ref {keyword} to, nint toPitch)"
            )
        )
        {
            EmitSquare(writer, lanes, "from", "pitch", "to", "toPitch");
        }

        writer.Line();
    }

    /// <summary>Prints what turns a square about.</summary>
    public static void EmitSquare(SourceWriter writer, Lanes lanes, string from, string pitch, string to, string toPitch)
    {
        string[] rows = [.. Enumerable.Range(0, lanes.Count).Select(row => "r" + Literals.Of(row))];
        for (int row = 0; row < rows.Length; row++)
        {
            writer.Line($"{lanes.Type} {rows[row]} = {lanes.Load(from, RowPlace(row, pitch))};");
        }

        // Neighbours are interleaved until 128 bits hold a column's numbers from as many rows; then those move as a whole.
        rows = lanes.Element == ElementType.Single ? EmitSingles(writer, lanes, rows) : rows;
        rows = EmitDoubles(writer, lanes, rows);
        rows = EmitQuarters(writer, lanes, rows);
        string stored = lanes.Element == ElementType.Single ? ".AsSingle()" : "";
        for (int row = 0; row < rows.Length; row++)
        {
            writer.Line(Lanes.Store(rows[row] + stored, to, RowPlace(row, toPitch)));
        }
    }

    /// <summary>Prints what interleaves the halves of two vectors of 128 bits.</summary>
    public static void EmitInterleaving(SourceWriter writer, HelperKey key)
    {
        bool isSingle = key.Type == ElementType.Single;
        string vector = $"Vector128<{key.Type.Keyword()}>",
            set = isSingle ? "Sse" : "Sse2";
        (string words, string part, string arm, int first) =
            key.Kind == HelperKind.UnpackLower ? ("lower", "Low", "ZipLow", 0) : ("upper", "High", "ZipHigh", 1);
        IEnumerable<string> numbers = Enumerable
            .Range(isSingle ? 2 * first : first, isSingle ? 2 : 1)
            .SelectMany(lane => new[] { $"a[{Literals.Of(lane)}]", $"b[{Literals.Of(lane)}]" });
        writer.Line($"/// <summary>The {words} halves of two vectors, alternating.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        writer.Line($"internal static {vector} {key.Name}({vector} a, {vector} b) =>");
        writer.Line($"    {set}.IsSupported ? {set}.Unpack{part}(a, b) :");
        writer.Line($"    AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.{arm}(a, b) :");
        writer.Line($"    Vector128.Create({string.Join(", ", numbers)});");
    }

    /// <summary>The place of a row behind the first one; nothing for that one.</summary>
    public static string RowPlace(int row, string pitch) =>
        row switch
        {
            0 => "",
            1 => pitch,
            _ => $"{Literals.Of(row)} * {pitch}",
        };

    private static string Interleave(SourceWriter writer, Lanes lanes, ElementType type, bool isUpper, string a, string b) =>
        lanes.Width.Bits switch
        {
            512 => $"Avx512F.Unpack{(isUpper ? "High" : "Low")}({a}, {b})",
            256 => $"Avx.Unpack{(isUpper ? "High" : "Low")}({a}, {b})",
            _ => $"{writer.Use(new HelperKey(isUpper ? HelperKind.UnpackUpper : HelperKind.UnpackLower, type))}({a}, {b})",
        };

    private static string[] EmitSingles(SourceWriter writer, Lanes lanes, string[] rows)
    {
        string[] result = new string[rows.Length];
        for (int row = 0; row < rows.Length; row++)
        {
            result[row] = "s" + Literals.Of(row);
            writer.Line(
                $"{lanes.Width.Type(ElementType.Double)} {result[row]} = "
                    + $"{Interleave(writer, lanes, ElementType.Single, row % 2 == 1, rows[row & ~1], rows[row | 1])}.AsDouble();"
            );
        }

        return result;
    }

    private static string[] EmitDoubles(SourceWriter writer, Lanes lanes, string[] rows)
    {
        // Rows of one parity of a group hold the same columns.
        int group = 16 / lanes.Element.Size();
        string[] result = new string[rows.Length];
        for (int row = 0; row < rows.Length; row++)
        {
            int first = (row / group * group) + (row % group / 2);
            result[row] = "t" + Literals.Of(row);
            writer.Line(
                $"{lanes.Width.Type(ElementType.Double)} {result[row]} = "
                    + $"{Interleave(writer, lanes, ElementType.Double, row % 2 == 1, rows[first], rows[first + (group / 2)])};"
            );
        }

        return result;
    }

    /// <summary>
    /// Row <c>4g + c</c> of singles holds, in its quarter l, column <c>4l + c</c> of the rows of group g; so for pairs of doubles.
    /// </summary>
    private static string[] EmitQuarters(SourceWriter writer, Lanes lanes, string[] rows)
    {
        int group = 16 / lanes.Element.Size();
        string type = lanes.Width.Type(ElementType.Double);
        string[] result = new string[rows.Length];
        for (int column = 0; column < group; column++)
        {
            string c = Literals.Of(column);
            switch (lanes.Width.Bits)
            {
                case 128:
                    result[column] = rows[column];
                    break;
                case 256:
                    result[column] = $"Avx.Permute2x128({rows[column]}, {rows[group + column]}, 0x20)";
                    result[group + column] = $"Avx.Permute2x128({rows[column]}, {rows[group + column]}, 0x31)";
                    break;
                default:
                    writer.Line(
                        $"{type} even{c} = Avx512F.Shuffle4x128({rows[column]}, {rows[group + column]}, 0x88), odd{c} = "
                            + $"Avx512F.Shuffle4x128({rows[column]}, {rows[group + column]}, 0xDD);"
                    );
                    writer.Line(
                        $"{type} last{c} = Avx512F.Shuffle4x128({rows[(2 * group) + column]}, {rows[(3 * group) + column]}, 0x88), "
                            + $"lastOdd{c} = Avx512F.Shuffle4x128({rows[(2 * group) + column]}, {rows[(3 * group) + column]}, 0xDD);"
                    );
                    result[column] = $"Avx512F.Shuffle4x128(even{c}, last{c}, 0x88)";
                    result[group + column] = $"Avx512F.Shuffle4x128(odd{c}, lastOdd{c}, 0x88)";
                    result[(2 * group) + column] = $"Avx512F.Shuffle4x128(even{c}, last{c}, 0xDD)";
                    result[(3 * group) + column] = $"Avx512F.Shuffle4x128(odd{c}, lastOdd{c}, 0xDD)";
                    break;
            }
        }

        return result;
    }
}
