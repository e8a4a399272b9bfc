using ConvGen.Analyzers.Naming.Execution.Spots;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Execution.Values;

/// <summary>An array, a span, a pinned buffer, or whatever else is read and written by subscripts.</summary>
internal sealed class Store
{
    private readonly Dictionary<Place, Sample> samples = [];
    private readonly Dictionary<Place, object> parts = [];
    private readonly Dictionary<string, Store> components = new(StringComparer.Ordinal);
    private ElementKind? elements;

    /// <summary>Creates an array.</summary>
    /// <param name="path">How it is called.</param>
    /// <param name="type">Its type, where that is an array's.</param>
    /// <param name="isGiven">Whether it came with samples of its own; else it begins with zeros.</param>
    /// <param name="extents">Its extents.</param>
    public Store(string path, ITypeSymbol? type, bool isGiven, int[] extents)
    {
        Path = path;
        Type = type;
        IsGiven = isGiven;
        Extents = extents;
        ElementType = ObjectModel.ElementType(type);
    }

    /// <summary>How it is called.</summary>
    public string Path { get; }

    /// <summary>Its type.</summary>
    public ITypeSymbol? Type { get; }

    /// <summary>The type of what it holds, where that is known.</summary>
    public ITypeSymbol? ElementType { get; }

    /// <summary>What is to be known of its elements when they are read.</summary>
    public ElementKind Elements => elements ??= MemoryModel.KindOf(this);

    /// <summary>Whether it came with samples of its own; else it begins with zeros.</summary>
    public bool IsGiven { get; set; }

    /// <summary>Its extents; those of an array that was given are assumed, and it may be read beyond them.</summary>
    public int[] Extents { get; set; }

    /// <summary>Whether something that is not known may have changed it.</summary>
    public bool IsLost { get; set; }

    /// <summary>The array that this is a part of, and where it begins there.</summary>
    public (Store Array, int Start)? Viewed { get; set; }

    /// <summary>What was written, by place.</summary>
    public Dictionary<Place, object> Written { get; } = [];

    /// <summary>How many elements it has.</summary>
    public int Length => Extents.Aggregate(1, static (product, extent) => product * extent);

    /// <summary>The array that this is a row of.</summary>
    public Store? Whole { get; private set; }

    /// <summary>Where this row stands in it.</summary>
    public Place Outer { get; private set; } = new([]);

    /// <summary>The sample at a place.</summary>
    public Sample At(Place place, Number? content = null)
    {
        if (Whole is { } whole)
        {
            return whole.At(place.Within(Outer), content);
        }

        if (!samples.TryGetValue(place, out Sample? sample) || (content is not null && sample.Content?.Identity != content.Identity))
        {
            samples[place] = sample = new Sample(this, place, content);
        }

        return sample;
    }

    /// <summary>The row at a place of a jagged array.</summary>
    public Store Row(Place place, ITypeSymbol type, int[] extents)
    {
        if (!parts.TryGetValue(place, out object? row))
        {
            parts.Add(place, row = new Store(Path, type, IsGiven, extents) { Whole = Whole ?? this, Outer = place.Within(Outer) });
        }

        return (Store)row;
    }

    /// <summary>Makes an array that was just made a row of this one, so that its elements are known by both subscripts.</summary>
    public void Adopt(Store row, Place place)
    {
        if (row is { Whole: null, IsGiven: false })
        {
            row.Whole = Whole ?? this;
            row.Outer = place.Within(Outer);
        }
    }

    /// <summary>The array of one component of all elements: the red of pixels.</summary>
    public Store Component(string name)
    {
        if (!components.TryGetValue(name, out Store? component))
        {
            components.Add(name, component = new Store(Path, IsGiven ? Type : null, IsGiven, Extents));
        }

        return component;
    }
}
