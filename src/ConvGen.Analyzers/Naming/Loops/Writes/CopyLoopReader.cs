using System.Collections.Immutable;
using ConvGen.Analyzers.Naming.Loops.Elements;
using ConvGen.Analyzers.Naming.Loops.Solving;
using ConvGen.Analyzers.Naming.Loops.Subscripts;
using ConvGen.Analyzers.Naming.Weights;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Loops.Writes;

/// <summary>Reads how an array was filled element by element from another: as it is, reversed, or reversed on one axis.</summary>
internal static class CopyLoopReader
{
    /// <summary>
    /// The array that the elements came from, and how they lie now; null where the array is not filled that way, or not provably.
    /// </summary>
    /// <param name="target">The local, field or parameter that is filled.</param>
    /// <param name="use">Where it is used afterwards.</param>
    /// <param name="member">The body around both.</param>
    public static (IOperation Source, Orientation Orientation)? Read(ISymbol target, IOperation use, MemberContext member)
    {
        LoopBody body = new(member.Tree);
        ElementWrite[] writes = [.. WritesTo(target, body)];
        if (
            writes.Length == 0
            || OutermostLoop(writes[0].Place, use) is not { } outermost
            || !Order.IsStraightBefore(outermost, use)
            || writes.Any(write => !Order.Contains(outermost, write.Place) || !IsAlways(write.Place, outermost))
        )
        {
            return null;
        }

        return writes.Length switch
        {
            1 => ReadCopy(writes[0], body),
            2 => SwapLoopReader.IsReversal(writes[0], writes[1], body) ? (writes[0].Element.Collection, Orientation.Reversed) : null,
            _ => null,
        };
    }

    private static (IOperation Source, Orientation Orientation)? ReadCopy(ElementWrite write, LoopBody body)
    {
        if (
            body.Elements.Read(write.Value) is not { IsCall: false } source
            || source.IsOf(write.Element)
            || source.Indices.Length != write.Element.Indices.Length
            || source.Folds != IndexFolds.None
            || write.Element.Folds != IndexFolds.None
        )
        {
            return null;
        }

        List<bool> reversed = [];
        foreach (ILoopOperation loop in Order.LoopsAround(write.Place))
        {
            IndexAtom counter = body.CounterOf(loop);
            int dimension = AxisSolver.DimensionOf(write.Element, counter) ?? -1;
            if (dimension < 0 || AxisSolver.DimensionOf(source, counter) != dimension)
            {
                // A transposed copy, an element that is written again and again, or one that is only read again.
                return null;
            }

            IndexPolynomial to = write.Element.Indices[dimension].Polynomial.CoefficientOf(counter)!;
            IndexPolynomial from = source.Indices[dimension].Polynomial.CoefficientOf(counter)!;
            if (to.RatioTo(from) is not { Unit: not 0 } ratio)
            {
                return null;
            }

            reversed.Add(ratio.Unit < 0);
        }

        Orientation orientation =
            reversed.TrueForAll(static axis => !axis) ? Orientation.AsWritten
            : reversed.TrueForAll(static axis => axis) ? Orientation.Reversed
            : Orientation.ReversedOnOneAxis;

        // One loop over the rows of a jagged array, or over one axis of two, says nothing of the other axis.
        return reversed.Count == write.Element.Indices.Length || (write.Element.Indices.Length == 1 && reversed.Count == 2)
            ? (source.Collection, orientation)
            : null;
    }

    /// <summary>Every place that writes an element of an array; a deconstruction writes several.</summary>
    private static IEnumerable<ElementWrite> WritesTo(ISymbol target, LoopBody body)
    {
        foreach (IOperation operation in body.Tree.All)
        {
            switch (operation)
            {
                case IDeconstructionAssignmentOperation { Target: ITupleOperation to } assignment:
                    ITupleOperation? from = Unwrapped.Of(assignment.Value) as ITupleOperation;
                    for (int index = 0; index < to.Elements.Length; index++)
                    {
                        if (Element(to.Elements[index], target, body) is { } element)
                        {
                            yield return new ElementWrite(
                                assignment,
                                element,
                                from is not null && index < from.Elements.Length ? from.Elements[index] : assignment.Value
                            );
                        }
                    }

                    break;
                case IAssignmentOperation assignment when Element(assignment.Target, target, body) is { } element:
                    yield return new ElementWrite(
                        assignment,
                        element,
                        assignment is ISimpleAssignmentOperation ? assignment.Value : assignment
                    );
                    break;
            }
        }
    }

    private static ElementAccess? Element(IOperation written, ISymbol target, LoopBody body) =>
        Unwrapped.Of(written) is not ILocalReferenceOperation
        && body.Elements.Read(written) is { } element
        && SymbolEqualityComparer.Default.Equals(element.Symbol?.OriginalDefinition, target.OriginalDefinition)
            ? element
            : null;

    private static ILoopOperation? OutermostLoop(IOperation place, IOperation use) =>
        Order.LoopsAround(place).LastOrDefault(loop => !Order.Contains(loop, use));

    /// <summary>Whether a place runs in every round of every loop from an outer one on.</summary>
    private static bool IsAlways(IOperation place, ILoopOperation outermost)
    {
        IOperation inner = place;
        foreach (ILoopOperation loop in Order.LoopsAround(place))
        {
            if (inner != loop.Body && !Order.IsUnconditional(inner, loop.Body))
            {
                return false;
            }

            if (loop == outermost)
            {
                return true;
            }

            inner = loop;
        }

        return false;
    }
}
