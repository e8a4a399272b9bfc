[assembly: System.Reflection.AssemblyVersion("14.0.0.0")]

namespace ImageMagick;

public enum MorphologyMethod
{
    Undefined = 0,
    Convolve = 1,
    Correlate = 2,
    Erode = 3,
    Dilate = 4,
}

public enum Kernel
{
    Undefined = 0,
    Unity = 1,
    Gaussian = 2,
}

public interface IConvolveMatrix { }

public interface IMorphologySettings
{
    MorphologyMethod Method { get; set; }
    string? UserKernel { get; set; }
    Kernel Kernel { get; set; }
}

public interface IMagickImage
{
    void Convolve(IConvolveMatrix matrix);
    void Morphology(IMorphologySettings settings);
    void Morphology(MorphologyMethod method, Kernel kernel);
    void Morphology(MorphologyMethod method, string userKernel);
}

public sealed class ConvolveMatrix : IConvolveMatrix
{
    public ConvolveMatrix(uint order) => throw null!;

    public ConvolveMatrix(uint order, params double[] values) => throw null!;
}

public sealed class MorphologySettings : IMorphologySettings
{
    public MorphologyMethod Method { get; set; }
    public string? UserKernel { get; set; }
    public Kernel Kernel { get; set; }
}
