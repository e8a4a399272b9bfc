namespace ConvGen.Analyzers.Naming.Execution.Values;

/// <summary>Orders places row by row.</summary>
internal sealed class PlaceComparer : IComparer<Place>
{
    /// <summary>The order.</summary>
    public static PlaceComparer Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(Place x, Place y) => x.CompareTo(y);
}
