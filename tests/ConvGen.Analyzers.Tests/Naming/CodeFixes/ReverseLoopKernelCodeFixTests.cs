using ConvGen.CodeFixes;
using ConvGen.Testing;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Analyzers.Tests.Naming.CodeFixes;

public class ReverseLoopKernelCodeFixTests
{
    private const string Title = "Reverse the kernel's indices (the result becomes the convolution that the name says)";

    /// <summary>The loops that are rewritten, in pairs; each convolves a signal or an image when run.</summary>
    public static TheoryData<string, string, string> Loops =>
        new()
        {
            // Bounds that are named, written out, inclusive, descending or symmetric.
            {
                "k",
                "for (int k = 0; k < kernel.Length; k++) sum += x[n + k] * kernel[k];",
                "for (int k = 0; k < kernel.Length; k++) sum += x[n + k] * kernel[kernel.Length - 1 - k];"
            },
            {
                "k",
                "int K = kernel.Length; for (int k = 0; k < K; ++k) sum += x[n + k] * kernel[k];",
                "int K = kernel.Length; for (int k = 0; k < K; ++k) sum += x[n + k] * kernel[K - 1 - k];"
            },
            {
                "k",
                "int K = kernel.Length; for (int k = 0; k < K; k++) sum += x[n + K - 1 - k] * kernel[K - 1 - k];",
                "int K = kernel.Length; for (int k = 0; k < K; k++) sum += x[n + K - 1 - k] * kernel[k];"
            },
            {
                "k",
                "int K = kernel.Length; for (int k = 0; k < K; k++) sum += x[n + K - 1 - k] * kernel[kernel.Length - 1 - k];",
                "int K = kernel.Length; for (int k = 0; k < K; k++) sum += x[n + K - 1 - k] * kernel[k];"
            },
            {
                "k",
                "int last = kernel.Length - 1; for (int k = 0; k <= last; k++) sum += x[n + k] * kernel[k];",
                "int last = kernel.Length - 1; for (int k = 0; k <= last; k++) sum += x[n + k] * kernel[last - k];"
            },
            {
                "k",
                "for (int k = kernel.Length - 1; k >= 0; k--) sum += x[n + k] * kernel[k];",
                "for (int k = kernel.Length - 1; k >= 0; k--) sum += x[n + k] * kernel[kernel.Length - 1 - k];"
            },
            {
                "k",
                "for (int k = 0; k < 3; k++) sum += x[n + k] * kernel[k];",
                "for (int k = 0; k < 3; k++) sum += x[n + k] * kernel[2 - k];"
            },
            {
                "k",
                "int r = kernel.Length / 2; for (int k = -r; k <= r; k++) sum += x[n + r + k] * kernel[k + r];",
                "int r = kernel.Length / 2; for (int k = -r; k <= r; k++) sum += x[n + r + k] * kernel[r - k];"
            },
            {
                "k",
                "for (int k = 0; k < kernel.Length; k++) sum += x[n + kernel.Length - 1 - k] * kernel[^(k + 1)];",
                "for (int k = 0; k < kernel.Length; k++) sum += x[n + kernel.Length - 1 - k] * kernel[k];"
            },
            // Bounds that the border cuts, or that a while loop hides: counted from the kernel's end.
            {
                "k",
                "for (int k = Math.Max(0, -n); k < Math.Min(kernel.Length, x.Length - n); k++) sum += x[n + k] * kernel[k];",
                "for (int k = Math.Max(0, -n); k < Math.Min(kernel.Length, x.Length - n); k++) sum += x[n + k] * kernel[kernel.Length - 1 - k];"
            },
            {
                "k",
                "int k = 0; while (k < kernel.Length) { sum += x[n + k] * kernel[k]; k++; }",
                "int k = 0; while (k < kernel.Length) { sum += x[n + k] * kernel[kernel.Length - 1 - k]; k++; }"
            },
            // A local between the index and the subscript, a guard, a value read first, two channels at once.
            {
                "k",
                "for (int k = 0; k < kernel.Length; k++) { int tap = k; if (n + k < x.Length) sum += x[n + k] * kernel[tap]; }",
                "for (int k = 0; k < kernel.Length; k++) { int tap = k; if (n + k < x.Length) sum += x[n + k] * kernel[kernel.Length - 1 - k]; }"
            },
            {
                "k",
                "double other = 0; for (int k = 0; k < kernel.Length; k++) { sum += x[n + k] * kernel[k]; other += 2 * x[n + k] * kernel[k]; } if (other < 0) throw new Exception();",
                "double other = 0; for (int k = 0; k < kernel.Length; k++) { sum += x[n + k] * kernel[kernel.Length - 1 - k]; other += 2 * x[n + k] * kernel[kernel.Length - 1 - k]; } if (other < 0) throw new Exception();"
            },
        };

    [Theory]
    [MemberData(nameof(Loops))]
    public async Task A_signal_is_convolved(string indices, string before, string after)
    {
        await VerifyAsync(Signal(before), Signal(after), indices);
        double[] x = [3, 1, 4, 1, 5, 9, 2, 6];
        double[] kernel = [1, 10, 100];

        Assert.Equal(413.0, CompiledSource.Run(Signal(before), "Convolve", x, kernel, 0));
        Assert.Equal(314.0, CompiledSource.Run(Signal(after), "Convolve", x, kernel, 0));
    }

    [Theory]
    [InlineData(
        "double[,] kernel",
        "kernel[i, j]",
        "kernel[kernel.GetLength(0) - 1 - i, kernel.GetLength(1) - 1 - j]",
        "i < kernel.GetLength(0)",
        "j < kernel.GetLength(1)"
    )]
    [InlineData("double[,] kernel", "kernel[i, j]", "kernel[2 - i, 2 - j]", "i < 3", "j < 3")]
    [InlineData(
        "double[][] kernel",
        "kernel[i][j]",
        "kernel[kernel.Length - 1 - i][kernel[0].Length - 1 - j]",
        "i < kernel.Length",
        "j < kernel[0].Length"
    )]
    [InlineData(
        "double[][] kernel",
        "kernel[i][j]",
        "kernel[kernel.Length - 1 - i][kernel[0].Length - 1 - j]",
        "i < kernel.Length",
        "j < kernel[i].Length"
    )]
    [InlineData("double[] kernel, int K", "kernel[i * K + j]", "kernel[(K - 1 - i) * K + K - 1 - j]", "i < K", "j < K")]
    [InlineData(
        "double[] kernel, int K",
        "kernel[K * i + j]",
        "kernel[kernel.Length - 1 - (K * i + j)]",
        "i < Math.Min(K, image.GetLength(0))",
        "j < K"
    )]
    [InlineData(
        "System.Collections.Generic.List<double> kernel, int K",
        "kernel[j + i * K]",
        "kernel[kernel.Count - 1 - (j + i * K)]",
        "i < Math.Min(K, 9)",
        "j < K"
    )]
    [InlineData("ReadOnlySpan<double> kernel, int K", "kernel[(i * K) + j]", "kernel[(K - 1 - i) * K + K - 1 - j]", "i < K", "j < K")]
    public async Task An_image_is_convolved(string parameters, string before, string after, string rows, string columns)
    {
        string wrong = Image(parameters, before, rows, columns);
        string right = Image(parameters, after, rows, columns);
        await VerifyAsync(wrong, right, "i,j");

        // The founding question: 14 is the correlation, 10 the convolution.
        Assert.Equal(14.0, CompiledSource.Run(wrong, "Run"));
        Assert.Equal(10.0, CompiledSource.Run(right, "Run"));
    }

    [Fact]
    public async Task One_axis_is_reversed_to_match_the_other()
    {
        string wrong = Image("double[,] kernel", "kernel[2 - i, j]", "i < 3", "j < 3");
        string right = Image("double[,] kernel", "kernel[2 - i, 2 - j]", "i < 3", "j < 3");

        await new PlantedFixTest<ReverseLoopKernelCodeFix>("CONV104", root => Planted.Loops(root, "j"))
        {
            TestCode = wrong,
            FixedCode = right,
            CodeActionTitle = "Reverse the kernel on the other axis as well (the result becomes the convolution that the name says)",
        }.RunAsync();
        Assert.Equal(10.0, CompiledSource.Run(right, "Run"));
    }

    [Theory]
    [InlineData("k", "for (int k = 0; k < 3; k++) sum += x[n + k] * kernel[k]; sum += x[0] * kernel[0];")]
    [InlineData("k", "for (int k = 0; k < 3; k++) { kernel[k] += 1; sum += x[n + k] * kernel[k]; }")]
    [InlineData("k", "int k = 0; while (k < 3) sum += x[n + k] * kernel[k++];")]
    [InlineData("k", "int m = 3; for (int k = 0; k < m; k++) { m--; int t = n % 2 + k * k; sum += x[n + k] * kernel[Table[t]]; }")]
    [InlineData("k", "for (int c = 0; c < 2; c++) for (int k = 0; k < Math.Min(3, n); k++) sum += x[n + k] * kernel[c * 3 + k];")]
    [InlineData("", "for (int k = 0; k < 3; k++) sum += x[n + k] * kernel[k];")]
    public Task Is_not_offered_where_the_other_way_cannot_be_written(string indices, string body) =>
        VerifyAsync(Signal(body), Signal(body), indices);

    [Fact]
    public Task Channels_keep_their_direction() =>
        VerifyAsync(
            Signal("for (int c = 0; c < 2; c++) for (int k = 0; k < 3; k++) sum += x[n + k * 2 + c] * kernel[c * 3 + k];"),
            Signal("for (int c = 0; c < 2; c++) for (int k = 0; k < 3; k++) sum += x[n + k * 2 + c] * kernel[c * 3 + 2 - k];"),
            "k"
        );

    [Fact]
    public async Task A_pointer_is_reversed_by_the_bounds_of_its_loop()
    {
        const string loop =
            "fixed (double* x0 = x, kernel0 = weights) { double* kernel = kernel0; for (int k = 0; k < weights.Length; k++) sum += x0[n + k] * kernel[SUB]; }";
        string before = Signal(loop.Replace("SUB", "k", StringComparison.Ordinal))
            .Replace("double[] kernel", "double[] weights", StringComparison.Ordinal)
            .Replace("static double", "static unsafe double", StringComparison.Ordinal);
        string after = before.Replace("kernel[k]", "kernel[weights.Length - 1 - k]", StringComparison.Ordinal);
        await new PlantedFixTest<ReverseLoopKernelCodeFix>("CONV103", root => Planted.Loops(root, "k"))
        {
            TestCode = before,
            FixedCode = after,
            SolutionTransforms =
            {
                (solution, id) => solution.WithProjectCompilationOptions(id, TestCompilation.DefaultOptions.WithAllowUnsafe(true)),
            },
        }.RunAsync();

        using CompiledSource compiled = CompiledSource.Load([after], LanguageVersion.CSharp12, allowsUnsafe: true);
        Assert.Equal(314.0, compiled.Invoke("Convolve", new double[] { 3, 1, 4, 1 }, new double[] { 1, 10, 100 }, 0));
    }

    [Fact]
    public Task All_loops_are_reversed_at_once() =>
        new PlantedFixTest<ReverseLoopKernelCodeFix>(
            "CONV103",
            root => root.ChildNodes().SelectMany(type => type.ChildNodes()).SelectMany(member => Planted.Loops(member, "k"))
        )
        {
            TestCode = Twice("kernel[k]"),
            FixedCode = Twice("kernel[2 - k]")
                .Replace(
                    "b) { double sum = 0; for (int k = 0; k < 3; k++) sum += b[k] * kernel[2 - k]",
                    "b) { double sum = 0; for (int k = 0; k < 3; k++) sum += b[k] * kernel[k]",
                    StringComparison.Ordinal
                ),
            BatchFixedCode = Twice("kernel[2 - k]"),
        }.RunAsync();

    private static string Twice(string access) =>
        $$"""
            public static class Filters
            {
                public static double Convolve(double[] a, double[] kernel) { double sum = 0; for (int k = 0; k < 3; k++) sum += a[k] * {{access}}; return sum; }
                public static double ConvolveAgain(double[] kernel, double[] b) { double sum = 0; for (int k = 0; k < 3; k++) sum += b[k] * {{access}}; return sum; }
            }
            """;

    private static Task VerifyAsync(string before, string after, string indices) =>
        new PlantedFixTest<ReverseLoopKernelCodeFix>("CONV103", root => Planted.Loops(root, indices))
        {
            TestCode = before,
            FixedCode = after,
            CodeActionTitle = before == after ? null : Title,
        }.RunAsync();

    private static string Signal(string body) =>
        $$"""
            using System;

            public static class Filters
            {
                private static readonly int[] Table = new int[9];

                public static double Convolve(double[] x, double[] kernel, int n)
                {
                    double sum = Table[0];
                    {{body}}
                    return sum;
                }
            }
            """;

    private static string Image(string parameters, string access, string rows, string columns) =>
        $$"""
            using System;

            public static class Filters
            {
                public static double Run()
                {
                    double[,] image = { { 0, 0, 0 }, { 1, 1, 2 }, { 1, 3, 0 } };
                    return Convolve2D(image, {{Argument(parameters)}})[0, 0];
                }

                private static double[,] Convolve2D(double[,] image, {{parameters}})
                {
                    double[,] result = new double[1, 1];
                    for (int y = 0; y < 1; y++)
                    {
                        for (int x = 0; x < 1; x++)
                        {
                            double sum = 0;
                            for (int i = 0; {{rows}}; i++)
                            {
                                for (int j = 0; {{columns}}; j++)
                                {
                                    sum += image[y + i, x + j] * {{access}};
                                }
                            }

                            result[y, x] = sum;
                        }
                    }

                    return result;
                }
            }
            """;

    private static string Argument(string parameters) =>
        parameters switch
        {
            "double[,] kernel" => "new double[,] { { 4, 1, 1 }, { 0, 3, 3 }, { 2, 1, 2 } }",
            "double[][] kernel" => "[[4, 1, 1], [0, 3, 3], [2, 1, 2]]",
            _ => "[4, 1, 1, 0, 3, 3, 2, 1, 2], 3",
        };
}
