using ConvGen.Analyzers.Naming.Execution.Calls;
using ConvGen.Analyzers.Naming.Execution.Spots;
using ConvGen.Analyzers.Naming.Execution.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Execution.Running;

/// <summary>Compares values with patterns.</summary>
internal sealed class PatternRunner(Machine machine)
{
    /// <summary>Whether an arm or a case is taken: its pattern and its guard, either way where they are not known.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="guard">What stands behind <c>when</c>, or null.</param>
    /// <param name="value">The value.</param>
    /// <param name="frame">The variables.</param>
    /// <param name="place">The arm or the case.</param>
    public bool IsTaken(IPatternOperation pattern, IOperation? guard, object value, Frame frame, IOperation place) =>
        (IsMatch(pattern, value, frame) ?? machine.Decide(place, Number.Called(place is ICaseClauseOperation ? "case" : "arm")))
        && (guard is null || machine.Decide(guard, machine.Expressions.Evaluate(guard, frame)));

    /// <summary>Whether a value is as a pattern says; null where that is not known.</summary>
    public bool? IsMatch(IPatternOperation pattern, object value, Frame frame)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return true;
            case IConstantPatternOperation constant:
                return Compared(BinaryOperatorKind.Equals, value, constant.Value, frame);
            case IRelationalPatternOperation relation:
                return Compared(relation.OperatorKind, value, relation.Value, frame);
            case INegatedPatternOperation negated:
                return !IsMatch(negated.Pattern, value, frame);
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both:
                return All([both.LeftPattern, both.RightPattern], [value, value], frame);
            case IBinaryPatternOperation either:
                bool? left = IsMatch(either.LeftPattern, value, frame);
                return left == true ? true
                    : IsMatch(either.RightPattern, value, frame) is var right && (left is not null || right == true) ? right
                    : null;
            case IDeclarationPatternOperation { DeclaredSymbol: { } variable } declaration:
                frame.Declare(variable, value);
                return declaration.MatchesNull || (value is Number && declaration.MatchedType?.IsValueType == true) ? true : null;
            case IRecursivePatternOperation { PropertySubpatterns.IsEmpty: true } tuple when value is Bundle bundle:
                return tuple.DeconstructionSubpatterns.Length == bundle.Values.Length
                    ? All([.. tuple.DeconstructionSubpatterns], bundle.Values, frame)
                    : null;
            case IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true, PropertySubpatterns.IsEmpty: false } members
                when value is Store or Sequence:
                object?[] held =
                [
                    .. members.PropertySubpatterns.Select(part =>
                        part.Member is IPropertyReferenceOperation { Property.Name: var name } ? LibraryCalls.MemberOf(value, name) : null
                    ),
                ];
                return All([.. members.PropertySubpatterns.Select(static part => part.Pattern)], held, frame);
            default:
                return null;
        }
    }

    private bool? All(IPatternOperation[] patterns, object?[] values, Frame frame)
    {
        bool? all = true;
        for (int index = 0; index < patterns.Length; index++)
        {
            bool? one = values[index] is { } value ? IsMatch(patterns[index], value, frame) : null;
            all =
                one == false ? false
                : all == true ? one
                : all;
        }

        return all;
    }

    private bool? Compared(BinaryOperatorKind kind, object value, IOperation wanted, Frame frame) =>
        value is Number { Known: { } one, IsOfSamples: false } && machine.Expressions.Evaluate(wanted, frame) is Number { Known: { } other }
            ? kind switch
            {
                BinaryOperatorKind.LessThan => one < other,
                BinaryOperatorKind.LessThanOrEqual => one <= other,
                BinaryOperatorKind.GreaterThan => one > other,
                BinaryOperatorKind.GreaterThanOrEqual => one >= other,
                _ => one == other,
            }
            : null;
}
