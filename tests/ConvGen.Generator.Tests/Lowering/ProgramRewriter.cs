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

    private IEnumerable<Statement> Rewrite(Statement statement) =>
        ofStatement(
            statement switch
            {
                Statement.Assign assign => assign with { Value = Rewrite(assign.Value) },
                Statement.Increase increase => increase with { Value = Rewrite(increase.Value) },
                Statement.Loop loop => loop with { Body = Rewrite(loop.Body) },
                Statement.Store store => store with { Sums = store.Sums.Select(Rewrite).ToEquatableArray() },
                _ => statement,
            }
        );

    private Expression Rewrite(Expression expression) => ofExpression(expression.WithParts(Rewrite));
}
