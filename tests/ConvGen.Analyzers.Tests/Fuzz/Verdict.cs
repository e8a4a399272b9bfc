using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ConvGen.Analyzers.Declarations;
using ConvGen.Generator;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Tests.Fuzz;

/// <summary>What generator, analyzers and compiler say about a source, and what must hold for every source, however broken.</summary>
internal sealed partial class Verdict
{
    /// <summary>The declared method without a body, which the generator writes.</summary>
    private const string NotImplemented = "CS8795";

    private static readonly CSharpCompilation Empty = TestCompilation.Create([]);

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(DeclarationAnalyzer)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private readonly CSharpCompilation compilation;
    private readonly Compilation output;
    private readonly GeneratorRunResult result;
    private readonly ImmutableArray<Diagnostic> reported;

    private Verdict(CSharpCompilation compilation, Compilation output, GeneratorDriver driver, ImmutableArray<Diagnostic> reported)
    {
        this.compilation = compilation;
        this.output = output;
        this.reported = reported;
        result = driver.GetRunResult().Results.Single();
    }

    /// <summary>What the source means without the generator, apart from missing implementing parts.</summary>
    public bool IsCleanSource => !compilation.GetDiagnostics().Any(IsOtherError);

    /// <summary>The generated files.</summary>
    public IEnumerable<string> Texts =>
        result.GeneratedSources.IsDefault ? [] : result.GeneratedSources.Select(source => source.SourceText.ToString());

    /// <summary>Whether a method was given more than a stub.</summary>
    public bool HasKernel => Texts.Any(text => !StubPattern().IsMatch(text));

    /// <summary>Compiles one source, as C# 13 with its documentation read.</summary>
    public static CSharpCompilation Compile(string source) => Empty.AddSyntaxTrees(Parse(source, "/Fuzz.cs"));

    /// <summary>A file as <see cref="Compile"/> reads it.</summary>
    public static SyntaxTree Parse(string source, string path) =>
        CSharpSyntaxTree.ParseText(source, Options, path, System.Text.Encoding.UTF8);

    /// <summary>A generator that has run nowhere yet.</summary>
    public static GeneratorDriver Driver() =>
        CSharpGeneratorDriver.Create([new ConvolutionGenerator().AsSourceGenerator()], [File], Options, Configuration.Options);

    /// <summary>Runs the generator on a source.</summary>
    public static Verdict Of(string source)
    {
        CSharpCompilation compilation = Compile(source);
        GeneratorDriver driver = Driver()
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> reported);
        return new Verdict(compilation, output, driver, reported);
    }

    /// <summary>What is wrong with the generator's own run, or null.</summary>
    public string? FaultOfGenerator()
    {
        Diagnostic? own = reported.FirstOrDefault(diagnostic => diagnostic.Id is "CS8785" or "CONV099");
        return result.Exception?.ToString() ?? own?.ToString();
    }

    /// <summary>
    /// What is wrong with what the analyzers report, or null: none may fail, and each refused method has exactly one located error of
    /// its own.
    /// </summary>
    public async Task<string?> FaultOfAnalyzersAsync()
    {
        List<string> failures = [];
        CompilationWithAnalyzersOptions options = new(
            new AnalyzerOptions([File], Configuration.Options),
            (exception, analyzer, _) => failures.Add(analyzer.GetType().Name + ": " + exception),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false
        );
        ImmutableArray<Diagnostic> diagnostics = await compilation.WithAnalyzers(Analyzers, options).GetAnalyzerDiagnosticsAsync();
        if (failures.Count > 0 || diagnostics.Any(diagnostic => diagnostic.Id == "AD0001"))
        {
            return string.Join('\n', failures.Prepend("an analyzer failed"));
        }

        Diagnostic[] errors = [.. diagnostics.Where(diagnostic => diagnostic.Id.StartsWith("CONV0", StringComparison.Ordinal))];
        if (errors.FirstOrDefault(error => !error.Location.IsInSource) is { } lost)
        {
            return "an error has no place: " + lost;
        }

        // A method that cannot have a part has no stub either, and its own error of ours.
        string[] told = WithStubs(errors.Select(error => error.Id));
        string[] stubs = WithStubs(
            Texts.Select(text => StubPattern().Match(text)).Where(match => match.Success).Select(match => match.Groups[1].Value)
        );
        if (!IsCleanSource)
        {
            // Where the compiler names what is wrong in an attribute, nothing is said beside it.
            int silent = stubs.Count(IsNotConstant) - told.Count(IsNotConstant);
            stubs = [.. stubs.Where(id => !IsNotConstant(id) || silent-- <= 0)];
        }

        return told.SequenceEqual(stubs) ? null : $"the analyzers report {Joined(told)} and the generator refused {Joined(stubs)}";
    }

    /// <summary>What the compiler finds wrong in the output of a source in which it finds nothing else wrong, or null.</summary>
    public string? FaultOfOutput()
    {
        // Where a part cannot be written, the compiler's own error stays.
        Diagnostic? error = output.GetDiagnostics().FirstOrDefault(IsOtherError);
        return error?.ToString();
    }

    private static CSharpParseOptions Options { get; } = new(LanguageVersion.CSharp13, DocumentationMode.Diagnose);

    private static AdditionalText File { get; } = new TestAdditionalText("/project/kernels/smooth.txt", "1 2 1\n2 4 2\n1 2 1\n");

    private static Testing.AnalyzerConfig Configuration { get; } =
        new([("/.globalconfig", "is_global = true\nbuild_property.ProjectDir = /project/\n")]);

    private static bool IsNotConstant(string id) => id == "CONV018";

    private static string[] WithStubs(IEnumerable<string> ids) => [.. ids.Where(id => id != "CONV001").Order(StringComparer.Ordinal)];

    private static bool IsOtherError(Diagnostic diagnostic) =>
        diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id != NotImplemented;

    private static string Joined(string[] ids) => ids.Length == 0 ? "nothing" : string.Join(", ", ids);

    [GeneratedRegex("NotSupportedException\\(\"(CONV\\d{3})")]
    private static partial Regex StubPattern();
}
