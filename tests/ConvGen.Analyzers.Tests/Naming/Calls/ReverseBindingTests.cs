using ConvGen.Testing;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Analyzers.Tests.Naming.Calls;

/// <summary><c>array.Reverse()</c> is what the compiler binds it to: a new sequence, or a reversal in place.</summary>
public class ReverseBindingTests
{
    private const LanguageVersion FirstClassSpans = LanguageVersion.Preview;

    public static TheoryData<string, LanguageVersion, string> Discarded =>
        new()
        {
            // A sequence that nobody reads.
            { "net8.0", LanguageVersion.CSharp12, "CONV102" },
            // An array is a span here, and turned round.
            { "net8.0", FirstClassSpans, "CONV105" },
            // .NET 10 has Enumerable.Reverse(T[]) to keep the old meaning.
            { "net10.0", LanguageVersion.CSharp12, "CONV102" },
            { "net10.0", FirstClassSpans, "CONV102" },
        };

    [Theory]
    [MemberData(nameof(Discarded))]
    public Task A_discarded_reverse(string framework, LanguageVersion language, string id) =>
        Calls.VerifyAsync(
            "NumSharp",
            "using NumSharp;",
            $$"""
            void M(NDArray signal)
            {
                double[] h = { 1, 2, 4 };
                h.Reverse();
                var {{(id == "CONV102" ? "xcorr" : "convolved")}} = np.{|{{id}}:convolve|}(signal, np.array(h));
            }
            """,
            framework: Framework(framework),
            language: language
        );

    [Theory]
    [InlineData("net8.0", LanguageVersion.CSharp12)]
    [InlineData("net10.0", LanguageVersion.CSharp12)]
    [InlineData("net10.0", FirstClassSpans)]
    public Task A_reversed_copy(string framework, LanguageVersion language) =>
        Calls.VerifyAsync(
            "NumSharp",
            "using NumSharp;",
            "void M(NDArray signal) { double[] h = { 1, 2, 4 }; var convolved = np.{|CONV105:convolve|}(signal, np.array(h.Reverse().ToArray())); }",
            framework: Framework(framework),
            language: language
        );

    private static ReferenceAssemblies Framework(string name) =>
        name == "net8.0" ? ReferenceAssemblies.Net.Net80 : ReferenceAssemblies.Net.Net100;
}
