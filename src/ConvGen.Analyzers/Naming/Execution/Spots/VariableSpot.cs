using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Execution.Spots;

/// <summary>A local or a parameter.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Frame">Where it lives.</param>
internal sealed record VariableSpot(ISymbol Variable, Frame Frame) : Spot;
