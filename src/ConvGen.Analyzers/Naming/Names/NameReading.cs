using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.Analyzers.Naming.Names;

/// <summary>What an identifier says.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Start">Where the word begins in the identifier.</param>
/// <param name="Length">The length of the word.</param>
/// <param name="IsExplicit">Whether a correlation is said to be one of signals: <c>xcorr</c>, <c>CrossCorrelate</c>.</param>
internal readonly record struct NameReading(OperationKind Operation, int Start, int Length, bool IsExplicit);
