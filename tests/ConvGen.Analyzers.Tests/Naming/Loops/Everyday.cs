namespace ConvGen.Analyzers.Tests.Naming.Loops;

/// <summary>
/// The shapes of <see cref="LoopShapes"/> as they stand in applications: guarded samples, packed colours, helpers with short names,
/// written-out sums.
/// </summary>
internal static class Everyday
{
    /// <summary>The shapes and what they are called.</summary>
    public static IEnumerable<(string Name, string Code)> All =>
        [
            (
                "a sample that stays zero outside",
                """
                public static double NAME(double[,] image, double[,] kernel, int y, int x, bool isClamped)
                {
                    int rows = kernel.GetLength(0), columns = kernel.GetLength(1), height = image.GetLength(0), width = image.GetLength(1);
                    double sum = 0;
                    for (int i = 0; i < rows; i++)
                    {
                        for (int j = 0; j < columns; j++)
                        {
                            int down = y «+ i - rows / 2|- i + rows / 2»;
                            int across = x «+ j - columns / 2|- j + columns / 2»;
                            double value = 0;
                            if (isClamped)
                            {
                                down = Math.Clamp(down, 0, height - 1);
                                across = Math.Clamp(across, 0, width - 1);
                                value = image[down, across];
                            }
                            else if (down >= 0 && down < height && across >= 0 && across < width)
                            {
                                value = image[down, across];
                            }

                            sum += value * kernel[i, j];
                        }
                    }

                    return sum;
                }
                """
            ),
            (
                "a sample that an else leaves out",
                """
                public static int[] NAME(byte[] source, byte[] taps)
                {
                    var result = new int[source.Length];
                    for (int i = 0; i < result.Length; i++)
                    {
                        for (int j = 0; j < taps.Length; j++)
                        {
                            int sample;
                            if (i «+|-» j < 0 || i «+|-» j >= source.Length) sample = 0;
                            else sample = source[i «+|-» j];
                            result[i] += sample * taps[j];
                        }
                    }

                    return result;
                }
                """
            ),
            (
                "packed colours",
                """
                private static void NAME(float[] kernel, int[] pixels, int[] result, int width, int height)
                {
                    int middle = kernel.Length / 2;
                    for (int y = 0; y < height; y++)
                    {
                        int line = y * width, index = y;
                        for (int x = 0; x < width; x++)
                        {
                            float red = 0, green = 0;
                            for (int k = -middle; k <= middle; k++)
                            {
                                int at = x + k;
                                if (at < 0) at = 0;
                                if (at >= width) at = width - 1;
                                float weight = kernel[«k + middle|middle - k»];
                                int pixel = pixels[line + at];
                                red += weight * ((pixel >> 16) & 0xff);
                                green += weight * ((pixel >> 8) & 0xff);
                            }

                            result[index] = ((int)red << 16) | ((int)green << 8);
                            index += height;
                        }
                    }
                }
                """
            ),
            (
                "the same member of two parameters",
                """
                public static List<double> NAME((List<double> Samples, int Rate) signal, (List<double> Samples, int Rate) taps)
                {
                    var result = new List<double>();
                    for (int i = 0; i < signal.Samples.Count; i++)
                    {
                        double sum = 0;
                        for (int k = 0; k < taps.Samples.Count; k++)
                        {
                            if (i «+|-» k >= 0 && i «+|-» k < signal.Samples.Count)
                            {
                                sum += taps.Samples[k] * signal.Samples[i «+|-» k];
                            }
                        }

                        result.Add(sum);
                    }

                    return result;
                }
                """
            ),
            (
                "sums in an array of colours, and a torus",
                """
                public static int[] NAME(int[,] weights, (byte Red, byte Green)[,] image, int row, int column)
                {
                    int[] sums = { 0, 0 };
                    int rows = weights.GetLength(0), columns = weights.GetLength(1);
                    for (int i = 0; i < rows; i++)
                    {
                        for (int j = 0; j < columns; j++)
                        {
                            int y = row «+|-» (i - rows / 2);
                            if (y < 0) y = image.GetLength(0) + y;
                            if (y >= image.GetLength(0)) y = y - image.GetLength(0);
                            int x = column «+|-» (j - columns / 2);
                            if (x < 0) x = image.GetLength(1) + x;
                            if (x >= image.GetLength(1)) x = x - image.GetLength(1);
                            sums[0] += weights[i, j] * image[y, x].Red;
                            sums[1] += weights[i, j] * image[y, x].Green;
                        }
                    }

                    return sums;
                }
                """
            ),
            (
                "a ring",
                """
                public static double[] NAME(double[] f, double[] g)
                {
                    int size = f.Length;
                    var result = new double[size];
                    for (int n = 0; n < size; n++)
                    {
                        double sum = 0;
                        for (int k = 0; k < size; k++)
                        {
                            int at = («k - n|n - k» + size) % size;
                            sum += f[k] * g[at];
                        }

                        result[n] = sum;
                    }

                    return result;
                }
                """
            ),
            (
                "the address of a pixel",
                """
                public static unsafe void NAME(byte* source, byte* destination, int pitch, int width, int height, float[][] kernel, int radius)
                {
                    for (int y = 0; y < height; y++)
                    {
                        int top = y - radius;
                        for (int x = 0; x < width; x++)
                        {
                            float sum = 0;
                            int left = x - radius;
                            for (int i = 0; i < kernel.Length; i++)
                            {
                                int down = top + i;
                                if (down < 0) continue;
                                if (down >= height) break;
                                float[] row = kernel[«i|kernel.Length - 1 - i»];
                                int line = down * pitch;
                                for (int j = 0; j < row.Length; j++)
                                {
                                    int across = left + j;
                                    if (across < 0) continue;
                                    if (across >= width) break;
                                    byte* p = &source[line + across * 4];
                                    sum += row[«j|kernel.Length - 1 - j»] * p[2];
                                }
                            }

                            destination[y * pitch + x * 4] = (byte)sum;
                        }
                    }
                }
                """
            ),
            (
                "a helper with a short name that keeps indices inside",
                """
                private static int Apply(int v, int low, int high) => v < low ? low : v > high ? high : v;

                public static byte[] NAME(byte[] source, int width, int height, int pitch, float[] kernel)
                {
                    var result = new byte[source.Length];
                    for (int y = 0; y < height; y++)
                        for (int x = 0; x < width; x++)
                        {
                            float blue = 0, green = 0;
                            for (int i = -1; i <= 1; i++)
                                for (int j = -1; j <= 1; j++)
                                {
                                    int at = Apply(y + i, 0, height - 1) * pitch + Apply(x + j, 0, width - 1) * 4;
                                    float weight = kernel[«(i + 1) * 3 + j + 1|(1 - i) * 3 + 1 - j»];
                                    blue += source[at] * weight;
                                    green += source[at + 1] * weight;
                                }
                            result[y * pitch + x * 4] = (byte)Apply((int)blue, 0, 255);
                            result[y * pitch + x * 4 + 1] = (byte)Apply((int)green, 0, 255);
                        }
                    return result;
                }
                """
            ),
            (
                "nine products written out",
                """
                public static int[,] NAME(int[,] x, int[,] k)
                {
                    var y = new int[x.GetLength(0), x.GetLength(1)];
                    for (int i = 1; i < x.GetLength(0) - 1; i++)
                        for (int j = 1; j < x.GetLength(1) - 1; j++)
                        {
                            int sum = x[i - 1, j - 1] * k[«0, 0|2, 2»] + x[i - 1, j] * k[«0, 1|2, 1»] + x[i - 1, j + 1] * k[«0, 2|2, 0»]
                                + x[i, j - 1] * k[«1, 0|1, 2»] + x[i, j] * k[1, 1] + x[i, j + 1] * k[«1, 2|1, 0»]
                                + x[i + 1, j - 1] * k[«2, 0|0, 2»] + x[i + 1, j] * k[«2, 1|0, 1»] + x[i + 1, j + 1] * k[«2, 2|0, 0»];
                            y[i, j] = sum;
                        }
                    return y;
                }
                """
            ),
        ];
}
