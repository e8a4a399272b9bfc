using System.Collections.Immutable;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace ConvGen.CodeFixes.Lifting.Nests;

/// <summary>What a nest of loops computes, in the terms of a declaration.</summary>
/// <param name="Source">The parameter with the samples.</param>
/// <param name="Kernel">The parameter with the weights, or null where they are constant.</param>
/// <param name="Target">The parameter or the local that takes the result.</param>
/// <param name="Axes">One or two axes, outermost first.</param>
/// <param name="Mode">Which outputs there are.</param>
/// <param name="Border">What lies outside.</param>
/// <param name="IsReversed">Whether the kernel is applied reversed, which is a convolution; null where it is a single tap.</param>
/// <param name="Weights">The constant weights as written, in row-major order; empty where they come at run time.</param>
/// <param name="Divisor">What the sum is divided by.</param>
/// <param name="Sum">The type of a floating-point sum; null for integers.</param>
internal sealed record LoopSolution(
    IParameterSymbol Source,
    IParameterSymbol? Kernel,
    ISymbol Target,
    ImmutableArray<LiftedAxis> Axes,
    OutputMode Mode,
    BorderMode Border,
    bool? IsReversed,
    ImmutableArray<WrittenWeight> Weights,
    long Divisor,
    ElementType? Sum
)
{
    /// <summary>Whether sizes come as arguments: a flat image.</summary>
    public bool IsFlatImage => Axes.Length == 2 && Source.Type is not IArrayTypeSymbol { Rank: 2 };
}

/// <summary>An axis of the source, and how the kernel moves along it.</summary>
/// <param name="Length">The source's extent.</param>
/// <param name="Outputs">The number of outputs.</param>
/// <param name="Size">The number of taps.</param>
/// <param name="Stride">Samples from one output to the next.</param>
/// <param name="Dilation">Samples from one tap to the next.</param>
/// <param name="Before">Samples that the first window reaches out before the source.</param>
/// <param name="Mode">Which outputs there are; null for a single tap, where all modes agree.</param>
/// <param name="Border">What lies outside; null where no window leaves the source along this axis.</param>
internal sealed record LiftedAxis(
    ExactIndex Length,
    ExactIndex Outputs,
    int Size,
    int Stride,
    int Dilation,
    int Before,
    OutputMode? Mode,
    BorderMode? Border
);

/// <summary>A weight with the text that the generator rounds to the same bits.</summary>
internal sealed record WrittenWeight(string Text, Rational Value);
