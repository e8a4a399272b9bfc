using ConvGen.Generator.Model;
using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Emission;

/// <summary>
/// A tile with every tap written out. It walks the source rows once; each load serves all output rows that see it. Taps of one output row come in
/// row-major order, so that every sum is the same expression wherever it is computed.
/// </summary>
internal sealed class UnrolledTile(SourceWriter writer, KernelParts parts, VectorWidth width, int rows) : TileText(writer, parts, width, rows)
{
    private readonly Dictionary<(int Row, int Column), int> indices = parts.Plan.Taps.Select((tap, index) => (tap, index)).ToDictionary(item => (item.tap.Row, item.tap.Column), item => item.index);
    private readonly bool keepsRows = parts.Plan.Taps.Any(tap => tap.SpansRows);

    public override void Emit()
    {
        Writer.Line($"ref {Parts.Source} row = ref Unsafe.Add(ref source, x);");
        Writer.Line($"ref {Parts.Destination} result = ref Unsafe.Add(ref destination, x);");
        if (Plan.Taps.Count + Plan.RowSums.Count == 0)
        {
            EmitZeros();
            return;
        }

        if (Plan.Slides == Sliding.WithinTile && Rows > 1)
        {
            EmitSliding();
            return;
        }

        int lastTapRow = Plan.Taps.Select(tap => tap.LastRow).Concat(Plan.RowSums.SelectMany(sum => sum.Uses.Select(use => use.Row))).Max();
        for (int sourceRow = 0; sourceRow <= FirstRow(Rows - 1) + lastTapRow; sourceRow++)
        {
            EmitSourceRow(sourceRow);
            if (sourceRow >= lastTapRow && (sourceRow - lastTapRow) % FirstRow(1) == 0)
            {
                int finished = (sourceRow - lastTapRow) / FirstRow(1);
                EmitGroups(finished);
                EmitSigns(finished);
                Store(finished);
            }
        }
    }

    /// <summary>The first row's sum, and each further one from the one above it: the rows that leave it stay in registers until then.</summary>
    private void EmitSliding()
    {
        int taps = Plan.Taps.Count;
        for (int sourceRow = 0; sourceRow < taps + Rows - 1; sourceRow++)
        {
            Writer.Line();
            Step(sourceRow);
            bool leaves = sourceRow < Rows - 1;
            int outputRow = Math.Max(0, sourceRow - taps + 1);
            for (int vector = 0; vector < Vectors; vector++)
            {
                string pixels = leaves ? Kept(sourceRow, vector) : Pixels(vector);
                Assign(pixels, LoadAt(0, vector));
            }

            for (int vector = 0; vector < Vectors; vector++)
            {
                string pixels = leaves ? Kept(sourceRow, vector) : Pixels(vector);
                string sum = Sum(outputRow, vector);
                Assign(sum, outputRow > 0 ? $"{Sum(outputRow - 1, vector)} - {Kept(outputRow - 1, vector)} + {pixels}" : sourceRow == 0 ? pixels : $"{sum} + {pixels}");
            }

            if (sourceRow >= taps - 1)
            {
                Store(outputRow);
            }
        }
    }

    private void EmitZeros()
    {
        for (int row = 0; row < Rows; row++)
        {
            for (int vector = 0; vector < Vectors; vector++)
            {
                Writer.Line($"{VectorType} {Sum(row, vector)} = {VectorType}.Zero;");
            }

            Store(row);
        }
    }

    /// <summary>The source row at which the windows of an output row begin; rows of a tile have a stride only where they share source rows all the same.</summary>
    private int FirstRow(int row) => row * (Rows > 1 ? Parts.Model.Vertical.Stride : 1);

    private void EmitSourceRow(int sourceRow)
    {
        (int Row, Tap Tap)[] finished = [.. Enumerable.Range(0, Rows).SelectMany(row => Plan.Taps.Where(tap => FirstRow(row) + tap.LastRow == sourceRow).Select(tap => (row, tap)))];
        if (keepsRows)
        {
            EmitKeptRow(sourceRow, finished);
            return;
        }

        RowSum[] sums = [.. Plan.RowSums.Where(sum => IsSeen(sum, sourceRow))];
        if (finished.Length + sums.Length == 0)
        {
            return;
        }

        Writer.Line();
        Step(sourceRow);
        Dictionary<(int, int, bool), (int Row, Tap Tap)[]> columns = finished.GroupBy(item => Operand(item.Tap)).ToDictionary(column => column.Key, column => column.ToArray());
        foreach ((int, int, bool) operand in columns.Keys.OrderBy(operand => operand).ToArray())
        {
            // The order of integer sums is free, so that samples of shared sums are loaded once for both.
            if (!Plan.Accumulator.IsInteger() || !sums.Any(sum => sum.Taps.Any(tap => Operand(tap) == operand)))
            {
                EmitLoads(columns[operand][0].Tap);
                EmitTaps(columns, operand);
            }
        }

        foreach (RowSum sum in sums)
        {
            EmitRowSum(sourceRow, sum, columns);
        }
    }

    private void EmitLoads(Tap tap)
    {
        for (int vector = 0; vector < Vectors; vector++)
        {
            Assign(Pixels(vector), LoadsOf(tap, vector));
        }
    }

    /// <summary>What output rows take of the samples that are loaded, once.</summary>
    private void EmitTaps(Dictionary<(int, int, bool), (int Row, Tap Tap)[]> columns, (int, int, bool) operand)
    {
        if (columns.TryGetValue(operand, out (int Row, Tap Tap)[]? column))
        {
            columns.Remove(operand);
            foreach ((int row, Tap tap) in column)
            {
                EmitTap(row, tap, Pixels);
            }
        }
    }

    /// <summary>A sum along the source row, and what the output rows that see it take of it and of its samples.</summary>
    private void EmitRowSum(int sourceRow, RowSum sum, Dictionary<(int, int, bool), (int Row, Tap Tap)[]> columns)
    {
        RowSumText text = TextOf(sum);
        for (int i = 0; i < sum.Taps.Count; i++)
        {
            Tap tap = sum.Taps[i];
            EmitLoads(tap);
            EmitTaps(columns, Operand(tap));
            for (int vector = 0; vector < Vectors; vector++)
            {
                string name = RowSumName(sum, 0, sourceRow, vector);
                Assign(name, text.AddTap(tap, name, Pixels(vector), RowSumText.Coefficient(Plan, sum, tap), Width.ShiftLeft, i == 0));
            }
        }

        EmitUses(sum, text, sourceRow);
    }

    /// <summary>The samples of a term within its row; terms with the same share them.</summary>
    private static (int Column, int Other, bool IsNegative) Operand(Tap tap) => (tap.Column, tap.Mirror?.Column ?? -1, tap.Mirror?.IsNegative == true);

    private string LoadAt(int column, int vector) => Load("row", Parts.Layout.Offset(column) + (vector * Lanes));

    /// <summary>What a term multiplies: a sample, or the sum or difference of two in the same row.</summary>
    private string LoadsOf(Tap tap, int vector)
    {
        string pixels = LoadAt(tap.Column, vector);
        return tap.Mirror is { } mirror ? $"{pixels} {(mirror.IsNegative ? "-" : "+")} {LoadAt(mirror.Column, vector)}" : pixels;
    }

    /// <summary>A kernel of one column whose terms span rows: every row of the tile stays in registers until its last term.</summary>
    private void EmitKeptRow(int sourceRow, (int Row, Tap Tap)[] finished)
    {
        if (!Enumerable.Range(0, Rows).Any(row => Plan.Taps.Any(tap => row + tap.Row == sourceRow || row + tap.LastRow == sourceRow)))
        {
            return;
        }

        Writer.Line();
        Step(sourceRow);
        for (int vector = 0; vector < Vectors; vector++)
        {
            Assign(Kept(sourceRow, vector), LoadAt(0, vector));
        }

        foreach ((int row, Tap tap) in finished)
        {
            EmitTap(row, tap, vector => tap.Mirror is { } mirror
                ? $"({Kept(row + tap.Row, vector)} {(mirror.IsNegative ? "-" : "+")} {Kept(row + mirror.Row, vector)})"
                : Kept(row + tap.Row, vector));
        }
    }

    private string Kept(int sourceRow, int vector) => OfRow("p", sourceRow, vector);

    private string GroupSum(int outputRow, int vector, int group) => Sum(outputRow, vector).Replace('y', (char)('a' + group));

    /// <summary>What the sums of groups add to those of an output row, each by one product.</summary>
    private void EmitGroups(int outputRow)
    {
        foreach (Tap leader in Plan.Products)
        {
            if (leader.Group is { } group)
            {
                EmitProduct(outputRow, leader, vector => GroupSum(outputRow, vector, group));
            }
        }
    }

    private void EmitTap(int outputRow, Tap tap, Func<int, string> pixels)
    {
        if (tap.Group is not { } group)
        {
            EmitProduct(outputRow, tap, pixels);
            return;
        }

        for (int vector = 0; vector < Vectors; vector++)
        {
            string sum = GroupSum(outputRow, vector, group);
            Assign(sum, ProductText.AddToGroup(tap, Plan.Leader(group), sum, pixels(vector)));
        }
    }

    private void EmitProduct(int outputRow, Tap tap, Func<int, string> pixels)
    {
        string coefficient = VectorPassEmitter.CoefficientName(tap);
        if (Plan.Coefficients == CoefficientSource.Table && ProductText.KindOf(Plan, tap) == ProductKind.Product)
        {
            int index = indices[(tap.Row, tap.Column)];
            coefficient = Width.Broadcast(index == 0 ? "weights" : $"Unsafe.Add(ref weights, {Literals.Of(index)})");
            if (Vectors > 1)
            {
                Assign(WeightType, "k", coefficient);
                coefficient = "k";
            }
        }

        for (int vector = 0; vector < Vectors; vector++)
        {
            string sum = Sum(outputRow, vector);
            Assign(sum, Products.Add(tap, sum, pixels(vector), coefficient, Width.ShiftLeft, !Declared.Contains(sum), Negated));
        }
    }

    private void Assign(string name, string value) => Assign(VectorType, name, value);
}
