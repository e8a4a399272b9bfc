using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Emission.Transforms;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Helpers;

/// <summary>
/// Prints how a square of 8 by 8 numbers of 8 or 16 bits is turned about: rows are interleaved until each half of a vector holds 64 bits
/// of a column, which are 8 or 4 of its numbers.
/// </summary>
internal static class ShortSquare
{
    /// <summary>Rows and columns of a square.</summary>
    public const int Side = 8;

    /// <summary>Prints the statements, from a reference <c>from</c> to one <c>to</c>, each with a pitch.</summary>
    public static void Emit(SourceWriter writer, ElementType element)
    {
        int rows = 8 / element.Size();
        for (int first = 0; first < Side; first += rows)
        {
            string suffix = rows == Side ? "" : (first == 0 ? "Above" : "Below");
            string[] words = element.Size() == 1 ? EmitBytes(writer) : EmitWords(writer, first);
            string[] pairs = EmitInterleaving(writer, words, ElementType.Int16, "pairs" + suffix);
            string[] columns = EmitInterleaving(writer, [pairs[0], pairs[2], pairs[1], pairs[3]], ElementType.Int32, "columns" + suffix);
            for (int column = 0; column < Side; column++)
            {
                string place = $"Unsafe.As<{element.Keyword()}, byte>(ref {At("to", column, "targetPitch", first)})",
                    half = column % 2 == 0 ? "ToScalar()" : "GetElement(1)";
                writer.Line($"Unsafe.WriteUnaligned(ref {place}, {columns[column / 2]}.AsInt64().{half});");
            }
        }
    }

    /// <summary>Neighbouring rows of bytes, interleaved: of each column a word.</summary>
    private static string[] EmitBytes(SourceWriter writer)
    {
        string[] words = new string[Side / 2];
        string interleave = writer.Use(new HelperKey(HelperKind.AlternateLow, ElementType.Byte));
        for (int row = 0; row < Side; row++)
        {
            string bytes = $"Unsafe.ReadUnaligned<long>(ref {At("from", row, "pitch", 0)})";
            writer.Line($"Vector128<byte> r{Literals.Of(row)} = Vector128.CreateScalarUnsafe({bytes}).AsByte();");
        }

        for (int pair = 0; pair < words.Length; pair++)
        {
            words[pair] = "words" + Literals.Of(pair);
            string rows = $"r{Literals.Of(2 * pair)}, r{Literals.Of((2 * pair) + 1)}";
            writer.Line($"Vector128<short> {words[pair]} = {interleave}({rows}).AsInt16();");
        }

        return words;
    }

    private static string[] EmitWords(SourceWriter writer, int first)
    {
        string[] words = [.. Enumerable.Range(first, Side / 2).Select(row => "r" + Literals.Of(row))];
        for (int row = 0; row < words.Length; row++)
        {
            writer.Line($"Vector128<short> {words[row]} = Vector128.LoadUnsafe(ref {At("from", first + row, "pitch", 0)});");
        }

        return words;
    }

    /// <summary>The lower and the upper halves of two vectors and of two others, interleaved.</summary>
    private static string[] EmitInterleaving(SourceWriter writer, string[] vectors, ElementType type, string name)
    {
        string[] result = new string[vectors.Length];
        string cast = type == ElementType.Int16 ? ".AsInt32()" : "";
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = name + Literals.Of(i);
            string interleave = writer.Use(new HelperKey(i % 2 == 0 ? HelperKind.AlternateLow : HelperKind.AlternateHigh, type));
            writer.Line($"Vector128<int> {result[i]} = {interleave}({vectors[i & ~1]}, {vectors[i | 1]}){cast};");
        }

        return result;
    }

    /// <summary>A reference moved by some rows and elements.</summary>
    private static string At(string reference, int rows, string pitch, int elements)
    {
        string place = Transposition.RowPlace(rows, pitch);
        return Lanes.At(
            reference,
            elements == 0 ? place
                : rows == 0 ? Literals.Of(elements)
                : rows == 1 ? $"{place} + {Literals.Of(elements)}"
                : $"({place}) + {Literals.Of(elements)}"
        );
    }
}
