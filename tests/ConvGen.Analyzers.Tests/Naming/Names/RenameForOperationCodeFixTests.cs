using ConvGen.Analyzers.Naming;
using ConvGen.CodeFixes;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Tests.Naming.Names;

public class RenameForOperationCodeFixTests
{
    private const string Signature = "(ReadOnlySpan<float> source, Span<float> destination);";
    private const string Attributes = "    [Correlation, Kernel(\"1 2 3\")]\n    ";

    [Theory]
    [InlineData("Convolve1D", "Correlate1D")]
    [InlineData("ApplyConvolution", "ApplyCorrelation")]
    [InlineData("conv_full", "corr_full")]
    [InlineData("@conv", "corr")]
    public Task Renames_a_method_and_all_references(string before, string after) =>
        VerifyAsync(
            $"{Attributes}public static partial void {{|CONV101:{before}|}}{Signature}\n    /// <summary>Calls <see cref=\"{before}\"/>.</summary>\n    public static void Call(float[] a) => {before}(a, a);\n    public static string Name => nameof({before});",
            $"{Attributes}public static partial void {after}{Signature}\n    /// <summary>Calls <see cref=\"{after}\"/>.</summary>\n    public static void Call(float[] a) => {after}(a, a);\n    public static string Name => nameof({after});",
            $"Rename '{before.TrimStart('@')}' to '{after}'"
        );

    [Fact]
    public Task Says_convolution_of_a_cross_correlation() =>
        VerifyAsync(
            "    [Convolution, Kernel(\"1 2 3\")]\n    public static partial void {|CONV101:CrossCorrelateRows|}" + Signature,
            "    [Convolution, Kernel(\"1 2 3\")]\n    public static partial void ConvolveRows" + Signature,
            "Rename 'CrossCorrelateRows' to 'ConvolveRows'"
        );

    [Fact]
    public Task Renames_the_member_and_the_local_that_says_the_same() =>
        new CSharpCodeFixTest<NamingAnalyzer, RenameForOperationCodeFix, DefaultVerifier>
        {
            TestCode = Loop("Convolve", "convolved", "{|CONV103:signal[n + k] * kernel[k]|}"),
            FixedCode = Loop("Correlate", "correlated", "signal[n + k] * kernel[k]"),
        }.RunAsync();

    [Theory]
    [InlineData("public static void Correlate() { }")]
    [InlineData("public static int Correlate;")]
    public Task Is_not_offered_where_the_name_is_taken(string other) =>
        VerifyUnchangedAsync($"    {other}\n{Attributes}public static partial void {{|CONV101:Convolve|}}{Signature}");

    [Fact]
    public Task Is_not_offered_for_a_word_of_the_options() =>
        new CSharpCodeFixTest<NamingAnalyzer, RenameForOperationCodeFix, DefaultVerifier>
        {
            TestCode = Rule.File($"{Attributes}public static partial void {{|CONV101:Glaettung|}}{Signature}"),
            FixedCode = Rule.File($"{Attributes}public static partial void {{|CONV101:Glaettung|}}{Signature}"),
            TestState = { AnalyzerConfigFiles = { ("/.editorconfig", "root = true\n[*.cs]\nconvgen_convolution_words = glaettung\n") } },
        }.RunAsync();

    [Fact]
    public Task Is_not_offered_where_an_interface_from_elsewhere_gives_the_name() =>
        new CSharpCodeFixTest<NamingAnalyzer, RenameForOperationCodeFix, DefaultVerifier>
        {
            TestCode = Implementation("{|CONV101:Convolve|}"),
            FixedCode = Implementation("{|CONV101:Convolve|}"),
            TestState = { AdditionalReferences = { Contract() } },
        }.RunAsync();

    private static string Loop(string name, string local, string product) =>
        $$"""
            public static class Filters
            {
                public static double[] Twice(double[] signal, double[] kernel) => {{name}}({{name}}(signal, kernel), kernel);

                /// <summary>See <see cref="{{name}}"/>.</summary>
                public static double[] {{name}}(double[] signal, double[] kernel)
                {
                    double[] {{local}} = new double[signal.Length - kernel.Length + 1];
                    for (int n = 0; n < {{local}}.Length; n++)
                        for (int k = 0; k < kernel.Length; k++)
                            {{local}}[n] += {{product}};
                    return {{local}};
                }
            }
            """;

    private static string Implementation(string name) =>
        $$"""
            using ConvGen;
            public partial class Filter : IFilter
            {
                [Correlation, Kernel("1 2 3")]
                public partial float[] {{name}}(float[] source);
            }
            """;

    private static PortableExecutableReference Contract()
    {
        using MemoryStream image = new();
        TestCompilation.Create(["public interface IFilter { float[] Convolve(float[] source); }"]).WithAssemblyName("Contract").Emit(image);
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static Task VerifyUnchangedAsync(string code) => VerifyAsync(code, code, null);

    private static Task VerifyAsync(string before, string after, string? title) =>
        new CSharpCodeFixTest<NamingAnalyzer, RenameForOperationCodeFix, DefaultVerifier>
        {
            TestCode = Rule.File(before),
            FixedCode = Rule.File(after),
            CodeActionTitle = title,
        }.RunAsync();
}
