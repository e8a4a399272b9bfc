using ConvGen.Analyzers.Naming.Execution.Spots;
using ConvGen.Analyzers.Naming.Execution.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Execution.Running;

/// <summary>Evaluates operators and conversions.</summary>
internal sealed class OperatorRunner(Machine machine)
{
    private readonly NumberOperators numbers = new(machine);

    /// <summary>The value of a conversion: rounding is not looked at.</summary>
    public object Convert(IConversionOperation conversion, object value)
    {
        if (value is Number { Known: { } known } number && known != Math.Truncate(known) && ObjectModel.IsWhole(conversion.Type))
        {
            return number with { Known = Math.Truncate(known) };
        }

        return value switch
        {
            Store or Sequence or Thing when conversion.Type is IPointerTypeSymbol pointer => machine.Memory.Pinned(value, pointer),
            Number { IsOfSamples: false } address
                when conversion.Type is IPointerTypeSymbol pointer
                    && (address.Known is null || conversion.Operand.Type?.SpecialType is SpecialType.System_IntPtr) =>
                machine.Objects.Given(pointer, conversion.Operand.Syntax.ToString()),
            Unknown when conversion.Type is IPointerTypeSymbol => throw new StoppedException("a pointer is not understood", conversion),
            _ => value,
        };
    }

    /// <summary>The value of an operator with two operands.</summary>
    public object Binary(IBinaryOperation binary, Frame frame)
    {
        if (binary.OperatorMethod is { } method && machine.Code.BodyOf(method) is { } body)
        {
            return machine.Calls.Operate(
                method,
                body,
                binary,
                machine.Expressions.Evaluate(binary.LeftOperand, frame),
                machine.Expressions.Evaluate(binary.RightOperand, frame)
            );
        }

        object left = machine.Expressions.Evaluate(binary.LeftOperand, frame);
        if (
            binary.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr
            && left is Number { Known: { } first }
        )
        {
            bool isDecided = (first != 0) == (binary.OperatorKind == BinaryOperatorKind.ConditionalOr);
            return isDecided ? left : machine.Expressions.Evaluate(binary.RightOperand, frame);
        }

        object right = machine.Expressions.Evaluate(binary.RightOperand, frame);
        if (
            binary.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr
            && right is Number { Known: { } second }
        )
        {
            return (second != 0) == (binary.OperatorKind == BinaryOperatorKind.ConditionalOr) ? right : left;
        }

        return Apply(binary.OperatorKind, left, right, ObjectModel.IsWhole(binary.Type), binary);
    }

    /// <summary>What an operator makes of two values.</summary>
    public object Apply(BinaryOperatorKind kind, object left, object right, bool isWhole, IOperation place)
    {
        if (kind == BinaryOperatorKind.None)
        {
            kind = KindOf(place.Syntax) ?? kind;
        }

        switch (left, right)
        {
            case (ItemSpot or Number { Name: Number.NoObject }, Number { Name: Number.NoObject })
                when kind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals:
                return (left is Number) == (kind == BinaryOperatorKind.Equals) ? Number.One : Number.Zero;
            case (Number a, Number b):
                // Channels that are packed into one number stay apart.
                return kind == BinaryOperatorKind.Or && a.HasProducts && b.HasProducts
                    ? new Bundle([a, b])
                    : numbers.Apply(kind, a, b, isWhole, place);
            case (Lanes or Number, Lanes or Number):
                return LaneByLane(kind, left, right, place);
            case (ElementSpot pointer, Number { Known: { } distance }) when kind is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract:
                return pointer.Moved((int)(kind == BinaryOperatorKind.Add ? distance : -distance));
            case (Number { Known: { } distance }, ElementSpot pointer) when kind == BinaryOperatorKind.Add:
                return pointer.Moved((int)distance);
            case (ElementSpot from, ElementSpot to) when from.Array == to.Array:
                return kind == BinaryOperatorKind.Subtract
                    ? Number.Of(from.DistanceTo(to))
                    : numbers.Apply(kind, Number.Of(from.DistanceTo(to)), Number.Zero, true, place);
            case (Bundle one, Bundle other)
                when kind is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract && one.Values.Length == other.Values.Length:
                return new Bundle([.. one.Values.Zip(other.Values, (a, b) => Apply(kind, a, b, isWhole, place))]);
            case (Bundle channels, Number channel) when kind == BinaryOperatorKind.Or:
                return new Bundle([.. channels.Values, channel]);
            case
            (Thing, _)
            or
            (_, Thing)
            or
            (Unknown, _)
            or
            (_, Unknown)
            or
            (Store, _)
            or
            (_, Store)
            or
            (Sequence, _)
            or
            (_, Sequence)
            or
            (Closure, _)
            or (_, Closure):
                return kind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals
                    ? Number.Called("?" + place.Syntax)
                    : Other(left, right);
            default:
                return Unknown.Value;
        }
    }

    /// <summary>Apart from the rest, where what the lambdas hold would be made for every operator that is run.</summary>
    private Lanes LaneByLane(BinaryOperatorKind kind, object left, object right, IOperation place)
    {
        Number[] ones = left is Lanes one ? one.Values : [.. ((Lanes)right).Values.Select(_ => (Number)left)];
        Number[] others = right is Lanes other ? other.Values : [.. ones.Select(_ => (Number)right)];
        return new Lanes([.. ones.Zip(others, (a, b) => numbers.Apply(kind, a, b, false, place))]);
    }

    /// <summary>An operator of one operand.</summary>
    public object Unary(IUnaryOperation unary, object value)
    {
        if (unary.OperatorKind == UnaryOperatorKind.Minus && machine.Guarded > 0 && value is Number { HasProducts: true } sum)
        {
            // A sum that is negated where a condition says so.
            machine.Magnitudes.Add(sum);
        }

        return Negated(unary, value);
    }

    private object Negated(IUnaryOperation unary, object value) =>
        (unary.OperatorKind, value) switch
        {
            (UnaryOperatorKind.Minus, Number number) => machine.Arithmetic.Multiply(Number.Of(-1), number, unary),
            (UnaryOperatorKind.Minus, Lanes lanes) => new Lanes([
                .. lanes.Values.Select(lane => machine.Arithmetic.Multiply(Number.Of(-1), lane, unary)),
            ]),
            (UnaryOperatorKind.Plus, _) => value,
            (UnaryOperatorKind.Not, Number { Known: { } known }) => known == 0 ? Number.One : Number.Zero,
            (UnaryOperatorKind.BitwiseNegation, Number { Known: { } known, IsOfSamples: false }) => Number.Of(~(long)known),
            (_, Number number) => machine.Arithmetic.Function("!", number),
            _ => Unknown.Value,
        };

    /// <summary><c>a += b</c>.</summary>
    public object Compound(ICompoundAssignmentOperation assignment, Frame frame)
    {
        if (assignment.Target is IPropertyReferenceOperation or { Kind: OperationKind.PropertyReference })
        {
            object sum = Apply(
                assignment.OperatorKind,
                machine.Expressions.Evaluate(assignment.Target, frame),
                machine.Expressions.Evaluate(assignment.Value, frame),
                ObjectModel.IsWhole(assignment.Type),
                assignment
            );
            machine.Expressions.Assignments.Save(assignment.Target, sum, frame);
            return sum;
        }

        if (
            assignment is { Target: ILocalReferenceOperation { Local: { RefKind: RefKind.None } local }, OperatorMethod: null }
            && frame.Get(local) is Number total
        )
        {
            // Nearly always a sum, which needs no object for the spot.
            object added = Apply(
                assignment.OperatorKind,
                total,
                machine.Expressions.Evaluate(assignment.Value, frame),
                ObjectModel.IsWhole(assignment.Type) && assignment.OperatorKind == BinaryOperatorKind.Divide,
                assignment
            );
            frame.Set(local, added);
            return added;
        }

        if (machine.Spots.Read(assignment.Target, frame) is not { } spot)
        {
            throw new StoppedException("what is written to is not understood", assignment);
        }

        object before = Current(spot, assignment);
        if (assignment.OperatorMethod is { } method && machine.Code.BodyOf(method) is { } body)
        {
            object made = machine.Calls.Operate(method, body, assignment, before, machine.Expressions.Evaluate(assignment.Value, frame));
            machine.Memory.Save(spot, made, assignment);
            return made;
        }

        object value = Apply(
            assignment.OperatorKind,
            before,
            machine.Expressions.Evaluate(assignment.Value, frame),
            ObjectModel.IsWhole(assignment.Type) && assignment.OperatorKind == BinaryOperatorKind.Divide,
            assignment
        );
        machine.Memory.Save(spot, value, assignment);
        return value;
    }

    /// <summary><c>i++</c>.</summary>
    public object Step(IIncrementOrDecrementOperation step, Frame frame)
    {
        object before = machine.Expressions.Evaluate(step.Target, frame);
        object after = Apply(
            step.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract,
            before,
            Number.One,
            true,
            step
        );
        machine.Expressions.Assignments.Save(step.Target, after, frame);
        return step.IsPostfix ? before : after;
    }

    /// <summary>What is added to; a sum in a variable is no weight that the code computed.</summary>
    private object Current(Spot spot, IOperation place) =>
        spot is ElementSpot element
        && element.Array.Written.TryGetValue(element.Place, out object? written)
        && !element.Array.IsLost
        && written is Number { IsOfSamples: false } number
            ? number
            : machine.Memory.Load(spot, place);

    /// <summary>The operator of an expression that the compiler could not bind.</summary>
    public static BinaryOperatorKind? KindOf(SyntaxNode binary) =>
        binary.Kind() switch
        {
            SyntaxKind.AddExpression or SyntaxKind.AddAssignmentExpression => BinaryOperatorKind.Add,
            SyntaxKind.SubtractExpression or SyntaxKind.SubtractAssignmentExpression => BinaryOperatorKind.Subtract,
            SyntaxKind.MultiplyExpression or SyntaxKind.MultiplyAssignmentExpression => BinaryOperatorKind.Multiply,
            SyntaxKind.DivideExpression or SyntaxKind.DivideAssignmentExpression => BinaryOperatorKind.Divide,
            SyntaxKind.LessThanExpression => BinaryOperatorKind.LessThan,
            SyntaxKind.LessThanOrEqualExpression => BinaryOperatorKind.LessThanOrEqual,
            SyntaxKind.GreaterThanExpression => BinaryOperatorKind.GreaterThan,
            SyntaxKind.GreaterThanOrEqualExpression => BinaryOperatorKind.GreaterThanOrEqual,
            SyntaxKind.EqualsExpression => BinaryOperatorKind.Equals,
            SyntaxKind.NotEqualsExpression => BinaryOperatorKind.NotEquals,
            _ => null,
        };

    private static object Other(object left, object right) =>
        left is Thing text ? text
        : right is Thing other ? other
        : Unknown.Value;
}
