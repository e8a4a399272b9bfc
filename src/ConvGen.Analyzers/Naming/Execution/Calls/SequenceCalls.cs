using ConvGen.Analyzers.Naming.Execution.Running;
using ConvGen.Analyzers.Naming.Execution.Values;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Execution.Calls;

/// <summary>LINQ over sequences of a known length.</summary>
internal sealed class SequenceCalls(Machine machine)
{
    /// <summary>What a call gives, the sequence as its first argument; null where it is not known.</summary>
    public object? Call(IMethodSymbol method, object[] arguments, IOperation place)
    {
        if (method.Name is "Range" or "Repeat" or "Empty" && method.ContainingType.Name is "Enumerable" or "ParallelEnumerable")
        {
            return arguments switch
            {
                [Number { Known: { } first }, Number { Known: { } count }] when method.Name == "Range" && count >= 0 => new Sequence(
                    Enumerable.Range((int)first, (int)count).Select(static index => (object)Number.Of(index))
                ),
                [var item, Number { Known: { } count }] when count >= 0 => new Sequence(Enumerable.Repeat(item, (int)count)),
                [] => new Sequence([]),
                _ => throw new StoppedException("a range is not known", place),
            };
        }

        if (arguments is not [Sequence or Store { Extents.Length: 1 }, ..])
        {
            return null;
        }

        List<object> items = [.. machine.Memory.Items(arguments[0], place)];
        object[] rest = [.. arguments.Skip(1)];
        return Shape(method.Name, items, rest, place) ?? Reduce(method, items, rest, place);
    }

    private object? Shape(string name, List<object> items, object[] rest, IOperation place) =>
        (name, rest) switch
        {
            ("ToList" or "AsEnumerable" or "Cast" or "OfType" or "AsParallel" or "AsOrdered" or "ToImmutableList" or "AsReadOnly", _) =>
                new Sequence(items),
            ("ToArray" or "ToImmutableArray", []) => Array(items),
            ("Reverse", []) => new Sequence(Enumerable.Reverse(items)),
            ("Skip", [Number { Known: { } count }]) => new Sequence(items.Skip((int)count)),
            ("Take", [Number { Known: { } count }]) => new Sequence(items.Take((int)count)),
            ("Concat", [var other]) => new Sequence(items.Concat(machine.Memory.Items(other, place))),
            ("Append", [var item]) => new Sequence([.. items, item]),
            ("Prepend", [var item]) => new Sequence([item, .. items]),
            ("Select", [Closure function]) => new Sequence(items.Select((item, index) => Call(function, place, item, index)).ToList()),
            ("SelectMany", [Closure function]) => new Sequence(
                items.SelectMany((item, index) => machine.Memory.Items(Call(function, place, item, index), place).ToList()).ToList()
            ),
            ("SelectMany", [Closure function, Closure result]) => new Sequence(
                items
                    .SelectMany(
                        (item, index) =>
                            machine
                                .Memory.Items(Call(function, place, item, index), place)
                                .Select(inner => machine.Calls.Call(result, [item, inner], place))
                                .ToList()
                    )
                    .ToList()
            ),
            ("Where", [Closure function]) => new Sequence(
                items.Where((item, index) => machine.Decide(place, Call(function, place, item, index))).ToList()
            ),
            ("Zip", [var other]) => new Sequence(
                items.Zip(machine.Memory.Items(other, place), static (one, two) => (object)new Bundle([one, two]))
            ),
            ("Zip", [var other, Closure function]) => new Sequence(
                items
                    .Zip(machine.Memory.Items(other, place).ToList(), (one, two) => machine.Calls.Call(function, [one, two], place))
                    .ToList()
            ),
            _ => null,
        };

    private object? Reduce(IMethodSymbol method, List<object> items, object[] rest, IOperation place)
    {
        switch (method.Name, rest)
        {
            case ("Count" or "LongCount", []):
                return Number.Of(items.Count);
            case ("First" or "FirstOrDefault", []) when items.Count > 0:
                return items[0];
            case ("Last" or "LastOrDefault", []) when items.Count > 0:
                return items[items.Count - 1];
            case ("ElementAt" or "ElementAtOrDefault", [Number { Known: { } index }]) when index >= 0 && index < items.Count:
                return items[(int)index];
            case ("Any", []):
                return items.Count > 0 ? Number.One : Number.Zero;
            case ("Sum", _):
                return items
                    .Select((item, index) => rest is [Closure function] ? Call(function, place, item, index) : item)
                    .Aggregate((object)Number.Zero, Added);
            case ("Average", _):
                object sum = items
                    .Select((item, index) => rest is [Closure function] ? Call(function, place, item, index) : item)
                    .Aggregate((object)Number.Zero, Added);
                return sum is Number number ? machine.Arithmetic.Divide(number, Number.Of(items.Count), false) : Unknown.Value;
            case ("Aggregate", [var seed, Closure function]):
                return items.Aggregate(seed, (total, item) => machine.Calls.Call(function, [total, item], place));
            case ("Aggregate", [Closure function]) when items.Count > 0:
                return items.Skip(1).Aggregate(items[0], (total, item) => machine.Calls.Call(function, [total, item], place));
            case ("Max" or "Min", []) when items.TrueForAll(static item => item is Number):
                return machine.Arithmetic.Function(method.Name, [.. items.OfType<Number>()]);
            case ("ForEach" or "ForAll", [Closure function]):
                items.ForEach(item => machine.Calls.Call(function, [item], place));
                return Unknown.Value;
            default:
                return null;
        }
    }

    private object Added(object total, object item) =>
        total is Number sum && item is Number number ? machine.Arithmetic.Add(sum, number) : Unknown.Value;

    private object Call(Closure function, IOperation place, object item, int index) =>
        machine.Calls.Call(function, function.Method.Parameters.Length > 1 ? [item, Number.Of(index)] : [item], place);

    private Store Array(List<object> items)
    {
        Store array = new("", null, false, [items.Count]);
        for (int index = 0; index < items.Count; index++)
        {
            array.Written[new Place(index)] = items[index];
        }

        machine.Outputs.Add(array);
        return array;
    }
}
