using ConvGen.Analyzers.Declarations;
using ConvGen.CodeFixes;
using ConvGen.Testing;

namespace ConvGen.Analyzers.Tests.CodeFixes;

public class UnknownSignatureCodeFixTests
{
    [Fact]
    public Task Renames_a_parameter() =>
        VerifyAsync(
            """
                [Convolution, Kernel("1 2 1")]
                public static partial void Smooth([|ReadOnlySpan<float> src|], Span<float> destination);
            """,
            """
                [Convolution, Kernel("1 2 1")]
                public static partial void Smooth(ReadOnlySpan<float> source, Span<float> destination);
            """,
            "Rename 'src' to 'source'"
        );

    [Fact]
    public Task Renames_all_parameters_with_comments_and_callers() =>
        VerifyAsync(
            """
                /// <summary>Filters <paramref name="image"/>.</summary>
                /// <param name="image">The image.</param>
                [Correlation, KernelShape(3, 3)]
                public static partial void Filter([|ReadOnlySpan<float> image|], int w, int h, ReadOnlySpan<float> weights, Span<float> output);

                public static void Call(float[] a, float[] b, float[] output) => Filter(a, h: 2, w: 1, weights: b, output: output);
            """,
            """
                /// <summary>Filters <paramref name="source"/>.</summary>
                /// <param name="source">The image.</param>
                [Correlation, KernelShape(3, 3)]
                public static partial void Filter(ReadOnlySpan<float> source, int width, int height, ReadOnlySpan<float> kernel, Span<float> destination);

                public static void Call(float[] a, float[] b, float[] output) => Filter(a, height: 2, width: 1, kernel: b, destination: output);
            """,
            "Rename 'image' to 'source', 'w' to 'width', 'h' to 'height', 'weights' to 'kernel', 'output' to 'destination'"
        );

    [Theory]
    [InlineData("public static partial void M([|ReadOnlySpan<float> src|], ReadOnlySpan<float> input, Span<float> destination);")]
    [InlineData("public static partial void M([|ReadOnlySpan<float> bananas|], Span<float> destination);")]
    [InlineData("public static partial void M(ReadOnlySpan<float> source, [|ReadOnlySpan<float> src|], Span<float> destination);")]
    [InlineData("public static partial void [|M|](ReadOnlySpan<float> source);")]
    public Task Is_not_offered_where_nothing_is_evident(string member)
    {
        string code = "    [Convolution, Kernel(\"1 2 1\")]\n    " + member;
        return VerifyAsync(code, code, null);
    }

    private static Task VerifyAsync(string before, string after, string? title) =>
        new CSharpCodeFixTest<UnknownSignatureAnalyzer, UnknownSignatureCodeFix, DefaultVerifier>
        {
            TestCode = Rule.File(before),
            FixedCode = Rule.File(after),
            CodeActionTitle = title,
        }.RunAsync();
}
