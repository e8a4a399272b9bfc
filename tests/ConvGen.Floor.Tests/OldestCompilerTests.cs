using System.Collections.Immutable;
using System.Reflection;
using ConvGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Floor.Tests;

/// <summary>Generator and analyzers on Roslyn 4.8, the oldest compiler that they support.</summary>
public class OldestCompilerTests
{
    private const string Source = """
        using System;
        using ConvGen;

        public static partial class Filters
        {
            [Convolution(Border = BorderMode.Reflect101), Kernel("1 2 1; 2 4 2; 1 2 1", Divisor = 16)]
            public static partial void Smooth(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);

            [Correlation, Kernel("1 2 x")]
            public static partial float[] Refused(float[] source);
        }
        """;

    [Fact]
    public void This_is_the_oldest_compiler() => Assert.Equal(new Version(4, 8), ToMajorMinor(typeof(CSharpCompilation).Assembly));

    [Fact]
    public async Task Declarations_are_generated_and_judged()
    {
        CSharpParseOptions options = new(LanguageVersion.CSharp12);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Consumer",
            [CSharpSyntaxTree.ParseText(Source, options)],
            RunningFramework(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
        );
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new ConvolutionGenerator().AsSourceGenerator()], parseOptions: options);
        driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> fromGenerator);
        Assert.Empty(fromGenerator);
        Assert.Empty(output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));

        ImmutableArray<Diagnostic> reported = await output.WithAnalyzers(Analyzers()).GetAnalyzerDiagnosticsAsync();
        Diagnostic refusal = Assert.Single(reported);
        Assert.Equal("CONV003", refusal.Id);
    }

    private static ImmutableArray<DiagnosticAnalyzer> Analyzers() =>
        [
            .. Assembly
                .Load("ConvGen.Analyzers")
                .GetTypes()
                .Where(type => type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null)
                .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
        ];

    private static IEnumerable<MetadataReference> RunningFramework() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path =>
                Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)
                || Path.GetFileName(path) is "ConvGen.dll" or "netstandard.dll"
            )
            .Select(path => MetadataReference.CreateFromFile(path));

    private static Version ToMajorMinor(Assembly assembly) => new(assembly.GetName().Version!.Major, assembly.GetName().Version!.Minor);
}
