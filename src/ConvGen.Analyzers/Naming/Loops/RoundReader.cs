using ConvGen.Analyzers.Naming.Loops.Subscripts;
using ConvGen.Analyzers.Naming.Loops.Writes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Loops;

/// <summary>
/// Reads how often a loop runs, where that is the same every time: <c>for (int j = -r; j &lt;= r; j++)</c> runs 2r + 1 times.
/// </summary>
internal static class RoundReader
{
    /// <summary>
    /// What a step somewhere in a loop, also in loops inside it, adds in one round; null where that is not the same in every round.
    /// </summary>
    /// <param name="write">The step.</param>
    /// <param name="step">What it adds at once.</param>
    /// <param name="loop">The loop.</param>
    /// <param name="body">The body.</param>
    public static IndexPolynomial? Added(VariableWrite write, IndexPolynomial step, ILoopOperation loop, LoopBody body)
    {
        IndexPolynomial? added = step;
        IOperation place = write.Operation;
        foreach (ILoopOperation inner in Order.LoopsAround(write.Operation))
        {
            if (!Order.IsUnconditional(place, inner) || IsSkipped(write, inner) || added is null)
            {
                return null;
            }

            if (inner == loop)
            {
                return added;
            }

            added = Read(inner, body) is { } rounds && added.IsSettled() ? added.Times(rounds) : null;
            place = inner;
        }

        return null;
    }

    /// <summary>Whether <c>continue</c> leaves a round before a write of the loop's body.</summary>
    public static bool IsSkipped(VariableWrite write, ILoopOperation loop) =>
        !(loop is IForLoopOperation counted && counted.AtLoopBottom.Any(bottom => Order.Contains(bottom, write.Operation)))
        && loop.Body.Descendants()
            .OfType<IBranchOperation>()
            .Any(branch =>
                branch.BranchKind == BranchKind.Continue
                && SymbolEqualityComparer.Default.Equals(branch.Target, loop.ContinueLabel)
                && branch.Syntax.SpanStart < write.Operation.Syntax.SpanStart
            );

    private static IndexPolynomial? Read(ILoopOperation loop, LoopBody body)
    {
        if (loop is not IForLoopOperation { Condition: IBinaryOperation condition } || IsLeft(loop))
        {
            return null;
        }

        IndexAtom counter = body.CounterOf(loop);
        IndexPolynomial left = body.Indices.Read(condition.LeftOperand).Polynomial;
        IndexPolynomial right = body.Indices.Read(condition.RightOperand).Polynomial;
        IndexPolynomial distance = left - right;

        // The distance to the bound, counted down: what it is at first is how often the loop runs, and once more where the bound itself
        // still counts.
        IndexPolynomial? rest = (condition.OperatorKind, distance.CoefficientOf(counter)?.Unit) switch
        {
            (BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.NotEquals, 1) => IndexPolynomial.Of(
                counter
            ) - distance,
            (BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.NotEquals, -1) => distance
                + IndexPolynomial.Of(counter),
            _ => null,
        };
        bool isBoundCounted = condition.OperatorKind is BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThanOrEqual;
        IndexPolynomial? rounds = isBoundCounted && rest is not null ? rest + 1 : rest;
        return rounds is not null && rounds.IsSettled() ? rounds : null;
    }

    /// <summary>Whether something leaves a loop before its condition does.</summary>
    private static bool IsLeft(ILoopOperation loop) =>
        loop
            .Body.Descendants()
            .OfType<IBranchOperation>()
            .Any(branch =>
                branch.BranchKind == BranchKind.GoTo
                || (branch.BranchKind == BranchKind.Break && SymbolEqualityComparer.Default.Equals(branch.Target, loop.ExitLabel))
            );
}
