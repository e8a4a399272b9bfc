namespace ConvGen.Benchmarks.Rows;

/// <summary>Kernels for images of bytes. The Gaussians are those that OpenCV uses for bytes, so that both compute the same.</summary>
internal static class ByteKernels
{
    /// <summary>3 x 3 taps without structure, to be divided by 16.</summary>
    public const string General3 = """
        -4 4 -5
        -1 15 -1
        8 1 -1
        """;

    /// <summary>5 x 5 taps without structure, to be divided by 64.</summary>
    public const string General5 = """
        15 17 7 -1 1
        -7 5 -4 -6 10
        11 -7 44 -9 18
        2 -5 12 -4 -5
        -3 -1 -10 -7 -9
        """;

    /// <summary>7 x 7 taps without structure, to be divided by 128.</summary>
    public const string General7 = """
        -11 5 16 20 -10 -9 -4
        -10 24 -4 -2 -11 13 6
        -5 3 -9 -2 -9 -6 6
        7 -3 21 23 8 23 15
        -5 3 -6 -8 -2 -10 15
        13 -11 -9 14 11 14 -1
        -4 -11 5 9 -12 8 20
        """;

    /// <summary>The binomial kernel of 3 x 3 taps, to be divided by 16.</summary>
    public const string Gaussian3 = """
        1 2 1
        2 4 2
        1 2 1
        """;

    /// <summary>The binomial kernel of 5 x 5 taps, to be divided by 256.</summary>
    public const string Gaussian5 = """
        1 4 6 4 1
        4 16 24 16 4
        6 24 36 24 6
        4 16 24 16 4
        1 4 6 4 1
        """;

    /// <summary>OpenCV's kernel of 7 x 7 taps, to be divided by 4,096.</summary>
    public const string Gaussian7 = """
        4 14 28 36 28 14 4
        14 49 98 126 98 49 14
        28 98 196 252 196 98 28
        36 126 252 324 252 126 36
        28 98 196 252 196 98 28
        14 49 98 126 98 49 14
        4 14 28 36 28 14 4
        """;

    /// <summary>OpenCV's kernel of 15 x 15 taps, which it rounds to 8 bits on each axis, to be divided by 65,536.</summary>
    public const string Gaussian15 = """
        1 3 6 12 20 30 36 40 36 30 20 12 6 3 1
        3 9 18 36 60 90 108 120 108 90 60 36 18 9 3
        6 18 36 72 120 180 216 240 216 180 120 72 36 18 6
        12 36 72 144 240 360 432 480 432 360 240 144 72 36 12
        20 60 120 240 400 600 720 800 720 600 400 240 120 60 20
        30 90 180 360 600 900 1080 1200 1080 900 600 360 180 90 30
        36 108 216 432 720 1080 1296 1440 1296 1080 720 432 216 108 36
        40 120 240 480 800 1200 1440 1600 1440 1200 800 480 240 120 40
        36 108 216 432 720 1080 1296 1440 1296 1080 720 432 216 108 36
        30 90 180 360 600 900 1080 1200 1080 900 600 360 180 90 30
        20 60 120 240 400 600 720 800 720 600 400 240 120 60 20
        12 36 72 144 240 360 432 480 432 360 240 144 72 36 12
        6 18 36 72 120 180 216 240 216 180 120 72 36 18 6
        3 9 18 36 60 90 108 120 108 90 60 36 18 9 3
        1 3 6 12 20 30 36 40 36 30 20 12 6 3 1
        """;

    /// <summary>25 ones, to be divided by 25.</summary>
    public const string Box5 = """
        1 1 1 1 1
        1 1 1 1 1
        1 1 1 1 1
        1 1 1 1 1
        1 1 1 1 1
        """;

    /// <summary>The horizontal slope after Sobel.</summary>
    public const string SobelX = "-1 0 1; -2 0 2; -1 0 1";

    /// <summary>The vertical slope after Sobel.</summary>
    public const string SobelY = "-1 -2 -1; 0 0 0; 1 2 1";

    /// <summary>The Laplacian of five taps.</summary>
    public const string Laplacian = "0 1 0; 1 -4 1; 0 1 0";
}
