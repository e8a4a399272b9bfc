using System;

namespace ConvGen;

/// <summary>A low-pass, high-pass, band-pass or band-stop filter of linear phase, with the weights of <c>scipy.signal.firwin</c>.</summary>
/// <remarks>
/// <para>Formula: the ideal response's sines over their arguments, <c>f sinc(f m)</c> with <c>m = n - (taps - 1) / 2</c> and f the cut-off
/// over half the sample rate, added and subtracted for the bands, times
/// the window, divided so that the gain is 1 in the middle of the first pass-band (see <see cref="FilterResponse"/>). Source:
/// <c>scipy.signal.firwin</c>. Units: those of <see cref="SampleRate"/>.</para>
/// <para>Direction: symmetric, so the same under either operation: a low-pass of 3 taps gives the middle one of the samples <c>1 2 3</c>.
/// An even number of taps delays by half a sample.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class WindowedSincKernelAttribute : KernelSourceAttribute
{
    /// <summary>A filter with one cut-off: a low-pass, unless <see cref="Response"/> says high-pass.</summary>
    /// <param name="taps">Number of taps; odd for a high-pass.</param>
    /// <param name="cutoff">The frequency at which the amplitude is about half; between 0 and half the sample rate.</param>
    public WindowedSincKernelAttribute(int taps, double cutoff)
    {
        Taps = taps;
        Low = cutoff;
    }

    /// <summary>A filter with two cut-offs: a band-pass, unless <see cref="Response"/> says band-stop.</summary>
    /// <param name="taps">Number of taps; odd for a band-stop.</param>
    /// <param name="low">The lower cut-off; above 0.</param>
    /// <param name="high">The upper cut-off; below half the sample rate.</param>
    public WindowedSincKernelAttribute(int taps, double low, double high)
    {
        Taps = taps;
        Low = low;
        High = high;
    }

    /// <summary>Number of taps.</summary>
    public int Taps { get; }

    /// <summary>The only or the lower cut-off.</summary>
    public double Low { get; }

    /// <summary>The upper cut-off of two.</summary>
    public double High { get; }

    /// <summary>
    /// Which frequencies pass. Default: <see cref="FilterResponse.LowPass"/> with one cut-off, <see cref="FilterResponse.BandPass"/> with
    /// two.
    /// </summary>
    public FilterResponse Response { get; set; }

    /// <summary>
    /// The sample rate, in the unit of the cut-offs. Default: 2, as in SciPy, with which cut-offs are shares of half the sample rate.
    /// </summary>
    public double SampleRate { get; set; } = 2;

    /// <summary>The window. Default: <see cref="WindowFunction.Hamming"/>.</summary>
    public WindowFunction Window { get; set; }

    /// <summary>
    /// The parameter of <see cref="WindowFunction.Kaiser"/>, and only of that: 0 or more. About 5 for side lobes of -53 dB, 8.6 for -90 dB.
    /// </summary>
    public double Beta { get; set; }

    /// <summary>
    /// The axis of the image that the kernel lies along. To be written on a signature of two axes, and for a factor of
    /// <see cref="SeparableKernelAttribute"/>; a signal has only one axis.
    /// </summary>
    public Axis Axis { get; set; }
}
