using System;

namespace OpenCvSharp;

public readonly struct Point(int x, int y)
{
    public int X { get; } = x;
    public int Y { get; } = y;
}

public readonly struct Size(int width, int height)
{
    public int Width { get; } = width;
    public int Height { get; } = height;
}

public readonly struct MatType
{
    public static implicit operator MatType(int value) => throw null!;

    public const int CV_8U = 0;
    public static readonly MatType CV_32FC1;
    public static readonly MatType CV_64FC1;
}

public enum BorderTypes
{
    Constant = 0,
    Replicate = 1,
    Reflect = 2,
    Wrap = 3,
    Reflect101 = 4,
    Default = 4,
    Transparent = 5,
    Isolated = 16,
}

public enum TemplateMatchModes
{
    SqDiff = 0,
    SqDiffNormed = 1,
    CCorr = 2,
    CCorrNormed = 3,
    CCoeff = 4,
    CCoeffNormed = 5,
}

public enum FlipMode
{
    X = 0,
    Y = 1,
    XY = -1,
}

[Flags]
public enum DftFlags
{
    None = 0,
    Inverse = 1,
    Scale = 2,
    Rows = 4,
}

public class Filter2DParams
{
    public int AnchorX { get; set; } = -1;
    public int AnchorY { get; set; } = -1;
    public BorderTypes BorderType { get; set; }
}

public class InputArray
{
    public static implicit operator InputArray(Mat mat) => throw null!;

    public static InputArray Create<T>(T[] array)
        where T : unmanaged => throw null!;

    public static InputArray Create<T>(T[,] array)
        where T : unmanaged => throw null!;
}

public class OutputArray
{
    public static implicit operator OutputArray(Mat mat) => throw null!;
}

public class Mat : IDisposable
{
    public Mat() => throw null!;

    public Mat(int rows, int cols, MatType type) => throw null!;

    public Mat(int rows, int cols, MatType type, Array data, long step = 0) => throw null!;

    public static Mat FromArray<T>(params T[] array)
        where T : unmanaged => throw null!;

    public static Mat FromArray<T>(T[,] array)
        where T : unmanaged => throw null!;

    public static Mat FromPixelData(int rows, int cols, MatType type, Array data, long step = 0) => throw null!;

    public Mat Filter2D(
        MatType ddepth,
        InputArray kernel,
        Point? anchor = null,
        double delta = 0,
        BorderTypes borderType = BorderTypes.Default
    ) => throw null!;

    public Mat Flip(FlipMode flipCode) => throw null!;

    public Mat Clone() => throw null!;

    public void Dispose() => throw null!;
}

public static class Cv2
{
    public static void Filter2D(
        InputArray src,
        OutputArray dst,
        MatType ddepth,
        InputArray kernel,
        Point? anchor = null,
        double delta = 0,
        BorderTypes borderType = BorderTypes.Default
    ) => throw null!;

    public static void Filter2D(InputArray src, OutputArray dst, InputArray kernel, Filter2DParams? parameters = null) => throw null!;

    public static void SepFilter2D(
        InputArray src,
        OutputArray dst,
        MatType ddepth,
        InputArray kernelX,
        InputArray kernelY,
        Point? anchor = null,
        double delta = 0,
        BorderTypes borderType = BorderTypes.Default
    ) => throw null!;

    public static void MatchTemplate(
        InputArray image,
        InputArray templ,
        OutputArray result,
        TemplateMatchModes method,
        InputArray? mask = null
    ) => throw null!;

    public static void MulSpectrums(InputArray a, InputArray b, OutputArray c, DftFlags flags, bool conjB = false) => throw null!;

    public static void Sobel(
        InputArray src,
        OutputArray dst,
        MatType ddepth,
        int xorder,
        int yorder,
        int ksize = 3,
        double scale = 1,
        double delta = 0,
        BorderTypes borderType = BorderTypes.Default
    ) => throw null!;

    public static void Scharr(
        InputArray src,
        OutputArray dst,
        MatType ddepth,
        int xorder,
        int yorder,
        double scale = 1,
        double delta = 0,
        BorderTypes borderType = BorderTypes.Default
    ) => throw null!;

    public static void Laplacian(
        InputArray src,
        OutputArray dst,
        MatType ddepth,
        int ksize = 1,
        double scale = 1,
        double delta = 0,
        BorderTypes borderType = BorderTypes.Default
    ) => throw null!;

    public static void GaussianBlur(
        InputArray src,
        OutputArray dst,
        Size ksize,
        double sigmaX,
        double sigmaY = 0,
        BorderTypes borderType = BorderTypes.Default
    ) => throw null!;

    public static void BoxFilter(
        InputArray src,
        OutputArray dst,
        MatType ddepth,
        Size ksize,
        Point? anchor = null,
        bool normalize = true,
        BorderTypes borderType = BorderTypes.Default
    ) => throw null!;

    public static void Blur(
        InputArray src,
        OutputArray dst,
        Size ksize,
        Point? anchor = null,
        BorderTypes borderType = BorderTypes.Default
    ) => throw null!;

    public static void Flip(InputArray src, OutputArray dst, FlipMode flipCode) => throw null!;

    public static void CopyMakeBorder(InputArray src, OutputArray dst, int top, int bottom, int left, int right, BorderTypes borderType) =>
        throw null!;

    public static Mat GetGaussianKernel(int ksize, double sigma, MatType? ktype = null) => throw null!;
}
