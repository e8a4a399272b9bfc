using System.Collections.Immutable;
using ConvGen.Analyzers.Naming.Loops.Subscripts;
using ConvGen.Analyzers.Naming.Loops.Sums;
using ConvGen.Analyzers.Naming.Names;
using ConvGen.Analyzers.Naming.Weights;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Loops;

/// <summary>A hand-written sum of products whose directions are proven.</summary>
/// <param name="Accumulation">The operation that adds a product, or the call that sums them.</param>
/// <param name="Product">The product.</param>
/// <param name="SourceName">How the source is called in source.</param>
/// <param name="KernelName">How the kernel is called in source.</param>
/// <param name="KernelAccess">The kernel's subscripted access.</param>
/// <param name="Kernel">Where the kernel comes from, and whether it was reversed first; never of unknown orientation.</param>
/// <param name="Axes">Its spatial axes, outermost first: one or two.</param>
/// <param name="Claim">The name that its result answers to, which says an operation.</param>
internal sealed record LoopReading(
    IOperation Accumulation,
    IOperation Product,
    string SourceName,
    string KernelName,
    SyntaxNode KernelAccess,
    KernelReading Kernel,
    ImmutableArray<TapAxis> Axes,
    NameClaim Claim
);
