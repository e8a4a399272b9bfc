using System.Collections.Immutable;
using ConvGen.Analyzers.Naming.Execution.Calls;
using ConvGen.Analyzers.Naming.Execution.Running;
using ConvGen.Analyzers.Naming.Execution.Spots;
using ConvGen.Analyzers.Naming.Execution.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Execution.Expressions;

/// <summary>Makes objects: runs constructors and what stands between braces behind them.</summary>
internal sealed class ObjectRunner(Machine machine)
{
    /// <summary>Makes an object.</summary>
    public object Create(IObjectCreationOperation creation, Frame frame)
    {
        object[] arguments = machine.Calls.Arguments(creation.Arguments, frame);
        if (machine.Calls.Library.Create(creation, arguments) is { } known)
        {
            Initialize(creation.Initializer, known, frame);
            return known;
        }

        Thing made = new(creation.Type?.Name ?? "new", creation.Type, isMade: true);
        if (creation.Constructor is { IsImplicitlyDeclared: false } constructor && machine.Code.BodyOf(constructor) is { } body)
        {
            Begin(made);
            Frame inner = new(null, made);
            CallRunner.Bind(inner, constructor.Parameters, arguments);
            machine.Run(constructor, body, inner, creation);
        }
        else if (IsPrimary(creation.Constructor))
        {
            // What such a constructor is given is kept under the names of its parameters, which initialisers may read.
            for (int index = 0; index < arguments.Length; index++)
            {
                made.Members[creation.Constructor!.Parameters[index].Name] = arguments[index];
            }

            Begin(made);
        }
        else if (creation.Constructor is { Parameters.IsEmpty: true } && !creation.Type!.DeclaringSyntaxReferences.IsEmpty)
        {
            Begin(made);
        }
        else if (creation.Constructor?.Parameters.IsEmpty == false && !MemoryModel.IsTable(made.Type))
        {
            // A pixel of another library, made of sums, is as good as the sums.
            return arguments.All(static argument => argument is Number) && creation.Type is { IsValueType: true }
                ? ForeignCalls.Largest(arguments)
                : machine.Objects.Given(creation.Type, "new " + creation.Type?.Name + creation.Syntax.SpanStart);
        }

        Initialize(creation.Initializer, made, frame);
        return made;
    }

    /// <summary>Makes an object of a type without a name.</summary>
    public Thing Create(IAnonymousObjectCreationOperation creation, Frame frame)
    {
        Thing made = new("new", creation.Type, isMade: true);
        foreach (IOperation part in creation.Initializers)
        {
            if (part is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var name } } assignment)
            {
                made.Members[name] = machine.Expressions.Evaluate(assignment.Value, frame);
            }
        }

        return made;
    }

    /// <summary><c>spec with { Taps = taps }</c>: the same object but for some members.</summary>
    public object Change(IWithOperation change, Frame frame)
    {
        if (machine.Expressions.Evaluate(change.Operand, frame) is not Thing whole)
        {
            throw new StoppedException("what is changed is not understood", change);
        }

        Thing changed = new(whole.Path, whole.Type, whole.IsMade);
        foreach (KeyValuePair<string, object> member in whole.Members)
        {
            changed.Members.Add(member.Key, member.Value);
        }

        Initialize(change.Initializer, changed, frame);
        return changed;
    }

    /// <summary>Gives the members of a new object what their declarations say.</summary>
    public void Begin(Thing made)
    {
        foreach (ISymbol member in made.Type?.GetMembers() ?? ImmutableArray<ISymbol>.Empty)
        {
            if (
                member is IFieldSymbol { IsStatic: false } or IPropertySymbol { IsStatic: false, IsIndexer: false }
                && machine.Code.InitializerOf(member) is { } initializer
            )
            {
                made.Members[member.Name] = machine.Expressions.Evaluate(initializer, new Frame(null, made));
            }
        }
    }

    private static bool IsPrimary(IMethodSymbol? constructor) =>
        constructor is { IsImplicitlyDeclared: false, Parameters.IsEmpty: false }
        && constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is TypeDeclarationSyntax;

    /// <summary>Members that are set, items that are added, and places of a table, each with its value.</summary>
    private void Initialize(IObjectOrCollectionInitializerOperation? initializer, object made, Frame frame)
    {
        foreach (IOperation part in initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            switch (part, made)
            {
                case (
                    ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: { IsEmpty: false } keys } } set,
                    Thing table
                ):
                    machine.Calls.Foreign.Write(
                        table,
                        [.. machine.Calls.Arguments(keys, frame), machine.Expressions.Evaluate(set.Value, frame)],
                        set
                    );
                    break;
                case (ISimpleAssignmentOperation { Target: IMemberReferenceOperation member } assignment, Thing thing):
                    thing.Members[member.Member.Name] = machine.Expressions.Evaluate(assignment.Value, frame);
                    break;
                case (IInvocationOperation { TargetMethod.Name: "Add", Arguments: [var item] }, Sequence list):
                    list.Items.Add(OffsetTaps.Placed(machine.Expressions.Evaluate(item.Value, frame), item.Value.Type, list.Weights));
                    break;
                case (IInvocationOperation { TargetMethod.Name: "Add", Arguments: { Length: > 1 } pair } add, Thing table):
                    machine.Calls.Foreign.Write(table, machine.Calls.Arguments(pair, frame), add);
                    break;
            }
        }
    }
}
