using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Testing;

/// <summary>
/// Tests what a generator writes: the output must compile without errors and warnings, and its files must be those of
/// <see cref="SolutionState.GeneratedSources"/>, or those in <see cref="SnapshotDirectory"/> when that is set.
/// </summary>
public class CSharpSourceGeneratorTest<TGenerator, TVerifier> : AnalyzerTest<TVerifier>
    where TGenerator : IIncrementalGenerator, new()
    where TVerifier : IVerifier, new()
{
    public CSharpSourceGeneratorTest() => CompilerDiagnostics = CompilerDiagnostics.Warnings;

    /// <summary>The folder of the snapshots, below the test project; null to compare with <see cref="SolutionState.GeneratedSources"/>.</summary>
    public string? SnapshotDirectory { get; set; }

    /// <inheritdoc/>
    protected override string? DefaultRule => null;

    /// <inheritdoc/>
    public override async Task RunAsync(CancellationToken cancellationToken = default)
    {
        GeneratorDriverRunResult run = await VerifyAsync(TestState.Sources, ExpectedDiagnostics, cancellationToken).ConfigureAwait(false);
        List<(string HintName, string Text)> generated = [.. run.Results.SelectMany(result => result.GeneratedSources).Select(source => (source.HintName, source.SourceText.ToString()))];
        if ((SnapshotDirectory is { } folder ? CompareSnapshots(folder, generated) : CompareSources(generated)) is { } difference)
        {
            Verify.Fail(difference);
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => [];

    /// <inheritdoc/>
    protected override IEnumerable<ISourceGenerator> GetSourceGenerators() => [new TGenerator().AsSourceGenerator()];

    private static string? CompareSnapshots(string folder, List<(string HintName, string Text)> generated)
    {
        string directory = Path.Combine(Snapshot.DefaultDirectory, folder);
        string[] differences = [.. generated.Select(source => Snapshot.Compare(directory, NameOf(source.HintName), source.Text)).OfType<string>()];
        string[] leftOver = Directory.Exists(directory)
            ? [.. Directory.GetFiles(directory, "*.g.cs.txt").Select(Path.GetFileName).OfType<string>().Except(generated.Select(source => NameOf(source.HintName) + ".g.cs.txt"))]
            : [];
        return differences.Length > 0 ? differences[0]
            : leftOver.Length > 0 ? $"No file is generated for the snapshots {string.Join(", ", leftOver)} in {directory}."
            : null;
    }

    private static string NameOf(string hintName) =>
        hintName.EndsWith(".g.cs", StringComparison.Ordinal) ? hintName[..^".g.cs".Length] : hintName;

    private string? CompareSources(List<(string HintName, string Text)> generated)
    {
        string[] expected = [.. TestState.GeneratedSources.Select(source => source.HintName).Order(StringComparer.Ordinal)];
        string[] actual = [.. generated.Select(source => source.HintName).Order(StringComparer.Ordinal)];
        if (!expected.SequenceEqual(actual))
        {
            StringBuilder text = new();
            text.Append("Generated files differ from what was expected.\n");
            text.Append("expected: ").AppendJoin(", ", expected).Append('\n');
            text.Append("actual:   ").AppendJoin(", ", actual).Append('\n');
            return text.ToString();
        }

        return TestState.GeneratedSources
            .Select(source => TextComparison.Compare(source.HintName, source.Text, generated.First(candidate => candidate.HintName == source.HintName).Text))
            .FirstOrDefault(difference => difference is not null);
    }
}
