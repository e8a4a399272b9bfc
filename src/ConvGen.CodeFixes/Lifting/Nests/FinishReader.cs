using System.Collections.Immutable;
using System.Globalization;
using ConvGen.CodeFixes.Lifting.Exact;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.CodeFixes.Lifting.Nests;

/// <summary>Reads what is done to a sum: in expressions, and in statements that assign it again.</summary>
/// <param name="sum">The local that holds the sum.</param>
internal sealed class FinishReader(ILocalSymbol sum)
{
    /// <summary>What has been done to the sum so far.</summary>
    public ImmutableArray<FinishStep> Steps { get; set; } = [];

    /// <summary>The steps that make an expression from the products' sum, or null.</summary>
    public ImmutableArray<FinishStep>? Read(IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation local when SymbolEqualityComparer.Default.Equals(local.Local, sum):
                return Steps;
            case IParenthesizedOperation parentheses:
                return Read(parentheses.Operand);
            case IConversionOperation { OperatorMethod: null, Type: { } type } conversion:
                return Then(Read(conversion.Operand), FinishKind.Convert, 0, type);
            case IBinaryOperation { OperatorMethod: null, Type: { } type } binary:
                return ReadBinary(binary.OperatorKind, binary.LeftOperand, binary.RightOperand, type);
            case IInvocationOperation call when ExactIndexReader.IsMath(call.TargetMethod):
                return ReadCall(call);
            case IConditionalOperation { WhenFalse: { } whenFalse } choice:
                return ReadChoice(choice.Condition, choice.WhenTrue, whenFalse);
            default:
                return null;
        }
    }

    /// <summary>An operator with the sum on its left.</summary>
    public ImmutableArray<FinishStep>? ReadBinary(BinaryOperatorKind kind, IOperation left, IOperation right, ITypeSymbol type)
    {
        if (kind == BinaryOperatorKind.Add && Constant(left) is not null)
        {
            (left, right) = (right, left);
        }

        return Constant(right) is not { } constant
            ? null
            : kind switch
            {
                BinaryOperatorKind.Add => Then(Read(left), FinishKind.Add, constant, type),
                BinaryOperatorKind.Divide when constant > 0 => Then(Read(left), FinishKind.Divide, constant, type),
                BinaryOperatorKind.RightShift when constant is > 0 and < 31 => Then(Read(left), FinishKind.Shift, constant, type),
                _ => null,
            };
    }

    /// <summary>
    /// <c>sum &lt; 0 ? 0 : sum</c>: one branch is the constant that the sum is compared with, the other the sum, or more of the same.
    /// </summary>
    public ImmutableArray<FinishStep>? ReadChoice(IOperation condition, IOperation whenTrue, IOperation whenFalse)
    {
        if (
            condition is not IBinaryOperation { OperatorMethod: null } comparison
            || Constant(comparison.RightOperand) is not { } limit
            || Read(comparison.LeftOperand) is not { } compared
            || Constant(whenTrue) != limit
            || Read(whenFalse) is not { } otherwise
            || !otherwise.Take(compared.Length).SequenceEqual(compared)
            || otherwise.Skip(compared.Length).Any(static step => step.Kind is not (FinishKind.AtLeast or FinishKind.AtMost))
        )
        {
            return null;
        }

        return comparison.OperatorKind switch
        {
            BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual => Then(
                otherwise,
                FinishKind.AtLeast,
                limit,
                whenFalse.Type!
            ),
            BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual => Then(
                otherwise,
                FinishKind.AtMost,
                limit,
                whenFalse.Type!
            ),
            _ => null,
        };
    }

    /// <summary><c>if (sum &lt; 0) sum = 0; else if (sum > 255) sum = 255;</c></summary>
    public ImmutableArray<FinishStep>? ReadStatement(IConditionalOperation choice)
    {
        if (
            Reassignment.Single(choice.WhenTrue)
                is not IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { IsRef: false } assignment }
            || choice.Condition is not IBinaryOperation comparison
            || !IsSum(assignment.Target)
            || !IsSum(comparison.LeftOperand)
            || ReadChoice(choice.Condition, assignment.Value, comparison.LeftOperand) is not { } own
        )
        {
            return null;
        }

        ImmutableArray<FinishStep>? otherwise = Reassignment.Single(choice.WhenFalse) switch
        {
            null => Steps,
            IConditionalOperation more => ReadStatement(more),
            _ => null,
        };
        return otherwise?.AddRange(own.Skip(Steps.Length));
    }

    private bool IsSum(IOperation operation) =>
        operation is ILocalReferenceOperation local && SymbolEqualityComparer.Default.Equals(local.Local, sum);

    private ImmutableArray<FinishStep>? ReadCall(IInvocationOperation call)
    {
        ImmutableArray<IOperation> arguments = ExactIndexReader.Arguments(call);
        return (call.TargetMethod.Name, arguments.Length, call.Type) switch
        {
            ("Clamp", 3, { } type) when Constant(arguments[1]) is { } least && Constant(arguments[2]) is { } most && least <= most => Then(
                Then(Read(arguments[0]), FinishKind.AtLeast, least, type),
                FinishKind.AtMost,
                most,
                type
            ),
            ("Max", 2, { } type) => Limit(arguments[0], arguments[1], FinishKind.AtLeast, type),
            ("Min", 2, { } type) => Limit(arguments[0], arguments[1], FinishKind.AtMost, type),
            _ => null,
        };
    }

    private ImmutableArray<FinishStep>? Limit(IOperation left, IOperation right, FinishKind kind, ITypeSymbol type) =>
        Constant(right) is { } limit ? Then(Read(left), kind, limit, type)
        : Constant(left) is { } first ? Then(Read(right), kind, first, type)
        : null;

    private static ImmutableArray<FinishStep>? Then(ImmutableArray<FinishStep>? steps, FinishKind kind, long value, ITypeSymbol type) =>
        steps?.Add(new FinishStep(kind, value, type));

    /// <summary>The value of an integer constant.</summary>
    private static long? Constant(IOperation operation) =>
        operation.ConstantValue is { HasValue: true, Value: { } value } && value is byte or sbyte or short or ushort or int or long
            ? Convert.ToInt64(value, CultureInfo.InvariantCulture)
            : null;
}
