using ConvGen.Generator.Model;

namespace ConvGen.Generator.Planning.Shape;

/// <summary>The size of cache lines, in two of which a vector should not lie, and where they go in a first-level cache.</summary>
internal static class CacheLines
{
    public const int Bytes = 64;

    /// <summary>Sets of a first-level cache of 32 KB in eight ways, or of 48 KB in twelve.</summary>
    private const int FirstLevelSets = 64;

    /// <summary>Elements that a cache line holds: as many more must an array have, to begin at one wherever it lies.</summary>
    public static int Elements(ElementType type) => Bytes / type.Size();

    /// <summary>How many sets of the first-level cache lines fall into that lie so many bytes apart.</summary>
    public static long Sets(long bytes)
    {
        long lines = bytes / Bytes;
        return bytes % Bytes != 0 || lines == 0 ? FirstLevelSets : Math.Max(1, FirstLevelSets / (lines & -lines));
    }
}
