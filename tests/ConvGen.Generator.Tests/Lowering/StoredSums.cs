using ConvGen.Generator.Model;

namespace ConvGen.Generator.Tests.Lowering;

/// <summary>Sums that a program stores.</summary>
/// <param name="Place">Where its results begin, in elements of the destination.</param>
/// <param name="Element">The type of the sums.</param>
/// <param name="Sums">The vectors.</param>
internal sealed record StoredSums(long Place, ElementType Element, Lane[][] Sums)
{
    /// <summary>Where the samples lie that are stored instead of results, in elements of the source; null where there are none.</summary>
    public long? Kept { get; init; }

    /// <summary>
    /// Where the mask lies that chooses them, in bytes of the table; null where it is a constant that begins with a pixel.
    /// </summary>
    public long? Mask { get; init; }
}
