using System;

namespace ConvGen;

/// <summary>
/// A smoothing kernel of binomial coefficients, which are exact fractions and near a Gaussian of variance <c>(size - 1) / 4</c>.
/// </summary>
/// <remarks>
/// <para>Formula: <c>w(k) = C(size - 1, k) / 2^(size - 1)</c> on each axis, exactly; the kernel is the product of both axes. Source: the
/// rows of Pascal's triangle;
/// <c>cv2.pyrDown</c> uses size 5. Units: samples.</para>
/// <para>Direction: symmetric; size 3 makes <c>(1 2 1) / 4</c>, and the samples <c>0 4 0</c> give 2 in the middle.</para>
/// <para>On a signature of one axis the kernel has one axis; on a volume it has three, alike.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class BinomialKernelAttribute : KernelSourceAttribute
{
    /// <summary>A binomial kernel.</summary>
    /// <param name="size">Taps on each axis; 1 or more.</param>
    public BinomialKernelAttribute(int size) => Size = size;

    /// <summary>Taps on each axis.</summary>
    public int Size { get; }
}
