using ConvGen.Generator.Lowering;

namespace ConvGen.Generator.Tests.Lowering;

/// <summary>A fault that is put into a program, at one place of many.</summary>
/// <param name="Name">What it does.</param>
/// <param name="OfExpression">The faulty form of an expression, or null where it has none.</param>
/// <param name="OfStatement">The same of a statement.</param>
internal sealed record Mutation(string Name, Func<Expression, Expression?> OfExpression, Func<Statement, Statement?> OfStatement)
{
    /// <summary>How many places a program has for it.</summary>
    public int Places(PassProgram program)
    {
        int places = 0;
        Rewrite(program, () => places++ < 0);
        return places;
    }

    /// <summary>The program with the fault at one of them.</summary>
    public PassProgram Apply(PassProgram program, int place)
    {
        int at = 0;
        return Rewrite(program, () => at++ == place);
    }

    private PassProgram Rewrite(PassProgram program, Func<bool> isHere) =>
        new ProgramRewriter(
            expression => OfExpression(expression) is { } faulty && isHere() ? faulty : expression,
            statement => [OfStatement(statement) is { } faulty && isHere() ? faulty : statement]
        ).Rewrite(program);
}
