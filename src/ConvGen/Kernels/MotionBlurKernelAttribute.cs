using System;

namespace ConvGen;

/// <summary>The blur of a camera that moves evenly along a line.</summary>
/// <remarks>
/// <para>Formula: a weight is the length of that part of a straight line, centred on the middle sample, that lies within the sample's
/// square of side 1, over the line's length. Sums to 1.
/// Source: the closed form of the line's integral. Units: samples and degrees.</para>
/// <para>Direction: symmetric about the middle. Angle 0 runs along a row, 90 along a column, and between them the line rises to the right:
/// up to 90 it goes from the lower left to the
/// upper right. Length 3 and angle 0 make <c>(1 1 1) / 3</c>: the samples <c>3 6 9</c> give 6.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class MotionBlurKernelAttribute : KernelSourceAttribute
{
    /// <summary>A blur along a line.</summary>
    /// <param name="length">The line's length in samples; above 0.</param>
    /// <param name="angle">The line's angle in degrees, from the row's direction and counter-clockwise.</param>
    public MotionBlurKernelAttribute(double length, double angle)
    {
        Length = length;
        Angle = angle;
    }

    /// <summary>The line's length in samples.</summary>
    public double Length { get; }

    /// <summary>The line's angle in degrees, counter-clockwise.</summary>
    public double Angle { get; }
}
