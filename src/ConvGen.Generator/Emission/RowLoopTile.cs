using ConvGen.Generator.Model;
using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Emission;

/// <summary>
/// A tile of a large kernel. Source rows that all output rows of the tile see, which are most, run in a loop, with the kernel's columns written out; the first and the last few, which
/// only some output rows see, stand before and behind it. Taps come in row-major order as everywhere.
/// </summary>
internal sealed class RowLoopTile : TileText
{
    private readonly int kernelRows;
    private readonly int kernelColumns;

    public RowLoopTile(SourceWriter writer, KernelParts parts, VectorWidth width, int rows)
        : base(writer, parts, width, rows)
    {
        kernelRows = parts.Model.Kernel.Rows;
        kernelColumns = parts.Model.Kernel.Columns;
    }

    public override void Emit()
    {
        EmitStart();
        for (int sourceRow = 0; sourceRow < Rows - 1; sourceRow++)
        {
            EmitPartialRow(sourceRow);
        }

        EmitWholeRows();
        Writer.Line($"ref {Parts.Destination} result = ref Unsafe.Add(ref destination, x);");
        Store(0);
        for (int sourceRow = kernelRows; sourceRow < kernelRows + Rows - 1; sourceRow++)
        {
            EmitPartialRow(sourceRow);
            Store(sourceRow - kernelRows + 1);
        }
    }

    /// <summary>Sums begin with the number to which a first product is added without a change: to +0.0 where the contract starts there.</summary>
    private void EmitStart()
    {
        string zero = !TapLoop.StartsWithProduct(Plan) ? VectorType + ".Zero" : Width.Broadcast(Plan.Accumulator == ElementType.Single ? "-0f" : "-0d");
        for (int row = 0; row < Rows; row++)
        {
            for (int vector = 0; vector < Vectors; vector++)
            {
                Writer.Line($"{VectorType} {Sum(row, vector)} = {zero};");
            }
        }

        Writer.Line($"{VectorType} {string.Join(", ", Enumerable.Range(0, Vectors).Select(Pixels))}, k;");
        if (Rows > 1)
        {
            Writer.Line($"ref {Parts.Source} row = ref Unsafe.Add(ref source, x);");
        }
    }

    /// <summary>A source row that some output rows see: written out, or a loop over its columns where they are many.</summary>
    private void EmitPartialRow(int sourceRow)
    {
        int[] outputs = [.. Enumerable.Range(0, Rows).Where(row => sourceRow >= row && sourceRow - row < kernelRows)];
        Writer.Line();
        if (sourceRow > 0)
        {
            Writer.Line(sourceRow == kernelRows
                ? $"row = ref Unsafe.Add(ref source, x + ({Literals.Of(sourceRow)} * pitch));"
                : "row = ref Unsafe.Add(ref row, pitch);");
        }

        int FirstTap(int outputRow) => (sourceRow - outputRow) * kernelColumns;
        if (kernelColumns <= LimitSize.WrittenColumns)
        {
            for (int column = 0; column < kernelColumns; column++)
            {
                EmitColumn("row", Parts.Layout.Offset(column), outputs, outputRow => Weight("weights", FirstTap(outputRow) + column));
            }

            return;
        }

        using (Writer.Block($"for (nint j = 0; j < {Literals.Of(kernelColumns)}; j++)"))
        {
            int step = Parts.Layout.Offset(1);
            Writer.Line($"ref {Parts.Source} sample = ref Unsafe.Add(ref row, {(step == 1 ? "j" : "j * " + Literals.Of(step))});");
            EmitColumn("sample", 0, outputs, outputRow => FirstTap(outputRow) == 0 ? "Unsafe.Add(ref weights, j)" : $"Unsafe.Add(ref weights, j + {Literals.Of(FirstTap(outputRow))})");
        }
    }

    private void EmitWholeRows()
    {
        Writer.Line();
        int[] outputs = [.. Enumerable.Range(0, Rows)];
        int first = Rows - 1;
        using (Writer.Block($"for (nint i = {Literals.Of(first)}; i < {Literals.Of(kernelRows)}; i++)"))
        {
            string start = first == 0 ? "i" : $"(i - {Literals.Of(first)})";
            Writer.Line($"ref {Parts.Source} whole = ref Unsafe.Add(ref source, x + (i * pitch));");
            Writer.Line($"ref {Parts.Sum} taps = ref Unsafe.Add(ref weights, {start} * {Literals.Of(kernelColumns)});");
            for (int column = 0; column < kernelColumns; column++)
            {
                EmitColumn("whole", Parts.Layout.Offset(column), outputs, outputRow => Weight("taps", ((Rows - 1 - outputRow) * kernelColumns) + column));
            }
        }

        Writer.Line();
    }

    private void EmitColumn(string reference, int offset, int[] outputs, Func<int, string> weight)
    {
        for (int vector = 0; vector < Vectors; vector++)
        {
            Writer.Line($"{Pixels(vector)} = {Load(reference, offset + (vector * Lanes))};");
        }

        foreach (int row in outputs)
        {
            Writer.Line($"k = {Width.Broadcast(weight(row))};");
            for (int vector = 0; vector < Vectors; vector++)
            {
                Writer.Line($"{Sum(row, vector)} = {Products.AddLooped(Sum(row, vector), Pixels(vector), "k", false)};");
            }
        }
    }

    private static string Weight(string reference, int index) => index == 0 ? reference : $"Unsafe.Add(ref {reference}, {Literals.Of(index)})";
}
