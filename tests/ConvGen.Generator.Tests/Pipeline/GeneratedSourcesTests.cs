using ConvGen.Generator.Emission.Helpers;
using ConvGen.Testing;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Generator.Tests.Pipeline;

/// <summary>
/// All that is generated for a file, no more and no less: the names, the texts and the encoding of the sources, which compile without
/// warnings.
/// </summary>
public class GeneratedSourcesTests
{
    private const string Smooth = """
        [Convolution(Border = BorderMode.Reflect101), Kernel("1 2 1; 2 4 2; 1 2 1", Divisor = 16)]
        public static partial void Smooth(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);
        """;

    private const string Filter = """
        [Convolution(Mode = OutputMode.Full), KernelShape(5)]
        public static partial void Filter(ReadOnlySpan<float> source, ReadOnlySpan<float> kernel, Span<float> destination);
        """;

    private const string Refused = """
        /// <summary>Cannot be generated.</summary>
        [Correlation, Kernel("1 2; 3")]
        public static partial void Ragged(ReadOnlySpan<float> source, int width, int height, Span<float> destination);
        """;

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.Latest)]
    public Task One_source_for_a_method_whatever_the_language(LanguageVersion language) =>
        VerifyAsync(Smooth, language, "HelpersOfOne", ("Filters.Smooth.bd3663f82a82299e", "Smooth3x3Byte"));

    [Fact]
    public Task A_source_for_each_method_and_a_refused_one_hinders_no_other() =>
        VerifyAsync(
            string.Join("\n\n", Smooth, Refused, Filter),
            LanguageVersion.CSharp12,
            "HelpersOfTwo",
            ("Filters.Smooth.bd3663f82a82299e", "Smooth3x3Byte"),
            ("Filters.Filter.fc9a253f07e422b2", "RunTimeWeights1D"),
            ("Filters.Ragged.9f4614b1e5c090b2", "Refused")
        );

    [Fact]
    public Task Nothing_for_methods_that_declare_nothing() =>
        VerifyAsync(
            "internal static void Smooth(ReadOnlySpan<byte> source, Span<byte> destination) => source.CopyTo(destination);",
            LanguageVersion.CSharp12,
            ""
        );

    /// <summary>Writes the snapshots of helper files that the other tests compare.</summary>
    [Theory]
    [InlineData("HelpersOfOne", Smooth)]
    [InlineData("HelpersOfTwo", Smooth + Filter)]
    public void The_snapshots_of_helpers(string name, string members) =>
        Snapshot.Verify(
            name,
            GeneratorRun.Create("using System; using ConvGen; public static partial class Filters {" + members + "}").GeneratedSources[
                HelperFile.HintName
            ]
        );

    /// <summary>Compares all sources that are generated for the members of a class with snapshots.</summary>
    private static Task VerifyAsync(
        string members,
        LanguageVersion language,
        string helpers,
        params (string HintName, string Snapshot)[] expected
    )
    {
        CSharpSourceGeneratorTest<ConvolutionGenerator, DefaultVerifier> test = new()
        {
            LanguageVersion = language,
            TestCode = $$"""
                using System;
                using ConvGen;

                namespace Imaging;

                /// <summary>Filters.</summary>
                public static partial class Filters
                {
                {{members}}
                }
                """,
        };
        foreach ((string hintName, string snapshot) in expected)
        {
            test.TestState.GeneratedSources.Add((typeof(ConvolutionGenerator), hintName + ".ConvGen.g.cs", Snapshot.Read(snapshot)));
        }

        if (helpers.Length > 0)
        {
            test.TestState.GeneratedSources.Add((typeof(ConvolutionGenerator), HelperFile.HintName, Snapshot.Read(helpers)));
        }

        return test.RunAsync();
    }
}
