using ConvGen.Analyzers.Naming.Execution.Running;
using ConvGen.Analyzers.Naming.Execution.Spots;
using ConvGen.Analyzers.Naming.Execution.Values;
using ConvGen.Analyzers.Naming.Loops.Elements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Execution.Expressions;

/// <summary>Writes what is assigned, declared by a deconstruction, or set through a property.</summary>
internal sealed class AssignmentRunner(Machine machine)
{
    /// <summary><c>a = b</c>, also where a reference is taken.</summary>
    public object Assign(ISimpleAssignmentOperation assignment, Frame frame)
    {
        if (
            assignment.IsRef
            && assignment.Target is ILocalReferenceOperation reference
            && machine.Spots.Read(assignment.Value, frame) is { } spot
        )
        {
            frame.Set(reference.Local, spot);
            return spot;
        }

        object value = machine.Expressions.Evaluate(assignment.Value, frame);
        Save(assignment.Target, value, frame);
        return value;
    }

    /// <summary><c>a ??= b</c>: what is given counts as there.</summary>
    public object Complete(ICoalesceAssignmentOperation assignment, Frame frame)
    {
        object value = machine.Expressions.Evaluate(assignment.Target, frame);
        if (value is Unknown)
        {
            value = machine.Expressions.Evaluate(assignment.Value, frame);
            Save(assignment.Target, value, frame);
        }

        return value;
    }

    /// <summary><c>(a, b) = c</c>.</summary>
    public object Deconstruct(IDeconstructionAssignmentOperation assignment, Frame frame)
    {
        object parts = machine.Expressions.Evaluate(assignment.Value, frame);
        Deconstruct(assignment.Target, parts, frame);
        return parts;
    }

    /// <summary>Puts the parts of a value into several variables.</summary>
    public void Deconstruct(IOperation target, object value, Frame frame)
    {
        IOperation inner = target is IDeclarationExpressionOperation declaration ? declaration.Expression : target;
        if (inner is ITupleOperation tuple)
        {
            value = value is Thing thing && PartsOf(thing, tuple.Elements.Length) is { } parts ? parts : value;
            for (int index = 0; index < tuple.Elements.Length; index++)
            {
                Deconstruct(
                    tuple.Elements[index],
                    value is Bundle bundle && index < bundle.Values.Length ? bundle.Values[index] : Unknown.Value,
                    frame
                );
            }
        }
        else if (inner is ILocalReferenceOperation { IsDeclaration: true } local)
        {
            frame.Declare(local.Local, value);
        }
        else if (inner is not IDiscardOperation)
        {
            Save(inner, value, frame);
        }
    }

    /// <summary>The parts of a record, in the order in which they are declared.</summary>
    private Bundle? PartsOf(Thing thing, int count)
    {
        if (
            thing.Type is not INamedTypeSymbol { IsRecord: true } record
            || record.InstanceConstructors.FirstOrDefault(constructor => constructor.Parameters.Length == count) is not { } primary
        )
        {
            return null;
        }

        IPropertySymbol[] members =
        [
            .. primary.Parameters.SelectMany(parameter => record.GetMembers(parameter.Name)).OfType<IPropertySymbol>(),
        ];
        return members.Length == count ? new Bundle([.. members.Select(member => machine.Objects.Get(thing, member))]) : null;
    }

    /// <summary>Writes a value where an expression says.</summary>
    public void Save(IOperation target, object value, Frame frame)
    {
        IOperation inner = Unwrapped.Of(target)!;
        switch (inner)
        {
            case IDiscardOperation:
                return;
            case ILocalReferenceOperation { Local.RefKind: RefKind.None } local:
                frame.Set(local.Local, value);
                return;
            case IPropertyReferenceOperation property when machine.Calls.Accessors.SetProperty(property, value, frame):
                return;
            default:
                if (machine.Spots.Read(inner, frame) is { } spot)
                {
                    machine.Memory.Save(spot, value, inner);
                    return;
                }

                if (inner is IInvalidOperation { Syntax: ElementAccessExpressionSyntax } && WriteUnbound(inner, value, frame))
                {
                    return;
                }

                throw new StoppedException("what is written to is not understood", target);
        }
    }

    /// <summary><c>image[x, y] = value</c> where the image is of a library that is missing.</summary>
    private bool WriteUnbound(IOperation target, object value, Frame frame)
    {
        object[] parts = [.. UnboundRunner.PartsOf(target).Select(part => machine.Expressions.Evaluate(part, frame))];
        if (parts is not [Thing owner, _, ..])
        {
            return false;
        }

        machine.Calls.Foreign.Write(owner, [.. parts.Skip(1), value], target);
        return true;
    }
}
