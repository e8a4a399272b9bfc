namespace ConvGen.Generator.Lowering;

/// <summary>Counts the operations of a program, those of each lane of a vector.</summary>
internal sealed class OperationCounter
{
    private readonly Dictionary<string, int> variables = [];

    private OperationCounter() { }

    public static OperationCount Count(IEnumerable<Statement> program) => new OperationCounter().Of(program);

    private OperationCount Of(IEnumerable<Statement> statements)
    {
        OperationCount count = OperationCount.None;
        foreach (Statement statement in statements)
        {
            count += Of(statement);
        }

        return count;
    }

    private OperationCount Of(Statement statement)
    {
        switch (statement)
        {
            case Statement.Assign assign:
                return Of(assign.Value);
            case Statement.Increase increase:
                return Of(increase.Value) + Addition(increase.Target);
            case Statement.Store store:
                return store.Sums.Select(Of).Aggregate(OperationCount.None, (sum, count) => sum + count);
            case Statement.Compute compute:
                variables[compute.Name] = Value(compute.Value);
                return OperationCount.None;
            case Statement.Loop loop:
                return Of(loop);
            default:
                return OperationCount.None;
        }
    }

    private OperationCount Of(Statement.Loop loop)
    {
        if (loop is { Counts: true, First: Offset.Number { Value: var first }, End: Offset.Number { Value: var end } })
        {
            return Of(loop.Body) * Math.Max(0, end - first);
        }

        if (loop.First is { } begin)
        {
            variables[loop.Counter] = Value(begin);
        }

        OperationCount count = OperationCount.None;
        while (variables[loop.Counter] < Value(loop.End))
        {
            count += Of(loop.Body);
            variables[loop.Counter] += loop.Counts ? 1 : 0;
        }

        return count;
    }

    private static OperationCount Of(Expression expression)
    {
        int lanes = expression.Type.Lanes;
        OperationCount own = expression switch
        {
            Expression.Add or Expression.Subtract => Addition(expression),
            Expression.ShiftLeft => new OperationCount(0, lanes, 0),
            Expression.Multiply or Expression.MultiplyWide or Expression.MultiplyLong or Expression.PairSum => new OperationCount(
                lanes,
                0,
                0
            ),
            Expression.MultiplyAdd => new OperationCount(lanes, 0, lanes),
            _ => OperationCount.None,
        };
        return expression.Parts().Select(Of).Aggregate(own, (sum, count) => sum + count);
    }

    private static OperationCount Addition(Expression sum) => new(0, 0, sum.Type.Lanes);

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
