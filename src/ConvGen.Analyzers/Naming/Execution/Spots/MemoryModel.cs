using ConvGen.Analyzers.Naming.Execution.Running;
using ConvGen.Analyzers.Naming.Execution.Values;
using ConvGen.Analyzers.Naming.Names;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Execution.Spots;

/// <summary>Reads and writes what values stand in.</summary>
internal sealed class MemoryModel(Machine machine)
{
    /// <summary>The largest array that is made: only what is written of it takes room.</summary>
    private const int MostElements = 20_000_000;

    /// <summary>The most elements that are walked through at once.</summary>
    private const int MostWalked = 20_000;

    /// <summary>How many keys a dictionary has on an axis that was given.</summary>
    private const int GivenKeys = 3;

    /// <summary>Makes an array.</summary>
    public static Store Make(string path, ITypeSymbol? type, int[] extents, IOperation place) =>
        extents.Any(static extent => extent < 0) || extents.Aggregate(1L, static (product, extent) => product * extent) > MostElements
            ? throw new StoppedException("an array has no size that could be tried", place)
            : new Store(path, type, false, extents);

    /// <summary>Gives up where so many elements would be filled, copied or walked through that it takes too long.</summary>
    public static void CheckWalk(int elements, IOperation place)
    {
        if (elements > MostWalked)
        {
            throw new StoppedException(StoppedException.TooLong, place);
        }
    }

    /// <summary>What stands in a spot.</summary>
    public object Load(Spot spot, IOperation place) =>
        spot switch
        {
            ElementSpot element => Load(element.Array, element.Place, place),
            ItemSpot item => item.Index >= 0 && item.Index < item.List.Items.Count
                ? ItemOf(item.List, item.List.Items[item.Index], item.Index, place)
                : throw new StoppedException("an index lies outside its list for the sizes that were tried", place),
            VariableSpot variable => variable.Frame.Get(variable.Variable) is { } value
                ? value is Spot inner
                && variable.Variable
                    is not (ILocalSymbol { Type.TypeKind: TypeKind.Pointer } or IParameterSymbol { Type.TypeKind: TypeKind.Pointer })
                    ? Load(inner, place)
                    : value
                : Unknown.Value,
            MemberSpot member => machine.Objects.Get(member.Owner, member.Member),
            _ => Unknown.Value,
        };

    /// <summary>An item of a list: of weights it is known by where it stands; a sum that begins with nothing is none.</summary>
    private static object ItemOf(Sequence list, object item, int index, IOperation at) =>
        list.IsOfWeights && item is Number { IsOfSamples: false, Known: not 0 } weight
            ? Read(list.Weights, new Place(index), weight, at)
            : item;

    /// <summary>Puts a value into a spot.</summary>
    public void Save(Spot spot, object value, IOperation place)
    {
        switch (spot)
        {
            case ElementSpot element:
                Save(element.Array, element.Place, value, place);
                break;
            case ItemSpot item when item.Index >= 0 && item.Index < item.List.Items.Count:
                item.List.Items[item.Index] = value;
                machine.Outputs.Add(item.List);
                break;
            case VariableSpot variable:
                variable.Frame.Set(variable.Variable, value);
                break;
            case MemberSpot member:
                member.Owner.Members[member.Member.Name] = value;
                break;
            default:
                throw new StoppedException("an index lies outside its list for the sizes that were tried", place);
        }
    }

    /// <summary>
    /// An element. A weight that the code computed is known by where it stands; one that was copied by where it came from.
    /// </summary>
    public object Load(Store array, Place place, IOperation at)
    {
        if (array.IsLost)
        {
            return Unknown.Value;
        }

        if (array.Written.TryGetValue(place, out object? written))
        {
            return written switch
            {
                Number { IsOfSamples: false } number => Read(array, place, number, at),
                Number { HasProducts: true } sum when !array.IsGiven => sum with { Origin = array.At(place) },
                _ => written,
            };
        }

        if (!array.IsGiven)
        {
            CheckBounds(array, place, at);
            return ObjectModel.DefaultOf(array.ElementType);
        }

        return array.Elements switch
        {
            ElementKind.Rows => RowOf(array, place),
            ElementKind.Flags => Number.Called($"{array.Path}[{string.Join(",", place.ToArray())}]"),
            ElementKind.Extents when array.Extents.Length == 1 => Number.Of(Sizes.OfShape(array.Path, place[0])),
            ElementKind.Subscripts when array.Extents.Length == 1 => Read(
                array,
                place,
                Number.Of((place[0] / Sizes.Taps) + (place[0] % Sizes.Taps)),
                at
            ),
            _ => Read(array, place, null, at),
        };
    }

    /// <summary>A row of a jagged array; of pointers to rows, the pointer to its first element.</summary>
    private object RowOf(Store array, Place place)
    {
        ITypeSymbol type = array.ElementType!;
        Store row = array.Row(
            place,
            type,
            machine.Sizes.RowExtents(array.Path, ObjectModel.RankOf(type), array.Extents is [Sizes.Taps, ..])
        );
        return type is IPointerTypeSymbol ? new ElementSpot(row, new Place(0)) : row;
    }

    /// <summary>What is to be known of the elements of an array when they are read.</summary>
    public static ElementKind KindOf(Store array) =>
        array.ElementType is not { } type ? ElementKind.Samples
        : ObjectModel.IsRow(type) || type is IPointerTypeSymbol ? ElementKind.Rows
        : type.SpecialType == SpecialType.System_Boolean ? ElementKind.Flags
        : IsMap(array.Path, type) ? ElementKind.Subscripts
        : ObjectModel.IsInteger(type) && Sizes.IsShape(array.Path) ? ElementKind.Extents
        : ElementKind.Samples;

    /// <summary>
    /// Whether an array says for each output and each tap which sample they meet, so that borders cost nothing: in the middle that is their
    /// sum.
    /// </summary>
    private static bool IsMap(string path, ITypeSymbol type) =>
        ObjectModel.IsInteger(type) && IdentifierWords.Split(path).Any(static word => word.Text is "map" or "maps" or "lookup" or "lut");

    /// <summary>What a foreach runs over.</summary>
    public IEnumerable<object> Items(object collection, IOperation at)
    {
        switch (collection)
        {
            case Sequence { IsOfWeights: true } weights:
                return weights.Items.Select((item, index) => ItemOf(weights, item, index, at));
            case Sequence list:
                return list.Items;
            case Store { Extents: [var length] } array:
                CheckWalk(length, at);
                return Enumerable.Range(0, length).Select(index => Load(array, new Place(index), at));
            case Store { Extents: [_, _] } matrix:
                CheckWalk(matrix.Length, at);
                return Enumerable.Range(0, matrix.Length).Select(index => Load(new ElementSpot(matrix, new Place(0, 0)).Moved(index), at));
            case Thing { IsMade: true, Type: { } made } filled when IsTable(made):
                return filled.Elements.Written.Select(entry =>
                    (object)
                        new Bundle([
                            KeyOf(entry.Key),
                            entry.Value is Number { IsOfSamples: false } weight
                                ? Read(filled.Elements, entry.Key, weight, at)
                                : entry.Value,
                        ])
                );
            case Thing { Type: { } type } table when TapsOf(table, type) is { } taps:
                return taps.Items;
            case Thing { Type: INamedTypeSymbol { TypeArguments: [_, var held] }, Path: var path } when ObjectModel.IsRow(held):
                return [new Bundle([Number.Called(path), machine.Objects.Given(held, path)])];
            default:
                throw new StoppedException("a collection is not understood", at);
        }
    }

    /// <summary>Whether a type is a dictionary.</summary>
    public static bool IsTable(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Dictionary" or "SortedDictionary" or "SortedList" or "ConcurrentDictionary", Arity: 2 };

    /// <summary>The keys of a dictionary: of one that was given some in the middle; null where a type is none, or has other keys.</summary>
    public static Sequence? KeysOf(Thing table, ITypeSymbol type)
    {
        if (table.IsMade)
        {
            return IsTable(type) ? new Sequence(table.Elements.Written.Keys.Select(KeyOf)) : null;
        }

        int rank =
            type is not INamedTypeSymbol { Arity: 2, Name: var name, TypeArguments: [var key, _] } || !name.Contains("Dictionary") ? 0
            : ObjectModel.IsInteger(key) ? 1
            : key is INamedTypeSymbol { IsTupleType: true, TupleElements: [{ Type: var one }, { Type: var other }] }
            && ObjectModel.IsInteger(one)
            && ObjectModel.IsInteger(other)
                ? 2
            : 0;
        return rank == 0
            ? null
            : new Sequence(
                Enumerable
                    .Range(0, rank == 1 ? GivenKeys * 2 : GivenKeys * GivenKeys)
                    .Select(index => KeyOf(rank == 1 ? new Place(2 + index) : new Place(2 + (index / GivenKeys), 2 + (index % GivenKeys))))
            );
    }

    private static object KeyOf(Place place) =>
        place.Rank == 1 ? Number.Of(place[0]) : new Bundle([.. place.ToArray().Select(static part => (object)Number.Of(part))]);

    /// <summary>The taps of a dictionary, which are the same whenever it is walked through.</summary>
    private static Sequence? TapsOf(Thing table, ITypeSymbol type)
    {
        if (!table.Members.TryGetValue("()", out object? taps) && OffsetTaps.OfDictionary(type, table.Path) is { } made)
        {
            table.Members.Add("()", taps = made);
        }

        return taps as Sequence;
    }

    /// <summary>
    /// A pinned array is a pointer to its first element; what a missing library gives is the array that it is taken for.
    /// </summary>
    public object Pinned(object value, ITypeSymbol type) =>
        type.TypeKind == TypeKind.Array && value is Thing { Type: null, IsMade: false, Path.Length: > 0 } given
            ? machine.Objects.Given(type, given.Path)
        : type.TypeKind != TypeKind.Pointer ? value
        : value switch
        {
            Store array => new ElementSpot(array, new Place(new int[Math.Max(1, array.Extents.Length)])),
            Thing thing => machine.Objects.Given(type, thing.Path),
            _ => value,
        };

    private static Number Read(Store array, Place place, Number? content, IOperation at)
    {
        Sample sample = array.At(place, content);
        sample.Access ??= at.Syntax;
        return Number.Of(sample);
    }

    private static void CheckBounds(Store array, Place place, IOperation at)
    {
        if (array.Extents.Length == place.Rank)
        {
            for (int dimension = 0; dimension < place.Rank; dimension++)
            {
                if (place[dimension] < 0 || (place[dimension] >= array.Extents[dimension]))
                {
                    throw new StoppedException("an index lies outside its array for the sizes that were tried", at);
                }
            }
        }
    }

    private void Save(Store array, Place place, object value, IOperation at)
    {
        if (!array.IsGiven)
        {
            CheckBounds(array, place, at);
        }

        machine.IsDoubtful |= machine.Guarded > 0 && value is Number { Sample: not null };
        array.Written[place] = value;
        if (array.Viewed is var (whole, start))
        {
            Save(whole, new Place(start + place[0]), value, at);
            return;
        }

        machine.Outputs.Add(array);
    }
}
