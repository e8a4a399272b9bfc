using System;

namespace ConvGen;

/// <summary>A narrow Gaussian less a wide one: a band-pass that keeps what is between both in size.</summary>
/// <remarks>
/// <para>Formula: <c>g(narrow) - g(wide)</c>, each as in <see cref="GaussianKernelAttribute"/> with a radius of its own. Sums to 0. Source:
/// <c>skimage.filters.difference_of_gaussians</c>,
/// which is the difference of two calls of <c>scipy.ndimage.gaussian_filter</c>. Units: samples.</para>
/// <para>Direction: positive at samples that are brighter than those around them: the samples <c>1 3 1</c> give a positive middle.</para>
/// <para>On a signature of one axis both Gaussians have one axis.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class DifferenceOfGaussiansKernelAttribute : KernelSourceAttribute
{
    /// <summary>A difference of two Gaussians.</summary>
    /// <param name="narrow">The standard deviation of the Gaussian that counts as positive, in samples; above 0.</param>
    /// <param name="wide">The standard deviation of the Gaussian that is taken away; above <paramref name="narrow"/>.</param>
    public DifferenceOfGaussiansKernelAttribute(double narrow, double wide)
    {
        Narrow = narrow;
        Wide = wide;
    }

    /// <summary>The smaller standard deviation.</summary>
    public double Narrow { get; }

    /// <summary>The larger standard deviation.</summary>
    public double Wide { get; }

    /// <summary>After how many standard deviations each Gaussian is cut off. Default: 4.</summary>
    public double Truncate { get; set; } = 4;
}
