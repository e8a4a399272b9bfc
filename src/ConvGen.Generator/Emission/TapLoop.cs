using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission;

/// <summary>Prints the loops over the taps of a large kernel; inside, <c>sample</c> is the first sample under a tap and <c>weight</c> its weight.</summary>
internal sealed class TapLoop(KernelParts parts)
{
    public void Emit(SourceWriter writer, string position, Action body)
    {
        ConvolutionModel model = parts.Model;
        writer.Line();
        writer.Line($"ref {parts.Sum} weight = ref weights;");
        writer.Line($"ref {parts.Source} row = ref Unsafe.Add(ref source, {position});");
        if (model.Vertical.Size > 1)
        {
            using (writer.Block($"for (int i = 0; i < {Literals.Of(model.Vertical.Size)}; i++)"))
            {
                EmitColumns(writer, body);
                writer.Line();
                writer.Line("row = ref Unsafe.Add(ref row, pitch);");
            }
        }
        else
        {
            EmitColumns(writer, body);
        }
    }

    private void EmitColumns(SourceWriter writer, Action body)
    {
        ConvolutionModel model = parts.Model;
        int size = model.Horizontal.Size;
        bool isRegular = model.Horizontal.Stride == 1;
        string offset = isRegular ? Distance(parts.Layout.Offset(1)) : "Unsafe.Add(ref MemoryMarshal.GetReference(Offsets), j)";
        using (writer.Block($"for (int j = 0; j < {Literals.Of(size)}; j++)"))
        {
            writer.Line($"ref {parts.Source} sample = ref Unsafe.Add(ref row, {offset});");
            body();
            writer.Line("weight = ref Unsafe.Add(ref weight, 1);");
        }
    }

    /// <summary>The table of tap positions, which a horizontal stride makes irregular.</summary>
    public static void EmitOffsets(SourceWriter writer, KernelParts parts)
    {
        if (parts.Plan.LoopReason is null || parts.Model.Horizontal.Stride == 1)
        {
            return;
        }

        writer.Line("/// <summary>Elements from the first tap's sample to that of each tap in a row, in the copied block.</summary>");
        writer.Line("private static ReadOnlySpan<int> Offsets =>");
        writer.Line("[");
        using (writer.Indent())
        {
            foreach (int[] line in Enumerable.Range(0, parts.Model.Horizontal.Size).Select((column, i) => (column, i)).GroupBy(item => item.i / 16, item => item.column).Select(group => group.ToArray()))
            {
                writer.Line(string.Join(", ", line.Select(column => Literals.Of(parts.Layout.Offset(column)))) + ",");
            }
        }

        writer.Line("];");
        writer.Line();
    }

    private static string Distance(int elements) => elements == 1 ? "j" : "j * " + Literals.Of(elements);
}
