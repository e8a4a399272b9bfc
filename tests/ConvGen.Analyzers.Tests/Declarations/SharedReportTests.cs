using System.Collections.Immutable;
using ConvGen.Analyzers.Declarations;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace ConvGen.Analyzers.Tests.Declarations;

/// <summary>Generator and analyzers together report each refused method once, whatever the project tells them.</summary>
public class SharedReportTests
{
    private const string Closed = """
        using ConvGen;

        public static class Closed
        {
            [Correlation, Kernel("1 2 1")]
            public static partial float[] Smooth(float[] source);
        }

        public static partial class Open
        {
            [Correlation, Kernel("")]
            public static partial float[] Empty(float[] source);

            [Correlation, Kernel("1 2 1")]
            public static float[] Bodiless(float[] source);
        }
        """;

    private static readonly string[] Once = ["CONV001 Bodiless", "CONV001 Smooth", "CONV003 \"\""];

    /// <summary>Without targets, which tell, an editor shows what a build shows; the build ends before its analyzers.</summary>
    [Fact]
    public async Task Where_nothing_is_told_each_is_reported_by_one_of_the_two()
    {
        (IEnumerable<string> generator, IEnumerable<string> analyzers) = await ReportedAsync(Compile(Closed), told: "");

        Assert.Equal(["CONV001 Bodiless", "CONV001 Smooth"], generator);
        Assert.Equal(["CONV003 \"\""], analyzers);
    }

    [Fact]
    public async Task An_editor_is_told_everything_by_analyzers()
    {
        (IEnumerable<string> generator, IEnumerable<string> analyzers) = await ReportedAsync(Compile(Closed), told: "editor");

        Assert.Empty(generator);
        Assert.Equal(Once, analyzers);
    }

    [Fact]
    public async Task A_build_that_the_compiler_stops_is_told_everything_by_the_generator() =>
        Assert.Equal(Once, (await ReportedAsync(Compile(Closed), told: "build")).Generator);

    /// <summary>An old language stops the compiler as well, and the rule that names both floors is told once.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("editor")]
    public async Task A_language_that_is_too_old_is_named_once(string told)
    {
        const string source = """
            using ConvGen;

            public static partial class Old
            {
                [Correlation, Kernel("1 2 1")]
                public static partial float[] Smooth(float[] source);
            }
            """;
        CSharpCompilation old = TestCompilation.Create([source], ReferenceAssemblies.NetStandard.NetStandard20, LanguageVersion.CSharp7_3);
        old = old.WithOptions(old.Options.WithNullableContextOptions(NullableContextOptions.Disable));

        (IEnumerable<string> generator, IEnumerable<string> analyzers) = await ReportedAsync(old, told);

        Assert.Equal(["CONV012 Smooth"], generator.Concat(analyzers));
    }

    private static CSharpCompilation Compile(string source) => TestCompilation.Create([source]);

    /// <summary>Ids and underlined texts.</summary>
    private static async Task<(IEnumerable<string> Generator, IEnumerable<string> Analyzers)> ReportedAsync(
        CSharpCompilation compilation,
        string told
    )
    {
        (string Path, string Text)[] configuration =
            told.Length == 0 ? [] : [("/.globalconfig", $"is_global = true\nbuild_property.ConvGenAnalyzers = {told}\n")];
        GeneratorRun run = GeneratorRun.Create(compilation, configuration: configuration);
        ImmutableArray<DiagnosticAnalyzer> analyzers =
        [
            new NotPartialAnalyzer(),
            new MalformedKernelTextAnalyzer(),
            new TargetTooLowAnalyzer(),
        ];
        AnalyzerOptions options = new([], new Testing.AnalyzerConfig(configuration).Options);
        ImmutableArray<Diagnostic> found = await run.Output.WithAnalyzers(analyzers, options).GetAnalyzerDiagnosticsAsync();
        return (Ordered(run.Diagnostics), Ordered(found));
    }

    private static IEnumerable<string> Ordered(ImmutableArray<Diagnostic> diagnostics) =>
        diagnostics
            .Select(static diagnostic =>
                diagnostic.Id + " " + diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan)
            )
            .Order(StringComparer.Ordinal);
}
