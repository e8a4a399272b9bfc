namespace ConvGen.Analyzers.Tests.Naming.Execution;

/// <summary>More files in which the loops are written in ways that only running them follows.</summary>
internal static class MoreRunSamples
{
    /// <summary>The files by what is special about them.</summary>
    public static IEnumerable<(string Name, string Code)> All =>
        [
            (
                "weights that the class trains",
                """
                public class N01
                {
                    private readonly double[,] weights = new double[3, 3];
                    public void Train(double[,] gradient, double rate)
                    {
                        for (int i = 0; i < 3; i++)
                            for (int j = 0; j < 3; j++)
                                weights[i, j] -= rate * gradient[i, j];
                    }
                    public void NAME(double[,] image, int height, int width, double[,] result)
                    {
                        for (int y = 0; y + 3 <= height; y++)
                            for (int x = 0; x + 3 <= width; x++)
                            {
                                double sum = 0;
                                for (int i = 0; i < 3; i++)
                                    for (int j = 0; j < 3; j++)
                                        sum += image[y + i, x + j] «* weights[i, j]|* weights[2 - i, 2 - j]»;
                                result[y, x] = sum;
                            }
                    }
                }
                """
            ),
            (
                "weights that are parsed",
                """
                public class N02
                {
                    private double[,] kernel = new double[3, 3];
                    public void Load(string[] lines)
                    {
                        for (int i = 0; i < 3; i++)
                        {
                            string[] cells = lines[i].Split(' ');
                            for (int j = 0; j < 3; j++)
                                kernel[i, j] = double.Parse(cells[j]);
                        }
                    }
                    public void NAME(double[,] image, int height, int width, double[,] result)
                    {
                        for (int y = 0; y + 3 <= height; y++)
                            for (int x = 0; x + 3 <= width; x++)
                            {
                                double sum = 0;
                                for (int i = 0; i < 3; i++)
                                    for (int j = 0; j < 3; j++)
                                        sum += image[y + i, x + j] «* kernel[i, j]|* kernel[2 - i, 2 - j]»;
                                result[y, x] = sum;
                            }
                    }
                }
                """
            ),
            (
                "a kernel property with a setter",
                """
                public class Filter { private float[,] kernel; public float[,] Kernel { get => kernel; set { kernel = value; } } }
                public static class N04
                {
                    public static void NAME(float[,] image, int height, int width, Filter filter, double[,] result)
                    {
                        ⟦filter.Kernel = new float[,] { { 1, 2, 1 }, { 2, 4, 2 }, { 1, 2, 1 } };⟧
                        for (int y = 0; y + 3 <= height; y++)
                            for (int x = 0; x + 3 <= width; x++)
                            {
                                double sum = 0;
                                for (int i = 0; i < 3; i++)
                                    for (int j = 0; j < 3; j++)
                                        sum += image[y + i, x + j] * «filter.Kernel[i, j]|filter.Kernel[2 - i, 2 - j]»;
                                result[y, x] = sum;
                            }
                    }
                }
                """
            ),
            (
                "an indexer of its own",
                """
                public class Grid
                {
                    private readonly double[] cells = new double[999];
                    public int Rows = 3, Columns = 3;
                    public double this[int r, int c] { get => cells[r * Columns + c]; set => cells[r * Columns + c] = value; }
                    public void NAME(Grid kernel, Grid result, int height, int width)
                    {
                        for (int y = 0; y + 3 <= height; y++)
                            for (int x = 0; x + 3 <= width; x++)
                            {
                                double sum = 0;
                                for (int i = 0; i < 3; i++)
                                    for (int j = 0; j < 3; j++)
                                        sum += this[y + i, x + j] * «kernel[i, j]|kernel[2 - i, 2 - j]»;
                                result[y, x] = sum;
                            }
                    }
                }
                """
            ),
            (
                "a pixel method of its own",
                """
                public class Picture
                {
                    private readonly byte[] cells = new byte[999];
                    private byte GetPixel(int x, int y) => cells[y * 9 + x];
                    public void NAME(double[,] kernel, int height, int width, double[,] result)
                    {
                        ⟦kernel = new double[,] { { 1, 2, 1 }, { 2, 4, 2 }, { 1, 2, 1 } };⟧
                        for (int y = 0; y + 3 <= height; y++)
                            for (int x = 0; x + 3 <= width; x++)
                            {
                                double sum = 0;
                                for (int i = 0; i < 3; i++)
                                    for (int j = 0; j < 3; j++)
                                        sum += GetPixel(x + j, y + i) «* kernel[i, j]|* kernel[2 - i, 2 - j]»;
                                result[y, x] = sum;
                            }
                    }
                }
                """
            ),
            (
                "a loop over channels outside",
                """
                public static class N09
                {
                    public static void NAME(float[,,] image, float[,,] kernel, float[,] result, int channels)
                    {
                        for (int c = 0; c < channels; c++)
                            for (int y = 0; y < result.GetLength(0); y++)
                                for (int x = 0; x < result.GetLength(1); x++)
                                {
                                    float sum = 0;
                                    for (int i = 0; i < 3; i++)
                                        for (int j = 0; j < 3; j++)
                                            sum += image[c, y + i, x + j] * «kernel[c, i, j]|kernel[c, 2 - i, 2 - j]»;
                                    result[y, x] += sum;
                                }
                    }
                }
                """
            ),
            (
                "nine flat products",
                """
                public static class N11
                {
                    public static void NAME(double[] s, int w, int h, double[] k, double[] result)
                    {
                        ⟦k = new double[] { 1, 2, 1, 2, 4, 2, 1, 2, 1 };⟧
                        for (int y = 1; y + 1 < h; y++)
                            for (int x = 1; x + 1 < w; x++)
                            {
                                int p = y * w + x;
                                result[p] = «s[p - w - 1] * k[0] + s[p - w] * k[1] + s[p - w + 1] * k[2]
                                    + s[p - 1] * k[3] + s[p] * k[4] + s[p + 1] * k[5]
                                    + s[p + w - 1] * k[6] + s[p + w] * k[7] + s[p + w + 1] * k[8]|s[p - w - 1] * k[8] + s[p - w] * k[7] + s[p - w + 1] * k[6]
                                    + s[p - 1] * k[5] + s[p] * k[4] + s[p + 1] * k[3]
                                    + s[p + w - 1] * k[2] + s[p + w] * k[1] + s[p + w + 1] * k[0]»;
                            }
                    }
                }
                """
            ),
            (
                "nine products along a pointer",
                """
                public static class N12
                {
                    public static unsafe void NAME(byte* src, byte* dst, int w, int h, int stride, double[,] k)
                    {
                        ⟦k = new double[,] { { 1, 2, 1 }, { 2, 4, 2 }, { 1, 2, 1 } };⟧
                        for (int y = 0; y + 2 < h; y++, src += stride - w, dst += stride - w)
                            for (int x = 0; x < w; x++, src++, dst++)
                                *dst = (byte)(«src[0] * k[0, 0] + src[1] * k[0, 1] + src[2] * k[0, 2]|src[0] * k[2, 2] + src[1] * k[2, 1] + src[2] * k[2, 0]»
                                    + «src[stride] * k[1, 0] + src[stride + 1] * k[1, 1] + src[stride + 2] * k[1, 2]|src[stride] * k[1, 2] + src[stride + 1] * k[1, 1] + src[stride + 2] * k[1, 0]»
                                    + «src[2 * stride] * k[2, 0] + src[2 * stride + 1] * k[2, 1] + src[2 * stride + 2] * k[2, 2]|src[2 * stride] * k[0, 2] + src[2 * stride + 1] * k[0, 1] + src[2 * stride + 2] * k[0, 0]»);
                    }
                }
                """
            ),
            (
                "bits by eight",
                """
                public static class N13
                {
                    public static unsafe void NAME(byte* src, byte* dst, int stride, int bits, int h, int w, int[,] k)
                    {
                        ⟦k = new int[,] { { 1, 2, 1 }, { 2, 4, 2 }, { 1, 2, 1 } };⟧
                        for (int y = 1; y + 1 < h; y++)
                            for (int x = 1; x + 1 < w; x++)
                            {
                                int sum = 0;
                                for (int i = 0; i < 3; i++)
                                    for (int j = 0; j < 3; j++)
                                        sum += src[(y - 1 + i) * stride + (x - 1 + j) * bits / 8] «* k[i, j]|* k[2 - i, 2 - j]»;
                                dst[y * stride + x] = (byte)sum;
                            }
                    }
                }
                """
            ),
            (
                "a stride with a short name",
                """
                public static class N15
                {
                    public static void NAME(float[,] image, float[,] kernel, float[,] result, int s)
                    {
                        ⟦kernel = new float[,] { { 1, 2, 1 }, { 2, 4, 2 }, { 1, 2, 1 } };⟧
                        for (int y = 0; y < result.GetLength(0); y++)
                            for (int x = 0; x < result.GetLength(1); x++)
                            {
                                float sum = 0;
                                for (int i = 0; i < 3; i++)
                                    for (int j = 0; j < 3; j++)
                                        sum += image[y * s + i, x * s + j] * «kernel[i, j]|kernel[2 - i, 2 - j]»;
                                result[y, x] = sum;
                            }
                    }
                }
                """
            ),
            (
                "both pointers walk and sums of channels",
                """
                public static class N16
                {
                    public static unsafe void NAME(float* image, int w, int h, int channels, float* kernel, int size, float* result)
                    {
                        for (int y = 0; y + size <= h; y++)
                            for (int x = 0; x + size <= w; x++)
                            {
                                float[] sums = new float[channels];
                                float* p = image + (y * w + x) * channels;
                                «float* k = kernel;|float* k = kernel + size * size - 1;»
                                for (int i = 0; i < size; i++, p += (w - size) * channels)
                                    for (int j = 0; j < size; «j++, k++)|j++, k--)»
                                        for (int c = 0; c < channels; c++, p++)
                                            sums[c] += *k * *p;
                                for (int c = 0; c < channels; c++)
                                    *result++ = sums[c];
                            }
                    }
                }
                """
            ),
            (
                "a call on the sample",
                """
                public class Bitmap { public Dye GetPixel(int x, int y) => default; }
                public struct Dye { public readonly float GetBrightness() => 1; }
                public static class N17
                {
                    public static void NAME(Bitmap image, double[,] kernel, int height, int width, double[,] result)
                    {
                        ⟦kernel = new double[,] { { 1, 2, 1 }, { 2, 4, 2 }, { 1, 2, 1 } };⟧
                        for (int y = 0; y + 3 <= height; y++)
                            for (int x = 0; x + 3 <= width; x++)
                            {
                                double sum = 0;
                                for (int i = 0; i < 3; i++)
                                    for (int j = 0; j < 3; j++)
                                        sum += image.GetPixel(x + j, y + i).GetBrightness() * «kernel[i, j]|kernel[2 - i, 2 - j]»;
                                result[y, x] = sum;
                            }
                    }
                }
                """
            ),
            (
                "a pixel object in a local",
                """
                public class Dot { public byte Red; }
                public static class N18
                {
                    public static void NAME(Dot[,] image, double[,] kernel, int height, int width, double[,] result)
                    {
                        ⟦kernel = new double[,] { { 1, 2, 1 }, { 2, 4, 2 }, { 1, 2, 1 } };⟧
                        for (int y = 0; y + 3 <= height; y++)
                            for (int x = 0; x + 3 <= width; x++)
                            {
                                double sum = 0;
                                for (int i = 0; i < 3; i++)
                                    for (int j = 0; j < 3; j++)
                                    {
                                        Dot dot = image[y + i, x + j];
                                        sum += dot.Red * «kernel[i, j]|kernel[2 - i, 2 - j]»;
                                    }
                                result[y, x] = sum;
                            }
                    }
                }
                """
            ),
            (
                "tables of offsets",
                """
                public static class N20
                {
                    private static readonly int[] Across = { -1, 0, 1, -1, 0, 1, -1, 0, 1 }, Down = { -1, -1, -1, 0, 0, 0, 1, 1, 1 };
                    public static double NAME(double[,] image, double[] kernel, int y, int x)
                    {
                        ⟦kernel = new double[] { 1, 2, 1, 2, 4, 2, 1, 2, 1 };⟧
                        double sum = 0;
                        for (int i = 0; i < 9; i++)
                            sum += image[y + Down[i], x + Across[i]] «* kernel[i]|* kernel[8 - i]»;
                        return sum;
                    }
                }
                """
            ),
        ];
}
