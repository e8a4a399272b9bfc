using ConvGen.Generator.Model;
using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Emission;

/// <summary>
/// A tile with every tap written out. It walks the source rows once; each load serves all output rows that see it. Taps of one output row come in
/// row-major order, so that every sum is the same expression wherever it is computed.
/// </summary>
internal sealed class UnrolledTile(SourceWriter writer, KernelParts parts, VectorWidth width, int rows) : TileText(writer, parts, width, rows)
{
    private readonly HashSet<string> declared = [];
    private readonly Dictionary<(int Row, int Column), int> indices = parts.Plan.Taps.Select((tap, index) => (tap, index)).ToDictionary(item => (item.tap.Row, item.tap.Column), item => item.index);
    private int currentRow;

    public override void Emit()
    {
        Writer.Line($"ref {Parts.Source} row = ref Unsafe.Add(ref source, x);");
        Writer.Line($"ref {Parts.Destination} result = ref Unsafe.Add(ref destination, x);");
        if (Plan.Taps.Count == 0)
        {
            EmitZeros();
            return;
        }

        int lastTapRow = Plan.Taps.Max(tap => tap.Row);
        for (int sourceRow = 0; sourceRow < Rows + lastTapRow; sourceRow++)
        {
            EmitSourceRow(sourceRow);
            int finished = sourceRow - lastTapRow;
            if (finished >= 0)
            {
                Store(finished);
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

    private void EmitSourceRow(int sourceRow)
    {
        int[] columns = Plan.Taps.Where(tap => sourceRow - tap.Row >= 0 && sourceRow - tap.Row < Rows).Select(tap => tap.Column).Distinct().OrderBy(column => column).ToArray();
        if (columns.Length == 0)
        {
            return;
        }

        Writer.Line();
        Step(sourceRow);
        foreach (int column in columns)
        {
            for (int vector = 0; vector < Vectors; vector++)
            {
                Assign(Pixels(vector), Load("row", Parts.Layout.Offset(column) + (vector * Lanes)));
            }

            for (int row = 0; row < Rows; row++)
            {
                EmitTap(row, sourceRow - row, column);
            }
        }
    }

    /// <summary>Moves the row reference to a source row.</summary>
    private void Step(int sourceRow)
    {
        int rowsDown = sourceRow - currentRow;
        currentRow = sourceRow;
        if (rowsDown > 0)
        {
            Writer.Line($"row = ref Unsafe.Add(ref row, {(rowsDown == 1 ? "pitch" : Literals.Of(rowsDown) + " * pitch")});");
        }
    }

    private void EmitTap(int outputRow, int tapRow, int column)
    {
        if (!indices.TryGetValue((tapRow, column), out int index))
        {
            return;
        }

        Tap tap = Plan.Taps[index];
        int unitSign = WeightEmitter.UnitSign(Plan, tap);
        string coefficient = VectorPassEmitter.CoefficientName(tap);
        if (Plan.Coefficients == CoefficientSource.Table && unitSign == 0)
        {
            coefficient = Width.Broadcast(index == 0 ? "weights" : $"Unsafe.Add(ref weights, {Literals.Of(index)})");
            if (Vectors > 1)
            {
                Assign("k", coefficient);
                coefficient = "k";
            }
        }

        for (int vector = 0; vector < Vectors; vector++)
        {
            string sum = Sum(outputRow, vector);
            Assign(sum, Accumulate(sum, Pixels(vector), coefficient, unitSign, !declared.Contains(sum)));
        }
    }

    private void Assign(string name, string value) => Writer.Line(declared.Add(name) ? $"{VectorType} {name} = {value};" : $"{name} = {value};");
}
