using ConvGen.Testing;
using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.Analyzers.Tests.Naming.Lift;

/// <summary>Other ways to write a loop, with the declaration that each becomes, and run before and after.</summary>
public class LiftShapeTests
{
    [Fact]
    public Task A_sum_over_delays_of_integers() =>
        VerifyAsync(
            """
            public static int[] Correlate(short[] x)
            {
                int[] h = { 1, 2, 3 };
                int[] y = new int[x.Length];
                for (int n = 0; n < x.Length; n++)
                {
                    int sum = 0;
                    for (int k = 0; k < h.Length && k <= n; k++)
                        sum += [|x[n - k] * h[k]|];
                    y[n] = sum;
                }
                return y;
            }
            """,
            OperationKind.Convolution,
            """[Convolution(Anchor = [2]), Kernel("1 2 3")]""",
            "return Filters.Correlate(Data.Line<short>(random, width));"
        );

    [Fact]
    public Task A_sum_over_delays_between_computed_bounds() =>
        VerifyAsync(
            """
            public static int[] Correlate(short[] x)
            {
                int[] h = { 1, 2, 3 };
                int n = x.Length;
                int[] y = new int[n + h.Length - 1];
                for (int i = 0; i < y.Length; i++)
                {
                    for (int k = Math.Max(0, i - n + 1); k <= Math.Min(i, h.Length - 1); k++)
                    {
                        y[i] += [|x[i - k] * h[k]|];
                    }
                }

                return y;
            }
            """,
            OperationKind.Convolution,
            """[Convolution(Mode = OutputMode.Full), Kernel("1 2 3")]""",
            "return Filters.Correlate(Data.Line<short>(random, width));"
        );

    [Fact]
    public Task A_sample_that_is_handed_to_its_outputs() =>
        VerifyAsync(
            """
            public static double[] Correlate(double[] x)
            {
                double[] h = { 1, 2, 0.3 };
                double[] y = new double[x.Length + h.Length - 1];
                for (int i = 0; i < x.Length; i++)
                    for (int k = 0; k < h.Length; k++)
                        y[i + k] += [|x[i] * h[k]|];
                return y;
            }
            """,
            OperationKind.Convolution,
            """[Convolution(Mode = OutputMode.Full, FloatingPoint = FloatingPointMode.Strict), Kernel("1 2 0.3")]""",
            "return Filters.Correlate(Data.Line<double>(random, width));"
        );

    [Fact]
    public Task An_image_that_is_handed_to_its_outputs_backwards() =>
        VerifyAsync(
            """
            public static float[,] Convolve(float[,] x)
            {
                float[,] h = { { 1, 2, 0.3f }, { 4, 5, 6 } };
                int rows = x.GetLength(0), columns = x.GetLength(1);
                float[,] y = new float[rows + 1, columns + 2];
                for (int i = 0; i < rows; i++)
                    for (int j = 0; j < columns; j++)
                        for (int k = 0; k < 2; k++)
                            for (int l = 0; l < 3; l++)
                                y[i + 1 - k, j + 2 - l] += [|x[i, j] * h[k, l]|];
                return y;
            }
            """,
            OperationKind.Correlation,
            """[Correlation(Mode = OutputMode.Full, FloatingPoint = FloatingPointMode.Strict), Kernel("1 2 0.3; 4 5 6")]""",
            "return Filters.Convolve(Data.Plane<float>(random, height, width));"
        );

    [Fact]
    public Task Weights_around_zero() =>
        VerifyAsync(
            """
            public static void Convolve(ReadOnlySpan<byte> image, int columns, int rows, Span<byte> blurred)
            {
                ReadOnlySpan<int> k = [1, 2, 3, 4, 5, 6, 7, 8, 9];
                for (int y = 0; y < rows; ++y)
                {
                    for (int x = 0; x < columns; x += 1)
                    {
                        int acc = 0;
                        for (int dy = -1; dy <= 1; dy++)
                        {
                            int row = Math.Min(Math.Max(y + dy, 0), rows - 1) * columns;
                            for (int dx = -1; dx <= 1; dx++)
                            {
                                int px = x + dx;
                                if (px < 0)
                                {
                                    px = 0;
                                }

                                if (px > columns - 1)
                                {
                                    px = columns - 1;
                                }

                                byte value = image[row + px];
                                acc = acc + [|value * k[(dy + 1) * 3 + dx + 1]|];
                            }
                        }

                        acc = (acc + 22) / 45;
                        blurred[y * columns + x] = (byte)acc;
                    }
                }
            }
            """,
            OperationKind.Correlation,
            """[Correlation(Border = BorderMode.Replicate), Kernel("1 2 3; 4 5 6; 7 8 9", Divisor = 45)]""",
            "var y = Data.Line<byte>(random, width * height); Filters.Convolve(Data.Line<byte>(random, width * height), width, height, y); return y;"
        );

    [Fact]
    public Task A_saturated_sum() =>
        VerifyAsync(
            """
            public static byte[] Convolve(byte[] x)
            {
                int[] k = { -1, 5, -2 };
                var y = new byte[x.Length];
                for (int n = 0; n < x.Length; n++)
                {
                    int sum = 0;
                    for (int j = 0; j < 3; j++)
                    {
                        int q = n + j - 1;
                        if (q < 0) q += x.Length;
                        else if (q >= x.Length) q -= x.Length;
                        sum += [|x[q] * k[j]|];
                    }

                    if (sum < 0) sum = 0;
                    else if (sum > 255) sum = 255;
                    y[n] = (byte)sum;
                }

                return y;
            }
            """,
            OperationKind.Correlation,
            """[Correlation(Border = BorderMode.Wrap), Kernel("-1 5 -2")]""",
            "return Filters.Convolve(Data.Line<byte>(random, width));"
        );

    [Fact]
    public Task A_circular_sum() =>
        VerifyAsync(
            """
            public static long[] Correlate(int[] x, sbyte[] h)
            {
                long[] y = new long[x.Length];
                for (int n = 0; n < x.Length; n++)
                {
                    long sum = 0;
                    for (int k = 0; k < 3; k++)
                    {
                        int q = n - k;
                        if (q < 0) q += x.Length;
                        sum += [|(long)x[q] * h[k]|];
                    }

                    y[n] = sum;
                }

                return y;
            }
            """,
            OperationKind.Convolution,
            "[Convolution(Border = BorderMode.Wrap, Anchor = [2]), KernelShape(3)]",
            "return Filters.Correlate(Data.Line<int>(random, width), Data.Line<sbyte>(random, 5));"
        );

    [Fact]
    public Task Steps_between_outputs_and_between_taps() =>
        VerifyAsync(
            """
            public static double[,] Convolve(double[,] x)
            {
                double[,] k = { { 1, 2 }, { 3, 4 } };
                double[,] y = new double[(x.GetLength(0) - 3) / 2 + 1, (x.GetLength(1) - 4) / 2 + 1];
                for (int v = 0; v < y.GetLength(0); v++)
                    for (int u = 0; u < y.GetLength(1); u++)
                    {
                        double sum = 0.0;
                        for (int i = 0; i < 2; i++)
                            for (int j = 0; j < 2; j++)
                                sum += [|k[i, j] * x[2 * v + 2 * i, u * 2 + 3 * j]|];
                        y[v, u] = sum;
                    }
                return y;
            }
            """,
            OperationKind.Correlation,
            """[Correlation(Mode = OutputMode.Valid, Stride = 2, Dilations = [2, 3], FloatingPoint = FloatingPointMode.Strict), Kernel("1 2; 3 4")]""",
            "return Filters.Convolve(Data.Plane<double>(random, height, width));"
        );

    [Fact]
    public Task One_axis_of_an_image() =>
        VerifyAsync(
            """
            public static float[,] Convolve(float[,] image)
            {
                float[] k = [0.25f, 0.5f, 0.125f];
                int height = image.GetLength(0);
                int width = image.GetLength(1);
                float[,] result = new float[height, width];
                for (int y = 0; y < height; y++)
                {
                    for (int x = 0; x < width; x++)
                    {
                        float sum = 0f;
                        for (int i = -1; i <= 1; i++)
                        {
                            sum += [|image[Math.Clamp(y + i, 0, height - 1), x] * k[i + 1]|];
                        }

                        result[y, x] = sum;
                    }
                }

                return result;
            }
            """,
            OperationKind.Correlation,
            """[Correlation(Border = BorderMode.Replicate, FloatingPoint = FloatingPointMode.Strict), Kernel("0.25; 0.5; 0.125")]""",
            "return Filters.Convolve(Data.Plane<float>(random, height, width));"
        );

    [Fact]
    public Task A_destination_that_is_cleared_first() =>
        VerifyAsync(
            """
            public static void Convolve(ReadOnlySpan<float> x, Span<float> y)
            {
                ReadOnlySpan<float> k = new float[] { 1, 2, 3 };
                for (int n = 0; n < x.Length - 2; n++)
                {
                    y[n] = 0;
                    for (int j = 0; j < k.Length; j++)
                    {
                        y[n] += [|x[n + j] * k[j]|];
                    }
                }
            }
            """,
            OperationKind.Correlation,
            """[Correlation(Mode = OutputMode.Valid, FloatingPoint = FloatingPointMode.Strict), Kernel("1 2 3")]""",
            "var y = Data.Line<float>(random, width); Filters.Convolve(Data.Line<float>(random, width), y); return y;"
        );

    [Fact]
    public Task Bytes_to_floats_with_a_kernel_that_is_a_property() =>
        VerifyAsync(
            """
            private static ReadOnlySpan<float> Weights => [0.1f, 0.7f, 0.2f];

            public static float[] Convolve(byte[] x)
            {
                float[] y = new float[x.Length];
                for (int n = 0; n < x.Length; n++)
                {
                    float sum = 0;
                    for (int j = 0; j < Weights.Length; j++)
                    {
                        int q = n + j - 1;
                        if ((uint)q < (uint)x.Length)
                        {
                            sum += [|Weights[j] * x[q]|];
                        }
                    }

                    y[n] = sum;
                }

                return y;
            }
            """,
            OperationKind.Correlation,
            """[Correlation(FloatingPoint = FloatingPointMode.Strict), Kernel("0.1 0.7 0.2")]""",
            "return Filters.Convolve(Data.Line<byte>(random, width));"
        );

    [Fact]
    public Task Weights_in_float_for_a_sum_in_double() =>
        VerifyAsync(
            """
            public static double[] Convolve(double[] x)
            {
                float[] k = { 0.1f, 0.7f };
                double[] y = new double[x.Length - 1];
                for (int n = 0; n < y.Length; n++)
                {
                    double sum = 0;
                    for (int j = 0; j < 2; j++)
                    {
                        sum += [|x[n + j] * k[j]|];
                    }

                    y[n] = sum;
                }

                return y;
            }
            """,
            OperationKind.Correlation,
            """[Correlation(Mode = OutputMode.Valid, FloatingPoint = FloatingPointMode.Strict), Kernel("0.10000000149011612 0.699999988079071")]""",
            "return Filters.Convolve(Data.Line<double>(random, width));"
        );

    private static async Task VerifyAsync(string members, OperationKind computed, string attributes, string driver)
    {
        string before = "using System;\n\npublic static class Filters\n{\n" + members + "\n}\n";
        string title =
            "Let the generator write this " + (computed == OperationKind.Convolution ? "convolution" : "correlation") + " (same result)";
        (string Title, string Text)[] offers = [.. await LiftHarness.OfferAsync(before, computed)];

        Assert.Equal(2, offers.Length);
        Assert.Equal(title, offers[0].Title);
        Assert.Contains("\n" + attributes + "\n", offers[0].Text.Replace("    [", "[", StringComparison.Ordinal), StringComparison.Ordinal);
        string other =
            computed == OperationKind.Convolution
                ? attributes.Replace("[Convolution", "[Correlation", StringComparison.Ordinal)
                : attributes.Replace("[Correlation", "[Convolution", StringComparison.Ordinal);
        Assert.Contains("\n" + other + "\n", offers[1].Text.Replace("    [", "[", StringComparison.Ordinal), StringComparison.Ordinal);
        LiftHarness.AssertSame(before, offers[0].Text, driver);
        using CompiledSource reversed = CompiledSource.Load(offers[1].Text);
    }
}
