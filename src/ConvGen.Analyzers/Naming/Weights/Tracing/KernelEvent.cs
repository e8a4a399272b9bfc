using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Weights.Tracing;

/// <summary>Something that happens to a variable with weights.</summary>
/// <param name="Kind">What.</param>
/// <param name="Operation">Where.</param>
/// <param name="Value">The weights, or the weight, that are written; null where they are not an operation.</param>
/// <param name="Axes">The reversed axes.</param>
internal sealed record KernelEvent(KernelEventKind Kind, IOperation Operation, IOperation? Value = null, AxisFlips Axes = AxisFlips.None);
