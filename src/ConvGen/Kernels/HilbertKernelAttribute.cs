using System;

namespace ConvGen;

/// <summary>A Hilbert transformer: it delays every frequency by a quarter of its period, so that a cosine becomes a sine.</summary>
/// <remarks>
/// <para>Formula: the response to a pulse is <c>2 / (pi k)</c> for odd distances k and 0 for even ones, times the window. Source: A. V.
/// Oppenheim, R. W. Schafer, Discrete-Time Signal Processing, on Hilbert
/// transformers by windows; windows as in <c>scipy.signal.get_window</c>. Units: samples.</para>
/// <para>Direction: <c>cos</c> becomes <c>sin</c>, under either operation, as the imaginary part of <c>scipy.signal.hilbert</c> does: the
/// result is negative where samples grow, so that <c>1 2 3</c> gives a negative middle.
/// It lies on the middle tap; the signal that belongs to it is the source itself.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class HilbertKernelAttribute : KernelSourceAttribute
{
    /// <summary>A Hilbert transformer.</summary>
    /// <param name="taps">Number of taps; odd, 3 or more. More reach lower frequencies.</param>
    public HilbertKernelAttribute(int taps) => Taps = taps;

    /// <summary>Number of taps.</summary>
    public int Taps { get; }

    /// <summary>The window. Default: <see cref="WindowFunction.Hamming"/>.</summary>
    public WindowFunction Window { get; set; }

    /// <summary>The parameter of <see cref="WindowFunction.Kaiser"/>, and only of that: 0 or more.</summary>
    public double Beta { get; set; }

    /// <summary>
    /// The axis of the image that the kernel lies along. To be written on a signature of two axes, and for a factor of
    /// <see cref="SeparableKernelAttribute"/>; a signal has only one axis.
    /// </summary>
    public Axis Axis { get; set; }
}
