using ConvGen.CodeFixes;
using ConvGen.Testing;

namespace ConvGen.Analyzers.Tests.Naming.CodeFixes;

public class CallCodeFixTests
{
    [Theory]
    [InlineData(
        "return np.correlate(x, [1, 2, 3]);",
        "return np.convolve(x, [1, 2, 3], mode: \"valid\");",
        "convolve",
        "Call 'np.convolve' instead (the result becomes the convolution that the name says)"
    )]
    [InlineData(
        "return np.correlate(x, [1, 2, 3], \"full\");",
        "return np.convolve(x, [1, 2, 3], \"full\");",
        "M:np.convolve(System.Double[],System.Double[],System.String)",
        null
    )]
    [InlineData(
        "return new Image().Morphology(Method.Correlate, x);",
        "return new Image().Morphology(Method.Convolve, x);",
        "method=Convolve",
        "Pass 'Method.Convolve' (the result becomes the convolution that the name says)"
    )]
    [InlineData("return new Image().Run(x, ccorr: true);", "return new Image().Run(x, ccorr: false);", "ccorr=false", null)]
    [InlineData(
        "return new Image().Run(x);",
        "return new Image().Run(x, ccorr: false);",
        "ccorr=false",
        "Pass 'ccorr: false' (the result becomes the convolution that the name says)"
    )]
    public Task Calls_what_computes_the_other_operation(string before, string after, string sibling, string? title) =>
        Sibling(before, after, sibling, title);

    [Theory]
    [InlineData("return np.correlate(x, [1, 2, 3]);", "missing")]
    [InlineData("return np.correlate(x, [1, 2, 3]);", "other")]
    [InlineData("return np.correlate(x, [1, 2, 3]);", "")]
    [InlineData("return new Image().Run(x);", "nothing=false")]
    [InlineData("return new Image().Run(x);", "ccorr=maybe")]
    [InlineData("return new Image().Morphology(Method.Correlate, x);", "method=Dilate")]
    public Task Is_not_offered_where_there_is_no_such_member(string body, string sibling) => Sibling(body, body, sibling, null);

    [Fact]
    public Task All_calls_are_changed_at_once() =>
        new PlantedFixTest<SiblingCallCodeFix>("CONV102", root => Planted.Calls(root, "correlate", "convolve"))
        {
            TestCode = Source("return np.correlate(np.correlate(x, x, \"full\"), [1, 2]);"),
            FixedCode = Source("return np.convolve(np.convolve(x, x, \"full\"), [1, 2], mode: \"valid\");"),
            BatchFixedCode = Source("return np.convolve(np.convolve(x, x, \"full\"), [1, 2], mode: \"valid\");"),
            CodeFixTestBehaviors = CodeFixTestBehaviors.None,
        }.RunAsync();

    [Theory]
    [InlineData("return Convolve(x, h.Reverse().ToArray());", "return Convolve(x, h.ToArray());")]
    [InlineData("return Convolve(x, Enumerable.Reverse(h).ToArray());", "return Convolve(x, h.ToArray());")]
    [InlineData(
        "double[] turned = h.AsEnumerable().Reverse().ToArray();\n        return Convolve(x, turned);",
        "double[] turned = h.AsEnumerable().ToArray();\n        return Convolve(x, turned);"
    )]
    [InlineData(
        "int n = h.Length;\n\n        // Convolution needs it the other way.\n        Array.Reverse(h); // really\n        return Convolve(x, h);",
        "int n = h.Length;\n\n        return Convolve(x, h);"
    )]
    [InlineData(
        "double[] k = [.. h];\n        k.AsSpan().Reverse();\n        return Convolve(x, k);",
        "double[] k = [.. h];\n        return Convolve(x, k);"
    )]
    [InlineData("Array.Reverse(h); return Convolve(x, h);", " return Convolve(x, h);")]
    public async Task Removes_the_reversal(string before, string after)
    {
        await Reversal(before, after);
        Assert.Equal([3.0, 8, 4], (double[])CompiledSource.Run(Source(before), "Run", new double[] { 1, 2 }, new double[] { 2, 3 })!);
        Assert.Equal([2.0, 7, 6], (double[])CompiledSource.Run(Source(after), "Run", new double[] { 1, 2 }, new double[] { 2, 3 })!);
    }

    [Theory]
    [InlineData("Array.Reverse(h);\n        double[] y = Convolve(x, h);\n        return Convolve(y, h);")]
    [InlineData("double[] k = h.AsEnumerable().Reverse().ToArray();\n        Keep(k);\n        return Convolve(x, k);")]
    [InlineData("Array.Reverse(h, 0, 2);\n        return Convolve(x, h);")]
    [InlineData("Array.Reverse(Field);\n        return Convolve(x, Field);")]
    [InlineData("if (x.Length > 1) Array.Reverse(h);\n        return Convolve(x, h);")]
    public Task Is_not_offered_where_the_reversed_kernel_is_used_elsewhere(string body) => Reversal(body, body);

    private static Task Sibling(string before, string after, string sibling, string? title) =>
        new PlantedFixTest<SiblingCallCodeFix>(
            "CONV102",
            root =>
                Planted
                    .Calls(root, "correlate", sibling)
                    .Concat(Planted.Calls(root, "Morphology", sibling))
                    .Concat(Planted.Calls(root, "Run", sibling))
        )
        {
            TestCode = Source(before),
            FixedCode = Source(after),
            CodeActionTitle = title,
        }.RunAsync();

    private static Task Reversal(string before, string after) =>
        new PlantedFixTest<RemoveReversalCodeFix>("CONV105", Planted.Reversals)
        {
            TestCode = Source(before),
            FixedCode = Source(after),
            CodeActionTitle = before == after ? null : "Remove the reversal (the result becomes the convolution that the name says)",
        }.RunAsync();

    private static string Source(string body) =>
        $$"""
            using System;
            using System.Linq;

            public static class Filters
            {
                private static readonly double[] Field = [1, 2];

                public static double[] Run(double[] x, double[] h)
                {
                    {{body}}
                }

                private static double[] Convolve(double[] x, double[] h)
                {
                    double[] y = new double[x.Length + h.Length - 1];
                    for (int n = 0; n < x.Length; n++)
                    {
                        for (int k = 0; k < h.Length; k++)
                        {
                            y[n + k] += x[n] * h[k];
                        }
                    }

                    return y;
                }

                private static void Keep(double[] kernel) => Field[0] = kernel[0];
            }

            public enum Method { Convolve, Correlate }

            public sealed class Image
            {
                public double[] Morphology(Method method, double[] x) => x;
                public double[] Run(double[] x, bool ccorr = true) => x;
            }

            public static class np
            {
                public static double[] convolve(double[] a, double[] v, string mode = "full") => a;
                public static double[] correlate(double[] a, double[] v, string mode = "valid") => a;
                public static double[] other(int a) => [a];
            }
            """;
}
