using ConvGen.Analyzers.Naming.Loops.Elements;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Loops.Writes;

/// <summary>A place that writes an element.</summary>
/// <param name="Place">The assignment.</param>
/// <param name="Element">The element.</param>
/// <param name="Value">What is written; the assignment itself where it is not a value that was read.</param>
internal sealed record ElementWrite(IOperation Place, ElementAccess Element, IOperation Value);
