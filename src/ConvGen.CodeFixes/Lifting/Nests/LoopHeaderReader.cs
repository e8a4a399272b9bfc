using System.Collections.Immutable;
using System.Numerics;
using ConvGen.CodeFixes.Lifting.Exact;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.CodeFixes.Lifting.Nests;

/// <summary>Reads the heads of <c>for</c> loops that count by one.</summary>
internal static class LoopHeaderReader
{
    /// <summary>The head, or null where the loop does not run over all integers between two bounds.</summary>
    public static LoopHeader? Read(IForLoopOperation loop, LoopScope scope)
    {
        if (
            loop is not { Before.Length: 1, AtLoopBottom.Length: 1, Condition: { } condition }
            || loop.Before[0] is not IVariableDeclarationGroupOperation { Declarations: { Length: 1 } declarations }
            || declarations[0].Declarators.Length != 1
            || loop.AtLoopBottom[0] is not IExpressionStatementOperation step
        )
        {
            return null;
        }

        IVariableDeclaratorOperation declarator = declarations[0].Declarators[0];
        if (
            declarator.Symbol.Type.SpecialType != SpecialType.System_Int32
            || declarator.GetVariableInitializer()?.Value is not { } start
            || Step(step.Operation, declarator.Symbol) is not { } isAscending
            || !IsSteppedOnce(loop.Body, declarator.Symbol)
        )
        {
            return null;
        }

        VariableAtom variable = new(declarator.Symbol);
        ExactIndex value = ExactIndex.Of(variable);
        if (Ends(start, isAscending, scope) is not { } starts)
        {
            return null;
        }

        scope.Integers[declarator.Symbol] = value;
        ImmutableArray<ExactIndex> bounds = [.. starts.Select(form => isAscending ? value - form : form - value)];
        ImmutableArray<ExactIndex>? limits = Limits(condition, declarator.Symbol, isAscending, scope);

        // A condition that does not fail for good once it fails would end the loop early.
        return
            limits is { } all
            && all.All(limit =>
                limit.FactorOf(variable) == (isAscending ? BigInteger.MinusOne : BigInteger.One) && IsLinear(limit, variable)
            )
            ? new LoopHeader(variable, bounds.AddRange(all), isAscending)
            : null;
    }

    private static bool? Step(IOperation step, ISymbol variable) =>
        step switch
        {
            IIncrementOrDecrementOperation one when IsVariable(one.Target, variable) => one.Kind == OperationKind.Increment,
            ICompoundAssignmentOperation { Value.ConstantValue: { HasValue: true, Value: 1 } } one when IsVariable(one.Target, variable) =>
                one.OperatorKind switch
                {
                    BinaryOperatorKind.Add => true,
                    BinaryOperatorKind.Subtract => false,
                    _ => null,
                },
            _ => null,
        };

    private static bool IsVariable(IOperation target, ISymbol variable) =>
        target is ILocalReferenceOperation local && SymbolEqualityComparer.Default.Equals(local.Local, variable);

    private static bool IsSteppedOnce(IOperation body, ISymbol variable) => !new LoopScope(body).IsWritten(variable);

    private static bool IsLinear(ExactIndex form, VariableAtom variable) =>
        form.Split(variable) is { Coefficient.Constant: not null }
        && form.Atoms.OfType<FoldedAtom>().All(folded => !folded.Inner.Contains(variable));

    /// <summary>Condition by condition; a limit may be the smaller or the larger of two.</summary>
    private static ImmutableArray<ExactIndex>? Limits(IOperation condition, ISymbol variable, bool isAscending, LoopScope scope)
    {
        if (condition is IBinaryOperation { OperatorMethod: null, OperatorKind: BinaryOperatorKind.ConditionalAnd } both)
        {
            return
                Limits(both.LeftOperand, variable, isAscending, scope) is { } left
                && Limits(both.RightOperand, variable, isAscending, scope) is { } right
                ? left.AddRange(right)
                : null;
        }

        if (
            condition is IBinaryOperation { OperatorMethod: null } comparison
            && IsVariable(comparison.LeftOperand, variable)
            && Ends(comparison.RightOperand, !isAscending, scope) is { Length: > 1 } ends
        )
        {
            ExactIndex value = scope.Integers[variable];
            return (comparison.OperatorKind, isAscending) switch
            {
                (BinaryOperatorKind.LessThan, true) => [.. ends.Select(end => end - value - 1)],
                (BinaryOperatorKind.LessThanOrEqual, true) => [.. ends.Select(end => end - value)],
                (BinaryOperatorKind.GreaterThan, false) => [.. ends.Select(end => value - end - 1)],
                (BinaryOperatorKind.GreaterThanOrEqual, false) => [.. ends.Select(end => value - end)],
                _ => null,
            };
        }

        return ConditionReader.Read(condition, scope);
    }

    /// <summary>
    /// The forms of which a bound is the largest (or the smallest): those of <c>Math.Max</c> (or <c>Math.Min</c>), or just one.
    /// </summary>
    private static ImmutableArray<ExactIndex>? Ends(IOperation bound, bool isLargest, LoopScope scope)
    {
        if (
            bound is IInvocationOperation call
            && ExactIndexReader.IsMath(call.TargetMethod)
            && call.TargetMethod.Name == (isLargest ? "Max" : "Min")
            && ExactIndexReader.Arguments(call) is { Length: 2 } arguments
        )
        {
            return Ends(arguments[0], isLargest, scope) is { } left && Ends(arguments[1], isLargest, scope) is { } right
                ? left.AddRange(right)
                : null;
        }

        return ExactIndexReader.Read(bound, scope) is { } form ? [form] : null;
    }
}
