using ConvGen.Analyzers.Naming;
using ConvGen.Analyzers.Tests.Naming.Catalogue;
using ConvGen.CodeFixes;
using ConvGen.Testing;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ConvGen.Analyzers.Tests.Naming.CodeFixes;

/// <summary>Rules and fixes together: what a rule reports and hands over, what the fix makes of it, and what the rule says then.</summary>
public class FixesOfRulesTests
{
    private static readonly double[] Signal = [3, 1, 4, 1, 5];

    [Fact]
    public async Task A_declaration_that_is_reversed_with_its_attribute_computes_the_same()
    {
        const string before = """
            [Correlation(Mode = OutputMode.Valid), Kernel("1 10 100")]
            private static partial void {|CONV101:Convolve|}(ReadOnlySpan<double> source, Span<double> destination);
            """;
        const string after = """
            [Convolution(Mode = OutputMode.Valid), Kernel("100 10 1")]
            private static partial void Convolve(ReadOnlySpan<double> source, Span<double> destination);
            """;
        const string run = "double[] y = new double[3]; Convolve(x, y); return y;";

        await VerifyAsync<ReverseKernelCodeFix>(File(run, before), File(run, after));
        Assert.Equal([413.0, 141, 514], Run(File(run, before)));
        Assert.Equal([413.0, 141, 514], Run(File(run, after)));
    }

    [Theory]
    [InlineData("double[] kernel = [1, 10, 100];", "kernel", "double[] reversedKernel = [100, 10, 1];", "reversedKernel")]
    [InlineData(
        "double[] kernel = new double[] { 1, 1e1, /* last */ 100 };",
        "kernel.AsSpan()",
        "double[] reversedKernel = new double[] { 100, 1e1, /* last */ 1 };",
        "reversedKernel.AsSpan()"
    )]
    [InlineData(
        "ReadOnlySpan<double> kernel = stackalloc double[] { 1, 10, 100 };",
        "kernel",
        "ReadOnlySpan<double> reversedKernel = stackalloc double[] { 100, 10, 1 };",
        "reversedKernel"
    )]
    public async Task A_named_kernel_is_reversed_and_the_rule_is_content(
        string kernelBefore,
        string argumentBefore,
        string kernelAfter,
        string argumentAfter
    )
    {
        string before = CalledWith(kernelBefore, argumentBefore, "{|CONV102:Slide|}");
        string after = CalledWith(kernelAfter, argumentAfter, "Slide");

        await VerifyAsync<ReverseNamedKernelCodeFix>(before, after);
        Assert.Equal([413.0, 141, 514], Run(before));
        Assert.Equal([314.0, 141, 415], Run(after));
    }

    [Fact]
    public async Task A_kernel_among_the_arguments_is_reversed()
    {
        string before = CalledWith("", "new double[] { 1, 10, 100 }", "{|CONV102:Slide|}");
        string after = CalledWith("", "new double[] { 100, 10, 1 }", "{|CONV102:Slide|}");

        await VerifyAsync<ReverseKernelCodeFix>(before, after, isStillReported: true);
        Assert.Equal([314.0, 141, 415], Run(after));
    }

    [Theory]
    [InlineData("Array.Reverse(h);\n    ", "h", "", "h")]
    [InlineData("", "h.AsEnumerable().Reverse().ToArray()", "", "h.AsEnumerable().ToArray()")]
    [InlineData("double[] turned = Enumerable.Reverse(h).ToArray();\n    ", "turned", "double[] turned = h.ToArray();\n    ", "turned")]
    public async Task A_kernel_is_not_reversed_twice(
        string statementBefore,
        string argumentBefore,
        string statementAfter,
        string argumentAfter
    )
    {
        const string callee = """
            [Convolution(Mode = OutputMode.Valid), KernelShape(3)]
            private static partial void Slide(ReadOnlySpan<double> source, ReadOnlySpan<double> kernel, Span<double> destination);

            private static double[] Convolve(double[] x, double[] h)
            {
                double[] y = new double[3];
                {0}Slide(x, {1}, y);
                return y;
            }
            """;
        const string run = "return Convolve(x, [1, 10, 100]);";
        string before = File(
            run,
            callee
                .Replace("{0}Slide", statementBefore + "{|CONV105:Slide|}", StringComparison.Ordinal)
                .Replace("{1}", argumentBefore, StringComparison.Ordinal)
        );
        string after = File(
            run,
            callee.Replace("{0}", statementAfter, StringComparison.Ordinal).Replace("{1}", argumentAfter, StringComparison.Ordinal)
        );

        await VerifyAsync<RemoveReversalCodeFix>(before, after);
        Assert.Equal([413.0, 141, 514], Run(before));
        Assert.Equal([314.0, 141, 415], Run(after));
    }

    [Theory]
    [InlineData("Library.Correlate", "", "Library.Convolve", "")]
    [InlineData("Library.Filter", ", flip: false", "Library.Filter", ", flip: true")]
    [InlineData("Library.Filter", "", "Library.Filter", ", flip: true")]
    public async Task The_sibling_of_a_library_is_called(
        string calleeBefore,
        string argumentBefore,
        string calleeAfter,
        string argumentAfter
    )
    {
        string before = Library(calleeBefore.Replace("Library.", "Library.{|CONV102:", StringComparison.Ordinal) + "|}", argumentBefore);
        string after = Library(calleeAfter, argumentAfter);

        await VerifyAsync<SiblingCallCodeFix>(before, after);
        Assert.Equal([413.0, 141, 514], Run(before));
        Assert.Equal([314.0, 141, 415], Run(after));
    }

    [Theory]
    [InlineData("new Point(0, 1)", "new Point(1, 0)")]
    [InlineData("new Point(-1, -1)", "new Point(-1, -1)")]
    public Task The_anchor_at_a_call_moves_with_its_kernel(string before, string after) =>
        VerifyAsync<ReverseNamedKernelCodeFix>(
            OpenCv("kernel", "{ 1, 2 }, { 3, 4 }", "Cv2.{|CONV102:Filter2D|}", before),
            OpenCv("reversedKernel", "{ 4, 3 }, { 2, 1 }", "Cv2.Filter2D", after),
            library: "OpenCvSharp"
        );

    private static string OpenCv(string name, string weights, string callee, string anchor) =>
        $$"""
            using OpenCvSharp;

            public static class Filters
            {
                public static void Convolve(Mat image, Mat result)
                {
                    Mat {{name}} = Mat.FromArray(new float[,] { {{weights}} });
                    {{callee}}(image, result, MatType.CV_32FC1, {{name}}, {{anchor}});
                }
            }
            """;

    [Fact]
    public Task The_setting_that_decides_is_changed() =>
        VerifyAsync<SiblingCallCodeFix>(Effect("{|CONV102:Effect|}", "Kind.Correlate"), Effect("Effect", "Kind.Convolve"));

    private static string Effect(string created, string kind) =>
        $$"""
            [assembly: ConvGen.KernelOperation("M:Effect.#ctor", ConvGen.KernelOperation.Correlation, When = "Kind=Correlate", Kernel = "Weights", Sibling = "Kind=Convolve")]
            [assembly: ConvGen.KernelOperation("M:Effect.#ctor", ConvGen.KernelOperation.Convolution, When = "Kind=Convolve", Kernel = "Weights", Sibling = "Kind=Correlate")]

            public enum Kind { Convolve, Correlate }

            public sealed class Effect
            {
                public Kind Kind { get; set; }
                public double[] Weights { get; set; } = [];
            }

            public static class Filters
            {
                public static Effect Convolve() => new {{created}} { Kind = {{kind}}, Weights = new double[] { 1, 10, 100 } };
            }
            """;

    private static Task VerifyAsync<TCodeFix>(string before, string after, bool isStillReported = false, string? library = null)
        where TCodeFix : CodeFixProvider, new()
    {
        CSharpCodeFixTest<NamingAnalyzer, TCodeFix, DefaultVerifier> test = new() { TestCode = before, FixedCode = after };
        if (isStillReported)
        {
            test.CodeFixTestBehaviors |= CodeFixTestBehaviors.FixOne;
        }

        if (library is not null)
        {
            test.TestState.AdditionalReferences.Add(CatalogueStubs.Reference(library));
        }

        return test.RunAsync();
    }

    private static double[] Run(string source) => (double[])CompiledSource.Run(source, "Run", Signal)!;

    private static string CalledWith(string kernel, string argument, string callee) =>
        File(
            "return Convolve(x);",
            $$"""
            [Correlation(Mode = OutputMode.Valid), KernelShape(3)]
            private static partial void Slide(ReadOnlySpan<double> source, ReadOnlySpan<double> kernel, Span<double> destination);

            private static double[] Convolve(double[] x)
            {
                double[] y = new double[3];
                {{kernel}}
                {{callee}}(x, {{argument}}, y);
                return y;
            }
            """
        );

    private static string Library(string callee, string argument) =>
        """
            [assembly: ConvGen.KernelOperation("M:Library.Correlate", ConvGen.KernelOperation.Correlation, Kernel = "h", Sibling = "Convolve")]
            [assembly: ConvGen.KernelOperation("M:Library.Convolve", ConvGen.KernelOperation.Convolution, Kernel = "h", Sibling = "Correlate")]
            [assembly: ConvGen.KernelOperation("M:Library.Filter", ConvGen.KernelOperation.Correlation, When = "flip=false", Kernel = "h", Sibling = "flip=true")]
            [assembly: ConvGen.KernelOperation("M:Library.Filter", ConvGen.KernelOperation.Convolution, When = "flip=true", Kernel = "h", Sibling = "flip=false")]

            public static class Library
            {
                public static double[] Correlate(double[] x, double[] h) => Filter(x, h, false);

                public static double[] Convolve(double[] x, double[] h) => Filter(x, h, true);

                public static double[] Filter(double[] x, double[] h, bool flip = false)
                {
                    double[] y = new double[x.Length - h.Length + 1];
                    for (int n = 0; n < y.Length; n++)
                    {
                        for (int k = 0; k < h.Length; k++)
                        {
                            y[n] += x[n + k] * (flip ? h[h.Length - 1 - k] : h[k]);
                        }
                    }

                    return y;
                }
            }

            public static class Program
            {
                public static double[] Run(double[] x) => Convolve(x);

                private static double[] Convolve(double[] x) => CALLEE(x, new double[] { 1, 10, 100 }ARGUMENT);
            }
            """.Replace("CALLEE", callee, StringComparison.Ordinal).Replace("ARGUMENT", argument, StringComparison.Ordinal);

    private static string File(string run, string members) =>
        $$"""
            using System;
            using System.Linq;
            using ConvGen;

            public static partial class Filters
            {
                private static double[] Run(double[] x)
                {
                    {{run}}
                }

            {{members}}
            }
            """;
}
