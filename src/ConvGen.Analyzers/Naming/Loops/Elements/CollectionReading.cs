using System.Collections.Immutable;
using ConvGen.Analyzers.Naming.Loops.Subscripts;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Loops.Elements;

/// <summary>What a collection is a part of: a row, a slice, a reversed sequence.</summary>
/// <param name="Collection">The whole.</param>
/// <param name="Outer">The subscripts that chose the part.</param>
/// <param name="OuterSubscripts">Where they stand.</param>
/// <param name="Start">Where the part begins.</param>
/// <param name="Direction">1, -1 where it runs backwards, 0 where it is not understood.</param>
internal sealed record CollectionReading(
    IOperation Collection,
    ImmutableArray<IndexValue> Outer,
    ImmutableArray<SyntaxNode> OuterSubscripts,
    IndexPolynomial Start,
    int Direction
);
