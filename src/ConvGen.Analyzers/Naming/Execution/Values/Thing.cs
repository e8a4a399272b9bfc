using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Execution.Values;

/// <summary>An object: one that was handed in, of which only the way to it is known, or one that the code made.</summary>
/// <param name="path">The way to it.</param>
/// <param name="type">Its type.</param>
/// <param name="isMade">Whether the code made it.</param>
internal sealed class Thing(string path, ITypeSymbol? type, bool isMade)
{
    /// <summary>The way to it.</summary>
    public string Path => path;

    /// <summary>Its type.</summary>
    public ITypeSymbol? Type => type;

    /// <summary>Whether the code made it.</summary>
    public bool IsMade => isMade;

    /// <summary>What its fields and properties hold.</summary>
    public Dictionary<string, object> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>What is read from it and written to it by methods and indexers with subscripts.</summary>
    public Store Elements => elements ??= new Store(path, type, true, []);

    /// <summary>How many samples were taken from it one after the other.</summary>
    public int Taken { get; set; }

    /// <summary>What it was handed one after the other.</summary>
    public Sequence Emitted => emitted ??= new([]);

    private Store? elements;
    private Sequence? emitted;
}
