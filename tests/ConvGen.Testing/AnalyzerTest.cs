using System.Collections.Immutable;
using ConvGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Testing;

/// <summary>
/// Compiles a source, runs the generator and then the analyzers, and compares every diagnostic with what is marked. The names are those of
/// Microsoft.CodeAnalysis.Testing.
/// </summary>
public abstract class AnalyzerTest<TVerifier>
    where TVerifier : IVerifier, new()
{
    /// <summary>The only, or the first, source file, with marks.</summary>
    public string TestCode
    {
        get => TestState.Sources.FirstOrDefault() ?? "";
        set
        {
            if (TestState.Sources.Count == 0)
            {
                TestState.Sources.Add(value);
            }
            else
            {
                TestState.Sources[0] = value;
            }
        }
    }

    /// <summary>What is compiled, and what is expected.</summary>
    public SolutionState TestState { get; } = new();

    /// <summary>Expected diagnostics beside the marked ones.</summary>
    public IList<DiagnosticResult> ExpectedDiagnostics => TestState.ExpectedDiagnostics;

    /// <summary>Ids that are not compared.</summary>
    public ISet<string> DisabledDiagnostics { get; } = new HashSet<string>();

    /// <summary>The framework. Default: .NET 8.</summary>
    public ReferenceAssemblies ReferenceAssemblies { get; set; } = ReferenceAssemblies.Net.Net80;

    /// <summary>The language. Default: C# 12, the lowest that generated code supports.</summary>
    public LanguageVersion LanguageVersion { get; set; } = LanguageVersion.CSharp12;

    /// <summary>Which of the compiler's own diagnostics must be expected.</summary>
    public CompilerDiagnostics CompilerDiagnostics { get; set; } = CompilerDiagnostics.Errors;

    /// <summary>What analyzers see beside the compilation.</summary>
    private protected AnalyzerOptions AnalyzerOptions =>
        new([.. AdditionalTexts], Configuration.Options);

    private IEnumerable<AdditionalText> AdditionalTexts => TestState.AdditionalFiles.Select(file => new TestAdditionalText(file.Path, file.Text));

    private AnalyzerConfig Configuration => new(TestState.AnalyzerConfigFiles);

    /// <summary>How a failure reaches the test framework.</summary>
    protected TVerifier Verify { get; } = new();

    /// <summary>The rule that <c>[|...|]</c> marks.</summary>
    protected abstract string? DefaultRule { get; }

    /// <summary>Runs the test.</summary>
    public virtual async Task RunAsync(CancellationToken cancellationToken = default) =>
        await VerifyAsync(TestState.Sources, ExpectedDiagnostics, cancellationToken).ConfigureAwait(false);

    /// <summary>The analyzers to run.</summary>
    protected abstract IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers();

    /// <summary>The generators to run before the analyzers.</summary>
    protected virtual IEnumerable<ISourceGenerator> GetSourceGenerators() => [new ConvolutionGenerator().AsSourceGenerator()];

    /// <summary>Compiles marked sources and compares diagnostics; returns what the generators did.</summary>
    private protected async Task<GeneratorDriverRunResult> VerifyAsync(IEnumerable<string> marked, IEnumerable<DiagnosticResult> expected, CancellationToken cancellationToken)
    {
        TestMarkup[] markups = [.. marked.Select(TestMarkup.Parse)];
        CSharpCompilation compilation = TestCompilation.Create(
            markups.Select(markup => markup.Text),
            ReferenceAssemblies,
            LanguageVersion,
            TestState.AdditionalReferences);
        AnalyzerConfig configuration = Configuration;
        compilation = compilation.WithOptions(compilation.Options.WithSyntaxTreeOptionsProvider(configuration.Severities));

        GeneratorDriver driver = CSharpGeneratorDriver
            .Create(GetSourceGenerators(), AdditionalTexts, new CSharpParseOptions(LanguageVersion, DocumentationMode.Diagnose), configuration.Options)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> generator, cancellationToken);
        IReadOnlyList<Diagnostic> actual = [.. generator, .. Compiler(output, cancellationToken), .. await AnalyzeAsync(output, cancellationToken).ConfigureAwait(false)];

        if (DiagnosticComparison.Compare(
            Expected(markups, expected),
            [.. actual.Where(diagnostic => !DisabledDiagnostics.Contains(diagnostic.Id))],
            [.. output.SyntaxTrees.Select(tree => (tree.FilePath, tree.ToString()))]) is { } difference)
        {
            Verify.Fail(difference);
        }

        return driver.GetRunResult();
    }

    private IEnumerable<Diagnostic> Compiler(Compilation output, CancellationToken cancellationToken) => output.GetDiagnostics(cancellationToken).Where(diagnostic =>
        !diagnostic.IsSuppressed
        && ((diagnostic.Severity == DiagnosticSeverity.Error && CompilerDiagnostics != CompilerDiagnostics.None)
            || (diagnostic.Severity == DiagnosticSeverity.Warning && CompilerDiagnostics == CompilerDiagnostics.Warnings)));

    private async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation output, CancellationToken cancellationToken)
    {
        ImmutableArray<DiagnosticAnalyzer> analyzers = [.. GetDiagnosticAnalyzers()];
        return analyzers.IsEmpty
            ? []
            : await output
                .WithAnalyzers(analyzers, AnalyzerOptions)
                .GetAnalyzerDiagnosticsAsync(cancellationToken)
                .ConfigureAwait(false);
    }

    private List<DiagnosticResult> Expected(TestMarkup[] markups, IEnumerable<DiagnosticResult> expected)
    {
        List<DiagnosticResult> results = [];
        for (int index = 0; index < markups.Length; index++)
        {
            string path = TestCompilation.PathOf(index);
            results.AddRange(markups[index].Diagnostics.Select(mark => new DiagnosticResult(RuleOf(mark.Id)) { Place = (path, mark.Span) }));
        }

        results.AddRange(expected.Select(result => result.MarkupKey is { } key ? result with { Place = PlaceOf(markups, key) } : result));
        return results;
    }

    private string RuleOf(string? id) => id ?? DefaultRule ?? throw new VerificationException("[|...|] needs an analyzer with exactly one rule.");

    private static (string Path, Microsoft.CodeAnalysis.Text.TextSpan Span) PlaceOf(TestMarkup[] markups, int key)
    {
        int index = Array.FindIndex(markups, markup => markup.Places.ContainsKey(key));
        return index >= 0
            ? (TestCompilation.PathOf(index), markups[index].Places[key])
            : throw new VerificationException(FormattableString.Invariant($"The source marks no place {{|#{key}:...|}}."));
    }
}
