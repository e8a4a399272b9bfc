namespace ConvGen.Analyzers.Naming.Execution.Values;

/// <summary>Whether sums have the same taps.</summary>
internal sealed class PlacesComparer : IEqualityComparer<Place[]>
{
    /// <summary>The comparison.</summary>
    public static PlacesComparer Instance { get; } = new();

    /// <inheritdoc/>
    public bool Equals(Place[] x, Place[] y) => x.AsSpan().SequenceEqual(y);

    /// <inheritdoc/>
    public int GetHashCode(Place[] places)
    {
        int hash = places.Length;
        foreach (Place place in places)
        {
            hash = unchecked((hash * 31) + place.GetHashCode());
        }

        return hash;
    }
}
