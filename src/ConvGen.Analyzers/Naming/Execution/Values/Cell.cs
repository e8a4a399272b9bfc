namespace ConvGen.Analyzers.Naming.Execution.Values;

/// <summary>An element of a result.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Sum">Its products.</param>
internal sealed record Cell(Place Place, Number Sum);
