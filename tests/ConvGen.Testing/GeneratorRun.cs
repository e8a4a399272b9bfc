using System.Collections.Immutable;
using System.Reflection;
using ConvGen.Generator;
using ConvGen.Generator.Emission.Helpers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace ConvGen.Testing;

/// <summary>
/// A run of the generator with its steps tracked, and what is to be asserted of every run: nothing is computed twice, and nothing but
/// values is kept.
/// </summary>
public sealed class GeneratorRun
{
    private readonly Compilation compilation;
    private readonly GeneratorDriver driver;
    private readonly ImmutableArray<AdditionalText> files;

    private GeneratorRun(Compilation compilation, GeneratorDriver driver, ImmutableArray<AdditionalText> files)
    {
        this.compilation = compilation;
        this.files = files;
        this.driver = driver.RunGeneratorsAndUpdateCompilation(
            compilation,
            out Compilation output,
            out ImmutableArray<Diagnostic> diagnostics
        );
        Output = output;
        Diagnostics = diagnostics;
    }

    /// <summary>The names of the pipeline's steps.</summary>
    public static IReadOnlyList<string> StepNames { get; } =
    [.. typeof(TrackingNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];

    /// <summary>The compilation with the generated files.</summary>
    public Compilation Output { get; }

    /// <summary>What the generator itself reported.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>The generated files by hint name.</summary>
    public IReadOnlyDictionary<string, string> GeneratedSources =>
        Result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    /// <summary>Those of methods: all but the one that holds what they share.</summary>
    public IReadOnlyDictionary<string, string> MethodSources =>
        GeneratedSources.Where(source => source.Key != HelperFile.HintName).ToDictionary();

    private GeneratorRunResult Result => driver.GetRunResult().Results.Single();

    /// <summary>Runs the generator on a source.</summary>
    public static GeneratorRun Create(
        string source,
        ReferenceAssemblies? framework = null,
        LanguageVersion language = LanguageVersion.CSharp12
    ) => Create(TestCompilation.Create([source], framework, language));

    /// <summary>Runs a generator, <see cref="ConvolutionGenerator"/> unless another is given, on a compilation.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="generator">The generator.</param>
    /// <param name="files">Additional files: path and text.</param>
    /// <param name="configuration">Files such as <c>/.globalconfig</c>: path and text; where nothing is given, what the package's targets
    /// tell in an editor.</param>
    public static GeneratorRun Create(
        Compilation compilation,
        IIncrementalGenerator? generator = null,
        IEnumerable<(string Path, string Text)>? files = null,
        IEnumerable<(string Path, string Text)>? configuration = null
    )
    {
        ImmutableArray<AdditionalText> texts = [.. (files ?? []).Select(file => new TestAdditionalText(file.Path, file.Text))];
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [(generator ?? new ConvolutionGenerator()).AsSourceGenerator()],
            texts,
            (CSharpParseOptions)compilation.SyntaxTrees.First().Options,
            new AnalyzerConfig(configuration ?? AnalyzerConfig.InEditor).Options,
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)
        );
        return new GeneratorRun(compilation, driver, texts);
    }

    /// <summary>Edits a source and says of each named step what became of each of its results.</summary>
    public static IReadOnlyDictionary<string, ImmutableArray<IncrementalStepRunReason>> Edit(string before, string after)
    {
        GeneratorRun run = Create(before);
        SyntaxTree tree = run.compilation.SyntaxTrees.Single();
        return run.Again(
                run.compilation.ReplaceSyntaxTree(
                    tree,
                    CSharpSyntaxTree.ParseText(after, (CSharpParseOptions)tree.Options, tree.FilePath, System.Text.Encoding.UTF8)
                )
            )
            .Reasons();
    }

    /// <summary>Runs the generator again on another compilation, with what this run has cached.</summary>
    public GeneratorRun Again(Compilation changed) => new(changed, driver, files);

    /// <summary>Runs the generator again on the same compilation with another text of one of the additional files.</summary>
    public GeneratorRun AgainWithFile(string path, string text)
    {
        AdditionalText before = files.Single(file => file.Path == path);
        AdditionalText after = new TestAdditionalText(path, text);
        return new GeneratorRun(compilation, driver.ReplaceAdditionalText(before, after), files.Replace(before, after));
    }

    /// <summary>What became of each result of each named step; a step that did not run is absent.</summary>
    public IReadOnlyDictionary<string, ImmutableArray<IncrementalStepRunReason>> Reasons() =>
        Result
            .TrackedSteps.Where(step => StepNames.Contains(step.Key))
            .ToDictionary(
                step => step.Key,
                step => step.Value.SelectMany(run => run.Outputs).Select(output => output.Reason).ToImmutableArray()
            );

    /// <summary>
    /// Asserts that a second run on an equal compilation computes nothing in any of the named steps and writes no file anew.
    /// </summary>
    public void AssertCached()
    {
        GeneratorRun second = Again(compilation.Clone());
        IReadOnlyDictionary<string, ImmutableArray<IncrementalStepRunReason>> reasons = second.Reasons();
        // The driver lists the steps that lead to an output, and where analyzers run, nothing is left to report.
        IEnumerable<string> expected = StepNames.Where(static name => name != TrackingNames.Unreported);
        List<string> faults =
        [
            .. expected.Where(name => !reasons.ContainsKey(name)).Select(name => $"{name} did not run; does the source declare a kernel?"),
        ];
        faults.AddRange(reasons.Where(step => !step.Value.All(IsReused)).Select(step => $"{step.Key}: {string.Join(", ", step.Value)}"));
        faults.AddRange(
            second
                .Result.TrackedOutputSteps.Where(step =>
                    !step.Value.All(run => run.Outputs.All(output => output.Reason == IncrementalStepRunReason.Cached))
                )
                .Select(step => $"the output {step.Key} is not cached")
        );
        Throw("A second run on the same source computed something again:", faults);
    }

    /// <summary>
    /// Asserts that no named step hands on a symbol, a tree, a location or anything else that belongs to one compilation.
    /// </summary>
    public void AssertHoldsOnlyValues()
    {
        IEnumerable<string> faults = Result
            .TrackedSteps.Where(step => StepNames.Contains(step.Key))
            .SelectMany(step =>
                step.Value.SelectMany(run => run.Outputs)
                    .Select(output => ValueGraph.FindForbidden(output.Value))
                    .OfType<string>()
                    .Select(found => $"{step.Key}: {found}")
            );
        Throw("A step hands on what cannot be cached:", [.. faults]);
    }

    private static bool IsReused(IncrementalStepRunReason reason) =>
        reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;

    private static void Throw(string head, List<string> faults)
    {
        if (faults.Count > 0)
        {
            new DefaultVerifier().Fail($"{head}\n{string.Join('\n', faults)}");
        }
    }
}
