using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Lowering.Tiles;

/// <summary>
/// A tile with every tap written out. It walks the source rows once; each load serves all output rows that see it. Taps of one output row
/// come in
/// row-major order, so that every sum is the same expression wherever it is computed.
/// </summary>
internal sealed class UnrolledTile(KernelParts parts, VectorWidth width, int rows) : TileLowering(parts, width, rows)
{
    private readonly Dictionary<(int Row, int Column), int> indices = parts
        .Plan.Taps.Select((tap, index) => (tap, index))
        .ToDictionary(item => (item.tap.Row, item.tap.Column), item => item.index);
    private readonly bool keepsRows = parts.Plan.Taps.Any(tap => tap.SpansRows);

    protected override void Build()
    {
        Refer("row", "source", "x");
        ReferToResult();
        if (Plan.Taps.Count + Plan.Sum.RowSums.Count == 0)
        {
            AddZeros();
            return;
        }

        if (Plan.Sum is SlidingSum { Sliding: Sliding.WithinTile } && Rows > 1)
        {
            AddSliding();
            return;
        }

        int lastTapRow = Plan
            .Taps.Select(tap => tap.LastRow)
            .Concat(Plan.Sum.RowSums.SelectMany(sum => sum.Uses.Select(use => use.Row)))
            .Max();
        for (int sourceRow = 0; sourceRow < SourceRows; sourceRow++)
        {
            AddSourceRow(sourceRow);
            foreach (int finished in Enumerable.Range(0, Rows).Where(row => SourceRow(row, lastTapRow) == sourceRow))
            {
                AddGroups(finished);
                AddSigns(finished);
                Store(finished);
            }
        }
    }

    /// <summary>
    /// The first row's sum, and each further one from the one above it: the rows that leave it stay in registers until then.
    /// </summary>
    private void AddSliding()
    {
        int taps = Plan.Taps.Count;
        for (int sourceRow = 0; sourceRow < taps + Rows - 1; sourceRow++)
        {
            Blank();
            Step(sourceRow);
            bool leaves = sourceRow < Rows - 1;
            int outputRow = Math.Max(0, sourceRow - taps + 1);
            for (int vector = 0; vector < Vectors; vector++)
            {
                Assign(leaves ? Kept(sourceRow, vector) : Pixels(vector), LoadAt(0, vector));
            }

            for (int vector = 0; vector < Vectors; vector++)
            {
                Expression.Local pixels = leaves ? Kept(sourceRow, vector) : Pixels(vector);
                Expression.Local sum = Sum(outputRow, vector);
                Assign(
                    sum,
                    outputRow > 0 ? Sum(outputRow - 1, vector) - Kept(outputRow - 1, vector) + pixels
                        : sourceRow == 0 ? pixels
                        : sum + pixels
                );
            }

            if (sourceRow >= taps - 1)
            {
                Store(outputRow);
            }
        }
    }

    private void AddZeros()
    {
        for (int row = 0; row < Rows; row++)
        {
            for (int vector = 0; vector < Vectors; vector++)
            {
                Assign(Sum(row, vector), new Expression.Zero(SumShape));
            }

            Store(row);
        }
    }

    private void AddSourceRow(int sourceRow)
    {
        (int Row, Tap Tap)[] finished = Finished(sourceRow);
        if (keepsRows)
        {
            AddKeptRow(sourceRow, finished);
            return;
        }

        RowSum[] sums = [.. Plan.Sum.RowSums.Where(sum => IsSeen(sum, sourceRow))];
        if (finished.Length + sums.Length == 0)
        {
            return;
        }

        Blank();
        Step(sourceRow);
        Dictionary<(int, int, bool), (int Row, Tap Tap)[]> columns = finished
            .GroupBy(item => Operand(item.Tap))
            .ToDictionary(column => column.Key, column => column.ToArray());
        foreach ((int, int, bool) operand in columns.Keys.OrderBy(operand => operand).ToArray())
        {
            // The order of integer sums is free, so that samples of shared sums are loaded once for both.
            if (!Plan.Accumulator.IsInteger() || !sums.Any(sum => sum.Taps.Any(tap => Operand(tap) == operand)))
            {
                AddLoads(columns[operand][0].Tap);
                AddTaps(columns, operand);
            }
        }

        foreach (RowSum sum in sums)
        {
            AddRowSum(sourceRow, sum, columns);
        }
    }

    /// <summary>The taps of output rows whose samples are complete with a source row; asked for every row at every width.</summary>
    private (int Row, Tap Tap)[] Finished(int sourceRow)
    {
        List<(int Row, Tap Tap)> finished = [];
        for (int row = 0; row < Rows; row++)
        {
            for (int index = 0; index < Plan.Taps.Count; index++)
            {
                Tap tap = Plan.Taps[index];
                if (SourceRow(row, tap.LastRow) == sourceRow)
                {
                    finished.Add((row, tap));
                }
            }
        }

        return [.. finished];
    }

    private void AddLoads(Tap tap)
    {
        for (int vector = 0; vector < Vectors; vector++)
        {
            Assign(Pixels(vector), LoadsOf(tap, vector));
        }
    }

    /// <summary>What output rows take of the samples that are loaded, once.</summary>
    private void AddTaps(Dictionary<(int, int, bool), (int Row, Tap Tap)[]> columns, (int, int, bool) operand)
    {
        if (columns.TryGetValue(operand, out (int Row, Tap Tap)[]? column))
        {
            columns.Remove(operand);
            foreach ((int row, Tap tap) in column)
            {
                AddTap(row, tap, Pixels);
            }
        }
    }

    /// <summary>A sum along the source row, and what the output rows that see it take of it and of its samples.</summary>
    private void AddRowSum(int sourceRow, RowSum sum, Dictionary<(int, int, bool), (int Row, Tap Tap)[]> columns)
    {
        RowSumProducts products = ProductsOf(sum);
        for (int i = 0; i < sum.Taps.Count; i++)
        {
            Tap tap = sum.Taps[i];
            AddLoads(tap);
            AddTaps(columns, Operand(tap));
            Expression.Local coefficient = new(RowSumProducts.Coefficient(Plan, sum, tap), WeightShape);
            for (int vector = 0; vector < Vectors; vector++)
            {
                Expression.Local total = RowSumOf(sum, 0, sourceRow, vector);
                Assign(total, products.AddTap(tap, total, Pixels(vector), coefficient, i == 0));
            }
        }

        AddUses(sum, products, sourceRow);
    }

    /// <summary>The samples of a term within its row; terms with the same share them.</summary>
    private static (int Column, int Other, bool IsNegative) Operand(Tap tap) =>
        (tap.Column, tap.Mirror?.Column ?? -1, tap.Mirror?.IsNegative == true);

    private Expression LoadAt(int column, int vector) => Load("row", Parts.Layout.Offset(column) + (vector * Lanes));

    /// <summary>What a term multiplies: a sample, or the sum or difference of two in the same row.</summary>
    private Expression LoadsOf(Tap tap, int vector) => Folded(tap, LoadAt(tap.Column, vector), mirror => LoadAt(mirror.Column, vector));

    private static Expression Folded(Tap tap, Expression sample, Func<Mirror, Expression> other) =>
        tap.Mirror is not { } mirror ? sample
        : mirror.IsNegative ? sample - other(mirror)
        : sample + other(mirror);

    /// <summary>A kernel of one column whose terms span rows: every row of the tile stays in registers until its last term.</summary>
    private void AddKeptRow(int sourceRow, (int Row, Tap Tap)[] finished)
    {
        if (!Enumerable.Range(0, Rows).Any(row => Plan.Taps.Any(tap => row + tap.Row == sourceRow || row + tap.LastRow == sourceRow)))
        {
            return;
        }

        Blank();
        Step(sourceRow);
        for (int vector = 0; vector < Vectors; vector++)
        {
            Assign(Kept(sourceRow, vector), LoadAt(0, vector));
        }

        foreach ((int row, Tap tap) in finished)
        {
            AddTap(row, tap, vector => Folded(tap, Kept(row + tap.Row, vector), mirror => Kept(row + mirror.Row, vector)));
        }
    }

    private Expression.Local Kept(int sourceRow, int vector) => new(OfRow("p", sourceRow, vector), LoadedShape);

    private Expression.Local GroupSum(int outputRow, int vector, int group) =>
        new(Sum(outputRow, vector).Name.Replace('y', (char)('a' + group)), SumShape);

    /// <summary>What the sums of groups add to those of an output row, each by one product.</summary>
    private void AddGroups(int outputRow)
    {
        foreach (Tap leader in Plan.Products)
        {
            if (leader.Group is { } group)
            {
                AddProduct(outputRow, leader, vector => GroupSum(outputRow, vector, group));
            }
        }
    }

    private void AddTap(int outputRow, Tap tap, Func<int, Expression> pixels)
    {
        if (tap.Group is not { } group)
        {
            AddProduct(outputRow, tap, pixels);
            return;
        }

        for (int vector = 0; vector < Vectors; vector++)
        {
            Expression.Local sum = GroupSum(outputRow, vector, group);
            Assign(sum, Products.AddToGroup(tap, Plan.Leader(group), sum, pixels(vector)));
        }
    }

    private void AddProduct(int outputRow, Tap tap, Func<int, Expression> pixels)
    {
        Expression coefficient = new Expression.Local(PassLowering.CoefficientName(tap), WeightShape);
        if (Plan.Coefficients == CoefficientSource.Table && Products.KindOf(Plan, tap) == ProductKind.Product)
        {
            coefficient = Weight(new Place("weights", indices[(tap.Row, tap.Column)]));
            if (Vectors > 1)
            {
                Assign(Coefficient, coefficient);
                coefficient = Coefficient;
            }
        }

        for (int vector = 0; vector < Vectors; vector++)
        {
            Expression.Local sum = Sum(outputRow, vector);
            Assign(sum, Products.Add(tap, sum, pixels(vector), coefficient, !Declared.Contains(sum.Name), Negated));
        }
    }
}
