using System;

namespace ConvGen;

/// <summary>A Gaussian, or a derivative of one, with the weights of <c>scipy.ndimage.gaussian_filter</c>.</summary>
/// <remarks>
/// <para>Formula: <c>g(x) = exp(-x^2 / (2 sigma^2)) / sum</c> on each axis, for whole x from <c>-radius</c> to <c>radius</c>, with
/// <c>radius = floor(truncate sigma + 1/2)</c>; order 1 is <c>x / sigma^2 g(x)</c> and order 2 is <c>(x^2 - sigma^2) / sigma^4 g(x)</c>.
/// The kernel is the product of both axes.</para>
/// <para>Source: <c>scipy.ndimage.gaussian_filter</c>; with <see cref="Radius"/> also <c>cv2.getGaussianKernel</c>. Units: samples.</para>
/// <para>Direction: a derivative of order 1 is positive where samples grow with the index, under either operation: with <c>OrderColumns =
/// 1</c> the samples
/// <c>1 2 3</c> give a positive middle, and <c>3 2 1</c> a negative one. Even orders are symmetric.</para>
/// <para>On a signature of one axis the Gaussian has one axis, that of columns; on a volume it has three, alike. For integer results the
/// weights are quantised; see the generated header.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class GaussianKernelAttribute : KernelSourceAttribute
{
    /// <summary>A Gaussian whose standard deviations are given by <see cref="SigmaRows"/> and <see cref="SigmaColumns"/>.</summary>
    public GaussianKernelAttribute() { }

    /// <summary>A Gaussian as wide on all axes.</summary>
    /// <param name="sigma">The standard deviation in samples; above 0.</param>
    public GaussianKernelAttribute(double sigma) => Sigma = sigma;

    /// <summary>The standard deviation in samples.</summary>
    public double Sigma { get; }

    /// <summary>
    /// The standard deviation down the columns, from row to row, in place of that for all axes. 0: nothing is done on this axis.
    /// </summary>
    public double SigmaRows { get; set; }

    /// <summary>
    /// The standard deviation along the rows, from column to column, in place of that for all axes. 0: nothing is done on this axis.
    /// </summary>
    public double SigmaColumns { get; set; }

    /// <summary>
    /// After how many standard deviations the Gaussian is cut off. Default: 4, as in SciPy. Not together with <see cref="Radius"/>.
    /// </summary>
    public double Truncate { get; set; } = 4;

    /// <summary>Taps on each side of the middle one, on all axes, instead of <see cref="Truncate"/>.</summary>
    public int Radius { get; set; }

    /// <summary>Order of the derivative with respect to the row index: 0, 1 or 2. Default: 0.</summary>
    public int OrderRows { get; set; }

    /// <summary>Order of the derivative with respect to the column index: 0, 1 or 2. Default: 0.</summary>
    public int OrderColumns { get; set; }
}
