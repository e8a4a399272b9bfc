using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.Analyzers.Naming.Weights.Tracing;

/// <summary>
/// Orders two operations of a body without a control-flow graph: only straight lines are understood, anything else is "maybe".
/// </summary>
internal static class StraightLine
{
    /// <summary>When an operation runs, seen from the use of a variable.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="use">The use.</param>
    /// <param name="declaration">Where the variable is declared; null for one that outlives the body.</param>
    public static ExecutionOrder Order(IOperation operation, IOperation use, SyntaxNode? declaration)
    {
        IOperation point = OutermostFunction(use, declaration) ?? use;
        HashSet<IOperation> above = new(Ancestors(point));
        TextSpan span = operation.Syntax.Span;
        if (operation == point || Ancestors(operation).Contains(point))
        {
            // Inside the function that may be called at any time, or inside the use itself.
            return point == use ? ExecutionOrder.After : ExecutionOrder.Maybe;
        }

        bool isConditional = false;
        IOperation child = operation;
        for (IOperation? parent = operation.Parent; parent is not null; child = parent, parent = parent.Parent)
        {
            bool isCommon = above.Contains(parent);
            if (parent is ILoopOperation && isCommon && !IsInside(declaration, parent) && !IsOutsideBody((ILoopOperation)parent, child))
            {
                return ExecutionOrder.Maybe;
            }

            if (isCommon && Excludes(parent, child, point))
            {
                return ExecutionOrder.After;
            }

            if (parent is ILocalFunctionOperation && !isCommon)
            {
                // It runs wherever it is called.
                return ExecutionOrder.Maybe;
            }

            isConditional |= !isCommon && MayBeSkipped(parent, child);
        }

        if (span.End > point.Syntax.SpanStart)
        {
            // A function that holds the use may still run after what follows it.
            bool follows = operation.Syntax.SpanStart >= point.Syntax.Span.End || span.Contains(point.Syntax.Span);
            return follows && point == use ? ExecutionOrder.After : ExecutionOrder.Maybe;
        }

        return isConditional ? ExecutionOrder.Maybe : ExecutionOrder.Before;
    }

    /// <summary>The outermost lambda or local function around a use that does not contain the variable's declaration.</summary>
    private static IOperation? OutermostFunction(IOperation use, SyntaxNode? declaration)
    {
        IOperation? outermost = null;
        foreach (IOperation ancestor in Ancestors(use))
        {
            if (ancestor is IAnonymousFunctionOperation or ILocalFunctionOperation && !IsInside(declaration, ancestor))
            {
                outermost = ancestor;
            }
        }

        return outermost;
    }

    private static bool IsInside(SyntaxNode? declaration, IOperation operation) =>
        declaration is not null
        && declaration.SyntaxTree == operation.Syntax.SyntaxTree
        && operation.Syntax.Span.Contains(declaration.Span);

    /// <summary>Whether a part of a loop runs once: the collection of a <c>foreach</c>, the first clause of a <c>for</c>.</summary>
    private static bool IsOutsideBody(ILoopOperation loop, IOperation part) =>
        loop switch
        {
            IForEachLoopOperation each => part == each.Collection,
            IForLoopOperation counted => counted.Before.Contains(part),
            _ => false,
        };

    /// <summary>Whether two branches of one choice hold the two operations, so that one never runs before the other.</summary>
    private static bool Excludes(IOperation choice, IOperation branch, IOperation point)
    {
        IOperation? other = point;
        while (other is not null && other.Parent != choice)
        {
            other = other.Parent;
        }

        return other is not null
            && other != branch
            && choice switch
            {
                IConditionalOperation conditional => branch != conditional.Condition && other != conditional.Condition,
                ISwitchOperation => branch is ISwitchCaseOperation && other is ISwitchCaseOperation,
                ISwitchExpressionOperation => branch is ISwitchExpressionArmOperation && other is ISwitchExpressionArmOperation,
                _ => false,
            };
    }

    private static bool MayBeSkipped(IOperation parent, IOperation child) =>
        parent switch
        {
            IConditionalOperation conditional => child != conditional.Condition,
            ILoopOperation loop => !IsOutsideBody(loop, child),
            ISwitchCaseOperation or ISwitchExpressionArmOperation or ICatchClauseOperation => true,
            ICoalesceOperation coalesce => child != coalesce.Value,
            ICoalesceAssignmentOperation coalesce => child == coalesce.Value,
            IConditionalAccessOperation access => child == access.WhenNotNull,
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } binary => child
                == binary.RightOperand,
            IAnonymousFunctionOperation or ILocalFunctionOperation => true,
            ITryOperation attempt => child != attempt.Body && child != attempt.Finally,
            _ => false,
        };

    private static IEnumerable<IOperation> Ancestors(IOperation operation)
    {
        for (IOperation? parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            yield return parent;
        }
    }
}
