using System;

namespace ConvGen;

/// <summary>The Laplacian: the sum of the second derivatives along both axes.</summary>
/// <remarks>
/// <para>Formula: with 4 neighbours <c>0 1 0; 1 -4 1; 0 1 0</c>, with 8 <c>1 1 1; 1 -8 1; 1 1 1</c>. Sums to 0. Source:
/// <c>cv2.Laplacian</c>, <c>scipy.ndimage.laplace</c>. Units: samples apart by 1.</para>
/// <para>Direction: positive at samples that are darker than those around them: the samples <c>3 1 3</c>, in like rows, give 4 in the
/// middle.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class LaplacianKernelAttribute : KernelSourceAttribute
{
    /// <summary>How many neighbours take part: 4, those above, below, left and right; or 8, the diagonal ones too. Default: 4.</summary>
    public int Neighbours { get; set; } = 4;
}
