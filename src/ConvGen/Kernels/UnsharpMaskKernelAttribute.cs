using System;

namespace ConvGen;

/// <summary>An unsharp mask: the image plus a share of what a Gaussian blur takes from it.</summary>
/// <remarks>
/// <para>Formula: <c>(1 + amount) identity - amount g(sigma)</c>, with the Gaussian g as in <see cref="GaussianKernelAttribute"/>. Sums to
/// 1. Source:
/// <c>skimage.filters.unsharp_mask</c>, without its clipping. Units: samples.</para>
/// <para>Direction: symmetric; what differs from its neighbours differs more: the samples <c>1 2 1</c> give more than 2 in the
/// middle.</para>
/// <para>On a signature of one axis the Gaussian has one axis.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class UnsharpMaskKernelAttribute : KernelSourceAttribute
{
    /// <summary>An unsharp mask.</summary>
    /// <param name="sigma">The standard deviation of the blur in samples; above 0.</param>
    /// <param name="amount">What the difference is multiplied by before it is added; above 0.</param>
    public UnsharpMaskKernelAttribute(double sigma, double amount)
    {
        Sigma = sigma;
        Amount = amount;
    }

    /// <summary>The standard deviation of the blur.</summary>
    public double Sigma { get; }

    /// <summary>What the difference is multiplied by.</summary>
    public double Amount { get; }

    /// <summary>After how many standard deviations the Gaussian is cut off. Default: 4.</summary>
    public double Truncate { get; set; } = 4;
}
