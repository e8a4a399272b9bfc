using ConvGen.Analyzers.Naming.Execution.Values;
using ConvGen.Analyzers.Naming.Loops;
using ConvGen.Analyzers.Naming.Names;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Execution.Spots;

/// <summary>
/// Kernels that are given as a list of taps, each with its place: <c>(int dx, int dy, double weight)[]</c>, objects with such members, or a
/// dictionary from places to weights.
/// </summary>
internal static class OffsetTaps
{
    private static readonly HashSet<string> Places = new(
        "x y dx dy ox oy du dv u v row col column dr dc offset off shift lag delay position pos item1 item2".Split(' '),
        StringComparer.Ordinal
    );
    private static readonly HashSet<string> Across = new("x dx ox du u col column dc".Split(' '), StringComparer.Ordinal);

    /// <summary>The taps around the middle; null where a type is no list of them.</summary>
    public static Sequence? Of(ITypeSymbol type, string path) =>
        ObjectModel.ElementType(type)
            is INamedTypeSymbol { TypeKind: TypeKind.Struct or TypeKind.Class, SpecialType: SpecialType.None } element
            ? Listed(element, type, path)
            : null;

    /// <summary>The same of a dictionary that is walked through; asked for single places, it is an image as well.</summary>
    public static Sequence? OfDictionary(ITypeSymbol type, string path) =>
        type
            is INamedTypeSymbol
            {
                Name: "Dictionary" or "IDictionary" or "IReadOnlyDictionary" or "SortedDictionary",
                TypeArguments: [INamedTypeSymbol key, var value]
            }
        && IsWeight(value)
            ? Paired(key, type, path)
            : null;

    /// <summary>Taps whose place is one value: a number, a tuple of two, or a structure with two.</summary>
    private static Sequence? Paired(INamedTypeSymbol key, ITypeSymbol type, string path)
    {
        if (ObjectModel.IsInteger(key))
        {
            return new Sequence(
                Around(path, type, [("offset", key)]).Select(static tap => (object)new Bundle([tap.Offsets[0], tap.Weight]))
            );
        }

        return
            (key.IsTupleType || key is { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None })
            && PartsOf(key) is { Length: 2 } offsets
            && Array.TrueForAll(offsets, static part => ObjectModel.IsInteger(part.Type))
            ? new Sequence(
                Around(path, type, offsets).Select(tap => (object)new Bundle([Made(key, offsets, [.. tap.Offsets], path), tap.Weight]))
            )
            : null;
    }

    /// <summary>A tuple, or an object with such members.</summary>
    private static object Made(INamedTypeSymbol type, (string Name, ITypeSymbol Type)[] parts, object[] values, string path)
    {
        if (type.IsTupleType)
        {
            return new Bundle(values);
        }

        Thing made = new(path, type, isMade: true);
        for (int index = 0; index < values.Length; index++)
        {
            made.Members[parts[index].Name] = values[index];
        }

        return made;
    }

    /// <summary>A list that the code makes, whose numbers are weights where its elements may be.</summary>
    public static Sequence ListOf(ITypeSymbol? type, IEnumerable<object> items) =>
        new(items) { IsOfWeights = ObjectModel.ElementType(type) is { } element && IsWeight(element) };

    /// <summary>
    /// A tap of a list that the code makes: its weight is known by its offsets from then on. Other values stay what they are.
    /// </summary>
    /// <param name="value">What the list holds.</param>
    /// <param name="type">Its type.</param>
    /// <param name="weights">The weights of the list.</param>
    public static object Placed(object value, ITypeSymbol? type, Store weights)
    {
        if (
            value is not (Bundle or Thing { IsMade: true })
            || type is not INamedTypeSymbol { SpecialType: SpecialType.None } element
            || Split(element) is not var (parts, offsets)
        )
        {
            return value;
        }

        object?[] values = value is Bundle bundle
            ? bundle.Values
            : Array.ConvertAll(parts, part => ((Thing)value).Members.TryGetValue(part.Name, out object? held) ? held : null);
        int last = Array.FindIndex(parts, part => !offsets.Contains(part));
        int[] places =
        [
            .. parts
                .Select((part, index) => (part, index))
                .Where(entry => entry.index != last && values[entry.index] is Number { Known: not null })
                .Select(entry => (int)((Number)values[entry.index]!).Known!.Value),
        ];
        if (places.Length != offsets.Length || values.Length != parts.Length || values[last] is not Number { IsOfSamples: false } weight)
        {
            return value;
        }

        Number tap = Number.Of(weights.At(new Place(IsAcrossFirst(offsets) ? [.. Enumerable.Reverse(places)] : places), weight));
        if (value is Thing thing)
        {
            thing.Members[parts[last].Name] = tap;
            return thing;
        }

        return new Bundle([.. values.Select((held, index) => index == last ? tap : held!)]);
    }

    private static Sequence? Listed(INamedTypeSymbol element, ITypeSymbol type, string path)
    {
        if (element is { Name: "KeyValuePair", TypeArguments: [INamedTypeSymbol key, var value] })
        {
            return IsWeight(value) ? Paired(key, type, path) : null;
        }

        if (Split(element) is not var (parts, offsets))
        {
            return null;
        }

        return new Sequence(
            Around(path, type, offsets)
                .Select(tap =>
                {
                    object[] values =
                    [
                        .. parts.Select(part => Array.IndexOf(offsets, part) is >= 0 and var axis ? tap.Offsets[axis] : tap.Weight),
                    ];
                    return Made(element, parts, values, path);
                })
        );
    }

    /// <summary>The parts of a tap, and those of them that say where it lies; null where a type is none.</summary>
    private static ((string Name, ITypeSymbol Type)[] Parts, (string Name, ITypeSymbol Type)[] Offsets)? Split(INamedTypeSymbol element)
    {
        (string Name, ITypeSymbol Type)[] parts = PartsOf(element);
        (string Name, ITypeSymbol Type)[] offsets =
        [
            .. parts.Where(part => ObjectModel.IsWhole(part.Type) && IdentifierWords.Split(part.Name).Any(IsPlace)),
        ];
        bool isNamed =
            !element.IsTupleType || Array.TrueForAll(parts, static part => !part.Name.StartsWith("Item", StringComparison.Ordinal));
        return
            parts.Length == offsets.Length + 1
            && offsets.Length is 1 or 2
            && (offsets.Length == 2 || isNamed)
            && Array.Find(parts, part => !offsets.Contains(part)) is var (name, type)
            && (IsWeight(type) || (ObjectModel.IsWhole(type) && BorderWords.IsKernel(name)))
            ? (parts, offsets)
            : null;
    }

    private static bool IsAcrossFirst((string Name, ITypeSymbol Type)[] offsets) =>
        IdentifierWords.Split(offsets[0].Name).Any(static word => Across.Contains(word.Text));

    /// <summary>The taps of a small kernel, row by row.</summary>
    private static IEnumerable<(Number[] Offsets, Number Weight)> Around(
        string path,
        ITypeSymbol type,
        (string Name, ITypeSymbol Type)[] offsets
    )
    {
        Store weights = new(path, type, true, [.. Enumerable.Repeat(Running.Sizes.Taps, offsets.Length)]);
        bool isAcrossFirst = IsAcrossFirst(offsets);
        for (int index = 0; index < weights.Length; index++)
        {
            int row = index / Running.Sizes.Taps;
            int column = index % Running.Sizes.Taps;
            Number down = Number.Of(row - 1);
            Number across = Number.Of(column - 1);
            yield return offsets.Length == 1
                ? ([across], Number.Of(weights.At(new Place(column))))
                : (isAcrossFirst ? [across, down] : [down, across], Number.Of(weights.At(new Place(row, column))));
        }
    }

    private static bool IsPlace(IdentifierWord word) => Places.Contains(word.Text) || word.Text == "item";

    /// <summary>Whether numbers of a type are weights.</summary>
    public static bool IsWeight(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal;

    private static (string Name, ITypeSymbol Type)[] PartsOf(INamedTypeSymbol type) =>
        type.IsTupleType
            ? [.. type.TupleElements.Select(static part => (part.Name, part.Type))]
            :
            [
                .. type.GetMembers()
                    .OfType<IFieldSymbol>()
                    .Where(static field => !field.IsStatic)
                    .Select(static field => ((field.AssociatedSymbol ?? field).Name, field.Type)),
            ];
}
