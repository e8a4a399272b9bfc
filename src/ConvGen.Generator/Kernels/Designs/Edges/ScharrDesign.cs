namespace ConvGen.Generator.Kernels.Designs.Edges;

/// <summary><c>[ScharrKernel]</c>.</summary>
internal sealed class ScharrDesign() : DerivativeDesign("ScharrKernel", "(-1 0 1) along the axis times (3 10 3) across it", "cv2.Scharr")
{
    private protected override IEnumerable<Rational> Smoothing(DesignArguments arguments) => [3, 10, 3];
}
