using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Loops.Writes;

/// <summary>A place that writes a variable.</summary>
/// <param name="Operation">The place.</param>
/// <param name="Kind">How.</param>
/// <param name="Value">The new value, or what is added; null for 1.</param>
/// <param name="Sign">-1 where the value is subtracted.</param>
internal sealed record VariableWrite(IOperation Operation, WriteKind Kind, IOperation? Value = null, int Sign = 1);
