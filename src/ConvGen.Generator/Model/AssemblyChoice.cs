namespace ConvGen.Generator.Model;

/// <summary>What the files of an assembly have in common: which type they call, and for which vectors they have code.</summary>
/// <param name="Name">The assembly's name.</param>
/// <param name="Widths">Bits of the vectors, widest first; the last one is always 128.</param>
internal sealed record AssemblyChoice(string Name, EquatableArray<int> Widths)
{
    /// <summary>All widths, as where an assembly says nothing.</summary>
    public static EquatableArray<int> AllWidths { get; } = EquatableArray.Of(512, 256, 128);

    /// <summary>An assembly that says nothing but its name.</summary>
    public AssemblyChoice(string name)
        : this(name, AllWidths) { }

    /// <summary>The same of its name.</summary>
    public static implicit operator AssemblyChoice(string name) => new(name);
}
