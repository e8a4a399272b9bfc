using ConvGen.Analyzers.Naming.Execution.Running;
using ConvGen.Analyzers.Naming.Execution.Spots;
using ConvGen.Analyzers.Naming.Execution.Values;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Execution.Calls;

/// <summary>Calls on arrays, spans, references and lists.</summary>
internal sealed class ArrayCalls(Machine machine)
{
    /// <summary>What a call gives; null where it is not known.</summary>
    public object? Call(IMethodSymbol method, string type, object? self, object[] arguments, IOperation place)
    {
        object? first = self ?? arguments.FirstOrDefault();
        object[] rest = self is null ? [.. arguments.Skip(1)] : arguments;
        switch (first)
        {
            case Store array:
                return OfArray(method.Name, array, rest, place);
            case Spot spot when type is "Unsafe" or "MemoryMarshal":
                return OfReference(method.Name, Aimed(spot, place), rest, place);
            case Sequence list:
                return OfList(method, list, rest, place);
            case ElementSpot when self is null && type is "Marshal" or "Buffer" or "Unsafe":
                return Copied(method.Name, rest);
            default:
                return
                    type is "Marshal" or "Buffer" or "Array"
                    && (first is Thing || (type == "Marshal" && first is Number))
                    && arguments.OfType<Store>().FirstOrDefault() is { } target
                    && method.Name == "Copy"
                    ? Filled(target)
                    : null;
        }
    }

    /// <summary>A view of a part of an array; it is read and written through a copy only where nothing is written.</summary>
    public Store Slice(Store array, int start, int length, IOperation place)
    {
        if (array.Extents.Length != 1 || array.IsLost)
        {
            throw new StoppedException("a part of an array is not understood", place);
        }

        if (!array.IsGiven && (start < 0 || length < 0 || start + length > array.Extents[0]))
        {
            throw new StoppedException("a part lies outside its array for the sizes that were tried", place);
        }

        MemoryModel.CheckWalk(length, place);
        Store part = new(array.Path, array.Type, false, [Math.Max(0, length)]);
        for (int index = 0; index < part.Extents[0]; index++)
        {
            part.Written[new Place(index)] = machine.Memory.Load(array, new Place(start + index), place);
        }

        part.Viewed = (array, start);
        return part;
    }

    /// <summary>The element that a reference points to.</summary>
    private static ElementSpot? Aimed(Spot spot, IOperation place) =>
        spot switch
        {
            ElementSpot element => element,
            VariableSpot variable when variable.Frame.Get(variable.Variable) is ElementSpot inner => inner,
            VariableSpot variable when variable.Frame.Get(variable.Variable) is Store array => new ElementSpot(
                array,
                new Place(new int[array.Extents.Length])
            ),
            _ => throw new StoppedException("a reference is not understood", place),
        };

    private static ElementSpot? OfReference(string name, ElementSpot? spot, object[] rest, IOperation place) =>
        (name, rest) switch
        {
            ("Add" or "AddByteOffset", [Number { Known: { } distance }]) => spot!.Moved((int)distance),
            ("Subtract", [Number { Known: { } distance }]) => spot!.Moved(-(int)distance),
            ("As" or "AsRef" or "GetReference" or "GetArrayDataReference", _) => spot,
            _ => throw new StoppedException("a reference is not understood", place),
        };

    private object? OfArray(string name, Store array, object[] rest, IOperation place)
    {
        switch (name, rest)
        {
            case ("GetLength" or "GetLongLength", [Number { Known: { } axis }]):
                return (int)axis < array.Extents.Length
                    ? Number.Of(array.Extents[(int)axis])
                    : throw new StoppedException("an array has no such axis", place);
            case ("GetUpperBound", [Number { Known: { } axis }]):
                return Number.Of(array.Extents[(int)axis] - 1);
            case ("GetLowerBound", _):
                return Number.Zero;
            case ("AsSpan" or "AsMemory" or "AsReadOnlySpan" or "GetPinnableReference" or "AsReadOnly" or "AsEnumerable", []):
                return name == "GetPinnableReference" ? new ElementSpot(array, new Place(0)) : array;
            case ("AsSpan" or "Slice" or "AsMemory", [Number { Known: { } start }]):
                return Slice(array, (int)start, array.Length - (int)start, place);
            case ("AsSpan" or "Slice" or "AsMemory", [Number { Known: { } start }, Number { Known: { } length }]):
                return Slice(array, (int)start, (int)length, place);
            case ("GetReference" or "GetArrayDataReference", _):
                return new ElementSpot(array, new Place(new int[array.Extents.Length]));
            case ("Clone" or "ToArray" or "ToImmutableArray", []):
                return Copy(array, place);
            case ("GetValue", _) when rest.All(static value => value is Number { Known: not null }):
                return machine.Memory.Load(array, new Place([.. rest.Select(static value => (int)((Number)value).Known!.Value)]), place);
            case ("SetValue", [var value, ..]):
                machine.Memory.Save(
                    new ElementSpot(array, new Place([.. rest.Skip(1).Select(static index => (int)(((Number)index).Known ?? 0))])),
                    value,
                    place
                );
                return Unknown.Value;
            default:
                return Changed(name, array, rest, place);
        }
    }

    private Unknown? Changed(string name, Store array, object[] rest, IOperation place)
    {
        switch (name, rest)
        {
            case ("Fill", [var value]) when array.Extents.Length == 1:
                MemoryModel.CheckWalk(array.Length, place);
                for (int index = 0; index < array.Length; index++)
                {
                    array.Written[new Place(index)] = value;
                }

                return Unknown.Value;
            case ("Clear", _):
                foreach (Place written in array.Written.Keys.ToList())
                {
                    array.Written[written] = Number.Zero;
                }

                return Unknown.Value;
            case ("Reverse", [])
                when array.Extents.Length == 1
                    && (place as Microsoft.CodeAnalysis.Operations.IInvocationOperation)?.TargetMethod.ContainingType.Name
                        is "Array"
                            or "MemoryExtensions":
                object[] values = [.. machine.Memory.Items(array, place)];
                for (int index = 0; index < values.Length; index++)
                {
                    array.Written[new Place(index)] = values[values.Length - 1 - index];
                }

                return Unknown.Value;
            case ("CopyTo", [Store target, ..]):
                return CopyTo(
                    array,
                    0,
                    target,
                    rest.Length > 1 && rest[1] is Number { Known: { } offset } ? (int)offset : 0,
                    array.Length,
                    place
                );
            case ("Copy", [Store target, Number { Known: { } length }]):
                return CopyTo(array, 0, target, 0, (int)length, place);
            case (
                "Copy"
                    or "BlockCopy"
                    or "ConstrainedCopy",
                [Number { Known: { } from }, Store target, Number { Known: { } to }, Number { Known: { } length }]
            ):
                return CopyTo(array, (int)from, target, (int)to, (int)length, place);
            case ("Copy", [Number, Thing or ElementSpot or Number, ..]):
                return Unknown.Value;
            default:
                return null;
        }
    }

    private Store Copy(Store array, IOperation place)
    {
        MemoryModel.CheckWalk(array.Length, place);
        Store copy = new(array.Path, array.Type, false, array.Extents);
        ElementSpot first = new(array, new Place(new int[array.Extents.Length]));
        for (int index = 0; index < array.Length; index++)
        {
            ElementSpot from = first.Moved(index);
            copy.Written[from.Place] = machine.Memory.Load(from, place);
        }

        return copy;
    }

    private Unknown CopyTo(Store array, int from, Store target, int to, int length, IOperation place)
    {
        MemoryModel.CheckWalk(length, place);
        ElementSpot first = new(array, new Place(new int[array.Extents.Length]));
        ElementSpot last = new(target, new Place(new int[target.Extents.Length]));

        // Both may be one array: what is copied is read before anything is written.
        object[] values = [.. Enumerable.Range(from, Math.Max(0, length)).Select(index => machine.Memory.Load(first.Moved(index), place))];
        for (int index = 0; index < length; index++)
        {
            machine.Memory.Save(last.Moved(to + index), values[index], place);
        }

        return Unknown.Value;
    }

    private static Unknown? Copied(string name, object[] rest) =>
        name == "Copy" && rest.OfType<Store>().FirstOrDefault() is { } target ? Filled(target) : null;

    /// <summary>An array that was filled from memory outside holds samples of its own from here on.</summary>
    private static Unknown Filled(Store target)
    {
        target.Written.Clear();
        target.IsGiven = true;
        return Unknown.Value;
    }

    private object? OfList(IMethodSymbol method, Sequence list, object[] rest, IOperation place)
    {
        switch (method.Name, rest)
        {
            case ("AddFirst" or "Push", [var item]):
                list.Items.Insert(0, item);
                return Unknown.Value;
            case ("Peek", []) when list.Items.Count > 0:
                return list.Items[0];
            case ("RemoveFirst" or "Dequeue" or "Pop", []) when list.Items.Count > 0:
                object oldest = list.Items[0];
                list.Items.RemoveAt(0);
                return oldest;
            case ("RemoveLast", []) when list.Items.Count > 0:
                list.Items.RemoveAt(list.Items.Count - 1);
                return Unknown.Value;
            case ("Add" or "Append" or "Enqueue" or "AddLast", [var item]) when method.Name != "Append":
                list.Items.Add(OffsetTaps.Placed(item, method.Parameters.LastOrDefault()?.Type, list.Weights));
                machine.Outputs.Add(list);
                return Number.Of(list.Items.Count - 1);
            case ("AddRange", [var items]):
                list.Items.AddRange(machine.Memory.Items(items, place).ToList());
                return Unknown.Value;
            case ("Insert", [Number { Known: { } index }, var item]) when index >= 0 && index <= list.Items.Count:
                list.Items.Insert((int)index, item);
                machine.Outputs.Add(list);
                return Unknown.Value;
            case ("RemoveAt", [Number { Known: { } index }]) when index >= 0 && index < list.Items.Count:
                list.Items.RemoveAt((int)index);
                return Unknown.Value;
            case ("RemoveRange", [Number { Known: { } index }, Number { Known: { } count }])
                when index >= 0 && count >= 0 && index + count <= list.Items.Count:
                list.Items.RemoveRange((int)index, (int)count);
                return Unknown.Value;
            case ("Clear", []):
                list.Items.Clear();
                return Unknown.Value;
            case ("GetRange", [Number { Known: { } index }, Number { Known: { } count }])
                when index >= 0 && count >= 0 && index + count <= list.Items.Count:
                return new Sequence(list.Items.GetRange((int)index, (int)count));
            case ("Reverse", [])
                when place is Microsoft.CodeAnalysis.Operations.IInvocationOperation { Type.SpecialType: SpecialType.System_Void }:
                list.Items.Reverse();
                return Unknown.Value;
            case ("CopyTo", [Store target, ..]):
                CopyTo(target, rest.Length > 1 && rest[1] is Number { Known: { } offset } ? (int)offset : 0, list, place);
                return Unknown.Value;
            default:
                return null;
        }
    }

    private void CopyTo(Store target, int first, Sequence list, IOperation place)
    {
        for (int index = 0; index < list.Items.Count; index++)
        {
            machine.Memory.Save(new ElementSpot(target, new Place(first + index)), list.Items[index], place);
        }
    }
}
