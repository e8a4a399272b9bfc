using ConvGen.Analyzers.Naming;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Tests.Naming.Names;

public class DeclarationNameTests
{
    private const string Line = "(ReadOnlySpan<float> source, Span<float> destination);";
    private const string Plane = "(ReadOnlySpan<float> source, int width, int height, Span<float> destination);";
    private const string RunTimePlane =
        "(ReadOnlySpan<float> source, int width, int height, ReadOnlySpan<float> kernel, Span<float> destination);";

    [Fact]
    public Task A_correlation_named_convolution_uses_the_kernel_as_written() =>
        VerifyAsync(
            "[{|#1:Correlation|}, Kernel({|#2:\"1 2 3; 4 5 6; 7 8 10\"|})] public static partial void {|#0:Convolve3x3|}" + Plane,
            "'Convolve3x3' is named for a convolution and declared [Correlation], whose sample and tap indices run the same way: the result is that of the kernel rotated by 180 degrees"
        );

    [Fact]
    public Task A_convolution_named_correlation_reverses_the_kernel() =>
        VerifyAsync(
            "[{|#1:Convolution|}, Kernel({|#2:\"1 2 3\"|})] public static partial void {|#0:XCorr|}" + Line,
            "'XCorr' is named for a correlation and declared [Convolution], whose sample and tap indices run opposite ways: the result is that of the reversed kernel"
        );

    [Theory]
    [InlineData("Kernel({|#2:\"1 0 -1\"|})", Line)]
    [InlineData("Kernel({|#2:\"1 2 1; 0 0 0; -1 -2 -1\"|}, Divisor = 8)", Plane)]
    [InlineData("Kernel(1, 3, {|#2:0.1, 0, -0.1|})", Line)]
    public Task A_kernel_that_changes_its_sign_changes_that_of_the_result(string kernel, string signature) =>
        VerifyAsync(
            $"[{{|#1:Correlation|}}, {kernel}] public static partial void {{|#0:Convolve|}}{signature}",
            "'Convolve' is named for a convolution and declared [Correlation], whose sample and tap indices run the same way: the result differs only by its sign"
        );

    [Fact]
    public Task Weights_that_arrive_at_run_time_may_be_anything() =>
        VerifyAsync(
            "[{|#1:Correlation|}, KernelShape(3, 3)] public static partial void {|#0:conv2d|}" + RunTimePlane,
            "'conv2d' is named for a convolution and declared [Correlation], whose sample and tap indices run the same way: the result is that of the kernel rotated by 180 degrees"
        );

    [Theory]
    [InlineData("[Correlation, Kernel(\"1 2 1; 2 4 2; 1 2 1\", Divisor = 16)] public static partial void Convolve" + Plane)]
    [InlineData("[Correlation, Kernel(\"1 2 3; 4 5 4; 3 2 1\")] public static partial void Convolve" + Plane)]
    [InlineData("[Correlation, Kernel(\"0.1 0 1/10\")] public static partial void Convolve" + Line)]
    [InlineData("[Correlation, Kernel(\"0 0 0\")] public static partial void Convolve" + Line)]
    [InlineData("[Correlation, KernelShape(1, 1)] public static partial void Convolve" + RunTimePlane)]
    public Task A_kernel_that_stays_the_same_is_silent(string member) => VerifyAsync(member, null);

    [Theory]
    [InlineData("[Correlation, Kernel(\"1 2 3\")] public static partial void Correlate" + Line)]
    [InlineData("[Convolution, Kernel(\"1 2 3\")] public static partial void Convolve" + Line)]
    [InlineData("[Correlation, Kernel(\"1 2 3\")] public static partial void Sharpen" + Line)]
    [InlineData("[Correlation, Kernel(\"1 2 3\")] public static partial void ConvolveFlipped" + Line)]
    [InlineData("[Obsolete] public static void Convolve() { }")]
    public Task A_name_that_is_right_or_says_nothing_is_silent(string member) => VerifyAsync(member, null);

    [Theory]
    [InlineData("[Correlation, Kernel({|CONV003:\"\"|})] public static partial void Convolve" + Line)]
    [InlineData("[Correlation, {|CONV006:Convolution|}, Kernel(\"1 2 3\")] public static partial void Convolve" + Line)]
    public async Task A_declaration_that_is_refused_is_not_judged_by_its_name(string member)
    {
        CSharpAnalyzerTest<NamingAnalyzer, DefaultVerifier> test = new() { TestCode = Rule.File(member) };
        await test.RunAsync();
    }

    [Theory]
    [InlineData("convgen_naming_convention = deep_learning", "[Correlation, Kernel(\"1 2 3\")] public static partial void Conv1D")]
    [InlineData("convgen_naming_convention = Deep_Learning", "[Correlation, Kernel(\"1 2 3\")] public static partial void Conv1D")]
    [InlineData(
        "convgen_naming_convention = deep_learning",
        "[Convolution, Kernel(\"1 2 3\")] public static partial void {|CONV101:Correlate|}"
    )]
    [InlineData(
        "convgen_naming_convention = signal_processing",
        "[Correlation, Kernel(\"1 2 3\")] public static partial void {|CONV101:Conv1D|}"
    )]
    [InlineData("convgen_naming_convention = unheard_of", "[Correlation, Kernel(\"1 2 3\")] public static partial void {|CONV101:Conv1D|}")]
    [InlineData(
        "convgen_convolution_words = glaettung, ApplyFir",
        "[Correlation, Kernel(\"1 2 3\")] public static partial void {|CONV101:apply_FIR|}"
    )]
    [InlineData("convgen_correlation_words = Match", "[Convolution, Kernel(\"1 2 3\")] public static partial void {|CONV101:MatchSignal|}")]
    [InlineData("convgen_correlation_words = ,", "[Convolution, Kernel(\"1 2 3\")] public static partial void MatchSignal")]
    [InlineData("dotnet_diagnostic.CONV101.severity = none", "[Correlation, Kernel(\"1 2 3\")] public static partial void Convolve")]
    public async Task Options_have_their_say(string option, string member)
    {
        CSharpAnalyzerTest<NamingAnalyzer, DefaultVerifier> test = new() { TestCode = Rule.File(member + Line) };
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\n" + option + "\n"));

        await test.RunAsync();
    }

    private static async Task VerifyAsync(string member, string? message)
    {
        CSharpAnalyzerTest<NamingAnalyzer, DefaultVerifier> test = new() { TestCode = Rule.File(member) };
        if (message is not null)
        {
            // The name again, the attribute, and the weights where there are any: what the fixes change.
            DiagnosticResult expected = new DiagnosticResult("CONV101", DiagnosticSeverity.Warning)
                .WithLocation(0)
                .WithLocation(0)
                .WithLocation(1)
                .WithMessage(message);
            test.ExpectedDiagnostics.Add(member.Contains("{|#2:", StringComparison.Ordinal) ? expected.WithLocation(2) : expected);
        }

        await test.RunAsync();
    }
}
