using System;

namespace ConvGen;

/// <summary>A mean of neighbouring samples.</summary>
/// <remarks>
/// <para>Formula: n weights of <c>1 / n</c>, exactly. Source: <c>scipy.ndimage.uniform_filter1d</c>. Units: samples.</para>
/// <para>Direction: symmetric; the samples <c>3 6 9</c> give 6 in the middle. Of an even number of taps, number <c>n / 2</c> lies on the
/// output sample.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class MovingAverageKernelAttribute : KernelSourceAttribute
{
    /// <summary>A mean.</summary>
    /// <param name="n">Number of samples; 1 or more.</param>
    public MovingAverageKernelAttribute(int n) => N = n;

    /// <summary>Number of samples.</summary>
    public int N { get; }

    /// <summary>
    /// The axis of the image that the kernel lies along. To be written on a signature of two axes, and for a factor of
    /// <see cref="SeparableKernelAttribute"/>; a signal has only one axis.
    /// </summary>
    public Axis Axis { get; set; }
}
