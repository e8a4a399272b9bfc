namespace ShimSkiaSharp;

public struct SKSizeI
{
    public SKSizeI(int width, int height) => throw null!;
}

public struct SKPointI
{
    public SKPointI(int x, int y) => throw null!;
}

public struct SKRect { }

public enum SKShaderTileMode
{
    Clamp = 0,
    Repeat = 1,
    Mirror = 2,
    Decal = 3,
}

public abstract class SKImageFilter
{
    public static SKImageFilter CreateMatrixConvolution(
        SKSizeI kernelSize,
        float[] kernel,
        float gain,
        float bias,
        SKPointI kernelOffset,
        SKShaderTileMode tileMode,
        bool convolveAlpha,
        SKImageFilter? input = null,
        SKRect? cropRect = null
    ) => throw null!;
}
