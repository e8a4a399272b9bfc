using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Loops;

/// <summary>Where places of a body lie to each other: around, before, on every way.</summary>
internal static class Order
{
    /// <summary>
    /// The loops that run a place again and again, innermost first. The first values of a <c>for</c> and the collection of a <c>foreach</c>
    /// lie outside their loop.
    /// </summary>
    public static ILoopOperation[] LoopsAround(IOperation place)
    {
        List<ILoopOperation> loops = [];
        IOperation child = place;
        for (IOperation? parent = place.Parent; parent is not null and not ILocalFunctionOperation; child = parent, parent = parent.Parent)
        {
            if (parent is ILoopOperation loop && IsInside(loop, child))
            {
                loops.Add(loop);
            }
        }

        return loops.ToArray();
    }

    /// <summary>Whether a place lies in what a loop repeats.</summary>
    public static bool IsRepeated(ILoopOperation loop, IOperation place)
    {
        IOperation child = place;
        for (IOperation? parent = place.Parent; parent is not null; child = parent, parent = parent.Parent)
        {
            if (parent == loop)
            {
                return IsInside(loop, child);
            }
        }

        return false;
    }

    /// <summary>Whether one place contains another.</summary>
    public static bool Contains(IOperation outer, IOperation? inner)
    {
        for (; inner is not null; inner = inner.Parent)
        {
            if (inner == outer)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a place runs exactly once whenever what is around it runs.</summary>
    public static bool IsUnconditional(IOperation place, IOperation around)
    {
        IOperation child = place;
        for (IOperation? parent = place.Parent; parent is not null; child = parent, parent = parent.Parent)
        {
            if (parent == around)
            {
                return true;
            }

            if (IsOptional(parent, child))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether a place always runs before another, in the same round of every loop around both.</summary>
    public static bool IsStraightBefore(IOperation first, IOperation second) =>
        IsBefore(first, second)
        && CommonParent(first, second) is { } common
        && IsUnconditional(first, common)
        && !(
            common is IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation && IsOptional(common, ChildOf(common, first))
        );

    /// <summary>Whether a place stands before another and, where both lie in a loop, runs before it in the same round.</summary>
    public static bool IsBefore(IOperation first, IOperation second) =>
        first.Syntax.Span.End <= second.Syntax.SpanStart
            ? !(CommonParent(first, second) is IForLoopOperation loop && loop.AtLoopBottom.Contains(ChildOf(loop, first)))
            : CommonParent(first, second) is IForLoopOperation other
                && other.AtLoopBottom.Contains(ChildOf(other, second))
                && !other.AtLoopBottom.Contains(ChildOf(other, first));

    /// <summary>The innermost place around both.</summary>
    public static IOperation? CommonParent(IOperation first, IOperation second)
    {
        IOperation? common = first;
        while (common is not null && !Contains(common, second))
        {
            common = common.Parent;
        }

        return common;
    }

    private static bool IsInside(ILoopOperation loop, IOperation child) =>
        loop switch
        {
            IForLoopOperation counted => !counted.Before.Contains(child),
            IForEachLoopOperation each => child != each.Collection,
            _ => true,
        };

    private static IOperation ChildOf(IOperation parent, IOperation place)
    {
        IOperation child = place;
        while (child.Parent is { } next && next != parent)
        {
            child = next;
        }

        return child;
    }

    private static bool IsOptional(IOperation parent, IOperation child) =>
        parent switch
        {
            IConditionalOperation conditional => child != conditional.Condition,
            ILoopOperation loop => IsInside(loop, child),
            ISwitchOperation choice => child != choice.Value,
            ISwitchExpressionOperation choice => child != choice.Value,
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } binary => child
                != binary.LeftOperand,
            ICoalesceOperation coalesce => child != coalesce.Value,
            IConditionalAccessOperation access => child != access.Operation,
            ICatchClauseOperation or IAnonymousFunctionOperation or ILocalFunctionOperation => true,
            _ => false,
        };
}
