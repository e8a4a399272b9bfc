using ConvGen.Testing;
using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.Analyzers.Tests.Naming.Lift;

public class LiftTextTests
{
    private const string Naive = """
        using System;

        public static class Filters
        {
            /// <summary>Stays.</summary>
            public static float[] Convolve(float[] signal)
            {
                float[] kernel = { 1, 2.5f, 0.1f };
                float[] result = new float[signal.Length - kernel.Length + 1];
                for (int i = 0; i < result.Length; i++)
                {
                    float sum = 0;
                    for (int k = 0; k < kernel.Length; k++)
                    {
                        sum += [|signal[i + k] * kernel[k]|];
                    }

                    result[i] = sum;
                }

                return result;
            }
        }
        """;

    [Fact]
    public async Task A_method_forwards_to_a_declaration_with_the_same_result()
    {
        (string title, string text) = (await LiftHarness.OfferAsync(Naive, OperationKind.Correlation))[0];

        Assert.Equal("Let the generator write this correlation (same result)", title);
        Assert.Equal(
            """
            using System;
            using ConvGen;

            public static partial class Filters
            {
                /// <summary>Stays.</summary>
                public static float[] Convolve(float[] signal)
                {
                    float[] result = new float[signal.Length - 3 + 1];
                    CorrelateGenerated(signal, result);
                    return result;
                }

                [Correlation(Mode = OutputMode.Valid, FloatingPoint = FloatingPointMode.Strict), Kernel("1 2.5 0.1")]
                private static partial void CorrelateGenerated(float[] source, float[] destination);
            }
            """,
            text
        );
        LiftHarness.AssertSame(Naive, text, "return Filters.Convolve(Data.Line<float>(random, width));");
    }

    [Fact]
    public async Task A_method_forwards_to_a_declaration_of_what_the_name_says()
    {
        (string title, string text) = (await LiftHarness.OfferAsync(Naive, OperationKind.Correlation))[1];

        Assert.Equal("Let the generator write the convolution that the name says (the kernel is reversed)", title);
        Assert.Contains("        ConvolveGenerated(signal, result);\n", text, StringComparison.Ordinal);
        Assert.Contains(
            """
                [Convolution(Mode = OutputMode.Valid, FloatingPoint = FloatingPointMode.Strict), Kernel("1 2.5 0.1")]
                private static partial void ConvolveGenerated(float[] source, float[] destination);
            """,
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public Task A_method_whose_parameters_are_roles_becomes_the_declaration() =>
        VerifyAsync(
            """
            using System;
            using System.Collections.Generic;
            using static System.Math;

            namespace Imaging
            {
                // Outside.
                internal class Outer
                {
                    internal sealed record Inner
                    {
                        /// <summary>Stays.</summary>
                        [Obsolete]
                        public void Convolve(ReadOnlySpan<byte> source, int width, int height, Span<short> destination)
                        {
                            // Goes.
                            short[,] k = { { -1, 0, 1 }, { -2, 0, 2 }, { -1, 0, 1 } };
                            for (int y = 0; y < height; y++)
                            {
                                for (int x = 0; x < width; x++)
                                {
                                    int sum = 0;
                                    for (int i = -1; i <= 1; i++)
                                    {
                                        for (int j = -1; j <= 1; j++)
                                        {
                                            sum += [|source[Clamp(y + i, 0, height - 1) * width + Clamp(x + j, 0, width - 1)] * k[i + 1, j + 1]|];
                                        }
                                    }

                                    destination[y * width + x] = (short)sum;
                                }
                            }
                        }   // After.
                    }
                }
            }
            """,
            """
            using System;
            using System.Collections.Generic;
            using ConvGen;
            using static System.Math;

            namespace Imaging
            {
                // Outside.
                internal partial class Outer
                {
                    internal sealed partial record Inner
                    {
                        /// <summary>Stays.</summary>
                        [Obsolete]
                        [Correlation(Border = BorderMode.Replicate), Kernel("-1 0 1; -2 0 2; -1 0 1")]
                        public partial void Convolve(ReadOnlySpan<byte> source, int width, int height, Span<short> destination);   // After.
                    }
                }
            }
            """
        );

    [Fact]
    public Task A_result_that_is_returned_needs_no_body_either() =>
        VerifyAsync(
            """
            using ConvGen;
            using System;

            static partial class Filters
            {
                static float[,] Convolve(float[,] source)
                {
                    float[,] k = { { 1, 2 }, { 3, 4 } };
                    float[,] y = new float[source.GetLength(0) - 1, source.GetLength(1) - 1];
                    for (int i = 0; i < source.GetLength(0) - 1; i++)
                        for (int j = 0; j < source.GetLength(1) - 1; j++)
                        {
                            float sum = 0;
                            for (int r = 0; r < 2; r++)
                                for (int l = 0; l < 2; l++) sum += [|source[i + r, j + l] * k[r, l]|];
                            y[i, j] = sum;
                        }
                    return y;
                }
            }
            """,
            """
            using ConvGen;
            using System;

            static partial class Filters
            {
                [Correlation(Mode = OutputMode.Valid, FloatingPoint = FloatingPointMode.Strict), Kernel("1 2; 3 4")]
                private static partial float[,] Convolve(float[,] source);
            }
            """
        );

    [Fact]
    public Task Checks_of_arguments_stay_and_a_longer_kernel_is_cut() =>
        VerifyAsync(
            """
            namespace Imaging;

            struct Filters
            {
                float[] ConvolveGenerated;

                /// <summary>Stays.</summary>
                public static float[] Convolve(float[] signal, float[] weights, int count)
                {
                    // Before all else.
                    if (signal == null)
                    {
                        throw new System.ArgumentNullException(nameof(signal));
                    }

                    System.ArgumentOutOfRangeException.ThrowIfNegative(count);

                    int unused = 3;
                    const int taps = 3;
                    int last = count - taps; // The last place.

                    float[] result = new float[last + 1];
                    for (int n = 0; n <= last; n++)
                    {
                        float sum = 0;
                        for (int k = 0; k < unused; k++)
                        {
                            sum += [|signal[n + k] * weights[k]|];
                        }

                        result[n] = sum;
                    }

                    return result;
                }
            }
            """,
            """
            using ConvGen;

            namespace Imaging;

            partial struct Filters
            {
                float[] ConvolveGenerated;

                /// <summary>Stays.</summary>
                public static float[] Convolve(float[] signal, float[] weights, int count)
                {
                    // Before all else.
                    if (signal == null)
                    {
                        throw new System.ArgumentNullException(nameof(signal));
                    }

                    System.ArgumentOutOfRangeException.ThrowIfNegative(count);
                    const int taps = 3;
                    int last = count - taps; // The last place.

                    float[] result = new float[last + 1];
                    CorrelateGenerated(signal, count, new System.ReadOnlySpan<float>(weights, 0, 3), result);
                    return result;
                }

                [Correlation(Mode = OutputMode.Valid, FloatingPoint = FloatingPointMode.Strict), KernelShape(3)]
                private static partial void CorrelateGenerated(float[] source, int length, System.ReadOnlySpan<float> kernel, float[] destination);
            }
            """
        );

    [Fact]
    public Task A_call_that_is_all_there_is_becomes_the_body() =>
        VerifyAsync(
            """
            using System;
            using Zebra;

            public static class Filters
            {
                public static byte[] Convolve(byte[] @params, int w, int h)
                {
                    int[] k = { 1, 2, 1, 2, 4, 2, 1, 2, 0 };
                    byte[] result = new byte[w * h];
                    for (int y = 0; y < h; y++)
                        for (int x = 0; x < w; x++)
                        {
                            int sum = 0;
                            for (int i = 0; i < 3; i++)
                                for (int j = 0; j < 3; j++)
                                {
                                    int v = y + i - 1, u = x + j - 1;
                                    if (v < 0 || v >= h || u < 0 || u >= w) continue;
                                    sum += [|@params[v * w + u] * k[i * 3 + j]|];
                                }
                            result[y * w + x] = (byte)((sum + 7) / 15);
                        }
                    return result;
                }
            }

            namespace Zebra { class Stripe; }
            """,
            """
            using System;
            using ConvGen;
            using Zebra;

            public static partial class Filters
            {
                public static byte[] Convolve(byte[] @params, int w, int h) => CorrelateGenerated(@params, w, h);

                [Correlation, Kernel("1 2 1; 2 4 2; 1 2 0", Divisor = 15)]
                private static partial byte[] CorrelateGenerated(byte[] source, int width, int height);
            }

            namespace Zebra { class Stripe; }
            """
        );

    [Fact]
    public async Task Line_ends_stay_as_they_are()
    {
        string text = (await LiftHarness.OfferAsync(Naive.Replace("\n", "\r\n", StringComparison.Ordinal), OperationKind.Correlation))[
            0
        ].Text;

        Assert.DoesNotContain("\n", text.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static async Task VerifyAsync(string before, string after)
    {
        Assert.Equal(after, (await LiftHarness.OfferAsync(before, OperationKind.Correlation))[0].Text);
        using CompiledSource compiled = CompiledSource.Load(after);
    }
}
