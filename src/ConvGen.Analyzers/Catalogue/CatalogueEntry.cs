using System.Collections.Immutable;

namespace ConvGen.Analyzers.Catalogue;

/// <summary>What a method computes at one call, and from where that is known.</summary>
/// <param name="Operation">What it computes.</param>
/// <param name="Use">What kind of method it is.</param>
/// <param name="Kernel">
/// The name of the parameter, or of a constructed object's property, that takes the kernel; null where it takes none. Two names split by
/// <c>|</c> take the factors of a separable kernel.
/// </param>
/// <param name="Anchor">The name of the parameter that places the kernel; null where there is none.</param>
/// <param name="Sibling">The member of the same type that computes the other operation, or <c>parameter=value</c> where an argument
/// decides.</param>
/// <param name="Deviation">How the result differs from the operation proper, as a clause that follows "it"; null where it does not.</param>
/// <param name="Origin">Where this is known from: <c>catalogue</c>, a file, an assembly, or the attribute on the method.</param>
/// <param name="Weights">The weights row by row, as written, where the declaration itself has them: <c>[Kernel]</c>.</param>
/// <param name="Shape">The extents of the kernel, outermost first, where the declaration itself has them.</param>
internal sealed record CatalogueEntry(
    ComputedOperation Operation,
    CatalogueUse Use,
    string? Kernel,
    string? Anchor,
    string? Sibling,
    string? Deviation,
    string Origin,
    ImmutableArray<double>? Weights = null,
    ImmutableArray<int>? Shape = null
);
