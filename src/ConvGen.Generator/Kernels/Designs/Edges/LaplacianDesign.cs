namespace ConvGen.Generator.Kernels.Designs.Edges;

/// <summary><c>[LaplacianKernel]</c>.</summary>
internal sealed class LaplacianDesign()
    : NeighbourDesign(
        "LaplacianKernel",
        1,
        0,
        "the sum of the neighbours less as many times the middle",
        "cv2.Laplacian, scipy.ndimage.laplace"
    );
