using System;

namespace ConvGen;

/// <summary>A central finite difference: a derivative that is exact for polynomials.</summary>
/// <remarks>
/// <para>Formula: the only weights on <c>2 floor((derivative + 1) / 2) - 1 + accuracy</c> taps that give the derivative of every polynomial
/// of a degree below their number exactly, in exact fractions; the error falls with
/// the spacing's power <c>accuracy</c>. Source: B. Fornberg, Generation of Finite Difference Formulas on Arbitrarily Spaced Grids,
/// Mathematics of Computation 51 (1988). Units: those of <see cref="Spacing"/>.</para>
/// <para>Direction: an odd derivative is positive where samples grow with the index, under either operation: derivative 1 with accuracy 2
/// makes <c>(-1 0 1) / 2</c>, the samples
/// <c>1 2 3</c> give 1, and <c>3 2 1</c> give -1.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class FiniteDifferenceKernelAttribute : KernelSourceAttribute
{
    /// <summary>A central finite difference.</summary>
    /// <param name="derivative">Which derivative; 1 or more.</param>
    /// <param name="accuracy">Order of the error in the spacing; an even number, 2 or more.</param>
    public FiniteDifferenceKernelAttribute(int derivative, int accuracy)
    {
        Derivative = derivative;
        Accuracy = accuracy;
    }

    /// <summary>Which derivative.</summary>
    public int Derivative { get; }

    /// <summary>Order of the error in the spacing.</summary>
    public int Accuracy { get; }

    /// <summary>The distance of two samples. Default: 1.</summary>
    public double Spacing { get; set; } = 1;

    /// <summary>
    /// The axis of the image that the kernel lies along. To be written on a signature of two axes, and for a factor of
    /// <see cref="SeparableKernelAttribute"/>; a signal has only one axis.
    /// </summary>
    public Axis Axis { get; set; }
}
