using ConvGen.Analyzers.Naming.Loops.Elements;
using ConvGen.Analyzers.Naming.Loops.Writes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Loops;

/// <summary>
/// What a condition is taken to be that stays the same while the loops run, such as <c>isHorizontal ? x + i : x</c>: one pass serves rows
/// and columns. A sum
/// is read once with either value.
/// </summary>
/// <param name="Condition">The condition as <see cref="Read"/> gives it.</param>
/// <param name="IsTrue">Its value.</param>
internal sealed record Assumption(string Condition, bool IsTrue)
{
    /// <summary>The branch of a choice that is taken; null where something else decides it.</summary>
    public IOperation? BranchOf(IConditionalOperation choice, LoopBody body) =>
        Read(choice.Condition, body) is var (condition, isNegated) && condition == Condition
            ? IsTrue != isNegated
                ? choice.WhenTrue
                : choice.WhenFalse
            : null;

    /// <summary>
    /// A condition without its negation: a flag, or a comparison of a variable with a constant. Null where it may change while the loops
    /// run.
    /// </summary>
    public static (string Condition, bool IsNegated)? Read(IOperation condition, LoopBody body)
    {
        bool isNegated = false;
        IOperation operation = Unwrapped.Of(condition)!;
        while (operation is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not)
        {
            isNegated = !isNegated;
            operation = Unwrapped.Of(not.Operand)!;
        }

        if (IsFixed(operation, body))
        {
            return (operation.Syntax.ToString(), isNegated);
        }

        return
            operation
                is IBinaryOperation
                {
                    OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals,
                    RightOperand.ConstantValue.HasValue: true
                } comparison
            && IsFixed(comparison.LeftOperand, body)
            ? (
                $"{comparison.LeftOperand.Syntax} == {comparison.RightOperand.Syntax}",
                isNegated != (comparison.OperatorKind == BinaryOperatorKind.NotEquals)
            )
            : null;
    }

    /// <summary>A parameter that nothing writes, or a local with one value that was set outside every loop.</summary>
    private static bool IsFixed(IOperation operation, LoopBody body) =>
        Unwrapped.Of(operation) switch
        {
            IParameterReferenceOperation parameter => body.BoundIndex(parameter.Parameter) is null
                && body.BoundElement(parameter.Parameter) is null
                && body.WritesTo(parameter.Parameter).Count == 0,
            ILocalReferenceOperation local => body.WritesTo(local.Local) is { Count: 1 } writes
                && writes[0].Kind == WriteKind.Definition
                && Order.LoopsAround(writes[0].Operation).Length == 0,
            _ => false,
        };
}
