using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ConvGen.Analyzers.Naming;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Tests.Naming.Execution;

/// <summary>
/// Each way to write a loop, read three ways: with the indices running the same way, with the kernel's running backwards, and, where the
/// sample has a
/// place for it, with weights that are symmetric.
/// </summary>
public partial class RunSampleTests
{
    /// <summary>What every sample uses.</summary>
    internal const string Usings = "using System; using System.Collections.Generic; using System.Linq;\n";

    /// <summary>The samples by what is special about them.</summary>
    internal static Dictionary<string, string> All { get; } =
        RunSamples
            .All.Concat(MoreRunSamples.All)
            .Concat(RunVariants.All)
            .Concat(RunForms.All)
            .Concat(RunPublicForms.All)
            .Concat(RunStyles.All)
            .Concat(RunState.All)
            .Concat(RunSources.All)
            .ToDictionary(sample => sample.Name, sample => sample.Code, StringComparer.Ordinal);

    /// <summary>What the samples are.</summary>
    public static TheoryData<string> Names => [.. All.Keys];

    /// <summary>Those with a place for symmetric weights.</summary>
    public static TheoryData<string> WithWeights =>
        [.. All.Where(sample => sample.Value.Contains('⟦', StringComparison.Ordinal)).Select(sample => sample.Key)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_same_way_is_a_correlation(string name)
    {
        Assert.Equal(["CONV103"], await IdsAsync(Write(name, "same", "Convolve")));
        Assert.Empty(await IdsAsync(Write(name, "same", "Correlate")));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Opposite_ways_are_a_convolution(string name)
    {
        Assert.Empty(await IdsAsync(Write(name, "opposite", "Convolve")));
        Assert.Equal(["CONV103"], await IdsAsync(Write(name, "opposite", "CrossCorrelate")));
    }

    [Theory]
    [MemberData(nameof(WithWeights))]
    public async Task Symmetric_weights_are_both(string name)
    {
        Assert.Empty(await IdsAsync(Write(name, "same", "Convolve", isSymmetric: true)));
        Assert.Empty(await IdsAsync(Write(name, "opposite", "CrossCorrelate", isSymmetric: true)));
    }

    [Fact]
    public void Most_samples_have_a_place_for_symmetric_weights() => Assert.True(WithWeights.Count * 2 > Names.Count);

    internal static string Write(string name, string way, string member, bool isSymmetric = false) =>
        WriteCode(All[name], way, member, isSymmetric);

    /// <summary>A sample's code with one of two ways, a name for the member, and weights where they are asked for.</summary>
    internal static string WriteCode(string code, string way, string member, bool isSymmetric) =>
        Weights()
            .Replace(Either().Replace(code, match => match.Groups[way].Value), match => isSymmetric ? match.Groups["weights"].Value : "")
            .Replace("NAME", member, StringComparison.Ordinal);

    internal static async Task<IEnumerable<string>> IdsAsync(string source)
    {
        CSharpCompilation compilation = TestCompilation.Create([
            source.StartsWith(Usings, StringComparison.Ordinal) ? source : Usings + source,
        ]);
        compilation = compilation.WithOptions(compilation.Options.WithAllowUnsafe(true));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        ImmutableArray<Diagnostic> diagnostics = await compilation.WithAnalyzers([new NamingAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return diagnostics.Select(diagnostic => diagnostic.Id);
    }

    [GeneratedRegex("«(?<same>[^|»]*)\\|(?<opposite>[^»]*)»", RegexOptions.ExplicitCapture)]
    private static partial Regex Either();

    [GeneratedRegex("⟦(?<weights>[^⟧]*)⟧", RegexOptions.ExplicitCapture)]
    private static partial Regex Weights();
}
