namespace ConvGen.Analyzers.Tests.Naming.Loops;

/// <summary>
/// The shapes of <see cref="LoopShapes"/> with bounds that stop inside the data, one pass that serves both axes, strides of any name, and a
/// kernel that is read on
/// through several loops.
/// </summary>
internal static class Varied
{
    /// <summary>The shapes and what they are called.</summary>
    public static IEnumerable<(string Name, string Code)> All => Bounds.Concat(Flags).Concat(Strides).Concat(Places);

    private static IEnumerable<(string Name, string Code)> Bounds =>
        [
            (
                "the last sample of the round before beyond the end",
                """
                public static double[] NAME(double[] x, double[] h)
                {
                    var y = new double[x.Length];
                    double v = 0;
                    for (int n = 0; n < y.Length; n++)
                    {
                        for (int k = 0; k < h.Length; k++)
                        {
                            if (n + k < x.Length)
                            {
                                v = x[n + k];
                            }

                            y[n] += v * h[«k|h.Length - 1 - k»];
                        }
                    }

                    return y;
                }
                """
            ),
            (
                "taps between computed bounds",
                """
                public static double[] NAME(double[] x, double[] h)
                {
                    var y = new double[x.Length + h.Length - 1];
                    for (int n = 0; n < y.Length; n++)
                    {
                        int first = Math.Max(0, n - h.Length + 1);
                        int last = Math.Min(n, x.Length - 1);
                        for (int k = first; k <= last; k++)
                        {
                            y[n] += x[k] * h[«k - n + h.Length - 1|n - k»];
                        }
                    }

                    return y;
                }
                """
            ),
            (
                "bounds chosen by a comparison, with the middle of the result",
                """
                public static List<float> NAME(float[] signal, List<float> taps)
                {
                    int reach = taps.Count - 1, cut = taps.Count / 2;
                    var result = new float[signal.Length];
                    for (int i = cut; i < signal.Length + cut; i++)
                    {
                        int from = i >= reach ? i - reach : 0;
                        int to = i < signal.Length - 1 ? i : signal.Length - 1;
                        for (int j = from; j <= to; j++)
                        {
                            result[i - cut] += signal[j] * taps[«j - i + reach|i - j»];
                        }
                    }

                    return result.ToList();
                }
                """
            ),
            (
                "signed lags with a bounded overlap",
                """
                public static double[] NAME(double[] a, double[] b)
                {
                    var r = new double[a.Length + b.Length - 1];
                    for (int lag = 1 - b.Length; lag < a.Length; lag++)
                    {
                        double sum = 0;
                        for (int i = Math.Max(0, lag); i < Math.Min(a.Length, lag + b.Length); i++)
                        {
                            sum += a[i] * b[«i - lag|b.Length - 1 - i + lag»];
                        }

                        r[lag + b.Length - 1] = sum;
                    }

                    return r;
                }
                """
            ),
            (
                "a cell that spreads over its bounded surroundings",
                """
                public static float[,] NAME(float[,] grid, float[] kernel)
                {
                    int reach = kernel.Length / 2, size = grid.GetLength(0);
                    var spread = new float[size, size];
                    for (int x = 0; x < size; x++)
                    {
                        int left = x - reach;
                        for (int y = 0; y < size; y++)
                        {
                            float value = grid[x, y];
                            if (value == 0f) continue;
                            int end = Math.Min(size - 1, x + reach) + 1;
                            for (int at = Math.Max(0, left); at < end; at++)
                            {
                                spread[at, y] += value * kernel[«kernel.Length - 1 - at + left|at - left»];
                            }
                        }
                    }

                    return spread;
                }
                """
            ),
        ];

    private static IEnumerable<(string Name, string Code)> Flags =>
        [
            (
                "a flag that chooses the axis of one sample",
                """
                public static float NAME(float[,] field, int width, int height, int x, int y, float[] kernel, bool isDown)
                {
                    float sum = 0;
                    for (int i = 0; i < kernel.Length; i++)
                    {
                        int column = !isDown ? x + i - kernel.Length / 2 : x;
                        int row = isDown ? y + i - kernel.Length / 2 : y;
                        if (column >= 0 && column < width && row >= 0 && row < height)
                        {
                            sum += field[column, row] * kernel[«i|kernel.Length - 1 - i»];
                        }
                    }

                    return sum;
                }
                """
            ),
            (
                "a flag that chooses the axis of a flat image, clamped, in parallel",
                """
                public static void NAME(float[] source, float[] result, int width, int height, double[] weights, bool alongRows)
                {
                    int reach = weights.Length / 2;
                    System.Threading.Tasks.Parallel.For(0, height, y =>
                    {
                        for (int x = 0; x < width; x++)
                        {
                            double sum = 0;
                            for (int i = -reach; i <= reach; i++)
                            {
                                int column = alongRows ? Math.Max(0, Math.Min(width - 1, x + i)) : x, row = alongRows ? y : Math.Max(0, Math.Min(height - 1, y + i));
                                sum += source[row * width + column] * weights[«i + reach|reach - i»];
                            }

                            result[y * width + x] = (float)sum;
                        }
                    });
                }
                """
            ),
            (
                "a flag that chooses between two calls",
                """
                public static void NAME(Bitmap source, Bitmap result, double[] weights, bool alongRows)
                {
                    int reach = weights.Length / 2;
                    for (int y = 0; y < source.Height; y++)
                    {
                        for (int x = 0; x < source.Width; x++)
                        {
                            double red = 0, green = 0;
                            for (int i = 0; i < weights.Length; i++)
                            {
                                int at = alongRows ? x - reach + i : y - reach + i;
                                at = Math.Max(0, Math.Min(alongRows ? source.Width - 1 : source.Height - 1, at));
                                var pixel = alongRows ? source.GetPixel(at, y) : source.GetPixel(x, at);
                                double weight = weights[«i|weights.Length - 1 - i»];
                                red += pixel.R * weight;
                                green += pixel.G * weight;
                            }

                            result.SetPixel(x, y, (int)red, (int)green);
                        }
                    }
                }
                """
            ),
            (
                "an axis that is compared with a number",
                """
                public static double[,] NAME(double[,] image, double[] taps, int axis)
                {
                    var result = new double[image.GetLength(0), image.GetLength(1)];
                    for (int i = 0; i < result.GetLength(0); i++)
                    {
                        for (int j = 0; j < result.GetLength(1); j++)
                        {
                            for (int k = 0; k < taps.Length; k++)
                            {
                                int row = axis == 0 ? i + k : i;
                                int column = axis != 0 ? j + k : j;
                                if (row < result.GetLength(0) && column < result.GetLength(1))
                                {
                                    result[i, j] += image[row, column] * taps[«k|taps.Length - 1 - k»];
                                }
                            }
                        }
                    }

                    return result;
                }
                """
            ),
        ];

    private static IEnumerable<(string Name, string Code)> Strides =>
        [
            (
                "a strided row of every channel",
                """
                public static float[] NAME(float[] input, float[] weight, float[] bias, int inputs, int outputs, int length, int size, int step, int padding)
                {
                    int count = (length + 2 * padding - size) / step + 1;
                    var output = new float[outputs * count];
                    for (int o = 0; o < outputs; o++)
                    {
                        int ofOutput = o * inputs * size;
                        for (int n = 0; n < count; n++)
                        {
                            float sum = bias[o];
                            int from = n * step - padding;
                            for (int c = 0; c < inputs; c++)
                            {
                                for (int k = 0; k < size; k++)
                                {
                                    int at = from + k;
                                    if ((uint)at < (uint)length) sum += weight[ofOutput + c * size + «k|size - 1 - k»] * input[c * length + at];
                                }
                            }

                            output[o * count + n] = sum;
                        }
                    }

                    return output;
                }
                """
            ),
            (
                "a stride, a dilation and a padding that stand in an object, tap by tap",
                """
                public static float[] NAME(float[] x, Layer layer, int channels, int length, int count)
                {
                    int size = layer.Size, s = layer.Step, p = layer.Pad, d = layer.Spread;
                    var y = new float[count];
                    for (int c = 0; c < channels; c++)
                    {
                        for (int k = 0; k < size; k++)
                        {
                            float weight = layer.Weights[c * size + «k|size - 1 - k»];
                            if (weight == 0f) continue;
                            int shift = k * d - p;
                            for (int n = 0; n < count; n++)
                            {
                                int at = n * s + shift;
                                if (at < 0 || at >= length) continue;
                                y[n] += weight * x[c * length + at];
                            }
                        }
                    }

                    return y;
                }
                """
            ),
            (
                "a strided layer over flat planes, in parallel",
                """
                public static float[] NAME(float[] input, float[] kernel, int inputs, int height, int width, int outputs, int rows, int columns, int s, int padding = -1)
                {
                    if (padding < 0) padding = (rows - 1) / 2;
                    int down = (height + 2 * padding - rows) / s + 1, across = (width + 2 * padding - columns) / s + 1;
                    var output = new float[outputs * down * across];
                    System.Threading.Tasks.Parallel.For(0, outputs, o =>
                    {
                        for (int oy = 0; oy < down; oy++)
                        {
                            int top = oy * s - padding;
                            for (int ox = 0; ox < across; ox++)
                            {
                                int left = ox * s - padding;
                                float sum = 0;
                                for (int c = 0; c < inputs; c++)
                                {
                                    for (int ky = 0; ky < rows; ky++)
                                    {
                                        int y = top + ky;
                                        if ((uint)y >= (uint)height) continue;
                                        int line = (c * height + y) * width;
                                        int taps = ((o * inputs + c) * rows + «ky|rows - 1 - ky») * columns;
                                        for (int kx = 0; kx < columns; kx++)
                                        {
                                            int x = left + kx;
                                            if ((uint)x >= (uint)width) continue;
                                            sum += input[line + x] * kernel[taps + «kx|columns - 1 - kx»];
                                        }
                                    }
                                }

                                output[(o * down + oy) * across + ox] = sum;
                            }
                        }
                    });
                    return output;
                }
                """
            ),
        ];

    private static IEnumerable<(string Name, string Code)> Places =>
        [
            (
                "a kernel that is read on through both loops",
                """
                public static void NAME(uint[] pixels, byte[] result, int width, int height, float[] kernel)
                {
                    for (int y = 1; y < height - 1; y++)
                    {
                        for (int x = 1; x < width - 1; x++)
                        {
                            float red = 0;
                            int place = «0|kernel.Length - 1»;
                            for (int i = -1; i <= 1; i++)
                            {
                                for (int j = -1; j <= 1; j++)
                                {
                                    uint pixel = pixels[(y + i) * width + (x + j)];
                                    float weight = kernel[place«++|--»];
                                    red += ((pixel >> 16) & 0xff) * weight;
                                }
                            }

                            result[y * width + x] = (byte)red;
                        }
                    }
                }
                """
            ),
            (
                "a place in the kernel that is stepped at the end of a round",
                """
                public static double[,] NAME(double[,] image, float[] kernel, int size)
                {
                    var result = new double[image.GetLength(0), image.GetLength(1)];
                    int place;
                    for (int x = 0; x < image.GetLength(0); x++)
                    {
                        for (int y = 0; y < image.GetLength(1); y++)
                        {
                            double sum = 0;
                            place = 0;
                            for (int k = 0; k < size; k++)
                            {
                                for (int l = 0; l < size; l++, place++)
                                {
                                    int across = x - size / 2 + «k|size - 1 - k», down = y - size / 2 + «l|size - 1 - l»;
                                    if (across >= 0 && across < image.GetLength(0) && down >= 0 && down < image.GetLength(1))
                                    {
                                        sum = sum + image[across, down] * kernel[place];
                                    }
                                }
                            }

                            result[x, y] = sum;
                        }
                    }

                    return result;
                }
                """
            ),
            (
                "a window and a kernel that are read on, with the rest of the row skipped",
                """
                public static int[] NAME(byte[] image, int[] mask, int side, int width, int height)
                {
                    var result = new int[(width - side + 1) * (height - side + 1)];
                    for (int y = 0; y <= height - side; y++)
                    {
                        for (int x = 0; x <= width - side; x++)
                        {
                            int sum = 0, at = y * width + x, tap = «0|mask.Length - 1»;
                            for (int i = side; i > 0; i--)
                            {
                                for (int j = 0; j != side; j++)
                                {
                                    sum += image[at] * mask[tap];
                                    at++;
                                    tap«++|--»;
                                }

                                at += width - side;
                            }

                            result[y * (width - side + 1) + x] = sum;
                        }
                    }

                    return result;
                }
                """
            ),
        ];
}
