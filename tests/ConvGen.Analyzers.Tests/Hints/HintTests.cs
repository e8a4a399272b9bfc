using ConvGen.Analyzers.Hints;
using ConvGen.CodeFixes;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Tests.Hints;

public class HintTests
{
    private const string UnusedBorder =
        """[Correlation(Mode = OutputMode.Valid, [|Border = BorderMode.Replicate|]), Kernel("1 2 1")] """ + Methods.Line;

    [Fact]
    public Task A_border_with_valid() =>
        Rule.VerifyAsync<UnusedBorderAnalyzer>(
            UnusedBorder,
            "Border has no effect, because OutputMode.Valid never looks outside the source; remove it or choose another mode",
            DiagnosticSeverity.Info
        );

    [Fact]
    public Task A_border_value_with_valid() =>
        Rule.VerifyAsync<UnusedBorderAnalyzer>(
            """[Correlation(Mode = OutputMode.Valid, [|BorderValue = 2|]), Kernel("1 2 1")] """ + Methods.Line
        );

    [Fact]
    public Task A_border_of_windows_with_valid() =>
        Rule.VerifyAsync<UnusedBorderAnalyzer>(
            """[Unfold(Mode = OutputMode.Valid, [|Border = BorderMode.Replicate|]), KernelShape(3)] """ + Methods.Line
        );

    [Theory]
    [InlineData("""[Unfold(Border = BorderMode.Replicate), KernelShape(3)] """ + Methods.Line)]
    [InlineData("""[Correlation(Border = BorderMode.Replicate), Kernel("1 2 1")] """ + Methods.Line)]
    [InlineData("""[Correlation(Mode = OutputMode.Full, BorderValue = 2), Kernel("1 2 1")] """ + Methods.Line)]
    [InlineData("""[Correlation(Mode = OutputMode.Valid), Kernel("1 2 1")] """ + Methods.Line)]
    public Task A_border_that_matters(string member) => Rule.VerifyAsync<UnusedBorderAnalyzer>(member);

    [Fact]
    public Task A_pragma_silences_a_hint() =>
        Rule.VerifyAsync<UnusedBorderAnalyzer>(
            "#pragma warning disable CONV201\n"
                + UnusedBorder.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("none", null)]
    [InlineData("warning", DiagnosticSeverity.Warning)]
    [InlineData("error", DiagnosticSeverity.Error)]
    public async Task An_editorconfig_decides_how_loud_a_hint_is(string severity, DiagnosticSeverity? expected)
    {
        CSharpAnalyzerTest<UnusedBorderAnalyzer, DefaultVerifier> test = new()
        {
            TestCode = Rule.File(
                UnusedBorder.Replace("[|", "{|#0:", StringComparison.Ordinal).Replace("|]", "|}", StringComparison.Ordinal)
            ),
            TestState =
            {
                AnalyzerConfigFiles = { ("/.editorconfig", $"root = true\n[*.cs]\ndotnet_diagnostic.CONV201.severity = {severity}\n") },
            },
        };
        if (expected is { } loudness)
        {
            test.ExpectedDiagnostics.Add(
                CSharpAnalyzerVerifier<UnusedBorderAnalyzer, DefaultVerifier>
                    .Diagnostic()
                    .WithLocation(0)
                    .WithArguments("Border")
                    .WithSeverity(loudness)
            );
        }

        await test.RunAsync();
    }

    [Fact]
    public Task A_kernel_too_large_to_unroll() =>
        Rule.VerifyAsync<LoopKernelAnalyzer>(
            "[Correlation, KernelShape(3, 65)] " + Methods.RunTimePlane.Replace(" M(", " [|M|](", StringComparison.Ordinal)
        );

    [Fact]
    public Task A_kernel_whose_columns_are_unrolled() =>
        Rule.VerifyAsync<LoopKernelAnalyzer>("[{|CONV204:Correlation|}, KernelShape(31, 31)] " + Methods.RunTimePlane);

    [Fact]
    public Task A_kernel_that_a_transform_suits_better() =>
        Rule.VerifyAsync<FourierKernelAnalyzer>(
            "[[|Correlation|], KernelShape(32, 32)] " + Methods.RunTimePlane,
            "'M' takes about 27.8 ns a result as a direct sum and would take 2.7 through Fourier transforms; where errors may be relative to the largest samples nearby instead of to each result, "
                + "write FloatingPoint = FloatingPointMode.Transform",
            DiagnosticSeverity.Info
        );

    [Theory]
    [InlineData(
        "[[|Correlation|], KernelShape(400)] public static partial void M(ReadOnlySpan<float> source, ReadOnlySpan<float> kernel, Span<float> destination);"
    )]
    [InlineData(
        "[[|Correlation(Stride = 2)|], KernelShape(800)] public static partial void M(ReadOnlySpan<double> source, ReadOnlySpan<double> kernel, Span<double> destination);"
    )]
    [InlineData(
        "[[|Correlation(Parallel = true)|], KernelShape(32, 32)] public static partial void M(float[] source, int width, int height, float[] kernel, float[] destination);"
    )]
    [InlineData(
        "[[|Correlation|], KernelShape(400)] public static partial void M(ReadOnlySpan<float> source, PreparedKernel<float> kernel, Span<float> destination);"
    )]
    public Task A_long_row_that_a_transform_suits_better(string member) => Rule.VerifyAsync<FourierKernelAnalyzer>(member);

    /// <summary>
    /// Small kernels, exact ones, sums in a prescribed order, streams, layers, parts of any size, images in place whose weights nothing
    /// keeps, and those for which a transform is allowed.
    /// </summary>
    [Theory]
    [InlineData("[Correlation, KernelShape(11, 11)] " + Methods.RunTimePlane)]
    [InlineData("[Correlation(FloatingPoint = FloatingPointMode.Strict), KernelShape(32, 32)] " + Methods.RunTimePlane)]
    [InlineData("[Correlation(FloatingPoint = FloatingPointMode.Transform), KernelShape(32, 32)] " + Methods.RunTimePlane)]
    [InlineData(
        "[Correlation, BoxKernel(30)] public static partial void M(ReadOnlySpan<float> source, int width, int height, Span<float> destination);"
    )]
    [InlineData(
        "[Correlation, KernelShape(41, 41)] public static partial void {|CONV202:M|}(ReadOnlySpan<byte> source, int width, int height, ReadOnlySpan<sbyte> kernel, Span<int> destination);"
    )]
    [InlineData(
        "[Correlation, WindowedSincKernel(1023, 0.25)] public static partial void M(ReadOnlySpan<short> source, Span<int> destination);"
    )]
    [InlineData(
        "[Correlation, WindowedSincKernel(1023, 0.25)] public static partial void M(ReadOnlySpan<short> source, Span<short> history, Span<int> destination);"
    )]
    [InlineData(
        "[Correlation, KernelShape(32, 32)] public static partial void M(ReadOnlySpan<float> source, int width, int height, Region region, ReadOnlySpan<float> kernel, Span<float> destination);"
    )]
    [InlineData(
        "[Correlation, KernelShape(32, 32)] public static partial void M(Span<float> image, int width, int height, ReadOnlySpan<float> kernel);"
    )]
    [InlineData(
        "[Correlation, KernelShape(400, InputChannels = 2)] public static partial void M(ReadOnlySpan<float> source, PreparedKernel<float> kernel, Span<float> destination);"
    )]
    [InlineData(
        "[Correlation, KernelShape(50)] public static partial void M(ReadOnlySpan<float> source, ReadOnlySpan<float> kernel, Span<float> destination);"
    )]
    [InlineData(
        "[Correlation(Stride = 4), KernelShape(199)] public static partial void M(ReadOnlySpan<float> source, ReadOnlySpan<float> kernel, Span<float> destination);"
    )]
    [InlineData(
        "[Correlation, KernelShape(400)] public static partial void M(ReadOnlySpan<float> source, ReadOnlySpan<float> kernel, Span<float> history, Span<float> destination);"
    )]
    public Task A_kernel_that_a_direct_sum_suits(string member) => Rule.VerifyAsync<FourierKernelAnalyzer>(member);

    [Theory]
    [InlineData("[Correlation]", "[Correlation(FloatingPoint = FloatingPointMode.Transform)]")]
    [InlineData(
        "[global::ConvGen.Convolution(Border = BorderMode.Wrap, FloatingPoint = FloatingPointMode.Fast)]",
        "[global::ConvGen.Convolution(Border = BorderMode.Wrap, FloatingPoint = FloatingPointMode.Transform)]"
    )]
    public Task The_fix_allows_a_transform(string before, string after)
    {
        const string Member = " [KernelShape(41, 41)] " + Methods.RunTimePlane;
        return new CSharpCodeFixTest<FourierKernelAnalyzer, AllowTransformCodeFix, DefaultVerifier>
        {
            TestCode = Rule.File(
                before.Replace("[", "[[|", StringComparison.Ordinal).Replace("]", "|]]", StringComparison.Ordinal)
                    + Member.Replace(" M(", " {|CONV202:M|}(", StringComparison.Ordinal)
            ),
            FixedCode = Rule.File(after + Member),
            CodeActionTitle = "Write FloatingPoint = FloatingPointMode.Transform (accurate in norm)",
        }.RunAsync();
    }

    [Fact]
    public Task The_loops_of_a_layer_are_no_fallback() =>
        Rule.VerifyAsync<LoopKernelAnalyzer>("[Correlation, KernelShape(65, 65, InputChannels = 4)] " + Methods.RunTimePlane);

    [Fact]
    public Task A_layer_without_a_border() =>
        Rule.VerifyAsync<UnusedBorderAnalyzer>(
            "[Correlation(Mode = OutputMode.Valid, [|Border = BorderMode.Wrap|]), KernelShape(3, 3, InputChannels = 4)] "
                + Methods.RunTimePlane
        );

    [Fact]
    public Task A_kernel_that_is_unrolled() =>
        Rule.VerifyAsync<LoopKernelAnalyzer>("[Correlation, KernelShape(5, 5)] " + Methods.RunTimePlane);

    [Theory]
    [InlineData("""[Correlation, Kernel("1 2 1")] public static partial void [|M|](ReadOnlySpan<Half> source, Span<float> destination);""")]
    [InlineData(
        """[Correlation, Kernel("1 2 1")] public static partial void [|M|](ReadOnlySpan<long> source, Span<double> destination);"""
    )]
    [InlineData(
        """[Correlation, KernelShape(3, OutputChannels = 8)] public static partial void [|M|](ReadOnlySpan<Half> source, Half[] kernel, Span<Half> destination);"""
    )]
    [InlineData(
        """[Correlation, KernelShape(3, OutputChannels = 8)] public static partial void [|M|](ReadOnlySpan<int> source, byte[] kernel, Span<int> destination);"""
    )]
    public Task A_combination_without_vectors(string member) => Rule.VerifyAsync<ScalarKernelAnalyzer>(member);

    [Theory]
    [InlineData(Methods.ByteLine)]
    [InlineData("public static partial void M(ReadOnlySpan<byte> source, Span<long> destination);")]
    [InlineData("public static partial void M(ReadOnlySpan<int> source, Span<int> destination);")]
    public Task A_combination_with_vectors(string method) =>
        Rule.VerifyAsync<ScalarKernelAnalyzer>("""[Correlation, Kernel("1 2 1", Divisor = 4)] """ + method);

    [Fact]
    public Task Reasons_are_told() =>
        Rule.VerifyAsync<ScalarKernelAnalyzer>(
            """[Correlation, Kernel("1 2 1")] public static partial void [|M|](ReadOnlySpan<Half> source, Span<float> destination);""",
            "'M' is computed one sample at a time, without vector instructions: 'Half' samples have no vector conversions",
            DiagnosticSeverity.Warning
        );

    [Theory]
    [InlineData("byte", "8388608")]
    [InlineData("short", "32768")]
    [InlineData("ushort", "16384")]
    public Task Weights_that_make_sums_of_64_bits(string type, string divisor) =>
        Rule.VerifyAsync<WideSumAnalyzer>(
            "[Correlation, Kernel(\"0.27406862 0.45186276 0.27406862\")] public static partial void [|M|](ReadOnlySpan<"
                + type
                + "> source, Span<byte> destination);",
            "'M' adds in 64 bits, of which a vector holds half as many sums as of 32, because its weights have the common denominator 50000000; whole weights with Divisor = "
                + divisor
                + " keep the sum within 32 bits",
            DiagnosticSeverity.Warning
        );

    /// <summary>Sums of 32 bits, of large samples and large weights, which no divisor makes smaller, and of floats.</summary>
    [Theory]
    [InlineData(
        """[Correlation, Kernel("2299054 3790500 2299054", Divisor = 8388608)] public static partial void M(ReadOnlySpan<byte> source, Span<byte> destination);"""
    )]
    [InlineData(
        """[Correlation, Kernel("0.274 0.452 0.274")] public static partial void M(ReadOnlySpan<byte> source, Span<byte> destination);"""
    )]
    [InlineData(
        """[Correlation, Kernel("0.27406862 0.45186276 0.27406862")] public static partial void M(ReadOnlySpan<int> source, Span<int> destination);"""
    )]
    [InlineData(
        """[Correlation, Kernel("1 2 1000000000")] public static partial void M(ReadOnlySpan<ushort> source, Span<long> destination);"""
    )]
    [InlineData(
        """[Correlation(Mode = OutputMode.Valid), Kernel("100000.5 300000.25")] public static partial void M(ReadOnlySpan<ushort> source, Span<long> destination);"""
    )]
    [InlineData(
        """[Correlation, Kernel("0.27406862 0.45186276 0.27406862")] public static partial void M(ReadOnlySpan<float> source, Span<float> destination);"""
    )]
    public Task Weights_that_no_divisor_helps(string member) => Rule.VerifyAsync<WideSumAnalyzer>(member);
}
