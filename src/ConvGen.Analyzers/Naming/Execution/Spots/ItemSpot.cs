using ConvGen.Analyzers.Naming.Execution.Values;

namespace ConvGen.Analyzers.Naming.Execution.Spots;

/// <summary>An item of a list.</summary>
/// <param name="List">The list.</param>
/// <param name="Index">Where it stands.</param>
internal sealed record ItemSpot(Sequence List, int Index) : Spot;
