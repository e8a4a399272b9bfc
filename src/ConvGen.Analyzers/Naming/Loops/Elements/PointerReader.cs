using ConvGen.Analyzers.Naming.Loops.Subscripts;
using ConvGen.Analyzers.Naming.Loops.Writes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Loops.Elements;

/// <summary>Reads pointers: what they point into, and how far from its beginning.</summary>
internal static class PointerReader
{
    private const int LongestChain = 6;

    /// <summary>Reads a pointer, or null.</summary>
    public static PointerReading? Read(IOperation pointer, LoopBody body) => Read(pointer, body, 0);

    private static PointerReading? Read(IOperation pointer, LoopBody body, int depth)
    {
        IOperation operation = Unwrapped.Of(pointer)!;
        switch (operation)
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } sum when depth < LongestChain:
                bool isLeft = sum.LeftOperand.Type is IPointerTypeSymbol;
                int sign = sum.OperatorKind == BinaryOperatorKind.Add ? 1 : -1;
                if (Read(isLeft ? sum.LeftOperand : sum.RightOperand, body, depth + 1) is not { } start)
                {
                    return null;
                }

                IndexValue offset = body.Indices.Read(isLeft ? sum.RightOperand : sum.LeftOperand);
                return start with
                {
                    Place = new IndexValue(start.Place.Polynomial + offset.Polynomial.Scale(sign), start.Place.Folds | offset.Folds),
                };
            case IAddressOfOperation address
                when depth < LongestChain && body.Elements.Read(address.Reference) is { Indices.Length: 1, IsCall: false } element:
                return new PointerReading(element.Collection, element.Indices[0]);
            case IIncrementOrDecrementOperation step:
                return Read(step.Target, body, depth + 1);
            case var _ when WriteReader.VariableOf(operation) is { } variable:
                return OfVariable(operation, variable, body, depth);
            default:
                return null;
        }
    }

    /// <summary>A pointer's own value is an unknown; its beginning is taken out, so that what is left is a distance.</summary>
    private static PointerReading? OfVariable(IOperation operation, ISymbol variable, LoopBody body, int depth)
    {
        IReadOnlyList<VariableWrite> writes = body.WritesTo(variable);
        VariableWrite[] definitions = [.. writes.Where(write => write.Kind == WriteKind.Definition)];
        if (definitions.Length == 1 && definitions[0].Value is { } value && depth < LongestChain)
        {
            IOperation start = Unwrapped.Of(value)!;
            if (writes.Count == 1 && start.Type is IPointerTypeSymbol && Read(start, body, depth + 1) is { } other)
            {
                return other;
            }

            if (writes.Count == 1 && start.Kind == OperationKind.None && start.Syntax is not null && Pinned(start) is { } pinned)
            {
                return new PointerReading(pinned, new IndexValue(IndexPolynomial.Zero));
            }
        }

        IndexValue place = body.Variables.Read(variable, operation);
        return new PointerReading(operation, place);
    }

    /// <summary>The array of <c>fixed (float* p = array)</c> and <c>fixed (float* p = &amp;array[0])</c>.</summary>
    private static IOperation? Pinned(IOperation initializer)
    {
        IOperation? inner = Unwrapped.Of(initializer.ChildOperations.FirstOrDefault());
        if (
            inner is IAddressOfOperation { Reference: IArrayElementReferenceOperation { Indices.Length: 1 } element }
            && element.Indices[0].ConstantValue is { HasValue: true, Value: 0 }
        )
        {
            inner = Unwrapped.Of(element.ArrayReference);
        }

        return
            inner is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation
            && initializer.Syntax.FirstAncestorOrSelf<Microsoft.CodeAnalysis.CSharp.Syntax.FixedStatementSyntax>() is not null
            ? inner
            : null;
    }
}
