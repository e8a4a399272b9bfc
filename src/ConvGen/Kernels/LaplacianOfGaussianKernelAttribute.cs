using System;

namespace ConvGen;

/// <summary>The Laplacian of a Gaussian, a detector of blobs, with the weights of <c>scipy.ndimage.gaussian_laplace</c>.</summary>
/// <remarks>
/// <para>Formula: <c>g2(row) g(column) + g(row) g2(column)</c>, with the Gaussian g and its second derivative g2 as in
/// <see cref="GaussianKernelAttribute"/>. Sums nearly to 0.
/// Source: <c>scipy.ndimage.gaussian_laplace</c>. Units: samples.</para>
/// <para>Direction: positive at samples that are darker than those around them: the samples <c>3 1 3</c> give a positive middle. On a
/// signature of one axis it is g2 alone.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class LaplacianOfGaussianKernelAttribute : KernelSourceAttribute
{
    /// <summary>The Laplacian of a Gaussian.</summary>
    /// <param name="sigma">The standard deviation in samples; above 0.</param>
    public LaplacianOfGaussianKernelAttribute(double sigma) => Sigma = sigma;

    /// <summary>The standard deviation in samples.</summary>
    public double Sigma { get; }

    /// <summary>After how many standard deviations the Gaussian is cut off. Default: 4. Not together with <see cref="Radius"/>.</summary>
    public double Truncate { get; set; } = 4;

    /// <summary>Taps on each side of the middle one, instead of <see cref="Truncate"/>.</summary>
    public int Radius { get; set; }
}
