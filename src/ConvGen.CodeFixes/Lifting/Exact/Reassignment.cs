using ConvGen.CodeFixes.Lifting.Nests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.CodeFixes.Lifting.Exact;

/// <summary>Reads statements that bring an index back into the source: <c>if (i &lt; 0) i += n;</c></summary>
internal static class Reassignment
{
    /// <summary>What an index is after a conditional statement that does nothing but assign it, or null.</summary>
    public static ExactIndex? Read(IOperation? branch, ILocalSymbol local, ExactIndex before, LoopScope scope)
    {
        switch (Single(branch))
        {
            case null:
                return before;
            case IConditionalOperation choice:
                return
                    ConditionReader.Read(choice.Condition, scope) is { Length: 1 } condition
                    && Read(choice.WhenTrue, local, before, scope) is { } whenTrue
                    && Read(choice.WhenFalse, local, before, scope) is { } whenFalse
                    ? Folding.Choose(condition[0], whenTrue, whenFalse)
                    : null;
            case IExpressionStatementOperation { Operation: IAssignmentOperation { Target: ILocalReferenceOperation target } assignment }
                when SymbolEqualityComparer.Default.Equals(target.Local, local):
                return Assigned(assignment, before, scope);
            default:
                return null;
        }
    }

    /// <summary>What an index is after an assignment, or null.</summary>
    public static ExactIndex? Assigned(IAssignmentOperation assignment, ExactIndex before, LoopScope scope)
    {
        ExactIndex? value = ExactIndexReader.Read(assignment.Value, scope);
        return (assignment, value) switch
        {
            (_, null) => null,
            (ISimpleAssignmentOperation { IsRef: false }, _) => value,
            (ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null }, _) => before + value,
            (ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Subtract, OperatorMethod: null }, _) => before - value,
            _ => null,
        };
    }

    /// <summary>The only statement of a block, or the statement itself.</summary>
    public static IOperation? Single(IOperation? statement) =>
        statement is IBlockOperation { Operations: { Length: 1 } statements } ? Single(statements[0]) : statement;
}
