namespace ConvGen.Analyzers.Naming.Execution;

/// <summary>The subscripts of an element, outermost first.</summary>
/// <param name="indices">The subscripts.</param>
internal readonly struct Place(params int[] indices) : IEquatable<Place>
{
    private readonly int[] indices = indices;

    /// <summary>How many subscripts it has.</summary>
    public int Rank => indices.Length;

    /// <summary>A subscript.</summary>
    public int this[int dimension] => indices[dimension];

    /// <summary>The place in a part, seen from the whole.</summary>
    public Place Within(Place outer) => outer.Rank == 0 ? this : new Place([.. outer.ToArray(), .. indices]);

    /// <summary>The distance to another place with as many subscripts.</summary>
    public int[] Minus(Place other)
    {
        int[] distance = new int[indices.Length];
        for (int dimension = 0; dimension < distance.Length; dimension++)
        {
            distance[dimension] = indices[dimension] - other[dimension];
        }

        return distance;
    }

    /// <summary>The subscripts.</summary>
    public int[] ToArray() => indices;

    /// <summary>Which of two places stands first in row-major order.</summary>
    public int CompareTo(Place other)
    {
        for (int dimension = 0; dimension < Math.Min(indices.Length, other.Rank); dimension++)
        {
            if (indices[dimension] != other[dimension])
            {
                return indices[dimension].CompareTo(other[dimension]);
            }
        }

        return indices.Length.CompareTo(other.Rank);
    }

    /// <inheritdoc/>
    public bool Equals(Place other) => CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Place other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        int hash = indices.Length;
        foreach (int index in indices)
        {
            hash = unchecked((hash * 31) + index);
        }

        return hash;
    }
}
