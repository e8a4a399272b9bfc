namespace ConvGen.Generator.Kernels.Designs.Edges;

/// <summary><c>[SharpenKernel]</c>.</summary>
internal sealed class SharpenDesign()
    : NeighbourDesign("SharpenKernel", -1, 1, "the middle less the Laplacian", "the identity less [LaplacianKernel]");
