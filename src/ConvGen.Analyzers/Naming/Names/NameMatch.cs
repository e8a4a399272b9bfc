namespace ConvGen.Analyzers.Naming.Names;

/// <summary>Words of an identifier that name an operation.</summary>
/// <param name="Word">What they name.</param>
/// <param name="First">The first of them.</param>
/// <param name="Last">The last of them.</param>
internal sealed record NameMatch(OperationWord Word, int First, int Last);
