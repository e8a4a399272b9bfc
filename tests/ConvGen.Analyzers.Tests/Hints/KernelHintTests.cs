using ConvGen.Analyzers.Declarations;
using ConvGen.Analyzers.Hints;
using ConvGen.CodeFixes;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Tests.Hints;

/// <summary>CONV208 to CONV214: hints about kernels, shown where they should be and nowhere else.</summary>
public class KernelHintTests
{
    private const string Bytes = " public static partial void M(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);";

    private const string Floats =
        " public static partial void M(ReadOnlySpan<float> source, int width, int height, Span<float> destination);";

    private const string Strict = "[Correlation(FloatingPoint = FloatingPointMode.Strict), ";

    /// <summary>A Gaussian of sigma 1.4 and radius 3, printed with four decimals.</summary>
    private const string Printed =
        "0.0008 0.0030 0.0065 0.0084 0.0065 0.0030 0.0008; 0.0030 0.0108 0.0232 0.0299 0.0232 0.0108 0.0030; 0.0065 0.0232 0.0498 0.0643 0.0498 0.0232 0.0065; 0.0084 0.0299 0.0643 0.0830 0.0643 0.0299 0.0084; 0.0065 0.0232 0.0498 0.0643 0.0498 0.0232 0.0065; 0.0030 0.0108 0.0232 0.0299 0.0232 0.0108 0.0030; 0.0008 0.0030 0.0065 0.0084 0.0065 0.0030 0.0008";

    /// <summary>(1 2 3 4 3 2 1) times (3 1 2 2 1 1 3) over 208, printed with four decimals: no Gaussian.</summary>
    private const string Uneven =
        "0.0144 0.0048 0.0096 0.0096 0.0048 0.0048 0.0144; 0.0288 0.0096 0.0192 0.0192 0.0096 0.0096 0.0288; 0.0433 0.0144 0.0288 0.0288 0.0144 0.0144 0.0433; 0.0577 0.0192 0.0385 0.0385 0.0192 0.0192 0.0577; 0.0433 0.0144 0.0288 0.0288 0.0144 0.0144 0.0433; 0.0288 0.0096 0.0192 0.0192 0.0096 0.0096 0.0288; 0.0144 0.0048 0.0096 0.0096 0.0048 0.0048 0.0144";

    [Fact]
    public Task A_printed_Gaussian_names_its_design() =>
        Rule.VerifyAsync<NearlySeparableAnalyzer>(
            "[Correlation, [|Kernel(\"" + Printed + "\")|]]" + Bytes,
            "'M' takes 49 taps where 14 would do, because its weights are a column times a row only to the digits that are written; write [GaussianKernel(1.4, Radius = 3)], whose digits these are",
            DiagnosticSeverity.Warning
        );

    [Theory]
    [InlineData(Printed, Floats)]
    [InlineData(Uneven, Bytes)]
    [InlineData(Uneven, Floats)]
    public Task Nearly_a_product(string text, string method) =>
        Rule.VerifyAsync<NearlySeparableAnalyzer>("[Correlation, [|Kernel(\"" + text + "\")|]]" + method);

    /// <summary>Exact products; kernels that are none; few taps; sums in their written order; designs.</summary>
    [Theory]
    [InlineData("[Correlation, Kernel(\"1 4 6 4 1; 4 16 24 16 4; 6 24 36 24 6; 4 16 24 16 4; 1 4 6 4 1\", Divisor = 256)]" + Bytes)]
    [InlineData("[Correlation, Kernel(\"1 2 3 4 5; 5 4 3 2 9; 1 2 7 8 5; 3 2 7 4 3; 1 9 8 4 5\", Divisor = 1000)]" + Bytes)]
    [InlineData("[Correlation, Kernel(\"0.0113 0.0838 0.0113; 0.0838 0.6193 0.0838; 0.0113 0.0838 0.0113\")]" + Bytes)]
    [InlineData(Strict + "Kernel(\"" + Printed + "\", Divisor = 2)]" + Floats)]
    [InlineData("[Correlation, GaussianKernel(1.4)]" + Bytes)]
    [InlineData("[Correlation, DiskKernel(3)]" + Bytes)]
    [InlineData(
        "[Correlation, KernelShape(7, 7)] public static partial void M(ReadOnlySpan<byte> source, int width, int height, ReadOnlySpan<sbyte> kernel, Span<byte> destination);"
    )]
    public Task Not_nearly_a_product(string member) => Rule.VerifyAsync<NearlySeparableAnalyzer>(member);

    [Theory]
    [InlineData(0, "GaussianKernel(1.4, Radius = 3)", "Write [GaussianKernel(1.4, Radius = 3)]")]
    [InlineData(
        1,
        "SeparableKernel(\"15 53 114 148 114 53 15\", \"15 53 114 148 114 53 15\", Divisor = 262144)",
        "Write [SeparableKernel(\"15 53 114 148 114 53 15\", \"15 5...] (no result changes by more than 0.63)"
    )]
    public Task The_fixes_of_a_printed_Gaussian(int index, string after, string title) =>
        new CSharpCodeFixTest<NearlySeparableAnalyzer, ReplaceKernelCodeFix, DefaultVerifier>
        {
            TestCode = Rule.File("[Correlation, [|Kernel(\"" + Printed + "\")|]]" + Bytes),
            FixedCode = Rule.File("[Correlation, " + after + "]" + Bytes),
            CodeActionTitle = title,
            CodeActionIndex = index,
        }.RunAsync();

    /// <summary>Weights as <c>numpy.savetxt</c> writes them have no common denominator that 64 bits could count in.</summary>
    [Fact]
    public Task The_fix_of_many_digits_writes_a_power_of_two() =>
        new CSharpCodeFixTest<AccumulatorNotProvenAnalyzer, ReplaceKernelCodeFix, DefaultVerifier>
        {
            TestCode = Rule.File(
                "[Correlation, [|Kernel(\"1.000000000000000056e-01 2.999999999999999889e-01 6.000000000000000888e-01\")|]] "
                    + Methods.ByteLine
            ),
            FixedCode = Rule.File("[Correlation, Kernel(\"25 77 154\", Divisor = 256)] " + Methods.ByteLine),
            CodeActionTitle = "Write [Kernel(\"25 77 154\", Divisor = 256)]",
        }.RunAsync();

    [Fact]
    public Task A_blur_that_darkens() =>
        Rule.VerifyAsync<BlurSumAnalyzer>(
            "[Correlation, [|Kernel(\"0.05 0.24 0.39 0.24 0.05\")|]] " + Methods.Line,
            "The weights of 'M' add up to 97/100, so that an even area becomes darker; write Divisor = 0.97",
            DiagnosticSeverity.Warning
        );

    [Theory]
    [InlineData("[Correlation, [|Kernel(\"1 1 1 1 1 1 1\", Divisor = 7.2)|]] " + Methods.ByteLine)]
    [InlineData("[Correlation, [|Kernel(\"0.2501 0.5 0.25\")|]] " + Methods.Line)]
    [InlineData("[Correlation, [|Kernel(1, 3, 0.26, 0.5, 0.25)|]] " + Methods.Line)]
    public Task A_blur_with_another_sum(string member) => Rule.VerifyAsync<BlurSumAnalyzer>(member);

    /// <summary>
    /// Sums of one, and as near to it as nobody sees; sums that are something else; other signs; a single tap; designs; layers.
    /// </summary>
    [Theory]
    [InlineData("[Correlation, Kernel(\"1 2 1\", Divisor = 4)] " + Methods.ByteLine)]
    [InlineData("[Correlation, Kernel(\"0.2501 0.5 0.25\")] " + Methods.ByteLine)]
    [InlineData("[Correlation, Kernel(\"0.25000001 0.5 0.25\")] " + Methods.Line)]
    [InlineData("[Correlation, Kernel(\"1 2 1\")] " + Methods.Line)]
    [InlineData("[Correlation, Kernel(\"-0.1 1.15 -0.1\")] " + Methods.Line)]
    [InlineData("[Correlation, Kernel(\"0 0.95 0\")] " + Methods.Line)]
    [InlineData("[Correlation, GaussianKernel(1)] " + Methods.Line)]
    [InlineData("[Correlation, Kernel(\"0.3 0.3 0.39\", Columns = 3, InputChannels = 1)] " + Methods.Line)]
    public Task A_blur_that_keeps_the_mean(string member) => Rule.VerifyAsync<BlurSumAnalyzer>(member);

    [Fact]
    public Task The_fix_divides_by_the_sum() =>
        new CSharpCodeFixTest<BlurSumAnalyzer, DivideKernelCodeFix, DefaultVerifier>
        {
            TestCode = Rule.File("[Correlation, [|Kernel(\"1 2 1\", Divisor = 4.1)|]] " + Methods.ByteLine),
            FixedCode = Rule.File("[Correlation, Kernel(\"1 2 1\", Divisor = 4)] " + Methods.ByteLine),
            CodeActionTitle = "Write Divisor = 4",
        }.RunAsync();

    [Fact]
    public Task A_derivative_with_a_rest() =>
        Rule.VerifyAsync<DerivativeSumAnalyzer>(
            "[Correlation, [|Kernel(\"0.333 -0.667 0.333\")|]] " + Methods.Line,
            "The weights of 'M' add up to -1/1000 and not to 0, so that an even area has a slope; change a weight by 1/1000",
            DiagnosticSeverity.Warning
        );

    [Theory]
    [InlineData(
        "[Correlation, [|Kernel(\"0.33 -0.67 0.33\")|]] public static partial void M(ReadOnlySpan<byte> source, Span<short> destination);"
    )]
    [InlineData("[Correlation, [|Kernel(\"-100 1 100\", Divisor = 4)|]] " + Methods.Line)]
    public Task A_derivative_that_does_not_sum_to_zero(string member) => Rule.VerifyAsync<DerivativeSumAnalyzer>(member);

    [Theory]
    [InlineData("[Correlation, Kernel(\"-1 0 1; -2 0 2; -1 0 1\")]" + Floats)]
    [InlineData("[Correlation, Kernel(\"0 -1 0; -1 5 -1; 0 -1 0\")]" + Floats)]
    [InlineData("[Correlation, Kernel(\"-1 0.0001 1\")] public static partial void M(ReadOnlySpan<byte> source, Span<short> destination);")]
    [InlineData("[Correlation, Kernel(\"1 -2 1\")] " + Methods.Line)]
    [InlineData("[Correlation, Kernel(\"1 2 1\")] " + Methods.Line)]
    [InlineData("[Correlation, Kernel(\"0 0 0\")] " + Methods.Line)]
    // The weights of scipy.signal.firwin(9, [0.3, 0.5], pass_zero=False), to eight digits: a sum near zero that no rounding made.
    [InlineData(
        """[Convolution, Kernel("-0.00817105 -0.03171466 -0.11012834 0.12009011 0.05902338 0.12009011 -0.11012834 -0.03171466 -0.00417105")] public static partial void BandPass(ReadOnlySpan<float> source, Span<float> destination);"""
    )]
    [InlineData("[Correlation, LaplacianOfGaussianKernel(1)]" + Floats)]
    public Task A_derivative_without_a_rest(string member) => Rule.VerifyAsync<DerivativeSumAnalyzer>(member);

    [Fact]
    public Task A_Gaussian_that_ends_early() =>
        Rule.VerifyAsync<CutGaussianAnalyzer>(
            "[Correlation, [|GaussianKernel(3, Radius = 2)|]]" + Bytes,
            "The Gaussian of 'M' with sigma 3 ends 2 samples from its middle, and blurs like one with sigma 1.4; take a radius of 9 or more",
            DiagnosticSeverity.Warning
        );

    [Theory]
    [InlineData("[Correlation, [|GaussianKernel(2, Truncate = 1)|]]" + Floats)]
    [InlineData("[Correlation, [|Kernel(\"0.1019 0.1154 0.1019; 0.1154 0.1308 0.1154; 0.1019 0.1154 0.1019\")|]]" + Bytes)]
    public Task A_cut_Gaussian(string member) => Rule.VerifyAsync<CutGaussianAnalyzer>(member);

    [Theory]
    [InlineData("[Correlation, GaussianKernel(3)]" + Bytes)]
    [InlineData("[Correlation, GaussianKernel(3, Truncate = 3)]" + Bytes)]
    [InlineData("[Correlation, GaussianKernel(1.1, Radius = 3)]" + Bytes)]
    [InlineData("[Correlation, Kernel(\"1 2 1; 2 4 2; 1 2 1\", Divisor = 16)]" + Bytes)]
    [InlineData("[Correlation, BoxKernel(2)]" + Bytes)]
    public Task A_whole_Gaussian(string member) => Rule.VerifyAsync<CutGaussianAnalyzer>(member);

    [Fact]
    public Task The_fix_takes_the_whole_Gaussian() =>
        new CSharpCodeFixTest<CutGaussianAnalyzer, ReplaceKernelCodeFix, DefaultVerifier>
        {
            TestCode = Rule.File("[Correlation, [|GaussianKernel(3, Radius = 2)|]]" + Bytes),
            FixedCode = Rule.File("[Correlation, GaussianKernel(3)]" + Bytes),
            CodeActionTitle = "Write [GaussianKernel(3)]",
        }.RunAsync();

    [Theory]
    [InlineData(
        "[Correlation([|Anchor = new[] { 0, 1 }|]), BoxKernel(1)]" + Bytes,
        "1 row up",
        "remove Anchor, or write the tap around which the weights lie"
    )]
    [InlineData(
        "[Correlation([|Anchor = new[] { 0, 0 }|]), GaussianKernel(1)]" + Bytes,
        "4 rows up and 4 columns left",
        "remove Anchor, or write the tap around which the weights lie"
    )]
    [InlineData(
        "[Convolution([|Anchor = new[] { 0 }|]), MovingAverageKernel(5)] " + Methods.Line,
        "2 samples earlier",
        "remove Anchor, or write the tap around which the weights lie"
    )]
    [InlineData(
        "[Correlation, [|Kernel(\"1 2 1 0 0\", Divisor = 4)|]] " + Methods.ByteLine,
        "1 sample later",
        "write Anchor = new[] { 1 }, or weights around the middle of the kernel"
    )]
    [InlineData(
        "[Convolution, [|Kernel(\"1 2 1 0 0\", Divisor = 4)|]] " + Methods.ByteLine,
        "1 sample earlier",
        "write Anchor = new[] { 3 }, or weights around the middle of the kernel"
    )]
    public Task A_hidden_shift(string member, string shift, string remedy) =>
        Rule.VerifyAsync<ShiftedKernelAnalyzer>(
            member,
            $"'M' shifts the result by {shift}, because its weights lie around another place than the anchor; {remedy}",
            DiagnosticSeverity.Warning
        );

    /// <summary>Around the anchor; half a sample; one tap; no symmetry; derivatives; other modes; averages over the past.</summary>
    [Theory]
    [InlineData("[Correlation, Kernel(\"1 2 1\", Divisor = 4)] " + Methods.ByteLine)]
    [InlineData("[Correlation(Anchor = new[] { 0 }), Kernel(\"1 1\", Divisor = 2)] " + Methods.ByteLine)]
    [InlineData("[Correlation, Kernel(\"0 0 1\")] " + Methods.ByteLine)]
    [InlineData("[Correlation, Kernel(\"1 2 4 0 0\", Divisor = 7)] " + Methods.ByteLine)]
    [InlineData("[Correlation(Anchor = new[] { 0 }), Kernel(\"-1 0 -1\")] " + Methods.Line)]
    [InlineData("[Correlation(Mode = OutputMode.Valid), Kernel(\"1 2 1 0 0\", Divisor = 4)] " + Methods.ByteLine)]
    [InlineData("[Convolution(Anchor = new[] { 4 }), MovingAverageKernel(5)] " + Methods.Line)]
    [InlineData("[Convolution(Anchor = new[] { 4 }, Dilation = 2), Kernel(\"1 4 6 4 1\", Divisor = 16)] " + Methods.Line)]
    [InlineData("[Correlation, Kernel(\"1 1 0 0 0 | 1 1 0 0 0 | 0 0 0 0 0\")] " + Methods.Volume)]
    public Task No_hidden_shift(string member) => Rule.VerifyAsync<ShiftedKernelAnalyzer>(member);

    [Fact]
    public Task An_even_kernel() =>
        Rule.VerifyAsync<EvenAnchorAnalyzer>(
            "[[|Correlation|], Kernel(\"1 1\", Divisor = 2)] " + Methods.ByteLine,
            "The kernel of 'M' has 2 taps on its only axis, so its result lies half a sample off; tap 1 is taken for the middle, which Anchor = new[] { 1 } says openly",
            DiagnosticSeverity.Info
        );

    [Theory]
    [InlineData("[[|Correlation(Border = BorderMode.Wrap)|], BoxKernel(2, 3)]" + Bytes)]
    [InlineData("[[|Convolution|], MovingAverageKernel(4)] " + Methods.Line)]
    [InlineData("[[|Correlation|], Kernel(\"-1 1\")] " + Methods.Line)]
    [InlineData("[[|Correlation|], Kernel(\"1 2 1 | 3 4 3\")] " + Methods.Volume)]
    public Task Even_kernels(string member) => Rule.VerifyAsync<EvenAnchorAnalyzer>(member);

    [Theory]
    [InlineData("[Correlation(Anchor = new[] { 0 }), Kernel(\"1 1\", Divisor = 2)] " + Methods.ByteLine)]
    [InlineData("[Correlation, Kernel(\"1 1 1\", Divisor = 3)] " + Methods.ByteLine)]
    [InlineData("[Correlation(Stride = 2), BoxKernel(2, 2)]" + Bytes)]
    [InlineData("[Correlation, KernelShape(3, 4)] " + Methods.RunTimePlane)]
    [InlineData("[Correlation(Mode = OutputMode.Full), Kernel(\"1 1\", Divisor = 2)] " + Methods.ByteLine)]
    [InlineData("[Correlation(Padding = 1), Kernel(\"1 1\", Divisor = 2)] " + Methods.ByteLine)]
    public Task No_even_kernel(string member) => Rule.VerifyAsync<EvenAnchorAnalyzer>(member);

    [Theory]
    [InlineData("[[|Correlation|], BoxKernel(2, 3)]", "[Correlation(Anchor = new[] { 1, 1 }), BoxKernel(2, 3)]", "1, 1")]
    [InlineData(
        "[[|Correlation(Border = BorderMode.Wrap)|], BoxKernel(3, 4)]",
        "[Correlation(Border = BorderMode.Wrap, Anchor = new[] { 1, 2 }), BoxKernel(3, 4)]",
        "1, 2"
    )]
    public Task The_fix_writes_the_anchor(string before, string after, string anchor) =>
        new CSharpCodeFixTest<EvenAnchorAnalyzer, WriteAnchorCodeFix, DefaultVerifier>
        {
            TestCode = Rule.File(before + Bytes),
            FixedCode = Rule.File(after + Bytes),
            CodeActionTitle = $"Write Anchor = new[] {{ {anchor} }} (the result stays the same)",
        }.RunAsync();

    [Fact]
    public Task A_product_in_loops() =>
        Rule.VerifyAsync<LoopedProductAnalyzer>(
            Strict
                + "BoxKernel(16)] public static partial void [|M|](ReadOnlySpan<float> source, int width, int height, Span<float> destination);",
            "The kernel of 'M' is a column of 33 taps times a row of 33, and all 1089 are computed by loops; remove FloatingPoint = FloatingPointMode.Strict, or write a method for each factor",
            DiagnosticSeverity.Warning
        );

    [Theory]
    [InlineData("[Correlation, BoxKernel(16)]" + Floats)]
    [InlineData(Strict + "BoxKernel(1)]" + Floats)]
    [InlineData(
        Strict
            + "DiskKernel(16)] public static partial void {|CONV202:M|}(ReadOnlySpan<float> source, int width, int height, Span<float> destination);"
    )]
    [InlineData(
        Strict + "MovingAverageKernel(999)] public static partial void {|CONV202:M|}(ReadOnlySpan<float> source, Span<float> destination);"
    )]
    public Task No_product_in_loops(string member) => Rule.VerifyAsync<LoopedProductAnalyzer>(member);
}
