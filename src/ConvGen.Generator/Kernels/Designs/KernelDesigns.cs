using ConvGen.Generator.Kernels.Designs.Edges;
using ConvGen.Generator.Kernels.Designs.Signals;
using ConvGen.Generator.Kernels.Designs.Smoothing;

namespace ConvGen.Generator.Kernels.Designs;

/// <summary>The list of all designs.</summary>
internal static class KernelDesigns
{
    public static readonly KernelDesign[] All =
    [
        new GaussianDesign(),
        new BoxDesign(),
        new BinomialDesign(),
        new SobelDesign(),
        new ScharrDesign(),
        new PrewittDesign(),
        new LaplacianDesign(),
        new LaplacianOfGaussianDesign(),
        new DifferenceOfGaussiansDesign(),
        new UnsharpMaskDesign(),
        new SharpenDesign(),
        new EmbossDesign(),
        new GaborDesign(),
        new MotionBlurDesign(),
        new DiskDesign(),
        new SavitzkyGolayDesign(),
        new WindowedSincDesign(),
        new FiniteDifferenceDesign(),
        new MovingAverageDesign(),
        new HilbertDesign(),
        new LanczosDesign(),
    ];

    /// <summary>The design of an attribute's name without its suffix.</summary>
    public static KernelDesign? Named(string name) => Array.Find(All, design => design.Name == name);
}
