using System.Collections.Immutable;
using ConvGen.CodeFixes.Lifting.Nests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.CodeFixes.Lifting.Exact;

/// <summary>Reads conditions on integers as forms that must all be at least zero.</summary>
internal static class ConditionReader
{
    /// <summary>The forms, or null where the condition is no conjunction of comparisons of integers.</summary>
    public static ImmutableArray<ExactIndex>? Read(IOperation condition, LoopScope scope, bool isNegated = false)
    {
        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not:
                return Read(not.Operand, scope, !isNegated);
            case IParenthesizedOperation parentheses:
                return Read(parentheses.Operand, scope, isNegated);
            case IBinaryOperation { OperatorMethod: null } binary
                when binary.OperatorKind == (isNegated ? BinaryOperatorKind.ConditionalOr : BinaryOperatorKind.ConditionalAnd):
                return Read(binary.LeftOperand, scope, isNegated) is { } left && Read(binary.RightOperand, scope, isNegated) is { } right
                    ? left.AddRange(right)
                    : null;
            case IBinaryOperation { OperatorMethod: null } comparison:
                return Compare(isNegated ? Negate(comparison.OperatorKind) : comparison.OperatorKind, comparison, scope);
            default:
                return null;
        }
    }

    private static BinaryOperatorKind Negate(BinaryOperatorKind kind) =>
        kind switch
        {
            BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThanOrEqual,
            BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThan,
            BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThanOrEqual,
            BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThan,
            _ => BinaryOperatorKind.None,
        };

    private static ImmutableArray<ExactIndex>? Compare(BinaryOperatorKind kind, IBinaryOperation comparison, LoopScope scope)
    {
        if (Unsigned(comparison.LeftOperand) is { } index && Unsigned(comparison.RightOperand) is { } size)
        {
            // As unsigned numbers, negative ones are the largest; a length is never negative.
            return
                kind == BinaryOperatorKind.LessThan
                && ExactIndexReader.Read(index, scope) is { } signed
                && ExactIndexReader.Read(size, scope) is { Atom: ExtentAtom or VariableAtom } length
                ? [signed, length - 1 - signed]
                : null;
        }

        if (
            ExactIndexReader.Read(comparison.LeftOperand, scope) is not { } left
            || ExactIndexReader.Read(comparison.RightOperand, scope) is not { } right
        )
        {
            return null;
        }

        return kind switch
        {
            BinaryOperatorKind.LessThan => [right - left - 1],
            BinaryOperatorKind.LessThanOrEqual => [right - left],
            BinaryOperatorKind.GreaterThan => [left - right - 1],
            BinaryOperatorKind.GreaterThanOrEqual => [left - right],
            _ => null,
        };
    }

    /// <summary>The integer under a conversion to <c>uint</c>.</summary>
    private static IOperation? Unsigned(IOperation operation) =>
        operation is IConversionOperation { OperatorMethod: null, Type.SpecialType: SpecialType.System_UInt32 } conversion
        && conversion.Operand.Type?.SpecialType == SpecialType.System_Int32
            ? conversion.Operand
            : null;
}
