using System.Collections.Immutable;
using ConvGen.Analyzers.Naming.Execution.Values;
using ConvGen.Analyzers.Naming.Weights;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Execution.Concluding;

/// <summary>What a run shows of one result.</summary>
/// <param name="IsOpposite">Whether the indices run opposite ways in both arrays, as in a convolution.</param>
/// <param name="Symmetry">How the weights behave that were seen.</param>
/// <param name="Source">The array that slides.</param>
/// <param name="Kernel">The other one.</param>
/// <param name="Term">One of the products.</param>
/// <param name="Axes">How many axes it slides over.</param>
internal sealed record Direction(
    bool IsOpposite,
    Symmetry Symmetry,
    Store Source,
    Store Kernel,
    SampleTerm Term,
    int Axes,
    TapFit? Example = null
)
{
    /// <summary>The results that have all taps.</summary>
    public HashSet<Place> Whole { get; init; } = [];

    /// <summary>The tap of a product.</summary>
    public Sample Tap => Term.First.Array == Kernel ? Term.First : Term.Second!;

    /// <summary>Whether another result says the same.</summary>
    public bool IsLike(Direction other) => IsOpposite == other.IsOpposite;
}
