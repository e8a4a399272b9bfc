using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ConvGen.CodeFixes.Lifting.Nests;

/// <summary>An element that is read from an array or a span.</summary>
/// <param name="Array">The array or span.</param>
/// <param name="Element">The type of its elements.</param>
/// <param name="Index">Its subscripts, outermost first.</param>
/// <param name="Type">The type in which it is used.</param>
/// <param name="Inside">Forms that are at least zero where it is read; elsewhere it counts as zero. Empty where it is always read.</param>
internal sealed record LoopElement(
    ISymbol Array,
    ITypeSymbol Element,
    ImmutableArray<ExactIndex> Index,
    ITypeSymbol Type,
    ImmutableArray<ExactIndex> Inside
);
