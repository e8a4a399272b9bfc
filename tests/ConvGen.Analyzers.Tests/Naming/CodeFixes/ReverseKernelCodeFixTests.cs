using ConvGen.CodeFixes;
using ConvGen.Testing;

namespace ConvGen.Analyzers.Tests.Naming.CodeFixes;

public class ReverseKernelCodeFixTests
{
    private const string Same = "Declare it [Convolution] and reverse the kernel (the result stays the same)";
    private const string Changed = "Reverse the kernel (the result becomes the convolution that the name says)";

    [Theory]
    [InlineData("[Kernel(\"1 2 3; 4 5 6; 7 8 9\")]", "[Kernel(\"9 8 7; 6 5 4; 3 2 1\")]")]
    [InlineData(
        "[Kernel(\"1, 2 ,3;  4 5\\t6\\n1/16 1e-3 -.5\", Divisor = 16)]",
        "[Kernel(\"-.5, 1e-3 ,1/16;  6 5\\t4\\n3 2 1\", Divisor = 16)]"
    )]
    [InlineData("[Kernel(@\"1 2\n    3 4\n    5 6\")]", "[Kernel(@\"6 5\n    4 3\n    2 1\")]")]
    [InlineData(
        "[Kernel(\"\"\"\n        1 2 3\n        4 5 6\n        \"\"\")]",
        "[Kernel(\"\"\"\n        6 5 4\n        3 2 1\n        \"\"\")]"
    )]
    [InlineData("[Kernel(\"\"\"1 2; 3 4\"\"\")]", "[Kernel(\"\"\"4 3; 2 1\"\"\")]")]
    [InlineData("[Kernel(\"1 2;\" + // first\n        \"3 4\")]", "[Kernel(\"4 3;\" + // first\n        \"2 1\")]")]
    [InlineData("[Kernel(2, 2, 1, 2, /* stays */ -3, 1 / 2.0)]", "[Kernel(2, 2, 1 / 2.0, -3, /* stays */ 2, 1)]")]
    [InlineData("[Kernel(2, 2, [1, 2, 3, 4])]", "[Kernel(2, 2, [4, 3, 2, 1])]")]
    [InlineData("[Kernel(2, 2, new double[] { 1, 2, 3, 4 }, Divisor = 2)]", "[Kernel(2, 2, new double[] { 4, 3, 2, 1 }, Divisor = 2)]")]
    [InlineData(
        "[Kernel(columns: 2, rows: 2, weights: new[] { 1.0, 2, 3, 4 })]",
        "[Kernel(columns: 2, rows: 2, weights: new[] { 4, 3, 2, 1.0 })]"
    )]
    public async Task Weights_change_places_and_all_else_stays(string before, string after)
    {
        await Declaration("[Correlation]", before, "[Convolution]", after, 0, Same);
        await Declaration("[Correlation]", before, "[Correlation]", after, 1, Changed);
    }

    [Theory]
    [InlineData("[Correlation(Anchor = new[] { 0, 2 })]", "[Correlation(Anchor = new[] { 1, 0 })]")]
    [InlineData("[Correlation(Anchor = [1, 1], Border = BorderMode.Wrap)]", "[Correlation(Anchor = [0, 1], Border = BorderMode.Wrap)]")]
    [InlineData("[Correlation(Anchor = new[] { Row, 2 })]", "[Correlation(Anchor = new[] { 1 - Row, 0 })]")]
    public Task The_anchor_moves_with_the_kernel(string before, string after) =>
        Declaration(
            before,
            "[Kernel(\"1 2 3; 4 5 6\")]",
            after,
            "[Kernel(\"6 5 4; 3 2 1\")]",
            1,
            "Reverse the kernel and mirror its anchor (the result becomes the convolution that the name says)"
        );

    [Fact]
    public Task The_anchor_stays_where_the_attribute_changes() =>
        Declaration(
            "[Correlation(Anchor = [0, 2])]",
            "[Kernel(\"1 2 3; 4 5 6\")]",
            "[Convolution(Anchor = [0, 2])]",
            "[Kernel(\"6 5 4; 3 2 1\")]",
            0,
            Same
        );

    [Theory]
    [InlineData("[Kernel(Weights)]")]
    [InlineData("[Kernel(\"1 2 \" + Weights)]")]
    [InlineData("[Kernel(\"1 2 3\" + \"4 5 6\")]")]
    [InlineData("[Kernel(\"1 \\u0032 3\")]")]
    public Task Is_not_offered_where_the_weights_stand_elsewhere(string kernel) =>
        Declaration("[Correlation]", kernel, "[Correlation]", kernel, 0, null);

    [Theory]
    [InlineData("[Correlation]", "[Kernel(\"1 2 3; 4 5 6; 7 8 9\")]", "[Convolution]", "[Kernel(\"9 8 7; 6 5 4; 3 2 1\")]", 0)]
    [InlineData("[Correlation]", "[Kernel(\"1 2 3; 4 5 6; 7 8 9\")]", "[Correlation]", "[Kernel(\"9 8 7; 6 5 4; 3 2 1\")]", 1)]
    [InlineData(
        "[Correlation(Anchor = [0, 2], Border = BorderMode.Symmetric)]",
        "[Kernel(2, 3, 1, 2, 3, 4, 5, 6)]",
        "[Convolution(Anchor = [0, 2], Border = BorderMode.Symmetric)]",
        "[Kernel(2, 3, 6, 5, 4, 3, 2, 1)]",
        0
    )]
    [InlineData(
        "[Correlation(Anchor = [0, 2], Border = BorderMode.Symmetric)]",
        "[Kernel(2, 3, 1, 2, 3, 4, 5, 6)]",
        "[Correlation(Anchor = [1, 0], Border = BorderMode.Symmetric)]",
        "[Kernel(2, 3, 6, 5, 4, 3, 2, 1)]",
        1
    )]
    [InlineData("[Correlation(Anchor = [0, 1])]", "[Kernel(\"1 2; 3 5\")]", "[Correlation(Anchor = [1, 0])]", "[Kernel(\"5 3; 2 1\")]", 1)]
    public async Task The_result_stays_or_becomes_that_of_the_kernel_turned_about_its_anchor(
        string operationBefore,
        string kernelBefore,
        string operationAfter,
        string kernelAfter,
        int index
    )
    {
        await Declaration(operationBefore, kernelBefore, operationAfter, kernelAfter, index, title: null);
        string before = Source(operationBefore, kernelBefore);
        string after = Source(operationAfter, kernelAfter);
        bool stays = index == 0;
        int[] image = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4];
        int[] mirrored = [.. image.AsEnumerable().Reverse()];

        int[] first = (int[])CompiledSource.Run(before, "Run", image, 5, 4)!;
        int[] second = (int[])CompiledSource.Run(after, "Run", stays ? image : mirrored, 5, 4)!;

        // A convolution about a tap is the correlation about it of the mirrored image, seen in the mirror.
        Assert.Equal(first, stays ? second : [.. second.AsEnumerable().Reverse()]);
    }

    [Theory]
    [InlineData("double[] y = Correlate(x, new double[] { 1, 2, 3 });", "double[] y = Correlate(x, new double[] { 3, 2, 1 });")]
    [InlineData("double[] y = Correlate(x, [1, 2, /* third */ -3.5]);", "double[] y = Correlate(x, [-3.5, 2, /* third */ 1]);")]
    [InlineData(
        "double[] y = Correlate(x, stackalloc double[] { 1, 2, 3 });",
        "double[] y = Correlate(x, stackalloc double[] { 3, 2, 1 });"
    )]
    [InlineData(
        "double[] y = Correlate(x, new[,] { { 1.0, 2 }, { 3, 4 } }, new Point(0, 1));",
        "double[] y = Correlate(x, new[,] { { 4, 3 }, { 2, 1.0 } }, new Point(1, 0));"
    )]
    [InlineData(
        "double[] y = Correlate(x, new[,] { { 1.0, 2 }, { 3, 4 } }, new Point(-1, -1));",
        "double[] y = Correlate(x, new[,] { { 4, 3 }, { 2, 1.0 } }, new Point(-1, -1));"
    )]
    [InlineData(
        "double[] y = Correlate(x, new double[][] { [1, 2], [3, 4] });",
        "double[] y = Correlate(x, new double[][] { [4, 3], [2, 1] });"
    )]
    [InlineData("double[] y = Correlate(x, 2, 1, 2, 3, 4);", "double[] y = Correlate(x, 2, 4, 3, 2, 1);")]
    public Task Reverses_what_stands_among_the_arguments(string before, string after) => Call<ReverseKernelCodeFix>(before, after);

    [Theory]
    [InlineData("double[] y = Correlate(x, new double[] { 1, Next(), 3 });")]
    [InlineData("double[] k = [1, 2, 3]; double[] y = Correlate(x, k); Correlate(y, k);")]
    [InlineData("double[] k = [1, 2, 3]; Array.Resize(ref k, 2); double[] y = Correlate(x, k);")]
    [InlineData("double[] k = [.. x, 3]; double[] y = Correlate(x, k);")]
    [InlineData("double[] k = [1, 2, 3], reversedK = k; double[] y = Correlate(x, reversedK);")]
    [InlineData("double[] y = Correlate(x, new[,] { { 1.0, 2 }, { 3, 4 } }, Middle);")]
    public async Task Is_not_offered_where_something_else_may_change(string body)
    {
        await Call<ReverseKernelCodeFix>(body, body);
        await Call<ReverseNamedKernelCodeFix>(body, body);
    }

    [Theory]
    [InlineData(
        "double[] k = { 1, 2, 3 }; double[] y = Correlate(x, k);",
        "double[] reversedK = { 3, 2, 1 }; double[] y = Correlate(x, reversedK);"
    )]
    [InlineData(
        "var k = new List<double> { 1, 2, 3 }; int n = k.Count; double[] y = Correlate(x, k.ToArray());",
        "var reversedK = new List<double> { 3, 2, 1 }; int n = reversedK.Count; double[] y = Correlate(x, reversedK.ToArray());"
    )]
    [InlineData("double[] y = Correlate(x, Emboss);", "double[] y = Correlate(x, ReversedEmboss);")]
    [InlineData(
        "double[,] k =\n        {\n            { 1, 2 }, // top\n            { 3, 4 },\n        };\n        double[] y = Correlate(x, k, new Point(0, 0));",
        "double[,] reversedK =\n        {\n            { 4, 3 }, // top\n            { 2, 1 },\n        };\n        double[] y = Correlate(x, reversedK, new Point(1, 1));"
    )]
    public Task A_kernel_with_a_name_gets_one_that_says_it(string before, string after) => Call<ReverseNamedKernelCodeFix>(before, after);

    [Fact]
    public Task Named_kernels_are_fixed_all_at_once()
    {
        const string before = "double[] a = [1, 2, 3]; double[] y = Correlate(x, a); double[] b = [4, 5]; double[] z = Correlate(y, b);";
        const string after =
            "double[] reversedA = [3, 2, 1]; double[] y = Correlate(x, reversedA); double[] reversedB = [5, 4]; double[] z = Correlate(y, reversedB);";
        return new PlantedFixTest<ReverseNamedKernelCodeFix>("CONV102", root => Planted.Calls(root, "Correlate", anchor: "anchor"))
        {
            TestCode = CallSource(before),
            FixedCode = CallSource(after),
            BatchFixedCode = CallSource(after),
            CodeFixTestBehaviors = CodeFixTestBehaviors.None,
        }.RunAsync();
    }

    private static Task Call<TCodeFix>(string before, string after)
        where TCodeFix : Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider, new() =>
        new PlantedFixTest<TCodeFix>("CONV102", root => Planted.Calls(root, "Correlate", anchor: "anchor"))
        {
            TestCode = CallSource(before),
            FixedCode = CallSource(after),
        }.RunAsync();

    private static Task Declaration(
        string operationBefore,
        string kernelBefore,
        string operationAfter,
        string kernelAfter,
        int index,
        string? title
    ) =>
        new PlantedFixTest<ReverseKernelCodeFix>("CONV101", Planted.Declarations)
        {
            TestCode = Source(operationBefore, kernelBefore),
            FixedCode = Source(operationAfter, kernelAfter),
            CodeActionIndex = index,
            CodeActionTitle = title,
        }.RunAsync();

    private static string Source(string operation, string kernel) =>
        $$"""
            using System;
            using ConvGen;

            public static partial class Filters
            {
                private const int Row = 0;
                private const string Weights = "1 2 3";

                {{operation}}
                {{kernel}}
                public static partial void Convolve(ReadOnlySpan<int> source, int width, int height, Span<int> destination);

                public static int[] Run(int[] source, int width, int height)
                {
                    int[] result = new int[source.Length];
                    Convolve(source, width, height, result);
                    return result;
                }
            }
            """;

    private static string CallSource(string body) =>
        $$"""
            using System;
            using System.Collections.Generic;

            public readonly record struct Point(int X, int Y);

            public static class Filters
            {
                private static readonly double[] {{(
                body.Contains("ReversedEmboss", StringComparison.Ordinal) ? "ReversedEmboss = { 3, 2, 1 }" : "Emboss = { 1, 2, 3 }"
            )}};
                private static readonly Point Middle = new(0, 0);

                public static void Convolve(double[] x)
                {
                    {{body}}
                }

                private static double Next() => 1;
                private static double[] Correlate(double[] x, ReadOnlySpan<double> kernel) => x;
                private static double[] Correlate(double[] x, double[][] kernel) => x;
                private static double[] Correlate(double[] x, double[,] kernel, Point? anchor = null) => x;
                private static double[] Correlate(double[] x, int order, params double[] kernel) => x;
            }
            """;
}
