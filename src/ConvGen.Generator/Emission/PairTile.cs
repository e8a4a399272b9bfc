using ConvGen.Generator.Model;
using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Emission;

/// <summary>
/// A tile whose taps are multiplied in pairs. Vectors come in twos: the first sums even outputs, the second, whose samples lie one further on, odd ones; or, where the samples of a pair lie
/// apart, those of the lower and of the upper halves of lanes. Integer sums are exact, so that their order does not matter.
/// </summary>
internal sealed class PairTile(SourceWriter writer, KernelParts parts, VectorWidth width, int rows) : TileText(writer, parts, width, rows)
{
    public override void Emit()
    {
        Writer.Line($"ref {Parts.Source} row = ref Unsafe.Add(ref source, {Parts.Layout.Place("x")});");
        Writer.Line($"ref {Parts.Destination} result = ref Unsafe.Add(ref destination, x);");
        int lastRow = Plan.RowSums.Count > 0 ? Plan.RowSums[0].Uses.Max(use => use.Row) : Plan.Pairs.Max(pair => pair.Row);
        for (int sourceRow = 0; sourceRow < Rows + lastRow; sourceRow++)
        {
            if (Plan.RowSums.Count > 0)
            {
                EmitRowSum(sourceRow, Plan.RowSums[0]);
            }
            else
            {
                EmitSourceRow(sourceRow);
            }

            if (sourceRow >= lastRow)
            {
                EmitSigns(sourceRow - lastRow);
                Store(sourceRow - lastRow);
            }
        }
    }

    protected override IEnumerable<string> SumsOf(int row, int vector) => Enumerable.Range(0, Plan.Groups).Select(group => SumOf(row, vector, group));

    /// <summary>The products of a vector of pairs, in the type of the sums.</summary>
    public static string Product(KernelPlan plan, VectorWidth width, string pixels, string weights) =>
        width.PairSum(pixels, weights) + (plan.SumType == ElementType.UInt16 ? ".AsUInt16()" : "");

    /// <summary>Prints the samples that the pairs of a column multiply.</summary>
    private void EmitPixels(int column)
    {
        bool isSingle = PairWeights.IsSingle(Plan, column);
        for (int vector = 0; vector < Vectors; vector++)
        {
            Assign(Width.Type(Plan.Loaded), Pixels(vector), EmitPairedPixels("row", column, vector, isSingle));
        }
    }

    private string Product(ProductPair pair, string pixels, string weights) => PairWeights.IsMask(Plan, pair)
        ? $"{(Plan.UnpacksPairs ? pixels : $"({pixels} & {weights})")}.{(Plan.SumType == ElementType.UInt16 ? "AsUInt16()" : "AsInt16()")}"
        : Product(Plan, Width, pixels, weights);

    /// <summary>The sum along the source row, which its pairs make up, and what the output rows that see it take of it.</summary>
    private void EmitRowSum(int sourceRow, RowSum sum)
    {
        if (!IsSeen(sum, sourceRow))
        {
            return;
        }

        Writer.Line();
        Step(sourceRow);
        foreach (ProductPair pair in Plan.Pairs)
        {
            EmitPixels(pair.Column);
            for (int vector = 0; vector < Vectors; vector++)
            {
                string name = RowSumName(sum, 0, sourceRow, vector);
                string product = Product(pair, Pixels(vector), PairWeights.Name(pair));
                Assign(VectorType, name, pair == Plan.Pairs[0] ? product : $"{name} + {product}");
            }
        }

        EmitUses(sum, TextOf(sum), sourceRow);
    }

    private string SumOf(int row, int vector, int group) => Sum(row, vector) + (Plan.Groups == 1 ? "" : ((char)('a' + group)).ToString());

    private void EmitSourceRow(int sourceRow)
    {
        (int Row, int Index)[] seen = [.. Enumerable.Range(0, Rows).SelectMany(row => Enumerable.Range(0, Plan.Pairs.Count).Where(i => Plan.Pairs[i].Row == sourceRow - row).Select(i => (row, i)))];
        if (seen.Length == 0)
        {
            return;
        }

        Writer.Line();
        Step(sourceRow);
        foreach (IGrouping<int, (int Row, int Index)> column in seen.GroupBy(item => Plan.Pairs[item.Index].Column).OrderBy(column => column.Key))
        {
            EmitPixels(column.Key);
            foreach ((int row, int index) in column)
            {
                EmitPair(row, index);
            }
        }
    }

    private void EmitPair(int row, int index)
    {
        string weights = PairWeights.Name(Plan.Pairs[index]);
        if (Plan.Coefficients == CoefficientSource.Table)
        {
            weights = "k";
            Assign(PairWeights.VectorType(Plan, Width), weights, PairWeights.FromTable(Plan, Width, index));
        }

        for (int vector = 0; vector < Vectors; vector++)
        {
            string sum = SumOf(row, vector, Plan.Pairs[index].Group);
            string product = Product(Plan.Pairs[index], Pixels(vector), weights);
            Writer.Line(Declared.Add(sum) ? $"{VectorType} {sum} = {product};" : $"{sum} += {product};");
        }
    }
}
