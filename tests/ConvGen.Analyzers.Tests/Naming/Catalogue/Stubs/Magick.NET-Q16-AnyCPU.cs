// references: Magick.NET.Core
[assembly: System.Reflection.AssemblyVersion("14.0.0.0")]

namespace ImageMagick;

public sealed class MagickImage : IMagickImage
{
    public void Convolve(IConvolveMatrix matrix) => throw null!;

    public void Morphology(IMorphologySettings settings) => throw null!;

    public void Morphology(MorphologyMethod method, Kernel kernel) => throw null!;

    public void Morphology(MorphologyMethod method, string userKernel) => throw null!;
}
