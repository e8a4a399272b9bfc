using System.Collections.Immutable;
using ConvGen.Analyzers.Hints;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Tests.Hints;

/// <summary>CONV215 and CONV216: hints about how a project is compiled, each once.</summary>
public class ProjectHintTests
{
    private const string Filters = """
        [Correlation, Kernel("1 2 1", Divisor = 4)] public static partial void A(ReadOnlySpan<byte> source, Span<byte> destination);
        [Correlation, Kernel("1 2 1", Divisor = 4)] public static partial void B(ReadOnlySpan<byte> source, Span<byte> destination);
        """;

    private const string Refused =
        """[Correlation, Kernel("1 2 x")] public static partial void A(ReadOnlySpan<byte> source, Span<byte> destination);""";

    [Theory]
    [InlineData(OptimizationLevel.Debug, "Release", true)]
    [InlineData(OptimizationLevel.Release, "Release", false)]
    [InlineData(OptimizationLevel.Debug, "Debug", false)]
    [InlineData(OptimizationLevel.Debug, "", false)]
    public async Task A_release_without_optimisation(OptimizationLevel level, string configuration, bool isReported)
    {
        string[] messages = await MessagesAsync(new UnoptimisedCodeAnalyzer(), Filters, level, "Configuration = " + configuration);
        Assert.Equal(
            isReported
                ?
                [
                    "'TestProject' is compiled without optimisation though it is no debug build, and its filters run ten times slower or worse; set <Optimize>true</Optimize>",
                ]
                : [],
            messages
        );
    }

    [Theory]
    [InlineData("PublishAot = true", true)]
    [InlineData("PublishAot = True\nbuild_property.IlcInstructionSet = ", true)]
    [InlineData("PublishAot = true\nbuild_property.IlcInstructionSet = native", false)]
    [InlineData("PublishAot = false", false)]
    [InlineData("PublishAot = ", false)]
    [InlineData("Other = true", false)]
    public async Task Ahead_of_time_for_the_oldest_processors(string properties, bool isReported)
    {
        string[] messages = await MessagesAsync(new AheadOfTimeAnalyzer(), Filters, OptimizationLevel.Release, properties);
        Assert.Equal(isReported ? 1 : 0, messages.Length);
    }

    /// <summary>A project without a filter that is generated has nothing to be fast with.</summary>
    [Theory]
    [InlineData("")]
    [InlineData(Refused)]
    public async Task Nothing_without_filters(string members)
    {
        Assert.Empty(await MessagesAsync(new AheadOfTimeAnalyzer(), members, OptimizationLevel.Release, "PublishAot = true"));
        Assert.Empty(await MessagesAsync(new UnoptimisedCodeAnalyzer(), members, OptimizationLevel.Debug, "Configuration = Release"));
    }

    private static async Task<string[]> MessagesAsync(
        DiagnosticAnalyzer analyzer,
        string members,
        OptimizationLevel level,
        string properties
    )
    {
        CSharpCompilation compilation = TestCompilation.Create([Rule.File(members)]);
        AnalyzerOptions options = new(
            [],
            new ConvGen.Testing.AnalyzerConfig([("/.globalconfig", "is_global = true\nbuild_property." + properties + "\n")]).Options
        );
        ImmutableArray<Diagnostic> found = await compilation
            .WithOptions(compilation.Options.WithOptimizationLevel(level))
            .WithAnalyzers([analyzer], options)
            .GetAnalyzerDiagnosticsAsync();
        Assert.All(
            found,
            diagnostic => Assert.Equal((DiagnosticSeverity.Warning, Location.None), (diagnostic.Severity, diagnostic.Location))
        );
        return [.. found.Select(diagnostic => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture))];
    }
}
