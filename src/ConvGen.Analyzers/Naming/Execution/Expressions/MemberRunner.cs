using System.Collections.Immutable;
using ConvGen.Analyzers.Naming.Execution.Calls;
using ConvGen.Analyzers.Naming.Execution.Running;
using ConvGen.Analyzers.Naming.Execution.Spots;
using ConvGen.Analyzers.Naming.Execution.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Execution.Expressions;

/// <summary>Reads what belongs to objects, samples and lists.</summary>
internal sealed class MemberRunner(Machine machine)
{
    /// <summary>What a field holds.</summary>
    public object Field(IFieldReferenceOperation field, Frame frame)
    {
        if (field is { Field.IsFixedSizeBuffer: true, Instance: { } holder })
        {
            return machine.Objects.Given(field.Field.Type, PathOf(machine.Expressions.Evaluate(holder, frame)) + field.Field.Name);
        }

        if (field.Instance is null)
        {
            return LibraryCalls.StaticMember(field.Field) ?? machine.Memory.Load(machine.Spots.Read(field, frame)!, field);
        }

        return Member(machine.Expressions.Evaluate(field.Instance, frame), field.Field, field.Field.Type, field);
    }

    /// <summary>What a property or an indexer gives.</summary>
    public object Property(IPropertyReferenceOperation property, Frame frame)
    {
        if (property.Property.IsIndexer)
        {
            object owner = property.Instance is null ? Unknown.Value : machine.Expressions.Evaluate(property.Instance, frame);
            if (owner is Store { Extents.Length: 1 } span && property.Arguments.Length == 1)
            {
                return machine.Memory.Load(
                    span,
                    new Place(machine.Expressions.Index(property.Arguments[0].Value, span.Extents[0], frame)!.Value),
                    property
                );
            }

            return owner is Store or Sequence
                ? machine.Memory.Load(
                    machine.Spots.Element(
                        owner,
                        property.Arguments.Select(static argument => argument.Value).ToImmutableArray(),
                        property,
                        frame
                    ) ?? throw new StoppedException("an index is not known", property),
                    property
                )
                : machine.Calls.Accessors.GetIndexed(property, owner, frame);
        }

        if (property.Instance is null)
        {
            return LibraryCalls.StaticMember(property.Property)
                ?? machine.Calls.Accessors.GetProperty(property.Property, null, property)
                ?? machine.Memory.Load(
                    machine.Spots.Read(property, frame) ?? throw new StoppedException("a property is not understood", property),
                    property
                );
        }

        return Member(machine.Expressions.Evaluate(property.Instance, frame), property.Property, property.Property.Type, property);
    }

    /// <summary>What belongs to a value.</summary>
    private object Member(object owner, ISymbol member, ITypeSymbol type, IOperation place)
    {
        if (member is { Name: "Result", ContainingType.Name: "Task" or "ValueTask" })
        {
            return owner;
        }

        switch (owner)
        {
            case Thing { Type: { } table } dictionary when member.Name == "Keys" && MemoryModel.KeysOf(dictionary, table) is { } keys:
                return keys;
            case Thing thing:
                return (member is IPropertySymbol property ? machine.Calls.Accessors.GetProperty(property, thing, place) : null)
                    ?? machine.Objects.Get(thing, member);
            case Cursor cursor when member.Name == "Current":
                return cursor.Current;
            case ItemSpot node when member.ContainingType.Name == "LinkedListNode":
                return member.Name switch
                {
                    "Value" or "ValueRef" => machine.Memory.Load(node, place),
                    "Next" => NodeOf(node.List, node.Index + 1),
                    "Previous" => NodeOf(node.List, node.Index - 1),
                    _ => Unknown.Value,
                };
            case Sequence { Items.Count: var count } chain when member is { Name: "First" or "Last", ContainingType.Name: "LinkedList" }:
                return NodeOf(chain, member.Name == "First" ? 0 : count - 1);
            case ElementSpot pointer:
                return machine.Memory.Load(new ElementSpot(pointer.Array.Component(member.Name), pointer.Place), place);
            case Number { Sample: { } sample } number:
                return ObjectModel.IsInteger(type) && machine.Code.HoldsRows(sample.Array.ElementType)
                        ? Number.Of(machine.Sizes.Of(sample.Array.Path + "." + member.Name))
                    : ObjectModel.IsRow(type)
                        ? machine.Objects.Given(type, $"{sample.Array.Path}[{string.Join(",", sample.Place.ToArray())}].{member.Name}")
                    : Arithmetic.Component(number, member.Name);
            case Number { IsOfSamples: true } number
                when member.Name is "X" or "Y" or "Z" or "W" or "Real" or "R" or "G" or "B" or "A" or "Value":
                return number;
            case Number number:
                return machine.Arithmetic.Function("." + member.Name, number);
            case Bundle bundle when member is IFieldSymbol field && IndexOf(field) is { } index && index < bundle.Values.Length:
                return bundle.Values[index];
            default:
                return LibraryCalls.MemberOf(owner, member.Name) ?? throw new StoppedException($"'{member.Name}' is not understood", place);
        }
    }

    private static object NodeOf(Sequence list, int index) =>
        index >= 0 && index < list.Items.Count ? new ItemSpot(list, index) : Number.Null;

    private static string PathOf(object owner) =>
        owner switch
        {
            Thing { Path.Length: > 0 } thing => thing.Path + ".",
            ElementSpot pointer => pointer.Array.Path + ".",
            Number { Sample: { } sample } => sample.Array.Path + ".",
            _ => "",
        };

    private static int? IndexOf(IFieldSymbol field)
    {
        string name = (field.CorrespondingTupleField ?? field).Name;
        return name.StartsWith("Item", StringComparison.Ordinal) && int.TryParse(name.Substring(4), out int number) ? number - 1 : null;
    }
}
