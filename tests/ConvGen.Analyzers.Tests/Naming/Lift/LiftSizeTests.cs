using System.Collections.Immutable;
using ConvGen.Testing;
using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.Analyzers.Tests.Naming.Lift;

/// <summary>
/// Loops over a kernel whose size only its callers know: a branch for each size that they pass, and the loops for all others.
/// </summary>
public class LiftSizeTests
{
    private const string Line = """
        using System;

        public static class Filters
        {
            private static readonly double[] Taps = { 1, -2, 0.5 };

            public static double[] Slope(double[] x) => Convolve(x, Taps);

            public static double[] Convolve(double[] signal, double[] kernel)
            {
                ArgumentNullException.ThrowIfNull(signal);
                double[] result = new double[signal.Length - kernel.Length + 1];
                for (int n = 0; n < result.Length; n++)
                {
                    double sum = 0;
                    for (int k = 0; k < kernel.Length; k++)
                    {
                        sum += [|signal[n + k] * kernel[k]|];
                    }

                    result[n] = sum;
                }

                return result;
            }
        }
        """;

    private const string Plane = """
        using System;

        public class Filters
        {
            public float[,] Edges(float[,] image)
            {
                float[,] mask = { { 1, 2, 1 }, { 0, 0, 0 }, { -1, -2, -1.5f } };
                return Convolve(image, mask);
            }

            public static float[,] Convolve(float[,] image, float[,] kernel)
            {
                int rows = kernel.GetLength(0), columns = kernel.GetLength(1);
                float[,] result = new float[image.GetLength(0) - rows + 1, image.GetLength(1) - columns + 1];
                for (int y = 0; y < image.GetLength(0) - rows + 1; y++)
                {
                    for (int x = 0; x < image.GetLength(1) - columns + 1; x++)
                    {
                        float sum = 0;
                        for (int i = 0; i < rows; i++)
                        {
                            for (int j = 0; j < columns; j++)
                            {
                                sum += [|image[y + i, x + j] * kernel[i, j]|];
                            }
                        }

                        result[y, x] = sum;
                    }
                }

                return result;
            }
        }
        """;

    private const string Counted = """
        using System;

        public static class Filters
        {
            public static void Smooth(ReadOnlySpan<byte> source, ReadOnlySpan<sbyte> weights, Span<int> destination, int width, int height) => Convolve(source, width, height, weights, 3, destination);

            public static void Convolve(ReadOnlySpan<byte> source, int width, int height, ReadOnlySpan<sbyte> weights, int size, Span<int> destination)
            {
                int half = size / 2;
                for (int y = 0; y < height; y++)
                {
                    for (int x = 0; x < width; x++)
                    {
                        int sum = 0;
                        for (int v = -half; v <= half; v++)
                        {
                            for (int u = -half; u <= half; u++)
                            {
                                int row = Math.Clamp(y + v, 0, height - 1);
                                int column = Math.Clamp(x + u, 0, width - 1);
                                sum += [|source[row * width + column] * weights[(v + half) * size + u + half]|];
                            }
                        }

                        destination[y * width + x] = sum;
                    }
                }
            }
        }
        """;

    public static TheoryData<string, string, string> Loops =>
        new()
        {
            {
                "a field that a call passes",
                Line,
                "return Filters.Convolve(Data.Line<double>(random, width), Data.Line<double>(random, 3));"
            },
            {
                "and another size, which the loops keep",
                Line,
                "return Filters.Convolve(Data.Line<double>(random, width), Data.Line<double>(random, 4));"
            },
            {
                "a matrix in a local of the caller",
                Plane,
                "return Filters.Convolve(Data.Plane<float>(random, height, width), Data.Plane<float>(random, 3, 3));"
            },
            {
                "a matrix of another shape, which the loops keep",
                Plane,
                "return Filters.Convolve(Data.Plane<float>(random, height, width), Data.Plane<float>(random, 2, 4));"
            },
            {
                "a count",
                Counted,
                "var result = new int[height * width]; Filters.Convolve(Data.Line<byte>(random, height * width), width, height, Data.Line<sbyte>(random, 9), 3, result); return result;"
            },
            {
                "another count",
                Counted,
                "var result = new int[height * width]; Filters.Convolve(Data.Line<byte>(random, height * width), width, height, Data.Line<sbyte>(random, 25), 5, result); return result;"
            },
        };

    [Theory]
    [MemberData(nameof(Loops))]
    public async Task The_branch_gives_the_bits_of_the_loop(string what, string source, string driver)
    {
        Assert.NotEmpty(what);
        (string title, string text) = Assert.Single(await LiftHarness.OfferAsync(source, OperationKind.Correlation));
        Assert.EndsWith("as they are passed (same result)", title, StringComparison.Ordinal);
        LiftHarness.AssertSame(
            source.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal),
            text,
            driver
        );
    }

    [Fact]
    public async Task A_branch_is_written_before_the_loops()
    {
        (string title, string text) = Assert.Single(await LiftHarness.OfferAsync(Line, OperationKind.Correlation));

        Assert.Equal("Let the generator write this correlation for kernels of 3 taps, as they are passed (same result)", title);
        Assert.Contains(
            """
                    double[] result = new double[signal.Length - kernel.Length + 1];
                    if (kernel is { Length: 3 })
                    {
                        CorrelateGenerated(signal, kernel, result);
                        return result;
                    }

                    for (int n = 0; n < result.Length; n++)
            """,
            text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            """
                [Correlation(Mode = OutputMode.Valid, FloatingPoint = FloatingPointMode.Strict), KernelShape(3)]
                private static partial void CorrelateGenerated(double[] source, ReadOnlySpan<double> kernel, double[] destination);
            """,
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_matrix_is_passed_row_by_row()
    {
        (_, string text) = Assert.Single(await LiftHarness.OfferAsync(Plane, OperationKind.Correlation));

        Assert.Contains("if (kernel?.GetLength(0) == 3 && kernel.GetLength(1) == 3)", text, StringComparison.Ordinal);
        Assert.Contains(
            "CorrelateGenerated(image, System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpan(ref kernel[0, 0], 9), result);",
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Each_size_that_is_passed_is_offered_once()
    {
        string source = Line.Replace(
            "Convolve(x, Taps);",
            "Convolve(Convolve(Convolve(x, Taps), new double[5]), new double[3]);",
            StringComparison.Ordinal
        );
        ImmutableArray<(string Title, string Text)> offers = await LiftHarness.OfferAsync(source, OperationKind.Correlation);

        Assert.Equal(["5", "3"], offers.Select(offer => offer.Title.Split(' ')[^8]).OrderDescending());
    }

    [Theory]
    [InlineData("nobody calls it", "Convolve(x, Taps)", "x")]
    [InlineData("the size is not known", "Convolve(x, Taps)", "Convolve(x, new double[x.Length / 2])")]
    [InlineData("the field may be replaced", "private static readonly double[] Taps", "private static double[] Taps")]
    [InlineData(
        "the field is made anew",
        "public static double[] Slope",
        "static Filters() { Taps = new double[7]; } public static double[] Slope"
    )]
    [InlineData("some weights are left out", "k < kernel.Length; k++", "k < kernel.Length - 1; k++")]
    [InlineData("the weights are read out of order", "kernel[k]", "kernel[k * 2 % 3]")]
    [InlineData("the kernel is replaced", "double[] result =", "kernel = (double[])kernel.Clone(); double[] result =")]
    [InlineData("something else happens in the loop", "result[n] = sum;", "result[n] = sum; Console.WriteLine(n);")]
    public async Task Nothing_is_offered_where(string what, string from, string to)
    {
        Assert.NotEmpty(what);
        Assert.Contains(from, Line, StringComparison.Ordinal);
        Assert.Empty(await LiftHarness.OfferAsync(Line.Replace(from, to, StringComparison.Ordinal), OperationKind.Correlation));
    }

    [Fact]
    public async Task The_name_is_left_to_the_other_fixes() =>
        Assert.DoesNotContain(
            await LiftHarness.OfferAsync(Line, OperationKind.Correlation),
            offer => offer.Title.Contains("that the name says", StringComparison.Ordinal)
        );
}
