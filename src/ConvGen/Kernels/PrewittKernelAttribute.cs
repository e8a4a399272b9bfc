using System;

namespace ConvGen;

/// <summary>The Prewitt operator: a derivative along one axis, smoothed along the other.</summary>
/// <remarks>
/// <para>Formula: the difference <c>-1 0 1</c> along the axis times <c>1 1 1</c> across it, in whole numbers: a slope of 1 a sample gives
/// 6. For
/// <see cref="ConvGen.Axis.Columns"/> that is <c>-1 0 1; -1 0 1; -1 0 1</c>, as applied. Source: <c>scipy.ndimage.prewitt</c>.</para>
/// <para>Direction: positive where samples grow with the index, under either operation: the weights are mirrored for <c>[Convolution]</c>.
/// Along the axis, the samples <c>1 2 3</c> give
/// a positive middle (with like rows 6), and <c>3 2 1</c> a negative one.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class PrewittKernelAttribute : KernelSourceAttribute
{
    /// <summary>The derivative along an axis.</summary>
    /// <param name="axis">The axis along which samples grow where the result is positive: with <see cref="ConvGen.Axis.Columns"/>, from
    /// left to right.</param>
    public PrewittKernelAttribute(Axis axis) => Axis = axis;

    /// <summary>The axis along which the derivative is taken.</summary>
    public Axis Axis { get; }
}
