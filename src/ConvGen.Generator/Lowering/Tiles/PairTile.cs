using ConvGen.Generator.Emission.Operations;
using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Lowering.Tiles;

/// <summary>
/// A tile whose taps are multiplied in pairs. Vectors come in twos: the first sums even outputs, the second, whose samples lie one further
/// on, odd ones; or, where the samples of a pair lie
/// apart, those of the lower and of the upper halves of lanes. Integer sums are exact, so that their order does not matter.
/// </summary>
internal sealed class PairTile(KernelParts parts, PairedSum sum, VectorWidth width, int rows) : TileLowering(parts, width, rows)
{
    private readonly PairLowering pairs = new(parts, sum, width);

    protected override void Build()
    {
        Refer("row", "source", PassLowering.FirstSample(Plan));
        ReferToResult();
        RowSum? shared = (sum as PairedRowSum)?.Row;
        int lastRow = shared is null ? sum.Pairs.Max(pair => pair.Row) : shared.Uses.Max(use => use.Row);
        for (int sourceRow = 0; sourceRow < SourceRows; sourceRow++)
        {
            if (shared is null)
            {
                AddSourceRow(sourceRow);
            }
            else
            {
                AddRowSum(sourceRow, shared);
            }

            foreach (int finished in Enumerable.Range(0, Rows).Where(row => SourceRow(row, lastRow) == sourceRow))
            {
                AddSigns(finished);
                Store(finished);
            }
        }
    }

    protected override IEnumerable<Expression> SumsOf(int row, int vector) =>
        Enumerable.Range(0, sum.Groups).Select(group => SumOf(row, vector, group));

    /// <summary>Adds the samples that the pairs of a column multiply.</summary>
    private void AddPixels(int column)
    {
        bool isSingle = sum.IsSingle(column);
        for (int vector = 0; vector < Vectors; vector++)
        {
            Assign(Pixels(vector), pairs.Pixels("row", column, vector, isSingle, Assign));
        }
    }

    private Expression.Local WeightsOf(ProductPair pair) =>
        new(PairWeights.Name(pair), PairWeights.IsMask(Plan, pair) ? LoadedShape : pairs.Coefficient.Type);

    /// <summary>The sum along the source row, which its pairs make up, and what the output rows that see it take of it.</summary>
    private void AddRowSum(int sourceRow, RowSum shared)
    {
        if (!IsSeen(shared, sourceRow))
        {
            return;
        }

        Blank();
        Step(sourceRow);
        foreach (ProductPair pair in sum.Pairs)
        {
            AddPixels(pair.Column);
            for (int vector = 0; vector < Vectors; vector++)
            {
                Expression.Local total = RowSumOf(shared, 0, sourceRow, vector);
                Expression product = pairs.Product(pair, Pixels(vector), WeightsOf(pair));
                Assign(total, pair == sum.Pairs[0] ? product : total + product);
            }
        }

        AddUses(shared, ProductsOf(shared), sourceRow);
    }

    private Expression.Local SumOf(int row, int vector, int group)
    {
        Expression.Local first = Sum(row, vector);
        return sum.Groups == 1 ? first : first with { Name = first.Name + (char)('a' + group) };
    }

    private void AddSourceRow(int sourceRow)
    {
        (int Row, int Index)[] seen =
        [
            .. Enumerable
                .Range(0, Rows)
                .SelectMany(row =>
                    Enumerable.Range(0, sum.Pairs.Count).Where(i => SourceRow(row, sum.Pairs[i].Row) == sourceRow).Select(i => (row, i))
                ),
        ];
        if (seen.Length == 0)
        {
            return;
        }

        Blank();
        Step(sourceRow);
        foreach (
            IGrouping<int, (int Row, int Index)> column in seen.GroupBy(item => sum.Pairs[item.Index].Column).OrderBy(column => column.Key)
        )
        {
            AddPixels(column.Key);
            foreach ((int row, int index) in column)
            {
                AddPair(row, index);
            }
        }
    }

    private void AddPair(int row, int index)
    {
        Expression.Local weights = WeightsOf(sum.Pairs[index]);
        if (Plan.Coefficients == CoefficientSource.Table)
        {
            weights = pairs.Coefficient;
            Assign(weights, pairs.Weights(new Place("pairs", index)));
        }

        for (int vector = 0; vector < Vectors; vector++)
        {
            Expression.Local total = SumOf(row, vector, sum.Pairs[index].Group);
            Expression product = pairs.Product(sum.Pairs[index], Pixels(vector), weights);
            if (Declared.Contains(total.Name))
            {
                Add(new Statement.Increase(total, product));
            }
            else
            {
                Assign(total, product);
            }
        }
    }
}
