using ConvGen.Analyzers.Naming.Execution.Spots;
using ConvGen.Analyzers.Naming.Execution.Values;
using ConvGen.Analyzers.Naming.Loops.Elements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Execution.Running;

/// <summary>Operators between two numbers: sums and products, comparisons, bits.</summary>
internal sealed class NumberOperators(Machine machine)
{
    private static Number Flag(bool value) => value ? Number.One : Number.Zero;

    /// <summary>What an operator makes of two numbers.</summary>
    public Number Apply(BinaryOperatorKind kind, Number a, Number b, bool isWhole, IOperation place)
    {
        switch (kind)
        {
            case BinaryOperatorKind.Add:
                return machine.Arithmetic.Add(a, b);
            case BinaryOperatorKind.Subtract:
                return machine.Arithmetic.Subtract(a, b);
            case BinaryOperatorKind.Multiply:
                return machine.Multiply(a, b, place);
            case BinaryOperatorKind.Divide:
                return machine.Arithmetic.Divide(a, b, isWhole);
            case BinaryOperatorKind.Equals
            or BinaryOperatorKind.NotEquals
            or BinaryOperatorKind.LessThan
            or BinaryOperatorKind.LessThanOrEqual
            or BinaryOperatorKind.GreaterThan
            or BinaryOperatorKind.GreaterThanOrEqual:
                return Compare(kind, a, b, place);
            default:
                return Bits(kind, a, b);
        }
    }

    private Number Compare(BinaryOperatorKind kind, Number a, Number b, IOperation place)
    {
        machine.HasRivals |= (a.HasProducts || b.HasProducts) && IsRival(a, place) && IsRival(b, place, isRight: true);
        if (a.HasProducts)
        {
            machine.Compared.Add(a);
        }

        if (b.HasProducts)
        {
            machine.Compared.Add(b);
        }

        if (a.Known is not { } one || b.Known is not { } other || ((a.IsOfSamples || b.IsOfSamples) && !IsWhole(place)))
        {
            // What is of samples has no name, and the name of a sum is long.
            return a.IsOfSamples || b.IsOfSamples
                ? new Number(null, a.IsOfSamples ? a.Terms : b.Terms, "")
                : machine.Arithmetic.Function(kind.ToString(), a, b);
        }

        return Flag(
            kind switch
            {
                BinaryOperatorKind.Equals => one == other,
                BinaryOperatorKind.NotEquals => one != other,
                BinaryOperatorKind.LessThan => one < other,
                BinaryOperatorKind.LessThanOrEqual => one <= other,
                BinaryOperatorKind.GreaterThan => one > other,
                _ => one >= other,
            }
        );
    }

    /// <summary>Whether what is compared is a sum, or the largest one so far in a variable.</summary>
    private static bool IsRival(Number number, IOperation comparison, bool isRight = false) =>
        number.HasProducts
        || (
            comparison is IBinaryOperation { LeftOperand: var left, RightOperand: var right }
            && Unwrapped.Of(isRight ? right : left) is ILocalReferenceOperation { ConstantValue.HasValue: false }
        );

    private static bool IsWhole(IOperation comparison) =>
        comparison is not IBinaryOperation binary
        || (ObjectModel.IsWhole(binary.LeftOperand.Type) && ObjectModel.IsWhole(binary.RightOperand.Type));

    /// <summary>Remainders, shifts and masks; of a packed sample they choose a channel, of a sum they only scale it.</summary>
    private Number Bits(BinaryOperatorKind kind, Number a, Number b)
    {
        if (a.Known is { } one && b.Known is { } other)
        {
            long left = (long)one;
            long right = (long)other;
            double? value = kind switch
            {
                BinaryOperatorKind.Remainder => other == 0 ? null : one % other,
                BinaryOperatorKind.LeftShift => left << (int)right,
                BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift => left >> (int)right,
                BinaryOperatorKind.And => left & right,
                BinaryOperatorKind.Or => left | right,
                BinaryOperatorKind.ExclusiveOr => left ^ right,
                _ => null,
            };
            return value is { } known ? Number.Of(known) : machine.Arithmetic.Fresh();
        }

        if (kind == BinaryOperatorKind.Remainder && a.HasProducts && !b.IsOfSamples)
        {
            return a with { Known = null };
        }

        if (
            a.IsOfSamples
            && b is { Known: { } constant, IsOfSamples: false }
            && kind
                is BinaryOperatorKind.RightShift
                    or BinaryOperatorKind.UnsignedRightShift
                    or BinaryOperatorKind.And
                    or BinaryOperatorKind.LeftShift
        )
        {
            return a.Sample is not null ? Arithmetic.Component(a, $"{kind}{constant}") : a;
        }

        return kind == BinaryOperatorKind.Or && a.IsOfSamples != b.IsOfSamples && (a.Known ?? b.Known) is not null
            ? (a.IsOfSamples ? a : b)
            : machine.Arithmetic.Function(kind.ToString(), a, b);
    }
}
