using ConvGen.Generator.Model;

namespace ConvGen.Generator.Tests.Lowering;

/// <summary>Sums that a program stores.</summary>
/// <param name="Place">Where its results begin, in elements of the destination.</param>
/// <param name="Element">The type of the sums.</param>
/// <param name="Sums">The vectors.</param>
internal sealed record StoredSums(long Place, ElementType Element, Lane[][] Sums);
