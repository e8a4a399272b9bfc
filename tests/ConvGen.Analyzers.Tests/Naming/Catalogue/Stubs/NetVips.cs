using System;

namespace NetVips;

public static class Enums
{
    public enum Precision
    {
        Integer = 0,
        Float = 1,
        Approximate = 2,
    }

    public enum Angle45
    {
        D0 = 0,
        D45 = 1,
        D90 = 2,
    }

    public enum Combine
    {
        Max = 0,
        Sum = 1,
        Min = 2,
    }

    public enum Extend
    {
        Black = 0,
        Copy = 1,
        Repeat = 2,
        Mirror = 3,
        White = 4,
        Background = 5,
    }
}

public class Image
{
    public static Image NewFromArray<T>(T[] array, double scale = 1.0, double offset = 0.0)
        where T : unmanaged => throw null!;

    public static Image NewFromArray<T>(T[,] array, double scale = 1.0, double offset = 0.0)
        where T : unmanaged => throw null!;

    public static Image NewFromArray<T>(T[][] array, double scale = 1.0, double offset = 0.0)
        where T : unmanaged => throw null!;

    public Image Conv(Image mask, Enums.Precision? precision = null, int? layers = null, int? cluster = null) => throw null!;

    public Image Convf(Image mask) => throw null!;

    public Image Convi(Image mask) => throw null!;

    public Image Convsep(Image mask, Enums.Precision? precision = null, int? layers = null, int? cluster = null) => throw null!;

    public Image Convasep(Image mask, int? layers = null) => throw null!;

    public Image Compass(
        Image mask,
        int? times = null,
        Enums.Angle45? angle = null,
        Enums.Combine? combine = null,
        Enums.Precision? precision = null,
        int? layers = null,
        int? cluster = null
    ) => throw null!;

    public Image Fastcor(Image @ref) => throw null!;

    public Image Spcor(Image @ref) => throw null!;

    public Image Phasecor(Image @in) => throw null!;

    public Image Embed(int x, int y, int width, int height, Enums.Extend? extend = null, double[]? background = null) => throw null!;

    public static Image Gaussmat(double sigma, double minAmpl, bool? separable = null, Enums.Precision? precision = null) => throw null!;

    public static Image Logmat(double sigma, double minAmpl, bool? separable = null, Enums.Precision? precision = null) => throw null!;
}
