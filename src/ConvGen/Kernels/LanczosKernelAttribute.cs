using System;

namespace ConvGen;

/// <summary>
/// A Lanczos kernel, as images and signals are resampled with: a sine over its argument under the middle lobe of a wider one.
/// </summary>
/// <remarks>
/// <para>Formula: <c>L((k - shift) / scale) / sum</c> at whole k, with <c>L(x) = sinc(x) sinc(x / a)</c> for <c>|x| &lt; a</c> and 0
/// elsewhere, and <c>sinc(x) = sin(pi x) / (pi x)</c>. Sums to 1. Source: C. E. Duchon, Lanczos Filtering in One and Two
/// Dimensions, Journal of Applied Meteorology 18 (1979); <c>PIL.Image.LANCZOS</c> has <c>a = 3</c>. Units: samples.</para>
/// <para>Direction: symmetric, and with a <see cref="Shift"/> the value that much after the sample, under either operation: with <c>Scale =
/// 1, Shift = 0.5</c> the samples <c>1 2 3</c> give about 2.5 in the middle.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class LanczosKernelAttribute : KernelSourceAttribute
{
    /// <summary>A Lanczos kernel.</summary>
    /// <param name="a">Lobes on each side; 1 or more, mostly 2 or 3.</param>
    public LanczosKernelAttribute(int a) => A = a;

    /// <summary>Lobes on each side.</summary>
    public int A { get; }

    /// <summary>
    /// How many samples become one: 1 or more. Default: 2, for a result at half the rate with <c>Stride = 2</c>. At 1 and without a shift,
    /// the kernel is the identity.
    /// </summary>
    public double Scale { get; set; } = 2;

    /// <summary>How far after a sample the result lies, in samples: from 0 to less than 1. Default: 0.</summary>
    public double Shift { get; set; }

    /// <summary>
    /// The axis of the image that the kernel lies along. To be written on a signature of two axes, and for a factor of
    /// <see cref="SeparableKernelAttribute"/>; a signal has only one axis.
    /// </summary>
    public Axis Axis { get; set; }
}
