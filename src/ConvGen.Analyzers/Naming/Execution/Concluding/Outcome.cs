using System.Collections.Immutable;
using ConvGen.Analyzers.Naming.Execution.Running;
using ConvGen.Analyzers.Naming.Execution.Values;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Execution.Concluding;

/// <summary>What a run left behind: the sums of products in its results.</summary>
/// <param name="machine">The machine that ran.</param>
/// <param name="result">What the member returned.</param>
internal sealed class Outcome(Machine machine, object? result)
{
    private const int DeepestValue = 3;

    /// <summary>The machine that ran.</summary>
    public Machine Machine => machine;

    /// <summary>Whether only the largest of several sums counts, or their magnitudes, and no direction is left in it.</summary>
    public bool IsClosed { get; } =
        (machine.Compared.Count > 1 && ClosedMasks.Contain(machine.Compared, isSigned: true))
        || (machine.Magnitudes.Count > 0 && ClosedMasks.Contain(machine.Magnitudes, isSigned: false));

    /// <summary>The sums by the result that they are in.</summary>
    public Dictionary<string, List<Cell>> Results { get; } = Read(machine, result);

    /// <summary>The results of two runs together, of which the second had something that places the window moved by one.</summary>
    public static Dictionary<string, List<Cell>> Join(Outcome before, Outcome after)
    {
        Dictionary<string, List<Cell>> joined = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string, List<Cell>> entry in before.Results)
        {
            Cell first = entry.Value[0];
            if (after.Results.TryGetValue(entry.Key, out List<Cell>? moved) && Moved(entry.Value, moved) is { } second)
            {
                joined.Add(entry.Key, [first with { Place = new Place(0) }, new Cell(new Place(1), Renamed(second.Sum, first.Sum))]);
            }
        }

        return joined;
    }

    /// <summary>What became of the first sum of a result: of one alone the only one, of rows the one at the same place.</summary>
    private static Cell? Moved(List<Cell> before, List<Cell> after) =>
        before.Count == 1 ? (after.Count == 1 ? after[0] : null)
        : IsOfRows(before[0]) ? after.Find(cell => cell.Place.Equals(before[0].Place))
        : null;

    /// <summary>Whether results may show a direction where something outside of them moves.</summary>
    public static bool IsMovable(List<Cell> cells) => cells.Count == 1 || IsOfRows(cells[0]);

    /// <summary>
    /// Whether a sum is of samples with several subscripts, so that others beside it, as those of a whole frame, lie on another axis than
    /// the one on which it is moved.
    /// </summary>
    private static bool IsOfRows(Cell cell) =>
        cell.Sum.Terms.Length > 2
        && cell.Sum.Terms.All(static term => term.Second is { } second && Math.Max(term.First.Place.Rank, second.Place.Rank) > 1);

    /// <summary>The sums of another run, with the arrays of this one: they are the same, as both runs are of the same code.</summary>
    public static IEnumerable<List<Cell>> Renamed(Outcome other, Number like) =>
        other.Results.Values.Select(cells => cells.ConvertAll(cell => cell with { Sum = Renamed(cell.Sum, like) }));

    private static Number Renamed(Number sum, Number like)
    {
        Dictionary<string, Store> arrays = new(StringComparer.Ordinal);
        foreach (SampleTerm term in like.Terms)
        {
            arrays[term.First.Array.Path] = term.First.Array;
            if (term.Second is { } second)
            {
                arrays[second.Array.Path] = second.Array;
            }
        }

        Sample? Own(Sample? sample) =>
            sample is not null && arrays.TryGetValue(sample.Array.Path, out Store? array) ? array.At(sample.Place) : sample;
        return sum with
        {
            Terms = sum.Terms.Select(term => term with { First = Own(term.First)!, Second = Own(term.Second) }).ToImmutableArray(),
        };
    }

    /// <summary>Whether results are computed from earlier ones, so that a sum is only a part of what they are.</summary>
    public bool IsFedBackAnywhere =>
        machine.Outputs.OfType<Store>().Any(static array => array.Written.Values.Any(value => IsFedBack(value, array)));

    private static Dictionary<string, List<Cell>> Read(Machine machine, object? result)
    {
        Dictionary<string, List<Cell>> results = new(StringComparer.Ordinal);
        Dictionary<Store, int> numbers = [];
        foreach (object output in machine.Outputs)
        {
            switch (output)
            {
                case Store array:
                    Store whole = array.Whole ?? array;
                    if (!numbers.TryGetValue(whole, out int number))
                    {
                        numbers.Add(whole, number = numbers.Count);
                    }

                    foreach (KeyValuePair<Place, object> element in array.Written)
                    {
                        if (IsFedBack(element.Value, whole))
                        {
                            continue;
                        }

                        Add(results, $"{number}", element.Key.Within(array.Outer), element.Value, 0);
                    }

                    break;
                case Sequence list:
                    AddList(results, list, $"list {results.Count}");
                    break;
            }
        }

        if (result is Sequence returned)
        {
            AddList(results, returned, "returned list");
        }
        else if (result is not (null or Store))
        {
            Add(results, "returned", new Place([]), result, 0);
        }

        return results;
    }

    /// <summary>Whether results of an array are computed from earlier ones of the same array.</summary>
    private static bool IsFedBack(object value, Store array)
    {
        if (!array.IsGiven && value is Number sum)
        {
            foreach (SampleTerm term in sum.Terms)
            {
                if (term.First.Array == array || term.Second?.Array == array)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static void AddList(Dictionary<string, List<Cell>> results, Sequence list, string name)
    {
        for (int index = 0; index < list.Items.Count; index++)
        {
            Add(results, name, new Place(index), list.Items[index], 0);
        }
    }

    private static void Add(Dictionary<string, List<Cell>> results, string name, Place place, object value, int depth)
    {
        switch (value)
        {
            case Number { HasProducts: true, IsRecursive: false } sum:
                if (!results.TryGetValue(name, out List<Cell>? cells))
                {
                    results.Add(name, cells = []);
                }

                cells.Add(new Cell(place, sum));
                break;
            case Lanes lanes:
                Each(lanes.Values);
                break;
            case Bundle bundle:
                Each(bundle.Values);
                break;
            case Store { IsGiven: false } row when depth < DeepestValue:
                foreach (KeyValuePair<Place, object> element in row.Written)
                {
                    Add(results, name, element.Key.Within(place), element.Value, depth + 1);
                }

                break;
            case Sequence list when depth < DeepestValue:
                for (int index = 0; index < list.Items.Count; index++)
                {
                    Add(results, name, new Place(index).Within(place), list.Items[index], depth + 1);
                }

                break;
            case Thing { IsMade: true } made when depth < DeepestValue:
                foreach (KeyValuePair<string, object> member in made.Members)
                {
                    Add(results, name + "." + member.Key, place, member.Value, depth + 1);
                }

                break;
        }

        void Each(object[] values)
        {
            for (int index = 0; index < values.Length; index++)
            {
                Add(results, $"{name}.{index}", place, values[index], depth + 1);
            }
        }
    }
}
