using System.Collections.Immutable;
using ConvGen.Analyzers.Naming.Loops.Subscripts;
using ConvGen.Analyzers.Naming.Loops.Writes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Loops.Elements;

/// <summary>Reads expressions as elements of collections.</summary>
internal sealed class ElementReader(LoopBody body)
{
    private const int DeepestChain = 12;
    private int depth;

    /// <summary>The element that an expression is, or null.</summary>
    public ElementAccess? Read(IOperation expression)
    {
        if (depth >= DeepestChain)
        {
            return null;
        }

        depth++;
        try
        {
            return ReadUnwrapped(Unwrapped.Of(expression)!);
        }
        finally
        {
            depth--;
        }
    }

    private ElementAccess? ReadUnwrapped(IOperation operation) =>
        operation switch
        {
            IArrayElementReferenceOperation array => Of(array, array.ArrayReference, array.Indices),
            IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance } indexer => Of(
                indexer,
                instance,
                indexer.Arguments.Select(argument => argument.Value).ToImmutableArray()
            ),
            IImplicitIndexerReferenceOperation indexer => Of(indexer, indexer.Instance, ImmutableArray.Create(indexer.Argument)),
            IPropertyReferenceOperation { Property.IsIndexer: false, Instance: { } instance } component => Read(instance) is { } element
            && IsComponent(component.Type)
                ? element
                : null,
            IFieldReferenceOperation { Instance: IParameterReferenceOperation pair } component
                when body.BoundElement(pair.Parameter, component.Field.Name) is { } element => element,
            IFieldReferenceOperation { Instance: { } instance } component => Read(instance) is { } element && IsComponent(component.Type)
                ? element
                : null,
            IConditionalOperation choice => body.BranchOf(choice) is { } branch ? Read(branch) : ReadChoice(choice),
            IBinaryOperation
            {
                OperatorKind: BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift or BinaryOperatorKind.And,
                RightOperand.ConstantValue.HasValue: true
            } channel => Read(channel.LeftOperand),
            ILocalReferenceOperation local => ReadLocal(local),
            IParameterReferenceOperation parameter => body.BoundElement(parameter.Parameter),
            IInvocationOperation call => ReadCall(call),
            { Kind: OperationKind.None } pointer => ReadPointer(pointer),
            _ => null,
        };

    private static bool IsComponent(ITypeSymbol? type) => type is { IsValueType: true };

    /// <summary>Outside the array there is a zero, or another constant: <c>inside ? x[i] : 0</c>.</summary>
    private ElementAccess? ReadChoice(IConditionalOperation choice) =>
        choice.WhenFalse is null ? null
        : choice.WhenFalse.ConstantValue.HasValue ? Read(choice.WhenTrue)
        : choice.WhenTrue.ConstantValue.HasValue ? Read(choice.WhenFalse)
        : null;

    private ElementAccess? ReadLocal(ILocalReferenceOperation local)
    {
        if (body.Variables.DefinitionAt(local.Local, local) is { } definition)
        {
            return local.Type is { IsValueType: true } and not { TypeKind: TypeKind.Pointer } ? Read(definition) : null;
        }

        IReadOnlyList<VariableWrite> writes = body.WritesTo(local.Local);
        return
            writes.Count == 1
            && writes[0] is { Kind: WriteKind.Element, Operation: IForEachLoopOperation loop }
            && IsList(Unwrapped.Of(loop.Collection)!.Type)
            ? OfCounter(local, Unwrapped.Of(loop.Collection)!, IndexPolynomial.Of(body.CounterOf(loop)))
            : ReadGuarded(local, writes);
    }

    /// <summary>
    /// A local that holds one element inside the array and a constant outside: <c>double v = 0; if (inside) v = x[i];</c>.
    /// </summary>
    private ElementAccess? ReadGuarded(ILocalReferenceOperation local, IReadOnlyList<VariableWrite> writes)
    {
        ILoopOperation? round = Order.LoopsAround(local).FirstOrDefault();
        if (round is null || local.Type is not { IsValueType: true } || writes.Count < 2 || !IsNewInEveryRound(local, writes, round))
        {
            return null;
        }

        ElementAccess? element = null;
        foreach (VariableWrite write in writes)
        {
            if (write is not { Kind: WriteKind.Definition, Value: { } value })
            {
                return null;
            }

            if (value.ConstantValue.HasValue)
            {
                continue;
            }

            if (Read(value) is not { } other || (element is not null && !(element.IsOf(other) && element.IsAt(other))))
            {
                return null;
            }

            element ??= other;
        }

        return element;
    }

    /// <summary>
    /// Whether every write belongs to the round in which the local is read, so that nothing is left over from an earlier one.
    /// </summary>
    private static bool IsNewInEveryRound(ILocalReferenceOperation local, IReadOnlyList<VariableWrite> writes, ILoopOperation round) =>
        writes.All(write => Order.IsRepeated(round, write.Operation) && Order.IsBefore(write.Operation, local))
        && (
            local.Local.DeclaringSyntaxReferences.FirstOrDefault() is { } declaration && round.Body.Syntax.Span.Contains(declaration.Span)
            || writes.Any(write => Order.IsStraightBefore(write.Operation, local))
        );

    /// <summary>An element at a counter's place, without a subscript in source.</summary>
    public ElementAccess? OfCounter(IOperation element, IOperation collection, IndexPolynomial counter)
    {
        CollectionReading reading = CollectionReader.Read(collection, body);
        return reading.Direction == 0
            ? null
            : new ElementAccess(
                reading.Collection,
                WriteReader.VariableOf(reading.Collection),
                CollectionReader.NameOf(reading.Collection),
                reading.Outer.Add(new IndexValue(reading.Start + counter.Scale(reading.Direction))),
                reading.OuterSubscripts.Add(element.Syntax),
                element.Syntax,
                false
            );
    }

    private static bool IsList(ITypeSymbol? type) =>
        type is IArrayTypeSymbol { Rank: 1 }
        || type?.Name
            is "Span"
                or "ReadOnlySpan"
                or "List"
                or "IList"
                or "IReadOnlyList"
                or "ImmutableArray"
                or "Memory"
                or "ReadOnlyMemory"
                or "ArraySegment"
                or "IEnumerable";

    private ElementAccess? Of(IOperation access, IOperation collection, ImmutableArray<IOperation> indices)
    {
        if (indices.IsEmpty || !indices.All(index => IsInteger(index.Type)))
        {
            return null;
        }

        CollectionReading reading = CollectionReader.Read(collection, body);
        if (reading.Direction == 0)
        {
            return null;
        }

        ImmutableArray<IndexValue>.Builder values = ImmutableArray.CreateBuilder<IndexValue>();
        ImmutableArray<SyntaxNode>.Builder subscripts = ImmutableArray.CreateBuilder<SyntaxNode>();
        values.AddRange(reading.Outer);
        subscripts.AddRange(reading.OuterSubscripts);
        for (int index = 0; index < indices.Length; index++)
        {
            if (ReadIndex(indices[index], reading.Collection) is not { } value)
            {
                return null;
            }

            values.Add(index == 0 ? value with { Polynomial = reading.Start + value.Polynomial.Scale(reading.Direction) } : value);
            subscripts.Add(indices[index].Syntax);
        }

        return new ElementAccess(
            reading.Collection,
            WriteReader.VariableOf(reading.Collection),
            CollectionReader.NameOf(reading.Collection),
            values.ToImmutable(),
            subscripts.ToImmutable(),
            access.Syntax,
            false
        );
    }

    /// <summary>A subscript; <c>^i</c> counts from the end.</summary>
    private IndexValue? ReadIndex(IOperation index, IOperation collection)
    {
        IOperation written = Unwrapped.Of(index)!;
        if (written is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } hat)
        {
            string name = CollectionReader.NameOf(collection);
            IndexAtom length = body.AtomOf("length of " + name, IndexAtomKind.Fixed, "Length", ImmutableHashSet<IOperation>.Empty);
            IndexValue distance = body.Indices.Read(hat.Operand);
            return distance with { Polynomial = IndexPolynomial.Of(length) - distance.Polynomial };
        }

        return written.Type?.Name is "Index" or "Range" ? null : body.Indices.Read(index);
    }

    private static bool IsInteger(ITypeSymbol? type) =>
        type?.SpecialType
            is SpecialType.System_Int32
                or SpecialType.System_Int64
                or SpecialType.System_UInt32
                or SpecialType.System_UInt64
                or SpecialType.System_Int16
                or SpecialType.System_UInt16
                or SpecialType.System_Byte
                or SpecialType.System_IntPtr
                or SpecialType.System_UIntPtr
        || type?.Name == "Index";

    /// <summary><c>GetPixel(x, y)</c>, <c>GetPixel(image, x, y)</c> and <c>Unsafe.Add(ref x, i)</c>.</summary>
    private ElementAccess? ReadCall(IInvocationOperation call)
    {
        string name = call.TargetMethod.Name;
        ImmutableArray<IOperation> arguments = call
            .Arguments.OrderBy(argument => argument.Parameter?.Ordinal ?? 0)
            .Select(argument => argument.Value)
            .ToImmutableArray();
        if (name == "Add" && call.TargetMethod.ContainingType?.Name == "Unsafe" && arguments.Length == 2)
        {
            return Of(call, arguments[0], ImmutableArray.Create(arguments[1]));
        }

        bool isGetter = name.StartsWith("Get", StringComparison.Ordinal) || name is "At" or "ElementAt" or "ValueAt" or "PixelAt";
        IOperation? collection = call.Instance;
        if (collection is null or IInstanceReferenceOperation && arguments.Length > 1 && !IsInteger(arguments[0].Type))
        {
            collection = arguments.FirstOrDefault();
            arguments = arguments.IsEmpty ? arguments : arguments.RemoveAt(0);
        }

        return
            isGetter
            && collection is not null and not IInstanceReferenceOperation
            && !IsInteger(collection.Type)
            && !BorderWords.IsTurned(name)
            && arguments.Length is 1 or 2 or 3
            ? Of(call, collection, arguments) is { } element
                ? element with
                {
                    IsCall = true,
                }
                : null
            : null;
    }

    /// <summary><c>p[i]</c>, <c>*p</c>, <c>*(p + i)</c>. Operations do not say what these are; syntax does.</summary>
    private ElementAccess? ReadPointer(IOperation pointer)
    {
        IOperation[] parts = [.. pointer.ChildOperations];
        if (pointer.Syntax.IsKind(SyntaxKind.ElementAccessExpression) && parts.Length == 2)
        {
            return OfPointer(pointer, parts[0], parts[1]);
        }

        return pointer.Syntax.IsKind(SyntaxKind.PointerIndirectionExpression) && parts.Length == 1
            ? OfPointer(pointer, parts[0], null)
            : null;
    }

    private ElementAccess? OfPointer(IOperation access, IOperation pointer, IOperation? index)
    {
        if (PointerReader.Read(pointer, body) is not { } reading)
        {
            return null;
        }

        IndexPolynomial place = reading.Place.Polynomial;
        return new ElementAccess(
            reading.Collection,
            WriteReader.VariableOf(reading.Collection),
            CollectionReader.NameOf(reading.Collection),
            ImmutableArray.Create(new IndexValue(index is null ? place : place + body.Indices.Read(index).Polynomial, reading.Place.Folds)),
            ImmutableArray.Create(index?.Syntax ?? access.Syntax),
            access.Syntax,
            false
        );
    }
}
