using System;

namespace ConvGen;

/// <summary>A Gabor kernel, a wave under a Gaussian, with the weights and the parameters of <c>cv2.getGaborKernel</c>.</summary>
/// <remarks>
/// <para>Formula: <c>exp(-(u^2 + gamma^2 v^2) / (2 sigma^2)) cos(2 pi u / lambda + psi)</c> with <c>u = x cos theta + y sin theta</c> and
/// <c>v = y cos theta - x sin theta</c>; the tap in row r and column c is that at
/// <c>x = size / 2 - c</c>, <c>y = size / 2 - r</c>. Source: <c>cv2.getGaborKernel</c>, whose kernels <c>cv2.filter2D</c> correlates with.
/// Units: samples and radians.</para>
/// <para>Direction: the weights as applied are OpenCV's, under either operation. With <c>psi = pi/2</c> and <c>theta = 0</c>, its default,
/// the kernel is odd, and positive where samples grow
/// with the column index: <c>1 2 3</c> gives a positive middle. With <c>psi = 0</c> it is symmetric.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class GaborKernelAttribute : KernelSourceAttribute
{
    /// <summary>A Gabor kernel.</summary>
    /// <param name="size">Rows and columns; an odd number.</param>
    /// <param name="sigma">The standard deviation of the Gaussian along the wave, in samples; above 0.</param>
    /// <param name="theta">The direction of the wave in radians.</param>
    /// <param name="lambda">The length of the wave in samples; above 0.</param>
    /// <param name="gamma">The ratio of the Gaussian's width along the wave to that across it; above 0.</param>
    /// <param name="psi">The phase of the wave in the middle, in radians. Default: <c>pi/2</c>, as in OpenCV.</param>
    public GaborKernelAttribute(int size, double sigma, double theta, double lambda, double gamma, double psi = Math.PI / 2)
    {
        Size = size;
        Sigma = sigma;
        Theta = theta;
        Lambda = lambda;
        Gamma = gamma;
        Psi = psi;
    }

    /// <summary>Rows and columns.</summary>
    public int Size { get; }

    /// <summary>The standard deviation along the wave.</summary>
    public double Sigma { get; }

    /// <summary>The direction of the wave in radians.</summary>
    public double Theta { get; }

    /// <summary>The length of the wave in samples.</summary>
    public double Lambda { get; }

    /// <summary>The ratio of the Gaussian's widths.</summary>
    public double Gamma { get; }

    /// <summary>The phase in the middle, in radians.</summary>
    public double Psi { get; }
}
