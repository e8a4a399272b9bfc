using System;

namespace ConvGen;

/// <summary>A mean over a disk, the blur of a lens that is out of focus.</summary>
/// <remarks>
/// <para>Formula: a weight is the area that a circle about the middle covers of the sample's square of side 1, over the circle's area. Sums
/// to 1. Source: the closed form of the
/// circle's integral, as in MATLAB's <c>fspecial('disk')</c>. Units: samples.</para>
/// <para>Direction: symmetric; the samples <c>3 6 9</c>, in like rows, give 6 in the middle.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class DiskKernelAttribute : KernelSourceAttribute
{
    /// <summary>A disk.</summary>
    /// <param name="radius">The circle's radius in samples, measured from the middle of the middle sample; above 0.</param>
    public DiskKernelAttribute(double radius) => Radius = radius;

    /// <summary>The circle's radius in samples.</summary>
    public double Radius { get; }
}
