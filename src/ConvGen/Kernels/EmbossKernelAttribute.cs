using System;

namespace ConvGen;

/// <summary>Embossing: the image plus its slope in one direction, as if lit from there.</summary>
/// <remarks>
/// <para>Formula: a 1 in the middle, and around it 2 in the direction, 1 beside that, 0 at right angles, and the opposites behind: <c>-2 -1
/// 0; -1 1 1; 0 1 2</c> for
/// <see cref="ConvGen.Direction.SouthEast"/>, as applied. Sums to 1. Source: the emboss matrix of GIMP's manual (Convolution Matrix),
/// turned.</para>
/// <para>Direction: brighter where samples grow in the direction, under either operation; with <see cref="ConvGen.Direction.East"/> the
/// samples <c>1 2 3</c>, in like rows, give 10 in the middle
/// and <c>3 2 1</c> give -6.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class EmbossKernelAttribute : KernelSourceAttribute
{
    /// <summary>An embossing kernel.</summary>
    /// <param name="direction">The direction in which samples grow where the result is brighter.</param>
    public EmbossKernelAttribute(Direction direction) => Direction = direction;

    /// <summary>The direction in which samples grow where the result is brighter.</summary>
    public Direction Direction { get; }
}
