using ConvGen.Analyzers.Naming.Loops.Subscripts;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Loops.Elements;

/// <summary>Where a pointer points.</summary>
/// <param name="Collection">What it points into: the pinned array, or the pointer where that is not known.</param>
/// <param name="Place">How far from its beginning.</param>
internal sealed record PointerReading(IOperation Collection, IndexValue Place);
