using ConvGen.Analyzers.Naming.Loops.Elements;
using ConvGen.Analyzers.Naming.Loops.Subscripts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Loops.Writes;

/// <summary>Recognises an array that is reversed in place: its ends are exchanged, and then what lies inside, up to the middle.</summary>
internal static class SwapLoopReader
{
    /// <summary>Whether two writes exchange two elements whose places run towards each other, half an array long.</summary>
    public static bool IsReversal(ElementWrite first, ElementWrite second, LoopBody body)
    {
        ILoopOperation[] loops = Order.LoopsAround(first.Place);
        if (
            loops.Length != 1
            || !Order.LoopsAround(second.Place).SequenceEqual(loops)
            || first.Element.Indices.Length != 1
            || second.Element.Indices.Length != 1
            || !Exchanges(first, second, body)
        )
        {
            return false;
        }

        IndexPolynomial one = first.Element.Indices[0].Polynomial;
        IndexPolynomial other = second.Element.Indices[0].Polynomial;
        return one.Varies(loops[0]) && !(one + other).Varies(loops[0]) && EndsInTheMiddle(loops[0], one, other, body);
    }

    private static bool Exchanges(ElementWrite first, ElementWrite second, LoopBody body)
    {
        if (first.Place == second.Place)
        {
            // (k[a], k[b]) = (k[b], k[a])
            return IsElement(first.Value, second.Element, body) && IsElement(second.Value, first.Element, body);
        }

        // t = k[a]; k[a] = k[b]; k[b] = t;
        return IsElement(first.Value, second.Element, body)
            && Unwrapped.Of(second.Value) is ILocalReferenceOperation { Local: { } held }
            && body.WritesTo(held) is { Count: 1 } writes
            && writes[0] is { Value: { } kept } write
            && Order.IsStraightBefore(write.Operation, first.Place)
            && Order.IsStraightBefore(first.Place, second.Place)
            && IsElement(kept, first.Element, body);
    }

    private static bool IsElement(IOperation value, ElementAccess element, LoopBody body) =>
        Unwrapped.Of(value) is not ILocalReferenceOperation
        && body.Elements.Read(value) is { } read
        && read.IsOf(element)
        && read.Indices.Length == 1
        && read.Indices[0].Polynomial.Equals(element.Indices[0].Polynomial);

    /// <summary>A loop over the whole array would exchange everything twice.</summary>
    private static bool EndsInTheMiddle(ILoopOperation loop, IndexPolynomial one, IndexPolynomial other, LoopBody body)
    {
        IOperation? condition = loop switch
        {
            IForLoopOperation counted => counted.Condition,
            IWhileLoopOperation { ConditionIsTop: true } repeated => repeated.Condition,
            _ => null,
        };
        if (
            Unwrapped.Of(condition)
            is not IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.GreaterThan } comparison
        )
        {
            return false;
        }

        IOperation bound = Unwrapped.Of(comparison.RightOperand)!;
        bool isHalf =
            comparison.OperatorKind == BinaryOperatorKind.LessThan
            && bound
                is IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide, RightOperand.ConstantValue: { HasValue: true, Value: 2 } }
                    or IBinaryOperation
                    {
                        OperatorKind: BinaryOperatorKind.RightShift,
                        RightOperand.ConstantValue: { HasValue: true, Value: 1 }
                    };
        IndexPolynomial left = body.Indices.Read(comparison.LeftOperand).Polynomial;
        IndexPolynomial right = body.Indices.Read(comparison.RightOperand).Polynomial;
        return isHalf || (left.Equals(one) && right.Equals(other)) || (left.Equals(other) && right.Equals(one));
    }
}
