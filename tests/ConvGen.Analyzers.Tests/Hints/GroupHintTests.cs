using ConvGen.Analyzers.Hints;
using ConvGen.CodeFixes;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Tests.Hints;

/// <summary>
/// Hints about each of several kernels on one method, and about kernels whose results are scaled or masked: shown at the kernel, where it
/// makes sense.
/// </summary>
public class GroupHintTests
{
    private const string Bytes = " public static partial void M(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);";

    private const string Two =
        " public static partial void M(ReadOnlySpan<byte> source, int width, int height, Span<byte> first, Span<byte> second);";

    private const string Scaled =
        " public static partial void M(ReadOnlySpan<byte> source, int width, int height, float scale, float offset, Span<byte> destination);";

    private const string Dark = "Kernel(\"0.24 0.48 0.24\")";

    private const string Slope = "Kernel(\"-0.334 0 0.333\")";

    [Fact]
    public Task A_blur_that_darkens_beside_one_that_does_not() =>
        Rule.VerifyAsync<BlurSumAnalyzer>(
            "[Correlation, BoxKernel(1, Output = \"first\"), [|Kernel(\"0.24 0.48 0.24\", Output = \"second\")|]]" + Two,
            "The weights of 'M' add up to 24/25, so that an even area becomes darker; write Divisor = 0.96",
            DiagnosticSeverity.Warning
        );

    [Theory]
    [InlineData("[Correlation(PixelChannels = 4), [|" + Dark + "|], PixelMask(Keep = \"3\")]" + Bytes)]
    public Task A_blur_that_darkens(string member) => Rule.VerifyAsync<BlurSumAnalyzer>(member);

    /// <summary>What is added, or scaled, may have any sum.</summary>
    [Theory]
    [InlineData("[Correlation(Combine = Combine.Sum), " + Dark + ", Kernel(\"0.04\")]" + Bytes)]
    [InlineData("[Correlation(Combine = Combine.Maximum), " + Dark + ", Kernel(\"1\")]" + Bytes)]
    [InlineData("[Correlation, " + Dark + "]" + Scaled)]
    public Task A_blur_whose_sum_is_not_the_result(string member) => Rule.VerifyAsync<BlurSumAnalyzer>(member);

    [Theory]
    [InlineData(
        "[Correlation(Combine = Combine.Magnitude), SobelKernel(Axis.Rows), [|"
            + Slope
            + "|]] public static partial void M(ReadOnlySpan<ushort> source, int width, int height, Span<ushort> destination);"
    )]
    [InlineData(
        "[Correlation(Combine = Combine.AbsoluteSum), [|"
            + Slope
            + "|], [|Kernel(\"-0.334; 0; 0.333\")|]] public static partial void M(ReadOnlySpan<float> source, int width, int height, Span<float> destination);"
    )]
    public Task Slopes_of_an_even_area(string member) => Rule.VerifyAsync<DerivativeSumAnalyzer>(member);

    [Theory]
    [InlineData(
        "[Correlation(Combine = Combine.Sum), "
            + Slope
            + ", Kernel(\"0.001\")] public static partial void M(ReadOnlySpan<float> source, int width, int height, Span<float> destination);"
    )]
    [InlineData("[Correlation(Combine = Combine.Magnitude), SobelKernel(Axis.Rows), SobelKernel(Axis.Columns)]" + Bytes)]
    public Task Slopes_that_are_none(string member) => Rule.VerifyAsync<DerivativeSumAnalyzer>(member);

    [Theory]
    [InlineData("[Correlation, Kernel(\"1 2 1\", Divisor = 4, Output = \"second\"), [|Kernel(\"1 2 1\", Output = \"first\")|]]" + Two)]
    [InlineData("[Correlation(PixelChannels = 4), [|Kernel(\"1 2 1\")|], PixelMask(Keep = \"3\")]" + Bytes)]
    public Task A_sum_that_saturates(string member) => Rule.VerifyAsync<SaturatedSumAnalyzer>(member);

    [Theory]
    [InlineData("[Correlation(Combine = Combine.Minimum), Kernel(\"1 2 1\"), Kernel(\"1 2 2\")]" + Bytes)]
    [InlineData("[Correlation, Kernel(\"1 2 1\")]" + Scaled)]
    public Task A_sum_that_is_not_the_result(string member) => Rule.VerifyAsync<SaturatedSumAnalyzer>(member);

    /// <summary>The destination that loses the sign is the one of that kernel, whatever its place.</summary>
    [Theory]
    [InlineData(
        "[Correlation, BoxKernel(1, Output = \"first\"), SobelKernel(Axis.Rows, Output = \"second\")] public static partial void M(ReadOnlySpan<byte> source, int width, int height, Span<byte> first, [|Span<byte> second|]);"
    )]
    [InlineData(
        "[Correlation, BoxKernel(1, Output = \"second\"), SobelKernel(Axis.Rows, Output = \"first\")] public static partial void M(ReadOnlySpan<byte> source, int width, int height, [|Span<byte> first|], Span<byte> second);"
    )]
    public Task A_sign_that_is_lost(string member) => Rule.VerifyAsync<LostSignAnalyzer>(member);

    [Theory]
    [InlineData("[Correlation(Combine = Combine.Magnitude), SobelKernel(Axis.Rows), SobelKernel(Axis.Columns)]" + Bytes)]
    [InlineData("[Correlation, SobelKernel(Axis.Rows)]" + Scaled)]
    public Task A_sign_that_is_kept(string member) => Rule.VerifyAsync<LostSignAnalyzer>(member);

    [Fact]
    public Task A_Gaussian_that_is_cut() =>
        Rule.VerifyAsync<CutGaussianAnalyzer>(
            "[Correlation(Combine = Combine.Maximum), BoxKernel(1), [|GaussianKernel(3, Radius = 2)|]]" + Bytes
        );

    /// <summary>An option is the method's, and is spoken of once.</summary>
    [Theory]
    [InlineData("[[|Correlation(Combine = Combine.Magnitude)|], Kernel(\"1 0; 0 -1\"), Kernel(\"0 1; -1 0\")]" + Bytes)]
    public Task An_even_size_of_two_kernels(string member) => Rule.VerifyAsync<EvenAnchorAnalyzer>(member);

    [Fact]
    public Task A_border_of_two_kernels() =>
        Rule.VerifyAsync<UnusedBorderAnalyzer>(
            "[Correlation(Mode = OutputMode.Valid, [|Border = BorderMode.Wrap|], Combine = Combine.Magnitude), SobelKernel(Axis.Rows), SobelKernel(Axis.Columns)]"
                + Bytes
        );

    [Fact]
    public Task The_fix_divides_the_kernel_that_it_is_about() =>
        new CSharpCodeFixTest<BlurSumAnalyzer, DivideKernelCodeFix, DefaultVerifier>
        {
            TestCode = Rule.File(
                "[Correlation, BoxKernel(1, Output = \"first\"), [|Kernel(\"0.24 0.48 0.24\", Output = \"second\")|]]" + Two
            ),
            FixedCode = Rule.File(
                "[Correlation, BoxKernel(1, Output = \"first\"), Kernel(\"0.24 0.48 0.24\", Output = \"second\", Divisor = 0.96)]" + Two
            ),
        }.RunAsync();
}
