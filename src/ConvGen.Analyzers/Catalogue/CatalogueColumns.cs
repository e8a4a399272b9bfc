using System.Collections.Immutable;

namespace ConvGen.Analyzers.Catalogue;

/// <summary>The columns of a catalogue file. The first line of a file names the ones that it has, in any order.</summary>
internal static class CatalogueColumns
{
    public const string Symbol = "symbol";
    public const string Assembly = "assembly";
    public const string Versions = "versions";
    public const string Operation = "operation";
    public const string Use = "use";
    public const string When = "when";
    public const string Kernel = "kernel";
    public const string Anchor = "anchor";
    public const string Sibling = "sibling";
    public const string Deviation = "deviation";
    public const string Evidence = "evidence";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } =
        ImmutableArray.Create(Symbol, Assembly, Versions, Operation, Use, When, Kernel, Anchor, Sibling, Deviation, Evidence);
}
