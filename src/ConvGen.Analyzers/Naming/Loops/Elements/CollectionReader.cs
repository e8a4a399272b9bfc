using System.Collections.Immutable;
using ConvGen.Analyzers.Naming.Loops.Subscripts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Loops.Elements;

/// <summary>Reads collections: rows of jagged arrays, slices, and LINQ's skipping, taking and reversing.</summary>
internal static class CollectionReader
{
    private const int LongestChain = 10;

    /// <summary>
    /// A member of something is called with its owner, as two owners may have one each: <c>left.Samples</c>, <c>right.Samples</c>.
    /// </summary>
    private const int LongestOwner = 24;

    /// <summary>Reads a collection where it stands.</summary>
    public static CollectionReading Read(IOperation collection, LoopBody body) => Read(collection, body, 0);

    /// <summary>How a collection is called in source.</summary>
    public static string NameOf(IOperation collection) =>
        collection switch
        {
            ILocalReferenceOperation local => local.Local.Name,
            IParameterReferenceOperation parameter => parameter.Parameter.Name,
            IMemberReferenceOperation { Instance: { } instance and not IInstanceReferenceOperation } member
                when instance.Syntax.Span.Length <= LongestOwner => collection.Syntax.ToString(),
            IMemberReferenceOperation member => member.Member.Name,
            _ => collection.Syntax.ToString(),
        };

    private static CollectionReading Read(IOperation collection, LoopBody body, int depth)
    {
        IOperation operation = Unwrapped.Of(collection)!;
        if (depth > LongestChain)
        {
            return NotUnderstood(operation);
        }

        return operation switch
        {
            ILocalReferenceOperation local
                when body.Variables.DefinitionAt(local.Local, local) is { } definition && Part(definition, body, depth) is { } part => part,
            ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation => Whole(operation),
            _ => Part(operation, body, depth)
                ?? (operation is IPropertyReferenceOperation { Property.IsIndexer: false } ? Whole(operation) : NotUnderstood(operation)),
        };
    }

    /// <summary>A row or a slice; null for anything else, a whole array included.</summary>
    private static CollectionReading? Part(IOperation definition, LoopBody body, int depth)
    {
        IOperation operation = Unwrapped.Of(definition)!;
        switch (operation)
        {
            case IArrayElementReferenceOperation { Indices.Length: 1 } ranged when Unwrapped.Of(ranged.Indices[0]) is IRangeOperation range:
                return Sliced(Read(ranged.ArrayReference, body, depth + 1), range.LeftOperand, body);
            case IImplicitIndexerReferenceOperation ranged when Unwrapped.Of(ranged.Argument) is IRangeOperation range:
                return Sliced(Read(ranged.Instance, body, depth + 1), range.LeftOperand, body);
            case IArrayElementReferenceOperation
            or IPropertyReferenceOperation { Property.IsIndexer: true }
            or IImplicitIndexerReferenceOperation:
                return OfRow(operation, body);
            case IInvocationOperation call:
                return OfCall(call, body, depth) ?? (IsCollection(call.Type) ? OfRow(call, body) : null);
            default:
                return null;
        }
    }

    private static bool IsCollection(ITypeSymbol? type) =>
        type is IArrayTypeSymbol || type?.Name is "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory";

    private static CollectionReading? OfRow(IOperation row, LoopBody body) =>
        body.Elements.Read(row) is { } element
            ? new CollectionReading(element.Collection, element.Indices, element.Subscripts, IndexPolynomial.Zero, 1)
            : null;

    private static CollectionReading? OfCall(IInvocationOperation call, LoopBody body, int depth)
    {
        IOperation? source = call.Instance ?? call.Arguments.FirstOrDefault()?.Value;
        IOperation? first = call.Arguments.Skip(call.Instance is null ? 1 : 0).FirstOrDefault()?.Value;
        if (source is null)
        {
            return null;
        }

        string? type = call.TargetMethod.ContainingType?.Name;
        switch (call.TargetMethod.Name)
        {
            case "Skip" or "GetRange" when first is not null:
            case "Slice" or "AsSpan" or "AsMemory" when first?.Type?.SpecialType == SpecialType.System_Int32:
                return Sliced(Read(source, body, depth + 1), first, body);
            case "Take" or "AsEnumerable" or "AsReadOnlySpan":
            case "AsSpan" or "AsMemory" or "AsQueryable" when first is null:
                return Read(source, body, depth + 1);
            case "Reverse" when type == "Enumerable":
                CollectionReading reading = Read(source, body, depth + 1);
                IndexAtom end = body.AtomOf("end of " + call.Syntax, IndexAtomKind.Fixed, "", ImmutableHashSet<IOperation>.Empty);
                return reading with { Start = reading.Start + IndexPolynomial.Of(end), Direction = -reading.Direction };
            default:
                return null;
        }
    }

    private static CollectionReading Sliced(CollectionReading whole, IOperation? start, LoopBody body)
    {
        if (start is null)
        {
            return whole;
        }

        IOperation written = Unwrapped.Of(start)!;
        return written is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat }
            ? whole with
            {
                Direction = 0,
            }
            : whole with
            {
                Start = whole.Start + body.Indices.Read(written).Polynomial.Scale(whole.Direction),
            };
    }

    private static CollectionReading Whole(IOperation collection) =>
        new(collection, ImmutableArray<IndexValue>.Empty, ImmutableArray<SyntaxNode>.Empty, IndexPolynomial.Zero, 1);

    private static CollectionReading NotUnderstood(IOperation collection) => Whole(collection) with { Direction = 0 };
}
