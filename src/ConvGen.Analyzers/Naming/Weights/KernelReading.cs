using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Weights;

/// <summary>What is known about a kernel where it is used.</summary>
/// <param name="Symmetry">How its weights behave under reversal.</param>
/// <param name="Orientation">Whether it was reversed on the way.</param>
/// <param name="Symbol">The local, parameter, field or property that the weights come from, where one has a name.</param>
/// <param name="Literal">The initialiser with the weights, where it stands in source: braces, brackets, or the argument list that holds
/// them one by one.</param>
/// <param name="Values">The weights, as written, in row-major order, where they are constant.</param>
/// <param name="Shape">Its extents, outermost first, where they are known.</param>
/// <param name="Reversals">The operations that reverse it, in the order in which they run.</param>
internal sealed record KernelReading(
    Symmetry Symmetry,
    Orientation Orientation,
    ISymbol? Symbol,
    SyntaxNode? Literal,
    ImmutableArray<double>? Values,
    ImmutableArray<int>? Shape,
    ImmutableArray<IOperation> Reversals
)
{
    /// <summary>Nothing is known.</summary>
    public static KernelReading Unknown { get; } =
        new(Symmetry.Unknown, Orientation.Unknown, null, null, null, null, ImmutableArray<IOperation>.Empty);
}
