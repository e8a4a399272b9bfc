using System.Collections.Immutable;
using ConvGen.Analyzers.Naming;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.Analyzers.Tests.Naming.Loops;

/// <summary>Where loops are reported, in which words, and when not.</summary>
public class LoopMessageTests
{
    /// <summary>An image of 3 x 3 under a kernel of 3 x 3: the correlation is 14, the convolution 10.</summary>
    private const string Question = """
        public static int[,] {|#1:{0}|}(int[,] image, int[,] kernel)
        {
            int rows = image.GetLength(0) - kernel.GetLength(0) + 1;
            int columns = image.GetLength(1) - kernel.GetLength(1) + 1;
            int[,] result = new int[rows, columns];
            for (int y = 0; y < rows; y++)
            {
                for (int x = 0; x < columns; x++)
                {
                    for (int i = 0; i < kernel.GetLength(0); i++)
                    {
                        for (int j = 0; j < kernel.GetLength(1); j++)
                        {
                            result[y, x] += {|#0:image[y {1} i, x {1} j] * {|#2:kernel[i, j]|}|};
                        }
                    }
                }
            }

            return result;
        }
        """;

    /// <summary>The product, and beside it what names the operation and where the kernel is read.</summary>
    private static DiagnosticResult Expected { get; } =
        new DiagnosticResult("CONV103", DiagnosticSeverity.Warning).WithLocation(0).WithLocation(1).WithLocation(2);

    [Fact]
    public Task A_correlation_called_convolution() =>
        VerifyAsync(
            Write("Convolve2D", "+"),
            "'Convolve2D' computes a correlation: 'i' and 'j' run the same way in 'image' and in 'kernel', so the result is that of the kernel rotated by 180 degrees"
        );

    [Fact]
    public Task A_convolution_called_correlation() =>
        VerifyAsync(
            Write("xcorr2", "-"),
            "'xcorr2' computes a convolution: 'i' and 'j' run opposite ways in 'image' and in 'kernel', so the result is that of the kernel rotated by 180 degrees"
        );

    [Fact]
    public Task A_loop_is_called_after_its_own_variable_and_not_after_the_beginning_of_a_row() =>
        VerifyAsync(
            """
            public static void {|#1:Convolve|}(float[] image, float[] kernel, float[] result, int width, int height, int side)
            {
                for (int y = 0; y <= height - side; y++)
                {
                    for (int x = 0; x <= width - side; x++)
                    {
                        for (int i = 0; i < side; i++)
                        {
                            int row = (y + i) * width, taps = i * side;
                            for (int j = 0; j < side; j++)
                            {
                                result[y * width + x] += {|#0:image[row + x + j] * {|#2:kernel[taps + j]|}|};
                            }
                        }
                    }
                }
            }
            """,
            "'Convolve' computes a correlation: 'i' and 'j' run the same way in 'image' and in 'kernel', so the result is that of the kernel rotated by 180 degrees"
        );

    [Fact]
    public Task A_kernel_that_is_read_on_is_spoken_of_by_its_place() =>
        VerifyAsync(
            """
            public static void {|#1:Convolve|}(float[,] image, float[] kernel, float[,] result, int side)
            {
                for (int y = 0; y <= image.GetLength(0) - side; y++)
                {
                    for (int x = 0; x <= image.GetLength(1) - side; x++)
                    {
                        int place = 0;
                        for (int i = 0; i < side; i++)
                        {
                            for (int j = 0; j < side; j++)
                            {
                                result[y, x] += {|#0:image[y + i, x + j] * {|#2:kernel[place++]|}|};
                            }
                        }
                    }
                }
            }
            """,
            "'Convolve' computes a correlation: 'place' runs the same way in 'image' and in 'kernel', so the result is that of the kernel rotated by 180 degrees"
        );

    [Fact]
    public Task A_receiver_is_nearer_than_the_member() =>
        VerifyAsync(
            Write("Filter", "+")
                .Replace("{|#1:Filter|}", "Filter", StringComparison.Ordinal)
                .Replace("int[,] result", "int[,] {|#1:result|}", StringComparison.Ordinal)
                .Replace("result", "convolved", StringComparison.Ordinal),
            "'convolved' computes a correlation: 'i' and 'j' run the same way in 'image' and in 'kernel', so the result is that of the kernel rotated by 180 degrees"
        );

    [Fact]
    public Task A_kernel_that_changes_its_sign() =>
        VerifyAsync(
            Slope("-1, 0, 1"),
            "'Convolve' computes a correlation: 'k' runs the same way in 'x' and in 'h', so the result differs only by its sign from what the name says"
        );

    [Fact]
    public Task A_kernel_that_stays_the_same() => VerifyAsync(WithoutMarks(Slope("1, 2, 1")));

    [Fact]
    public Task A_kernel_that_becomes_another() =>
        VerifyAsync(
            Slope("1, 2, 3"),
            "'Convolve' computes a correlation: 'k' runs the same way in 'x' and in 'h', so the result is that of the kernel reversed"
        );

    [Theory]
    [InlineData("Conv2D", "+", false)]
    [InlineData("Convolve", "+", false)]
    [InlineData("CrossCorrelate", "-", true)]
    public async Task Layers_may_correlate_under_the_name_of_convolution(string name, string sign, bool isReported)
    {
        string source = Write(name, sign);
        CSharpAnalyzerTest<NamingAnalyzer, DefaultVerifier> test = Test(isReported ? source : WithoutMarks(source));
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\nconvgen_naming_convention = deep_learning\n"));
        if (isReported)
        {
            test.ExpectedDiagnostics.Add(Expected);
        }

        await test.RunAsync();
    }

    [Fact]
    public async Task Words_of_the_project_name_operations_too()
    {
        CSharpAnalyzerTest<NamingAnalyzer, DefaultVerifier> test = Test(Write("Glaettung", "+"));
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\nconvgen_convolution_words = glaettung\n"));
        test.ExpectedDiagnostics.Add(Expected);
        await test.RunAsync();
    }

    private static string Write(string name, string sign) =>
        Question.Replace("{0}", name, StringComparison.Ordinal).Replace("{1}", sign, StringComparison.Ordinal);

    private static string Slope(string weights) =>
        $$"""
            public static double[] {|#1:Convolve|}(double[] x)
            {
                double[] h = { {{weights}} };
                double[] y = new double[x.Length - 2];
                for (int n = 0; n < y.Length; n++)
                {
                    for (int k = 0; k < 3; k++)
                    {
                        y[n] += {|#0:x[n + k] * {|#2:h[k]|}|};
                    }
                }

                return y;
            }
            """;

    private static string WithoutMarks(string marked)
    {
        TestFileMarkupParser.GetSpans(marked, out string source, out ImmutableDictionary<string, ImmutableArray<TextSpan>> _);
        return source;
    }

    private static CSharpAnalyzerTest<NamingAnalyzer, DefaultVerifier> Test(string members) => new() { TestCode = LoopFile.Of(members) };

    private static async Task VerifyAsync(string members, string? message = null)
    {
        CSharpAnalyzerTest<NamingAnalyzer, DefaultVerifier> test = Test(members);
        if (message is not null)
        {
            test.ExpectedDiagnostics.Add(Expected.WithMessage(message));
        }

        await test.RunAsync();
    }
}
