namespace ConvGen.Analyzers.Naming.Execution.Values;

/// <summary>The subscripts of an element, outermost first.</summary>
/// <remarks>
/// Every sample that is read has one, and nearly none has more than three: these lie in the value itself, without an array.
/// </remarks>
internal readonly struct Place : IEquatable<Place>
{
    private const int Inline = 3;

    private readonly int first;
    private readonly int second;
    private readonly int third;
    private readonly int[]? all;

    /// <summary>One subscript.</summary>
    public Place(int index)
    {
        first = index;
        Rank = 1;
    }

    /// <summary>Two subscripts.</summary>
    public Place(int row, int column)
    {
        first = row;
        second = column;
        Rank = 2;
    }

    /// <summary>Any number of subscripts.</summary>
    public Place(int[] indices)
    {
        Rank = indices.Length;
        first = indices.Length > 0 ? indices[0] : 0;
        second = indices.Length > 1 ? indices[1] : 0;
        third = indices.Length > 2 ? indices[2] : 0;
        all = indices.Length > Inline ? indices : null;
    }

    /// <summary>How many subscripts it has.</summary>
    public int Rank { get; }

    /// <summary>A subscript.</summary>
    public int this[int dimension] =>
        all is not null ? all[dimension]
        : dimension == 0 ? first
        : dimension == 1 ? second
        : third;

    /// <summary>The place in a part, seen from the whole.</summary>
    public Place Within(Place outer) =>
        outer.Rank switch
        {
            0 => this,
            1 when Rank == 1 => new Place(outer.first, first),
            _ => new Place([.. outer.ToArray(), .. ToArray()]),
        };

    /// <summary>The distance to another place with as many subscripts.</summary>
    public int[] Minus(Place other)
    {
        int[] distance = new int[Rank];
        for (int dimension = 0; dimension < distance.Length; dimension++)
        {
            distance[dimension] = this[dimension] - other[dimension];
        }

        return distance;
    }

    /// <summary>The subscripts.</summary>
    public int[] ToArray()
    {
        int[] indices = new int[Rank];
        for (int dimension = 0; dimension < indices.Length; dimension++)
        {
            indices[dimension] = this[dimension];
        }

        return indices;
    }

    /// <summary>Which of two places stands first in row-major order.</summary>
    public int CompareTo(Place other)
    {
        int common = Math.Min(Rank, other.Rank);
        for (int dimension = 0; dimension < common; dimension++)
        {
            if (this[dimension] != other[dimension])
            {
                return this[dimension].CompareTo(other[dimension]);
            }
        }

        return Rank.CompareTo(other.Rank);
    }

    /// <inheritdoc/>
    public bool Equals(Place other) =>
        Rank == other.Rank
        && first == other.first
        && second == other.second
        && third == other.third
        && (all is null || CompareTo(other) == 0);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Place other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        unchecked((((((Rank * 31) + first) * 31) + second) * 31) + third + (all is null ? 0 : all[Inline] * 31));
}
