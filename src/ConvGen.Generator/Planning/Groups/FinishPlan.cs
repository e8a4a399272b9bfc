using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Planning.Groups;

/// <summary>How the results of kernels become those that are stored: in which type they are combined, and how they are rounded.</summary>
/// <param name="Inputs">The type of each kernel's results.</param>
/// <param name="Whole">The integer type in which whole results are combined and limited; null where they are combined as floating-point
/// numbers.</param>
/// <param name="Floating">The floating-point type in which they are combined, scaled and rounded; null where they stay whole.</param>
internal sealed record FinishPlan(ElementType Inputs, ElementType? Whole, ElementType? Floating)
{
    /// <summary>The smallest and the largest value that whole results are combined to; null for others.</summary>
    public SumRange? Range { get; init; }

    /// <summary>
    /// Whether a root is so small that single precision, with one half added and cut off, is exact for every value that the destination
    /// holds.
    /// </summary>
    public bool HasSmallRoots { get; init; }

    /// <summary>Why there is no vector code, or null.</summary>
    public string? ScalarReason { get; init; }

    /// <summary>The type of the lanes of vectors.</summary>
    public ElementType Lanes => Floating ?? Whole!.Value;
}
