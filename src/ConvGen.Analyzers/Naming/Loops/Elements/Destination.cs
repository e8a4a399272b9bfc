using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Loops.Elements;

/// <summary>Where a sum goes.</summary>
/// <param name="Taps">The loops that it runs over.</param>
/// <param name="Targets">The elements that it ends in.</param>
/// <param name="Stores">Where it is stored away.</param>
internal sealed record Destination(
    ImmutableArray<IOperation> Taps,
    ImmutableArray<ElementAccess> Targets,
    ImmutableArray<IOperation> Stores
);
