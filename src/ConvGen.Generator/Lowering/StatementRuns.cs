namespace ConvGen.Generator.Lowering;

/// <summary>How often the steps of a program run: those of a loop as often as it repeats them.</summary>
internal sealed class StatementRuns
{
    private readonly Dictionary<string, int> variables = [];

    private readonly List<(Statement Statement, int Times)> runs = [];

    private StatementRuns() { }

    /// <summary>The steps in their order, each with how often it runs; loops are none.</summary>
    public static IReadOnlyList<(Statement Statement, int Times)> Of(IEnumerable<Statement> program)
    {
        StatementRuns of = new();
        of.Add(program, 1);
        return of.runs;
    }

    private void Add(IEnumerable<Statement> statements, int times)
    {
        foreach (Statement statement in statements)
        {
            switch (statement)
            {
                case Statement.Loop loop:
                    Add(loop, times);
                    break;
                case Statement.Compute compute:
                    variables[compute.Name] = Value(compute.Value);
                    break;
                default:
                    runs.Add((statement, times));
                    break;
            }
        }
    }

    private void Add(Statement.Loop loop, int times)
    {
        if (loop is { Counts: true, First: Offset.Number { Value: var first }, End: Offset.Number { Value: var end } })
        {
            Add(loop.Body, times * Math.Max(0, end - first));
            return;
        }

        if (loop.First is { } begin)
        {
            variables[loop.Counter] = Value(begin);
        }

        while (variables[loop.Counter] < Value(loop.End))
        {
            Add(loop.Body, times);
            variables[loop.Counter] += loop.Counts ? 1 : 0;
        }
    }

    private int Value(Offset offset) =>
        offset switch
        {
            Offset.Number number => number.Value,
            Offset.Variable variable => variables[variable.Name],
            Offset.Native native => Value(native.Value),
            Offset.Sum sum => Value(sum.Left) + Value(sum.Right),
            Offset.Difference difference => Value(difference.Left) - Value(difference.Right),
            Offset.Product product => Value(product.Left) * Value(product.Right),
            Offset.Smaller smaller => Math.Min(Value(smaller.Left), Value(smaller.Right)),
            _ => throw new InvalidOperationException($"{offset} is no bound of a loop"),
        };
}
