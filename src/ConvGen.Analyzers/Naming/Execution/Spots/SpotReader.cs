using System.Collections.Immutable;
using ConvGen.Analyzers.Naming.Execution.Expressions;
using ConvGen.Analyzers.Naming.Execution.Running;
using ConvGen.Analyzers.Naming.Execution.Values;
using ConvGen.Analyzers.Naming.Loops.Elements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Execution.Spots;

/// <summary>Finds the spot that an expression stands for: what it is read from, or written to.</summary>
internal sealed class SpotReader(Machine machine)
{
    /// <summary>The spot; null where the expression is only a value.</summary>
    public Spot? Read(IOperation expression, Frame frame)
    {
        switch (expression.Kind)
        {
            case OperationKind.LocalReference:
                ILocalSymbol variable = ((ILocalReferenceOperation)expression).Local;
                return Variable(variable, variable.RefKind != RefKind.None, frame);
            case OperationKind.ArrayElementReference:
                IArrayElementReferenceOperation read = (IArrayElementReferenceOperation)expression;
                return Element(machine.Expressions.Evaluate(read.ArrayReference, frame), read.Indices, read, frame);
            default:
                return ReadOther(expression, frame);
        }
    }

    private Spot? ReadOther(IOperation expression, Frame frame)
    {
        switch (expression)
        {
            case IConversionOperation conversion when conversion.Type is not IPointerTypeSymbol:
                return Read(conversion.Operand, frame);
            case IParenthesizedOperation inner:
                return Read(inner.Operand, frame);
            case IDeclarationExpressionOperation declaration:
                return Read(declaration.Expression, frame);
            case IParameterReferenceOperation parameter:
                return Variable(parameter.Parameter, parameter.Parameter.RefKind != RefKind.None, frame);
            case IImplicitIndexerReferenceOperation element when Unwrapped.Of(element.Argument) is not IRangeOperation:
                return Element(
                    machine.Expressions.Evaluate(element.Instance, frame),
                    ImmutableArray.Create(element.Argument),
                    element,
                    frame
                );
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance } indexer:
                return machine.Expressions.Evaluate(instance, frame) is var owner and (Store or Sequence)
                    ? Element(owner, indexer.Arguments.Select(static argument => argument.Value).ToImmutableArray(), indexer, frame)
                    : null;
            case IFieldReferenceOperation field:
                return Member(field.Field, field.Instance, frame);
            case IPropertyReferenceOperation property when machine.Code.IsAutomatic(property.Property):
                return Member(property.Property, property.Instance, frame);
            case IInvocationOperation { TargetMethod.RefKind: not RefKind.None } call:
                return machine.Calls.Invoke(call, frame) as Spot;
            case IInvalidOperation { Syntax: ElementAccessExpressionSyntax } invalid when invalid.ChildOperations.Count > 1:
                IOperation[] parts = UnboundRunner.PartsOf(invalid);
                return machine.Expressions.Evaluate(parts[0], frame) is var unbound and (Store or Sequence)
                    ? Element(unbound, parts.Skip(1).ToImmutableArray(), invalid, frame)
                    : null;
            case { Kind: OperationKind.None }:
                return Pointed(expression, frame);
            default:
                return null;
        }
    }

    /// <summary>An element of an array or a list by its subscripts.</summary>
    public Spot? Element(object collection, ImmutableArray<IOperation> indices, IOperation place, Frame frame)
    {
        if (indices.Length == 1)
        {
            return Element(collection, indices[0], place, frame);
        }

        int[] values = new int[indices.Length];
        for (int index = 0; index < values.Length; index++)
        {
            int length = collection is Store array && index < array.Extents.Length ? array.Extents[index] : 0;
            if (machine.Expressions.Index(indices[index], length, frame) is not { } value)
            {
                return null;
            }

            values[index] = collection is Store made ? Within(made, index, indices[index], value) : value;
        }

        return collection is Store whole
            ? new ElementSpot(whole, new Place(values))
            : throw new StoppedException("a collection is not understood", place);
    }

    private Spot? Element(object collection, IOperation index, IOperation place, Frame frame)
    {
        int length = collection switch
        {
            Store { Extents.Length: > 0 } array => array.Extents[0],
            Sequence list => list.Items.Count,
            _ => 0,
        };
        if (machine.Expressions.Index(index, length, frame) is not { } value)
        {
            return null;
        }

        return collection switch
        {
            Store array => new ElementSpot(array, new Place(Within(array, 0, index, value))),
            Sequence list => new ItemSpot(list, value),
            ElementSpot pointer => pointer.Moved(value),
            _ => throw new StoppedException("a collection is not understood", place),
        };
    }

    /// <summary>
    /// A subscript that the caller gives alone, as the number of one of several kernels in a table: one that there is.
    /// </summary>
    public int Within(Store array, int axis, IOperation index, int value) =>
        !array.IsGiven
        && axis < array.Extents.Length
        && value >= array.Extents[axis]
        && array.Extents[axis] > 0
        && Unwrapped.Of(index) is IParameterReferenceOperation { Parameter.ContainingSymbol: var owner }
        && SymbolEqualityComparer.Default.Equals(owner, machine.Member.Owner)
            ? value % array.Extents[axis]
            : value;

    /// <summary>Whether a property only keeps a value.</summary>
    public static bool IsAutomatic(IPropertySymbol property) =>
        !property.IsIndexer
        && property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
        {
            PropertyDeclarationSyntax declaration => declaration.ExpressionBody is null
                && declaration.AccessorList?.Accessors.All(static accessor => accessor is { Body: null, ExpressionBody: null }) == true,
            null => true,
            _ => true,
        };

    private static Spot Variable(ISymbol symbol, bool isReference, Frame frame) =>
        isReference && frame.Get(symbol) is Spot spot ? spot : new VariableSpot(symbol, frame);

    private Spot? Member(ISymbol member, IOperation? instance, Frame frame)
    {
        if (instance is null)
        {
            return new MemberSpot(
                machine.Objects.Given(member.ContainingType, "") as Thing ?? new Thing("", member.ContainingType, false),
                member
            );
        }

        if (
            instance is { Type.IsValueType: true, Kind: OperationKind.ArrayElementReference or OperationKind.PropertyReference }
            && Read(instance, frame) is ElementSpot element
        )
        {
            // A field of a structure in an array: unless the whole was written, each field is an array of its own.
            return element.Array.Written.TryGetValue(element.Place, out object? whole) && whole is Thing kept
                ? new MemberSpot(kept, member)
                : new ElementSpot(element.Array.Component(member.Name), element.Place);
        }

        return machine.Expressions.Evaluate(instance, frame) switch
        {
            Thing owner => new MemberSpot(owner, member),
            ElementSpot pointer => new ElementSpot(pointer.Array.Component(member.Name), pointer.Place),
            Number { Sample: { } sample } => new ElementSpot(sample.Array.Component(member.Name), sample.Place),
            _ => null,
        };
    }

    /// <summary><c>*p</c> and <c>p[i]</c>, for which the compiler has no operations of their own.</summary>
    private Spot? Pointed(IOperation expression, Frame frame)
    {
        IOperation[] parts = [.. expression.ChildOperations];
        if (expression.Syntax.IsKind(SyntaxKind.PointerIndirectionExpression) && parts.Length == 1)
        {
            return machine.Expressions.Evaluate(parts[0], frame) as ElementSpot;
        }

        return
            expression.Syntax.IsKind(SyntaxKind.ElementAccessExpression)
            && parts.Length == 2
            && machine.Expressions.Evaluate(parts[0], frame) is ElementSpot pointer
            && machine.Expressions.Index(parts[1], 0, frame) is { } index
            ? pointer.Moved(index)
            : null;
    }
}
