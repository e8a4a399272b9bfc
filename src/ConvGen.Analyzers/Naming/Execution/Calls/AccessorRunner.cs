using ConvGen.Analyzers.Naming.Execution.Running;
using ConvGen.Analyzers.Naming.Execution.Spots;
using ConvGen.Analyzers.Naming.Execution.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Execution.Calls;

/// <summary>Runs the accessors of properties and indexers, and methods that read as these do.</summary>
internal sealed class AccessorRunner(Machine machine, ForeignCalls foreign)
{
    /// <summary>What a property computes; null where it only keeps a value.</summary>
    public object? GetProperty(IPropertySymbol property, Thing? owner, IOperation place)
    {
        if (owner is not null && owner.Members.ContainsKey(property.Name))
        {
            return null;
        }

        return machine.Code.IsAutomatic(property) || property.GetMethod is not { } getter || machine.Code.BodyOf(getter) is not { } body
            ? null
            : machine.Run(getter, body, new Frame(null, owner), place);
    }

    /// <summary>Runs what a property's or an indexer's setter does; false where it only keeps the value.</summary>
    public bool SetProperty(IPropertyReferenceOperation property, object value, Frame frame)
    {
        if (property.Instance is null || (machine.Code.IsAutomatic(property.Property) && !property.Property.IsIndexer))
        {
            return false;
        }

        object owner = machine.Expressions.Evaluate(property.Instance, frame);
        if (owner is Number { Sample: { } sample } && property.Property.IsIndexer)
        {
            owner = machine.Objects.Given(null, sample.Array.Path);
        }

        if (owner is not Thing thing)
        {
            return owner is Unknown ? throw new StoppedException("what is written to is not understood", property) : false;
        }

        object[] arguments = [.. property.Arguments.Select(argument => machine.Expressions.Evaluate(argument.Value, frame)), value];
        if (property.Property.SetMethod is { } setter && machine.Code.BodyOf(setter) is { } body)
        {
            Frame inner = new(null, thing);
            CallRunner.Bind(inner, setter.Parameters, arguments);
            machine.Run(setter, body, inner, property);
            return true;
        }

        if (
            property.Property is { IsIndexer: true, RefKind: not RefKind.None, GetMethod: { } getter }
            && machine.Code.BodyOf(getter) is { } reference
        )
        {
            Frame inner = new(null, thing);
            CallRunner.Bind(inner, getter.Parameters, arguments);
            if (machine.Run(getter, reference, inner, property) is Spot spot)
            {
                machine.Memory.Save(spot, value, property);
                return true;
            }
        }

        if (property.Property.IsIndexer)
        {
            foreign.Write(thing, arguments, property);
        }
        else
        {
            thing.Members[property.Property.Name] = value;
        }

        return true;
    }

    /// <summary>
    /// <c>pixels.TryGetValue((x, y), out value)</c>: in the middle of an image there is one, and a table that was made has those that were
    /// put in; null for other calls.
    /// </summary>
    public object? TryGet(string name, object? self, object[] arguments, IOperation place)
    {
        if (self is not Thing table || arguments.Length == 0 || name is not ("TryGetValue" or "ContainsKey" or "GetValueOrDefault"))
        {
            return null;
        }

        Number? value = foreign.At(table, [arguments[0]], "", place);
        bool isTable = table.IsMade && MemoryModel.IsTable(table.Type);
        switch (name, arguments)
        {
            case ("TryGetValue", [_, Spot to]) when value is not null || isTable:
                machine.Memory.Save(to, value ?? Number.Zero, place);
                return value is null ? Number.Zero : Number.One;
            case ("ContainsKey", [_]) when value is not null || isTable:
                return value is null ? Number.Zero : Number.One;
            case ("GetValueOrDefault", _):
                return value ?? (isTable ? arguments.ElementAtOrDefault(1) ?? Number.Zero : null);
            default:
                return null;
        }
    }

    /// <summary>What an indexer of an object gives.</summary>
    public object GetIndexed(IPropertyReferenceOperation indexer, object owner, Frame frame)
    {
        object[] arguments = [.. indexer.Arguments.Select(argument => machine.Expressions.Evaluate(argument.Value, frame))];
        if (owner is Number { Sample: { } sample })
        {
            owner = machine.Objects.Given(null, sample.Array.Path);
        }

        if (owner is not Thing thing)
        {
            return Unknown.Value;
        }

        if (indexer.Property.GetMethod is { } getter && machine.Code.BodyOf(getter) is { } body)
        {
            Frame inner = new(null, thing);
            CallRunner.Bind(inner, getter.Parameters, arguments);
            object read = Accessed(() => machine.Run(getter, body, inner, indexer), thing, arguments, indexer);
            return read is Spot spot ? machine.Memory.Load(spot, indexer) : read;
        }

        return (object?)foreign.At(thing, arguments, "", indexer)
            ?? (thing.IsMade && MemoryModel.IsTable(thing.Type) ? Chosen(thing, arguments, indexer) : Unknown.Value);
    }

    /// <summary>What stands under a key in a table that was made; under one that is not known any of its values may.</summary>
    private object Chosen(Thing table, object[] arguments, IOperation place)
    {
        if (arguments is [Number { Known: { } known }] && table.Elements.Written.TryGetValue(new Place((int)known), out object? value))
        {
            return value;
        }

        object[] values = [.. table.Elements.Written.Values];
        for (int index = 0; index < values.Length - 1; index++)
        {
            if (machine.Decide(place, Number.Called($"key {index} of {table.Path}")))
            {
                return values[index];
            }
        }

        return values.Length > 0 ? values[values.Length - 1] : Unknown.Value;
    }

    /// <summary>
    /// What an accessor reads: the sample that it finds, or, where it computes something else, the element that its arguments name.
    /// </summary>
    public object Accessed(Func<object> run, Thing owner, object[] arguments, IOperation place)
    {
        if (owner.Path.Length > 0)
        {
            try
            {
                if (run() is var value && value is Number { IsOfSamples: true } or Store or Sequence or Spot)
                {
                    return value;
                }
            }
            catch (StoppedException) { }

            return (object?)foreign.At(owner, arguments, "", place) ?? Unknown.Value;
        }

        return run();
    }
}
