using ConvGen.Generator.Model;

namespace ConvGen.Generator.Planning.Shape;

/// <summary>The size of cache lines, in which vectors should not lie in two.</summary>
internal static class CacheLines
{
    public const int Bytes = 64;

    /// <summary>Elements that a cache line holds: as many more must an array have, to begin at one wherever it lies.</summary>
    public static int Elements(ElementType type) => Bytes / type.Size();
}
