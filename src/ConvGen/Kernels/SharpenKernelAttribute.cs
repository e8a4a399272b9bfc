using System;

namespace ConvGen;

/// <summary>Sharpening: an image less its Laplacian.</summary>
/// <remarks>
/// <para>Formula: with 4 neighbours <c>0 -1 0; -1 5 -1; 0 -1 0</c>, with 8 <c>-1 -1 -1; -1 9 -1; -1 -1 -1</c>. Sums to 1. Source: the
/// identity less the kernel of <see cref="LaplacianKernelAttribute"/>. Units: samples apart by 1.</para>
/// <para>Direction: symmetric; what differs from its neighbours differs more: the samples <c>1 2 1</c>, in like rows, give 4 in the
/// middle.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class SharpenKernelAttribute : KernelSourceAttribute
{
    /// <summary>How many neighbours take part: 4, those above, below, left and right; or 8, the diagonal ones too. Default: 4.</summary>
    public int Neighbours { get; set; } = 4;
}
