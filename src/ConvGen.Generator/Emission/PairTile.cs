using ConvGen.Generator.Model;
using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Emission;

/// <summary>
/// A tile whose taps are multiplied in pairs. Vectors come in twos: the first sums even outputs, the second, whose samples lie one further on, odd ones; or, where the samples of a pair lie
/// apart, those of the lower and of the upper halves of lanes. Integer sums are exact, so that their order does not matter.
/// </summary>
internal sealed class PairTile(SourceWriter writer, KernelParts parts, VectorWidth width, int rows) : TileText(writer, parts, width, rows)
{
    private static readonly string[] Halves = ["Low", "High"];

    public override void Emit()
    {
        Writer.Line($"ref {Parts.Source} row = ref Unsafe.Add(ref source, x);");
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
                Store(sourceRow - lastRow);
            }
        }
    }

    protected override IEnumerable<string> SumsOf(int row, int vector) => Enumerable.Range(0, Plan.Groups).Select(group => SumOf(row, vector, group));

    /// <summary>Elements from the first sample of an even vector's row to the first one that a pair multiplies.</summary>
    public static int Offset(ProductPair pair, int vector, int lanes) => pair.Column + (vector / 2 * 2 * lanes) + (vector % 2);

    /// <summary>The products of a vector of pairs, in the type of the sums.</summary>
    public static string Product(KernelPlan plan, VectorWidth width, string pixels, string weights) =>
        width.PairSum(pixels, weights) + (plan.SumType == ElementType.UInt16 ? ".AsUInt16()" : "");

    /// <summary>The products of a pair for even and odd outputs, whose samples one load each holds.</summary>
    private IEnumerable<string> Loaded(ProductPair pair)
    {
        for (int vector = 0; vector < Vectors; vector++)
        {
            Assign(Width.Type(Plan.Loaded), Pixels(vector), Load("row", Offset(pair, vector, Lanes)));
        }

        return Enumerable.Range(0, Vectors).Select(vector => Product(pair, Pixels(vector), PairWeights.Name(pair)));
    }

    /// <summary>The products of a pair for the outputs of the lower and of the upper halves of lanes; packing puts the halves together again.</summary>
    private IEnumerable<string> Unpacked(ProductPair pair)
    {
        string type = Width.Type(Plan.Loaded);
        Assign(type, Pixels(0), Load("row", Parts.Layout.Offset(pair.Column)));
        string second = type + ".Zero";
        if (!pair.Second.IsZero)
        {
            second = Pixels(1);
            Assign(type, second, Load("row", Parts.Layout.Offset(pair.Column + 1)));
        }

        return Halves.Select(half => Product(pair, Interleaving.Alternating(Width, half, Pixels(0), second), PairWeights.Name(pair)));
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
            string[] products = [.. Plan.UnpacksPairs ? Unpacked(pair) : Loaded(pair)];
            for (int vector = 0; vector < Vectors; vector++)
            {
                string name = RowSumName(sum, 0, sourceRow, vector);
                Assign(VectorType, name, pair == Plan.Pairs[0] ? products[vector] : $"{name} + {products[vector]}");
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
            for (int vector = 0; vector < Vectors; vector++)
            {
                Assign(Width.Type(Plan.Loaded), Pixels(vector), Load("row", Offset(Plan.Pairs[column.First().Index], vector, Lanes)));
            }

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
            Assign(VectorType, sum, Declared.Contains(sum) ? $"{sum} + {product}" : product);
        }
    }
}
