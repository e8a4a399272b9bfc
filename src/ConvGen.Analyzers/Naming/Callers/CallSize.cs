using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Callers;

/// <summary>What a caller says about sizes.</summary>
/// <param name="Integers">The parameters that it gives constants.</param>
/// <param name="Extents">The parameters that it gives arrays of constant extents.</param>
internal sealed record CallSize(
    ImmutableDictionary<IParameterSymbol, int> Integers,
    ImmutableDictionary<IParameterSymbol, ImmutableArray<int>> Extents
);
