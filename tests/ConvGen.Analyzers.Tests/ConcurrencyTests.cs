using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using ConvGen.Analyzers.Declarations;
using ConvGen.LongRuns;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit.Abstractions;

namespace ConvGen.Analyzers.Tests;

/// <summary>Every analyzer allows the compiler to run it on many threads at a time, and then reports what it reports on one.</summary>
public partial class ConcurrencyTests(ITestOutputHelper output)
{
    /// <summary>Analyses at a time; each brings threads of its own.</summary>
    private const int Threads = 8;

    /// <summary>
    /// The sources of these tests, marks taken out: cases of theories and what stands in the files as one text; each in a namespace of its
    /// own, and not all
    /// without errors. One of a few in every build.
    /// </summary>
    private static readonly string[] Sources =
    [
        .. Cases()
            .Concat(Texts())
            .Select(text => Mark().Replace(text, ""))
            .Where(text => text.Contains("static", StringComparison.Ordinal) && text.Contains('(', StringComparison.Ordinal))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Where((_, index) => index % Effort.Of(4, 1) == 0)
            .Select(text => text.Contains("class ", StringComparison.Ordinal) ? text : Rule.File(text)),
    ];

    private static ImmutableArray<DiagnosticAnalyzer> Analyzers =>
        [
            .. typeof(DeclarationAnalyzer)
                .Assembly.GetTypes()
                .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
                .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
        ];

    [Fact]
    public void Every_analyzer_allows_concurrent_execution_and_only_those_of_declarations_read_generated_code()
    {
        Assert.True(Analyzers.Length > 20);
        Assert.All(
            Analyzers,
            analyzer =>
            {
                RecordingContext context = new();
                analyzer.Initialize(context);
                Assert.True(context.IsConcurrent, analyzer.GetType().Name);
                // Declarations are generated wherever they stand, and refused alike.
                GeneratedCodeAnalysisFlags expected = analyzer is DeclarationAnalyzer or WrongVectorWidthsAnalyzer
                    ? GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics
                    : GeneratedCodeAnalysisFlags.None;
                Assert.Equal(expected, context.GeneratedCode);
                Assert.True(context.Actions > 0, analyzer.GetType().Name);
            }
        );
    }

    [Fact]
    public async Task Concurrent_analysis_reports_what_one_thread_reports()
    {
        string[] expected = await DiagnosticsAsync(Compile(), isConcurrent: false);
        int rules = expected.Select(text => text[..7]).Distinct().Count();
        output.WriteLine($"{expected.Length} diagnostics of {rules} rules in {Sources.Length} sources");
        Assert.True(
            expected.Length > 20 && rules > 5 && Sources.Length > 60,
            $"{expected.Length} diagnostics of {rules} rules in {Sources.Length} sources"
        );
        for (int round = 0; round < Effort.Of(2, 60); round++)
        {
            // Nothing is known yet of a new compilation's symbols, for which analyzers keep what they found out.
            Assert.Equal(expected, await DiagnosticsAsync(Compile(), isConcurrent: true));
        }

        Tally.Count(output, "diagnostics compared with those of one thread", expected.Length * Effort.Of(2, 60));
    }

    /// <summary>
    /// Several analyses of one compilation at a time, as a build and an editor's windows ask for; they share what is kept for its
    /// symbols.
    /// </summary>
    [Fact]
    public async Task Analyses_at_the_same_time_report_what_one_reports()
    {
        string[] expected = await DiagnosticsAsync(Compile(), isConcurrent: false);
        Compilation shared = Compile();
        ConcurrentBag<string[]> outcomes = [];
        Crowd.Run(Threads, (_, _) => outcomes.Add(DiagnosticsAsync(shared, isConcurrent: true).GetAwaiter().GetResult()));
        Assert.Equal(Threads, outcomes.Count);
        Assert.All(outcomes, outcome => Assert.Equal(expected, outcome));
    }

    /// <summary>Texts in the cases of theories, which are whole where their parts are constants.</summary>
    private static IEnumerable<string> Cases() =>
        from type in typeof(ConcurrencyTests).Assembly.GetTypes()
        from method in type.GetMethods()
        from data in method.GetCustomAttributesData()
        where data.AttributeType == typeof(InlineDataAttribute)
        from argument in (IReadOnlyCollection<CustomAttributeTypedArgument>)data.ConstructorArguments[0].Value!
        where argument.Value is string
        select (string)argument.Value!;

    private static IEnumerable<string> Texts() =>
        from file in Directory.EnumerateFiles(
            Path.Combine(Repository.Root, "tests", "ConvGen.Analyzers.Tests"),
            "*Tests.cs",
            SearchOption.AllDirectories
        )
        from literal in CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<LiteralExpressionSyntax>()
        where literal.Token.Value is string
        select (string)literal.Token.Value!;

    private static CSharpCompilation Compile() =>
        TestCompilation.Create(
            Sources.Select((source, index) => string.Create(CultureInfo.InvariantCulture, $"namespace Source{index}\n{{\n{source}\n}}\n")),
            language: LanguageVersion.Latest
        );

    private static async Task<string[]> DiagnosticsAsync(Compilation compilation, bool isConcurrent)
    {
        ConcurrentQueue<Exception> exceptions = new();
        CompilationWithAnalyzersOptions options = new(
            new AnalyzerOptions([]),
            (exception, _, _) => exceptions.Enqueue(exception),
            isConcurrent,
            logAnalyzerExecutionTime: false
        );
        ImmutableArray<Diagnostic> diagnostics = await compilation.WithAnalyzers(Analyzers, options).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(exceptions);
        return
        [
            .. diagnostics
                .Select(diagnostic => $"{diagnostic.Id} {Place(diagnostic.Location)} {diagnostic.GetMessage(CultureInfo.InvariantCulture)}")
                .Order(StringComparer.Ordinal),
        ];
    }

    private static string Place(Location location)
    {
        FileLinePositionSpan line = location.GetLineSpan();
        return $"{line.Path} {line.Span}";
    }

    /// <summary>What marks a stretch of a test's source.</summary>
    [GeneratedRegex(@"\{\|[^:|]*:|\|\}|\[\||\|\]")]
    private static partial Regex Mark();
}
