using ConvGen.Generator.Lowering;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Tests.Lowering;

/// <summary>Rebuilds programs with some of their parts replaced.</summary>
/// <param name="ofExpression">What an expression, whose own parts have been rebuilt, becomes.</param>
/// <param name="ofStatement">What a statement, whose own parts have been rebuilt, becomes; nothing where it is left out.</param>
internal sealed class ProgramRewriter(Func<Expression, Expression> ofExpression, Func<Statement, IEnumerable<Statement>> ofStatement)
{
    public PassProgram Rewrite(PassProgram program) => new(Rewrite(program.Head), Rewrite(program.Body));

    private EquatableArray<Statement> Rewrite(IEnumerable<Statement> statements) => statements.SelectMany(Rewrite).ToEquatableArray();

    private IEnumerable<Statement> Rewrite(Statement statement) => ofStatement(statement switch
    {
        Statement.Assign assign => assign with { Value = Rewrite(assign.Value) },
        Statement.Increase increase => increase with { Value = Rewrite(increase.Value) },
        Statement.Loop loop => loop with { Body = Rewrite(loop.Body) },
        Statement.Store store => store with { Sums = store.Sums.Select(Rewrite).ToEquatableArray() },
        _ => statement,
    });

    private Expression Rewrite(Expression expression) => ofExpression(expression switch
    {
        Expression.Reinterpret value => new Expression.Reinterpret(Rewrite(value.Value), value.Element),
        Expression.Negate value => new Expression.Negate(Rewrite(value.Value)),
        Expression.Add value => new Expression.Add(Rewrite(value.Left), Rewrite(value.Right)),
        Expression.Subtract value => new Expression.Subtract(Rewrite(value.Left), Rewrite(value.Right)),
        Expression.And value => new Expression.And(Rewrite(value.Left), Rewrite(value.Right)),
        Expression.Multiply value => new Expression.Multiply(Rewrite(value.Left), Rewrite(value.Right)),
        Expression.MultiplyWide value => new Expression.MultiplyWide(Rewrite(value.Numbers), Rewrite(value.Weights)),
        Expression.MultiplyLong value => new Expression.MultiplyLong(Rewrite(value.Left), Rewrite(value.Right)),
        Expression.MultiplyAdd value => new Expression.MultiplyAdd(Rewrite(value.Left), Rewrite(value.Right), Rewrite(value.Sum)),
        Expression.PairSum value => new Expression.PairSum(Rewrite(value.Samples), Rewrite(value.Weights)),
        Expression.ShiftLeft value => new Expression.ShiftLeft(Rewrite(value.Value), value.Count),
        Expression.Alternate value => new Expression.Alternate(value.IsHigh, Rewrite(value.Even), Rewrite(value.Odd)),
        _ => expression,
    });
}
