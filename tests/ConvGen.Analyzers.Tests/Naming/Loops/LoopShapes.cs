namespace ConvGen.Analyzers.Tests.Naming.Loops;

/// <summary>
/// Ways in which people write a sliding sum. <c>NAME</c> stands for the name of the routine; <c>«same|opposite»</c> for the text that makes
/// the indices run
/// the same way, as in a correlation, or opposite ways, as in a convolution.
/// </summary>
internal static class LoopShapes
{
    /// <summary>The shapes by what they are called.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } =
        Lines
            .Concat(Images.All)
            .Concat(Everyday.All)
            .Concat(Varied.All)
            .ToDictionary(shape => shape.Name, shape => shape.Code, StringComparer.Ordinal);

    private static IEnumerable<(string Name, string Code)> Lines =>
        [
            (
                "the naive sum over whole windows",
                """
                public static double[] NAME(double[] signal, double[] kernel)
                {
                    var result = new double[signal.Length - kernel.Length + 1];
                    for (int i = 0; i < result.Length; i++)
                    {
                        double sum = 0;
                        for (int j = 0; j < kernel.Length; j++)
                        {
                            sum += signal[i + j] * kernel[«j|kernel.Length - 1 - j»];
                        }

                        result[i] = sum;
                    }

                    return result;
                }
                """
            ),
            (
                "the sum over lags",
                """
                public static double[] NAME(double[] x, double[] h)
                {
                    var y = new double[x.Length];
                    for (int n = 0; n < x.Length; n++)
                    {
                        for (int k = 0; k < h.Length; k++)
                        {
                            if (n «+|-» k >= 0 && n «+|-» k < x.Length)
                            {
                                y[n] += x[n «+|-» k] * h[k];
                            }
                        }
                    }

                    return y;
                }
                """
            ),
            (
                "weights first, with an else for what lies outside",
                """
                public static double[] NAME(double[] weights, double[] samples)
                {
                    double[] result = new double[samples.Length];
                    double sum = 0;
                    for (int i = 0; i < result.Length; i++)
                    {
                        for (int j = 0; j < weights.Length; j++)
                        {
                            if (i + j < samples.Length)
                            {
                                sum += weights[«j|weights.Length - j - 1»] * samples[i + j];
                            }
                            else
                            {
                                sum += 0;
                            }
                        }

                        result[i] = sum;
                        sum = 0;
                    }

                    return result;
                }
                """
            ),
            (
                "a centred position in a local",
                """
                public static double[] NAME(double[] signal, IList<double> block)
                {
                    var result = new double[block.Count];
                    for (int offset = 0; offset < result.Length; offset++)
                    {
                        for (int i = 0; i < signal.Length; i++)
                        {
                            int position = offset - (signal.Length / 2) + «i|signal.Length - 1 - i»;
                            if (position >= 0 && position < block.Count)
                            {
                                result[offset] += signal[i] * block[position];
                            }
                        }
                    }

                    return result;
                }
                """
            ),
            (
                "the scattering sum",
                """
                public static double[] NAME(double[] a, double[] b)
                {
                    var c = new double[a.Length + b.Length - 1];
                    for (int i = 0; i < a.Length; i++)
                    {
                        for (int j = 0; j < b.Length; j++)
                        {
                            c[i + j] += a[i] * b[«b.Length - 1 - j|j»];
                        }
                    }

                    return c;
                }
                """
            ),
            (
                "two counters",
                """
                public static double[] NAME(double[] x, double[] h)
                {
                    var y = new double[x.Length - h.Length + 1];
                    for (int n = 0; n < y.Length; n++)
                    {
                        double sum = 0;
                        for (int i = n, k = «0|h.Length - 1»; i < n + h.Length; i++, k«++|--»)
                        {
                            sum += x[i] * h[k];
                        }

                        y[n] = sum;
                    }

                    return y;
                }
                """
            ),
            (
                "a falling counter",
                """
                public static double[] NAME(double[] x, double[] h)
                {
                    var y = new double[x.Length - h.Length + 1];
                    for (int n = y.Length - 1; n >= 0; n--)
                    {
                        for (int k = h.Length - 1; k >= 0; k--)
                        {
                            y[n] += h[«k|h.Length - 1 - k»] * x[n + k];
                        }
                    }

                    return y;
                }
                """
            ),
            (
                "while loops",
                """
                public static double[] NAME(double[] x, double[] h)
                {
                    var y = new double[x.Length - h.Length + 1];
                    int n = 0;
                    while (n < y.Length)
                    {
                        double sum = 0;
                        int k = 0;
                        while (k < h.Length)
                        {
                            sum += x[n + k] * h[«k|h.Length - 1 - k»];
                            k++;
                        }

                        y[n] = sum;
                        n++;
                    }

                    return y;
                }
                """
            ),
            (
                "foreach over the weights with a counter",
                """
                public static double[] NAME(double[] x, double[] h)
                {
                    var y = new double[x.Length];
                    for (int n = h.Length; n < x.Length - h.Length; n++)
                    {
                        int i = n;
                        double sum = 0;
                        foreach (double weight in h)
                        {
                            sum += weight * x[i];
                            i«++|--»;
                        }

                        y[n] = sum;
                    }

                    return y;
                }
                """
            ),
            (
                "foreach over a range",
                """
                public static double[] NAME(double[] x, double[] h)
                {
                    int radius = h.Length / 2;
                    var y = new double[x.Length];
                    foreach (int n in Enumerable.Range(radius, x.Length - (2 * radius)))
                    {
                        foreach (int k in Enumerable.Range(-radius, h.Length))
                        {
                            y[n] += x[n «+|-» k] * h[k + radius];
                        }
                    }

                    return y;
                }
                """
            ),
            (
                "spans and a fused multiply-add",
                """
                public static void NAME(ReadOnlySpan<float> input, ReadOnlySpan<float> taps, Span<float> output)
                {
                    for (int i = 0; i < output.Length; i++)
                    {
                        float sum = 0;
                        for (int t = 0; t < taps.Length; t++)
                        {
                            sum = MathF.FusedMultiplyAdd(input[i + t], taps[«t|^(t + 1)»], sum);
                        }

                        output[i] = sum;
                    }
                }
                """
            ),
            (
                "values in locals",
                """
                public static float[] NAME(List<float> x, List<float> h)
                {
                    var y = new float[x.Count - h.Count + 1];
                    for (int n = 0; n < y.Length; n++)
                    {
                        float sum = 0f;
                        for (int k = 0; k < h.Count; k++)
                        {
                            float sample = x[n + k];
                            float weight = h[«k|h.Count - 1 - k»];
                            sum = sum + sample * weight;
                        }

                        y[n] = sum;
                    }

                    return y;
                }
                """
            ),
            (
                "a wrapped index",
                """
                public static double[] NAME(double[] x, double[] h)
                {
                    int length = x.Length;
                    var y = new double[length];
                    for (int n = 0; n < length; n++)
                    {
                        for (int k = 0; k < h.Length; k++)
                        {
                            y[n] += x[(n «+|-» k + length) % length] * h[k];
                        }
                    }

                    return y;
                }
                """
            ),
            (
                "a decimating filter",
                """
                public static double[] NAME(double[] x, double[] h, int decimation)
                {
                    var y = new double[(x.Length - h.Length) / decimation + 1];
                    for (int n = 0; n < y.Length; n++)
                    {
                        for (int k = 0; k < h.Length; k++)
                        {
                            y[n] += x[n * decimation + k] * h[«k|h.Length - 1 - k»];
                        }
                    }

                    return y;
                }
                """
            ),
            (
                "dilated taps",
                """
                public static double[] NAME(double[] x, double[] h, int dilation)
                {
                    var y = new double[x.Length - ((h.Length - 1) * dilation)];
                    for (int n = 0; n < y.Length; n++)
                    {
                        for (int k = 0; k < h.Length; k++)
                        {
                            y[n] += x[n + k * dilation] * h[«k|h.Length - 1 - k»];
                        }
                    }

                    return y;
                }
                """
            ),
            (
                "a local function",
                """
                public static double[] Apply(double[] x, double[] h)
                {
                    double NAME(int n)
                    {
                        double sum = 0;
                        for (int k = 0; k < h.Length; k++)
                        {
                            sum += x[n + k] * h[«k|h.Length - 1 - k»];
                        }

                        return sum;
                    }

                    var y = new double[x.Length - h.Length + 1];
                    for (int i = 0; i < y.Length; i++)
                    {
                        y[i] = NAME(i);
                    }

                    return y;
                }
                """
            ),
            (
                "a lambda that runs in parallel",
                """
                public static float[] NAME(float[] x, float[] h)
                {
                    var y = new float[x.Length - h.Length + 1];
                    System.Threading.Tasks.Parallel.For(0, y.Length, n =>
                    {
                        float sum = 0;
                        for (int k = 0; k < h.Length; k++)
                        {
                            sum += x[n + k] * h[«k|h.Length - 1 - k»];
                        }

                        y[n] = sum;
                    });
                    return y;
                }
                """
            ),
            (
                "a sum over a range of taps",
                """
                public static double[] NAME(double[] x, double[] h) => Enumerable.Range(0, x.Length - h.Length + 1)
                    .Select(n => Enumerable.Range(0, h.Length).Sum(k => x[n + k] * h[«k|h.Length - 1 - k»]))
                    .ToArray();
                """
            ),
            (
                "windows zipped with the weights",
                """
                public static IEnumerable<double> NAME(double[] x, double[] h)
                {
                    for (int n = 0; n + h.Length <= x.Length; n++)
                    {
                        yield return x.Skip(n).Take(h.Length).Zip(h«|.Reverse()», (sample, weight) => sample * weight).Sum();
                    }
                }
                """
            ),
            (
                "a kernel that is reversed first",
                """
                public static double[] NAME(double[] x, double[] h)
                {
                    double[] taps = h«|.Reverse()».ToArray();
                    var y = new double[x.Length - taps.Length + 1];
                    for (int n = 0; n < y.Length; n++)
                    {
                        for (int k = 0; k < taps.Length; k++)
                        {
                            y[n] += x[n + k] * taps[k];
                        }
                    }

                    return y;
                }
                """
            ),
            (
                "a kernel that is copied by a loop",
                """
                public static double[] NAME(double[] x, double[] h)
                {
                    var taps = new double[h.Length];
                    for (int i = 0; i < h.Length; i++)
                    {
                        taps[i] = h[«i|h.Length - 1 - i»];
                    }

                    var y = new double[x.Length - h.Length + 1];
                    for (int n = 0; n < y.Length; n++)
                    {
                        for (int k = 0; k < taps.Length; k++)
                        {
                            y[n] += x[n + k] * taps[k];
                        }
                    }

                    return y;
                }
                """
            ),
            (
                "pointers",
                """
                public static unsafe void NAME(float* source, float* destination, float* kernel, int length, int taps)
                {
                    for (int i = 0; i < length; i++)
                    {
                        float sum = 0;
                        for (int t = 0; t < taps; t++)
                        {
                            sum += source[i + t] * kernel[«t|taps - 1 - t»];
                        }

                        destination[i] = sum;
                    }
                }
                """
            ),
        ];
}
