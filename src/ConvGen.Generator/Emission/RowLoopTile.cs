using ConvGen.Generator.Model;
using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Emission;

/// <summary>
/// A tile of a large kernel. Source rows that all output rows of the tile see, which are most, run in a loop, with what lies in a kernel row written out; the first and the last few, which
/// only some output rows see, stand before and behind it. Taps come in row-major order as everywhere.
/// </summary>
/// <param name="writer">Where to.</param>
/// <param name="parts">The kernel.</param>
/// <param name="width">The vector width.</param>
/// <param name="rows">Output rows.</param>
/// <param name="columns">Columns of a kernel row, or what else is written out of it and has one entry in the table.</param>
/// <param name="table">The reference to the first entry of the table.</param>
/// <param name="entry">The type of an entry.</param>
internal abstract class RowLoopTile(SourceWriter writer, KernelParts parts, VectorWidth width, int rows, int columns, string table, string entry) : TileText(writer, parts, width, rows)
{
    protected int KernelRows { get; } = parts.Model.Kernel.Rows;

    protected int Columns { get; } = columns;

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
        for (int sourceRow = KernelRows; sourceRow < KernelRows + Rows - 1; sourceRow++)
        {
            EmitPartialRow(sourceRow);
            Store(sourceRow - KernelRows + 1);
        }
    }

    /// <summary>The number with which sums begin.</summary>
    protected abstract string Zero { get; }

    /// <summary>Declares the pixels and the coefficient that columns use.</summary>
    protected abstract void EmitLocals();

    /// <summary>The pixels that a column of a row multiplies for a vector of sums.</summary>
    protected abstract string PixelsOf(string reference, int column, int vector);

    /// <summary>A coefficient in every lane.</summary>
    protected abstract string Broadcast(string weight);

    /// <summary>The sum with the products of pixels and the coefficient <c>k</c>.</summary>
    protected abstract string Accumulate(string sum, string pixels);

    /// <summary>Prints a column of a source row that some output rows see, each with a coefficient of its own.</summary>
    protected void EmitColumn(string reference, int column, int[] outputs, Func<int, string> weight)
    {
        for (int vector = 0; vector < Vectors; vector++)
        {
            Writer.Line($"{Pixels(vector)} = {PixelsOf(reference, column, vector)};");
        }

        foreach (int row in outputs)
        {
            Writer.Line($"k = {Broadcast(weight(row))};");
            for (int vector = 0; vector < Vectors; vector++)
            {
                Writer.Line($"{Sum(row, vector)} = {Accumulate(Sum(row, vector), Pixels(vector))};");
            }
        }
    }

    /// <summary>Prints the columns of a source row that only some output rows see. Their coefficients are so many entries into the table.</summary>
    protected virtual void EmitPartialColumns(int[] outputs, Func<int, int> first)
    {
        for (int column = 0; column < Columns; column++)
        {
            EmitColumn("row", column, outputs, outputRow => Reference.At(table, first(outputRow) + column));
        }
    }

    private void EmitStart()
    {
        for (int row = 0; row < Rows; row++)
        {
            for (int vector = 0; vector < Vectors; vector++)
            {
                Writer.Line($"{VectorType} {Sum(row, vector)} = {Zero};");
            }
        }

        EmitLocals();
        if (Rows > 1)
        {
            Writer.Line($"ref {Parts.Source} row = ref Unsafe.Add(ref source, x);");
        }
    }

    private void EmitPartialRow(int sourceRow)
    {
        int[] outputs = [.. Enumerable.Range(0, Rows).Where(row => sourceRow >= row && sourceRow - row < KernelRows)];
        Writer.Line();
        if (sourceRow > 0)
        {
            Writer.Line(sourceRow == KernelRows
                ? $"row = ref Unsafe.Add(ref source, x + ({Literals.Of(sourceRow)} * pitch));"
                : "row = ref Unsafe.Add(ref row, pitch);");
        }

        EmitPartialColumns(outputs, outputRow => (sourceRow - outputRow) * Columns);
    }

    private void EmitWholeRows()
    {
        Writer.Line();
        int[] outputs = [.. Enumerable.Range(0, Rows)];
        int first = Rows - 1;
        using (Writer.Block($"for (nint i = {Literals.Of(first)}; i < {Literals.Of(KernelRows)}; i++)"))
        {
            string start = first == 0 ? "i" : $"(i - {Literals.Of(first)})";
            Writer.Line($"ref {Parts.Source} whole = ref Unsafe.Add(ref source, x + (i * pitch));");
            Writer.Line($"ref {entry} taps = ref Unsafe.Add(ref {table}, {start} * {Literals.Of(Columns)});");
            for (int column = 0; column < Columns; column++)
            {
                EmitColumn("whole", column, outputs, outputRow => Reference.At("taps", ((Rows - 1 - outputRow) * Columns) + column));
            }
        }

        Writer.Line();
    }
}
