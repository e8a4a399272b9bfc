namespace ConvGen.Generator.Lowering;

/// <summary>Counts the operations of a program, those of each lane of a vector.</summary>
internal static class OperationCounter
{
    public static OperationCount Count(IEnumerable<Statement> program) =>
        StatementRuns.Of(program).Aggregate(OperationCount.None, static (count, run) => count + (Of(run.Statement) * run.Times));

    private static OperationCount Of(Statement statement) =>
        statement switch
        {
            Statement.Assign assign => Of(assign.Value),
            Statement.Increase increase => Of(increase.Value) + Addition(increase.Target),
            Statement.Store store => store.Sums.Aggregate(OperationCount.None, static (sum, value) => sum + Of(value)),
            _ => OperationCount.None,
        };

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
            Expression.MultiplyAdd or Expression.QuadSum => new OperationCount(lanes, 0, lanes),
            _ => OperationCount.None,
        };
        return expression.Parts().Select(Of).Aggregate(own, static (sum, count) => sum + count);
    }

    private static OperationCount Addition(Expression sum) => new(0, 0, sum.Type.Lanes);
}
