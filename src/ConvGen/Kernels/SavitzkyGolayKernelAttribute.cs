using System;

namespace ConvGen;

/// <summary>
/// A Savitzky-Golay filter: the value in the middle, or a derivative there, of the polynomial that fits a window of samples best.
/// </summary>
/// <remarks>
/// <para>Formula: the least-squares fit of a polynomial of the given order, in exact fractions; a derivative is divided by the spacing as
/// often as it is taken. Source:
/// <c>scipy.signal.savgol_coeffs</c> with <c>use="dot"</c>. Units: taps, and those of <see cref="Spacing"/>.</para>
/// <para>Direction: an odd derivative is positive where samples grow with the index, under either operation: with window 3, order 1 and
/// derivative 1 the samples <c>1 2 3</c> give 1, and
/// <c>3 2 1</c> give -1. Even ones are symmetric.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class SavitzkyGolayKernelAttribute : KernelSourceAttribute
{
    /// <summary>A Savitzky-Golay filter.</summary>
    /// <param name="window">Taps; an odd number.</param>
    /// <param name="order">Degree of the polynomial; below <paramref name="window"/>.</param>
    public SavitzkyGolayKernelAttribute(int window, int order)
    {
        Window = window;
        Order = order;
    }

    /// <summary>Taps.</summary>
    public int Window { get; }

    /// <summary>Degree of the polynomial.</summary>
    public int Order { get; }

    /// <summary>Which derivative is computed; at most <see cref="Order"/>. Default: 0, the smoothed sample.</summary>
    public int Derivative { get; set; }

    /// <summary>The distance of two samples, in the unit that derivatives are taken by. Default: 1.</summary>
    public double Spacing { get; set; } = 1;

    /// <summary>
    /// The axis of the image that the kernel lies along. To be written on a signature of two axes, and for a factor of
    /// <see cref="SeparableKernelAttribute"/>; a signal has only one axis.
    /// </summary>
    public Axis Axis { get; set; }
}
