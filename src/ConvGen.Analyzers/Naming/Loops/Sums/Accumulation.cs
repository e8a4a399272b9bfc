using System.Collections.Immutable;
using ConvGen.Analyzers.Naming.Loops.Elements;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Loops.Sums;

/// <summary>A sum of products of two elements.</summary>
/// <param name="Sum">The operation that adds a product, or the call that sums them.</param>
/// <param name="Product">The product.</param>
/// <param name="First">Its first element.</param>
/// <param name="Second">Its second element.</param>
/// <param name="Targets">The elements that the sum ends in; none where it is returned, or its way is not known.</param>
/// <param name="Taps">The loops that the sum runs over.</param>
/// <param name="Outer">The loops around that start a new sum.</param>
/// <param name="Stores">Where the sum is stored away, for the name that it answers to.</param>
internal sealed record Accumulation(
    IOperation Sum,
    IOperation Product,
    ElementAccess First,
    ElementAccess Second,
    ImmutableArray<ElementAccess> Targets,
    ImmutableArray<IOperation> Taps,
    ImmutableArray<IOperation> Outer,
    ImmutableArray<IOperation> Stores
);
