namespace ConvGen.Generator.Kernels.Designs.Edges;

/// <summary><c>[PrewittKernel]</c>.</summary>
internal sealed class PrewittDesign()
    : DerivativeDesign("PrewittKernel", "(-1 0 1) along the axis times (1 1 1) across it", "scipy.ndimage.prewitt")
{
    private protected override IEnumerable<Rational> Smoothing(DesignArguments arguments) => [1, 1, 1];
}
