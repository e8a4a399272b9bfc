using ConvGen.Analyzers.Naming;
using ConvGen.CodeFixes;
using ConvGen.Testing;

namespace ConvGen.Analyzers.Tests.Naming.Names;

public class ChangeOperationCodeFixTests
{
    private const string Signature = "(ReadOnlySpan<float> source, Span<float> destination);";

    [Theory]
    [InlineData("[Correlation, Kernel(\"1 2 3\")]", "[Convolution, Kernel(\"1 2 3\")]")]
    [InlineData("[CorrelationAttribute /* why */, Kernel(\"1 2 3\")]", "[ConvolutionAttribute /* why */, Kernel(\"1 2 3\")]")]
    [InlineData("[ConvGen.Correlation, Kernel(\"1 2 3\")]", "[ConvGen.Convolution, Kernel(\"1 2 3\")]")]
    [InlineData(
        "[global::ConvGen.CorrelationAttribute()]\n    [Kernel(\"1 2 3\")]",
        "[global::ConvGen.ConvolutionAttribute()]\n    [Kernel(\"1 2 3\")]"
    )]
    [InlineData(
        "[method: Kernel(\"1 2 3\"), Correlation(Border = BorderMode.Replicate, Anchor = new[] { 1 })]",
        "[method: Kernel(\"1 2 3\"), Convolution(Border = BorderMode.Replicate, Anchor = new[] { 1 })]"
    )]
    public Task Declares_the_operation_that_the_name_says(string before, string after) =>
        VerifyAsync(
            $"    {before}\n    public static partial void {{|CONV101:Convolve|}}{Signature}",
            $"    {after}\n    public static partial void Convolve{Signature}",
            "Declare it [Convolution]"
        );

    [Fact]
    public Task Declares_a_correlation() =>
        VerifyAsync(
            $"    [Convolution, Kernel(\"1 2 3\")]\n    public static partial void {{|CONV101:XCorr|}}{Signature}",
            $"    [Correlation, Kernel(\"1 2 3\")]\n    public static partial void XCorr{Signature}",
            "Declare it [Correlation]"
        );

    [Fact]
    public Task An_alias_gives_way_to_the_attribute() =>
        new CSharpCodeFixTest<NamingAnalyzer, ChangeOperationCodeFix, DefaultVerifier>
        {
            TestCode =
                "using Filter = ConvGen.CorrelationAttribute;\n"
                + Rule.File(
                    $"    [Filter(Padding = 1), Kernel(\"1 2 3\")]\n    public static partial void {{|CONV101:Convolve|}}{Signature}"
                ),
            FixedCode =
                "using Filter = ConvGen.CorrelationAttribute;\n"
                + Rule.File($"    [Convolution(Padding = 1), Kernel(\"1 2 3\")]\n    public static partial void Convolve{Signature}"),
        }.RunAsync();

    [Fact]
    public Task Each_method_is_declared_anew() =>
        VerifyAsync(
            $"    [Convolution, Kernel(\"1 2 3\")]\n    public static partial void {{|CONV101:XCorr|}}{Signature}\n    [Convolution, Kernel(\"1 2 3\")]\n    public static partial void {{|CONV101:Correlate|}}{Signature}",
            $"    [Correlation, Kernel(\"1 2 3\")]\n    public static partial void XCorr{Signature}\n    [Correlation, Kernel(\"1 2 3\")]\n    public static partial void Correlate{Signature}",
            "Declare it [Correlation]"
        );

    private static Task VerifyAsync(string before, string after, string title) =>
        new CSharpCodeFixTest<NamingAnalyzer, ChangeOperationCodeFix, DefaultVerifier>
        {
            TestCode = Rule.File(before),
            FixedCode = Rule.File(after),
            CodeActionTitle = title,
        }.RunAsync();
}
