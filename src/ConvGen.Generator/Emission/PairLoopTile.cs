using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Emission;

/// <summary>
/// A tile whose pairs run in a loop, because its kernel rows are too long to write them out. A step reads the weights of one pair for all vectors of the tile, which is as much as the
/// multiplier keeps up with; all rows of the kernel have their pairs in the same columns. See <see cref="PairTile"/>.
/// </summary>
internal sealed class PairLoopTile(SourceWriter writer, KernelParts parts, VectorWidth width, int rows) : TileText(writer, parts, width, rows)
{
    private readonly int kernelRows = parts.Model.Kernel.Rows;

    private readonly int inRow = parts.Plan.Pairs.Count / parts.Model.Kernel.Rows;

    /// <summary>Pairs that stand ahead of the loop: the one of the first tap of a row of odd length, after which the others lie two columns apart.</summary>
    private readonly int alone = parts.Model.Kernel.Columns % 2;

    public override void Emit()
    {
        for (int vector = 0; vector < Vectors; vector++)
        {
            Writer.Line($"{VectorType} {Sum(0, vector)} = {VectorType}.Zero;");
        }

        DeclareForPairs([]);
        if (kernelRows == 1)
        {
            Writer.Line($"ref {Parts.Source} row = ref Unsafe.Add(ref source, x);");
            EmitKernelRow("pairs");
        }
        else
        {
            using (Writer.Block($"for (nint i = 0; i < {Literals.Of(kernelRows)}; i++)"))
            {
                Writer.Line($"ref {Parts.Source} row = ref Unsafe.Add(ref source, x + (i * pitch));");
                Writer.Line($"ref int rowPairs = ref Unsafe.Add(ref pairs, i * {Literals.Of(inRow)});");
                EmitKernelRow("rowPairs");
            }
        }

        Writer.Line();
        Writer.Line($"ref {Parts.Destination} result = ref Unsafe.Add(ref destination, x);");
        Store(0);
    }

    private void EmitKernelRow(string table)
    {
        if (alone > 0)
        {
            EmitPair("row", 0, table, isSingle: true);
        }

        using (Writer.Block($"for (nint j = 0; j < {Literals.Of(inRow - alone)}; j++)"))
        {
            int step = Parts.Layout.Offset(2) - Parts.Layout.Offset(0);
            Writer.Line($"ref {Parts.Source} sample = ref Unsafe.Add(ref row, {(step == 1 ? "j" : "j * " + Literals.Of(step))});");
            EmitPair("sample", alone, $"Unsafe.Add(ref {table}, {(alone == 0 ? "j" : "j + " + Literals.Of(alone))})", isSingle: false);
        }
    }

    private void EmitPair(string sample, int column, string weights, bool isSingle)
    {
        Writer.Line($"k = {PairWeights.Broadcast(Plan, Width, weights)};");
        for (int vector = 0; vector < Vectors; vector++)
        {
            Writer.Line($"{Sum(0, vector)} += {PairTile.Product(Plan, Width, EmitPairedPixels(sample, column, vector, isSingle), "k")};");
        }
    }
}
