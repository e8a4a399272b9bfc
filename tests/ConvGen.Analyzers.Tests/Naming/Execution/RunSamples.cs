namespace ConvGen.Analyzers.Tests.Naming.Execution;

/// <summary>Files in which the loops are written in ways that only running them follows.</summary>
internal static class RunSamples
{
    /// <summary>The files by what is special about them.</summary>
    public static IEnumerable<(string Name, string Code)> All =>
        [
            (
                "nine taps as named fields",
                """
                public class Taps {
                public int TopLeft, TopMid, TopRight, MidLeft, Centre, MidRight, BottomLeft, BottomMid, BottomRight; }
                public static class M01
                {
                    public static int[,] NAME(int[,] picture, Taps t)
                    {
                        ⟦t.TopLeft = t.TopRight = t.BottomLeft = t.BottomRight = 1;
                        t.TopMid = t.MidLeft = t.MidRight = t.BottomMid = 2; t.Centre = 4;⟧
                        int[,] result = new int[picture.GetLength(0), picture.GetLength(1)];
                        for (int r = 1; r + 1 < picture.GetLength(0); r++)
                            for (int c = 1; c + 1 < picture.GetLength(1); c++)
                                result[r, c] = «picture[r - 1, c - 1] * t.TopLeft + picture[r - 1, c] * t.TopMid + picture[r - 1, c + 1] * t.TopRight
                                    + picture[r, c - 1] * t.MidLeft + picture[r, c] * t.Centre + picture[r, c + 1] * t.MidRight
                                    + picture[r + 1, c - 1] * t.BottomLeft + picture[r + 1, c] * t.BottomMid + picture[r + 1, c + 1] * t.BottomRight|picture[r - 1, c - 1] * t.BottomRight + picture[r - 1, c] * t.BottomMid + picture[r - 1, c + 1] * t.BottomLeft
                                    + picture[r, c - 1] * t.MidRight + picture[r, c] * t.Centre + picture[r, c + 1] * t.MidLeft
                                    + picture[r + 1, c - 1] * t.TopRight + picture[r + 1, c] * t.TopMid + picture[r + 1, c + 1] * t.TopLeft»;
                        return result;
                    }
                }
                """
            ),
            (
                "a kernel behind a getter",
                """
                public class Volume { private readonly float[] cells = new float[999];
                public float Get(int x, int y) => cells[y * 9 + x]; public void Set(int x, int y, float v) => cells[y * 9 + x] = v; }
                public static class M02
                {
                    public static void NAME(Volume image, Volume weights, Volume result, int size, int taps)
                    {
                        for (int y = 0; y + taps <= size; y++)
                            for (int x = 0; x + taps <= size; x++)
                            {
                                float sum = 0;
                                for (int v = 0; v < taps; v++)
                                    for (int u = 0; u < taps; u++)
                                        sum += image.Get(x + u, y + v) * «weights.Get(u, v)|weights.Get(taps - 1 - u, taps - 1 - v)»;
                                result.Set(x, y, sum);
                            }
                    }
                }
                """
            ),
            (
                "two getters with four arguments",
                """
                public class Volume4 { public float Get(int x, int y, int c, int n) => x + y;
                public void Set(int x, int y, int c, int n, float v) { } }
                public class M02b
                {
                    private readonly Volume4 store = new();
                    public void NAME(Volume4 filters, Volume4 result, int size, int taps, int depth)
                    {
                        for (int y = 0; y + taps <= size; y++)
                            for (int x = 0; x + taps <= size; x++)
                            {
                                float sum = 0;
                                for (int v = 0; v < taps; v++)
                                    for (int u = 0; u < taps; u++)
                                        for (int d = 0; d < depth; d++)
                                            sum += «filters.Get(u, v, d, 0)|filters.Get(taps - 1 - u, taps - 1 - v, d, 0)» * store.Get(x + u, y + v, d, 0);
                                result.Set(x, y, 0, 0, sum);
                            }
                    }
                }
                """
            ),
            (
                "a helper for the sample",
                """
                using System;
                public static class M05
                {
                    public static float[] NAME(float[] image, int width, int height, float[] kernel)
                    {
                        ⟦kernel = new float[] { 1, 2, 1, 2, 4, 2, 1, 2, 1 };⟧
                        float[] result = new float[image.Length];
                        for (int y = 0; y < height; y++)
                            for (int x = 0; x < width; x++)
                            {
                                float sum = 0;
                                for (int v = -1; v <= 1; v++)
                                    for (int u = -1; u <= 1; u++)
                                        sum += Sample(image, width, height, x + u, y + v) * «kernel[(v + 1) * 3 + u + 1]|kernel[(1 - v) * 3 + 1 - u]»;
                                result[y * width + x] = sum;
                            }
                        return result;
                    }
                    private static float Sample(float[] image, int width, int height, int x, int y) =>
                        image[Math.Clamp(y, 0, height - 1) * width + Math.Clamp(x, 0, width - 1)];
                }
                """
            ),
            (
                "a helper for the index",
                """
                public static class M06
                {
                    private static int At(int x, int y, int width) => y * width + x;
                    public static double[] NAME(double[] image, int width, int height, double[] kernel, int size)
                    {
                        ⟦size = 3; kernel = new double[] { 1, 2, 1, 2, 4, 2, 1, 2, 1 };⟧
                        double[] result = new double[image.Length];
                        for (int y = 0; y + size <= height; y++)
                            for (int x = 0; x + size <= width; x++)
                            {
                                double sum = 0;
                                for (int v = 0; v < size; v++)
                                    for (int u = 0; u < size; u++)
                                        sum += image[At(x + u, y + v, width)] * «kernel[At(u, v, size)]|kernel[At(size - 1 - u, size - 1 - v, size)]»;
                                result[At(x, y, width)] = sum;
                            }
                        return result;
                    }
                }
                """
            ),
            (
                "a lambda for the index",
                """
                using System;
                public static class M06b
                {
                    public static double[] NAME(double[] image, int width, int height, double[] kernel, int size)
                    {
                        Func<int, int, int> at = (x, y) => y * width + x, tap = (u, v) => v * size + u;
                        ⟦size = 3; kernel = new double[] { 1, 2, 1, 2, 4, 2, 1, 2, 1 };⟧
                        double[] result = new double[image.Length];
                        for (int y = 0; y + size <= height; y++)
                            for (int x = 0; x + size <= width; x++)
                            {
                                double sum = 0;
                                for (int v = 0; v < size; v++)
                                    for (int u = 0; u < size; u++)
                                        sum += image[at(x + u, y + v)] * «kernel[tap(u, v)]|kernel[tap(size - 1 - u, size - 1 - v)]»;
                                result[at(x, y)] = sum;
                            }
                        return result;
                    }
                }
                """
            ),
            (
                "a window that is copied first",
                """
                public static class M07
                {
                    public static double[,] NAME(double[,] image, double[,] kernel)
                    {
                        ⟦kernel = new double[,] { { 1, 2, 1 }, { 2, 4, 2 }, { 1, 2, 1 } };⟧
                        int rows = kernel.GetLength(0), columns = kernel.GetLength(1);
                        double[,] result = new double[image.GetLength(0) - rows + 1, image.GetLength(1) - columns + 1];
                        for (int y = 0; y < result.GetLength(0); y++)
                            for (int x = 0; x < result.GetLength(1); x++)
                            {
                                double[,] window = new double[rows, columns];
                                for (int i = 0; i < rows; i++)
                                    for (int j = 0; j < columns; j++)
                                        window[i, j] = image[y + i, x + j];
                                double sum = 0;
                                for (int i = 0; i < rows; i++)
                                    for (int j = 0; j < columns; j++)
                                        sum += «window[i, j] * kernel[i, j]|window[i, j] * kernel[rows - 1 - i, columns - 1 - j]»;
                                result[y, x] = sum;
                            }
                        return result;
                    }
                }
                """
            ),
            (
                "a product in both branches",
                """
                public static class M09
                {
                    public static double[,] NAME(double[,] image, double[] kernel, bool alongRows)
                    {
                        ⟦kernel = new double[] { 1, 2, 1 };⟧
                        int height = image.GetLength(0), width = image.GetLength(1), radius = kernel.Length / 2;
                        double[,] result = new double[height, width];
                        for (int y = radius; y < height - radius; y++)
                            for (int x = radius; x < width - radius; x++)
                                for (int i = 0; i < kernel.Length; i++)
                                {
                                    double term;
                                    if (alongRows)
                                        term = image[y, «x + i - radius] * kernel[i]|x - i + radius] * kernel[i]»;
                                    else
                                        term = image[«y + i - radius, x] * kernel[i]|y - i + radius, x] * kernel[i]»;
                                    result[y, x] += term;
                                }
                        return result;
                    }
                }
                """
            ),
            (
                "outputs that step by a stride",
                """
                public class M10
                {
                    private int stride = 2;
                    public double[,] NAME(double[,] image, double[,] kernel)
                    {
                        ⟦kernel = new double[,] { { 1, 2, 1 }, { 2, 4, 2 }, { 1, 2, 1 } };⟧
                        int size = kernel.GetLength(0), rows = image.GetLength(0) - size + 1;
                        double[,] result = new double[rows, rows];
                        for (int y = 0; y < rows; y += stride)
                            for (int x = 0; x < rows; x += stride)
                                for (int i = 0; i < size; i++)
                                    for (int j = 0; j < size; j++)
                                        result[y, x] += image[y * stride + i, x * stride + j] * «kernel[i, j]|kernel[size - 1 - i, size - 1 - j]»;
                        return result;
                    }
                }
                """
            ),
            (
                "elements that are converted by a call",
                """
                using System;
                using System.Collections;
                public static class M13
                {
                    public static ArrayList NAME(ArrayList kernel, ArrayList data)
                    {
                        ⟦kernel = new ArrayList { 1, 2, 1 };⟧
                        ArrayList result = new();
                        for (int n = 0; n < data.Count; n++)
                        {
                            double sum = 0;
                            for (int i = 0; i < kernel.Count; i++)
                                sum += Convert.ToDouble(data[«(n + i) % data.Count|(n - i + data.Count) % data.Count»]) * Convert.ToDouble(kernel[i]);
                            result.Add(sum);
                        }
                        return result;
                    }
                }
                """
            ),
            (
                "vectors of outputs",
                """
                using System;
                using System.Numerics;
                public static class M20
                {
                    public static void NAME(float[] signal, float[] kernel, float[] result)
                    {
                        ⟦kernel = new float[] { 1, 2, 1 };⟧
                        for (int n = 0; n + Vector<float>.Count + kernel.Length <= signal.Length; n += Vector<float>.Count)
                        {
                            Vector<float> sum = Vector<float>.Zero;
                            for (int i = 0; i < kernel.Length; i++)
                                sum += new Vector<float>(signal, n + i) «* kernel[i]|* kernel[kernel.Length - 1 - i]»;
                            sum.CopyTo(result, n);
                        }
                    }
                }
                """
            ),
            (
                "managed references and a map of samples",
                """
                using System;
                using System.Numerics;
                using System.Runtime.CompilerServices;
                using System.Runtime.InteropServices;
                public readonly ref struct Weights { private readonly Span<float> v; private readonly int n;
                public Weights(Span<float> v, int n) { this.v = v; this.n = n; } public int Rows => n; public int Columns => n;
                public float this[int r, int c] => v[r * n + c]; }
                public static class M20b
                {
                    public static void NAME(Span<Vector4> row, Span<int> map, Weights kernel, int y, Span<Vector4> result)
                    {
                        ref Vector4 first = ref MemoryMarshal.GetReference(row);
                        ref Vector4 to = ref MemoryMarshal.GetReference(result);
                        for (int ky = 0; ky < kernel.Rows; ky++)
                            for (int x = 0; x < result.Length; x++)
                            {
                                ref int columns = ref map[x * kernel.Columns];
                                ref Vector4 target = ref Unsafe.Add(ref to, x);
                                for (int kx = 0; kx < kernel.Columns; kx++)
                                    target += «kernel[ky, kx]|kernel[ky, kernel.Columns - 1 - kx]» * Unsafe.Add(ref first, Unsafe.Add(ref columns, kx));
                            }
                    }
                }
                """
            ),
            (
                "a kernel that another method makes",
                """
                public static class M21
                {
                    public static double[] NAME(double[] signal, double[] response)
                    {
                        ⟦response = new double[] { 1, 2, 1 };⟧
                        double[] kernel = Inverse(response);
                        double[] result = new double[signal.Length - kernel.Length + 1];
                        for (int n = 0; n < result.Length; n++)
                            for (int i = 0; i < kernel.Length; i++)
                                result[n] += signal[n + i] * kernel[i];
                        return result;
                    }
                    private static double[] Inverse(double[] r) { double[] w = new double[r.Length]; for (int i = 0; i < r.Length; i++) «w[i] = r[i] / 2|w[i] = r[r.Length - 1 - i] / 2»; return w; }
                }
                """
            ),
            (
                "a list that is shifted",
                """
                using System.Collections.Generic;
                public static class M23
                {
                    public static List<double> NAME(List<double> signal, List<double> kernel)
                    {
                        ⟦kernel = new List<double> { 1, 2, 1 };⟧
                        List<double> result = new();
                        while (signal.Count >= kernel.Count)
                        {
                            double sum = 0;
                            for (int i = 0; i < kernel.Count; i++)
                                sum += «signal[i] * kernel[i]|signal[i] * kernel[kernel.Count - 1 - i]»;
                            result.Add(sum);
                            signal.RemoveAt(0);
                        }
                        return result;
                    }
                }
                """
            ),
        ];
}
