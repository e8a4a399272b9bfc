using ConvGen.Analyzers.Naming.Execution.Values;

namespace ConvGen.Analyzers.Naming.Execution.Spots;

/// <summary>An element of an array; also what a pointer or a reference is.</summary>
/// <param name="Array">The array.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record ElementSpot(Store Array, Place Place) : Spot
{
    /// <summary>The element so many further in the order in which they lie in memory.</summary>
    public ElementSpot Moved(int distance)
    {
        if (Place.Rank == 1)
        {
            return this with { Place = new Place(Place[0] + distance) };
        }

        int flat = 0;
        for (int dimension = 0; dimension < Place.Rank; dimension++)
        {
            flat = (flat * Array.Extents[dimension]) + Place[dimension];
        }

        flat += distance;
        int[] indices = new int[Place.Rank];
        for (int dimension = Place.Rank - 1; dimension > 0; dimension--)
        {
            indices[dimension] = flat % Array.Extents[dimension];
            flat /= Array.Extents[dimension];
        }

        indices[0] = flat;
        return this with { Place = new Place(indices) };
    }

    /// <summary>How far it lies behind another one.</summary>
    public int DistanceTo(ElementSpot other) => Place[Place.Rank - 1] - other.Place[other.Place.Rank - 1];
}
