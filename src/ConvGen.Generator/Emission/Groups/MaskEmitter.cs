using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Model.Groups;

namespace ConvGen.Generator.Emission.Groups;

/// <summary>
/// Prints <c>Keep</c>, which copies channels of the source into a row of the result: by masks of bytes, whose pattern repeats from pixel to
/// pixel.
/// </summary>
internal static class MaskEmitter
{
    private const int Line = 64;

    /// <summary>Vectors after which the pattern must repeat; pixels of more channels are copied one by one.</summary>
    private const int MostVectors = 4;

    public static void Emit(SourceWriter writer, GroupModel group)
    {
        ElementType element = group.Form.Source.Element;
        int pixel = group.First.PixelChannels * element.Size(),
            period = pixel / CommonDivisor(pixel, Line) * Line;
        string type = element.Keyword();
        string kept = Words(group);
        if (period > MostVectors * Line)
        {
            EmitPixels(writer, group, type, kept);
            return;
        }

        IEnumerable<string> mask = Enumerable
            .Range(0, period)
            .Select(index => group.Kept.Contains(index % pixel / element.Size()) ? "255" : "0");
        writer.Line($"/// <summary>Bytes of the source that are kept, until the pattern repeats: those of {kept}.</summary>");
        writer.Line($"private static ReadOnlySpan<byte> Kept => [{string.Join(", ", mask)}];");
        writer.Line();
        writer.Line($"/// <summary>Copies {kept} of a row of the source.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"private static void Keep(ref {type} firstKept, ref {type} firstResult, nint count)"))
        {
            writer.Line($"ref byte source = {Reinterpretation.Of("firstKept", element, ElementType.Byte)};");
            writer.Line($"ref byte destination = {Reinterpretation.Of("firstResult", element, ElementType.Byte)};");
            writer.Line("ref byte kept = ref MemoryMarshal.GetReference(Kept);");
            writer.Line($"nint bytes = count{(element.Size() == 1 ? "" : " * " + Literals.Of(element.Size()))};");
            foreach (VectorWidth width in writer.Widths)
            {
                EmitVectors(writer, width, pixel);
            }

            using (writer.Block("for (nint i = 0; i < bytes; i++)"))
            {
                writer.Line($"byte mask = Unsafe.Add(ref kept, i % {Literals.Of(pixel)});");
                writer.Line(
                    "Unsafe.Add(ref destination, i) = (byte)((Unsafe.Add(ref source, i) & mask) | (Unsafe.Add(ref destination, i) "
                        + "& ~mask));"
                );
            }
        }

        writer.Line();
    }

    /// <summary>The channels as a reader would name them.</summary>
    public static string Words(GroupModel group) =>
        (group.Kept.Count == 1 ? "channel " : "channels ")
        + string.Join(", ", group.Kept.Select(Literals.Of))
        + " of "
        + Literals.Of(group.First.PixelChannels);

    private static void EmitVectors(SourceWriter writer, VectorWidth width, int pixel)
    {
        int bytes = width.Bits / 8;
        int vectors = pixel / CommonDivisor(pixel, bytes);
        string step = Literals.Of(vectors * bytes),
            operations = width.Operations;
        using (writer.Block($"if ({width.Condition(writer, fuses: false)} && bytes >= {step})"))
        {
            for (int vector = 0; vector < vectors; vector++)
            {
                writer.Line(
                    $"{operations}<byte> mask{Literals.Of(vector)} = {operations}.LoadUnsafe(ref kept{(vector == 0 ? "" : ", " + Literals.Of(vector * bytes))});"
                );
            }

            writer.Line("// The last step ends with the row, where the pattern is the same; what it copies twice is the same.");
            using (writer.Block($"for (nint start = 0; start < bytes; start += {step})"))
            {
                writer.Line($"nuint i = (nuint)Math.Min(start, bytes - {step});");
                for (int vector = 0; vector < vectors; vector++)
                {
                    string place = vector == 0 ? "i" : $"i + {Literals.Of(vector * bytes)}";
                    string loads = $"{operations}.LoadUnsafe(ref source, {place}), {operations}.LoadUnsafe(ref destination, {place})";
                    writer.Line(
                        $"{operations}.ConditionalSelect(mask{Literals.Of(vector)}, {loads}).StoreUnsafe(ref destination, {place});"
                    );
                }
            }

            writer.Line();
            writer.Line("return;");
        }

        writer.Line();
    }

    private static void EmitPixels(SourceWriter writer, GroupModel group, string type, string kept)
    {
        writer.Line($"/// <summary>Copies {kept} of a row of the source.</summary>");
        using (writer.Block($"private static void Keep(ref {type} source, ref {type} destination, nint count)"))
        using (writer.Block($"for (nint x = 0; x < count; x += {Literals.Of(group.First.PixelChannels)})"))
        {
            foreach (int channel in group.Kept)
            {
                string place = channel == 0 ? "x" : "x + " + Literals.Of(channel);
                writer.Line($"Unsafe.Add(ref destination, {place}) = Unsafe.Add(ref source, {place});");
            }
        }

        writer.Line();
    }

    private static int CommonDivisor(int a, int b) => b == 0 ? a : CommonDivisor(b, a % b);
}
