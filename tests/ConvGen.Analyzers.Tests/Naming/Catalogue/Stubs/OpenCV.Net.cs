namespace OpenCV.Net;

public struct Point
{
    public Point(int x, int y) => throw null!;
}

public abstract class Arr { }

public class Mat : Arr
{
    public static Mat FromArray(float[] data) => throw null!;

    public static Mat FromArray(float[,] data) => throw null!;
}

public static class CV
{
    public static void Filter2D(Arr src, Arr dst, Mat kernel) => throw null!;

    public static void Filter2D(Arr src, Arr dst, Mat kernel, Point anchor) => throw null!;
}
