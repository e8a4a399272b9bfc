using System.Collections.Immutable;
using ConvGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Testing.Model;

namespace ConvGen.Testing;

/// <summary>The project in which a test's sources are compiled: a user's project with the ConvGen package.</summary>
internal static class TestProject
{
    /// <summary>
    /// Empty, and shared: the solutions of the tests branch off from it. To compose the services of a workspace for each test, as the
    /// library
    /// does, takes longer than most tests.
    /// </summary>
    private static readonly AdhocWorkspace Workspace = new();

    private static readonly AnalyzerFileReference Generator = GeneratorReference.Create();

    /// <summary>A solution with one project, still without documents.</summary>
    public static Solution Create(ProjectId id, EvaluatedProjectState state, ReferenceAssemblies framework, LanguageVersion language) =>
        Workspace.CurrentSolution.AddProject(
            ProjectInfo.Create(
                id,
                VersionStamp.Default,
                state.Name,
                state.AssemblyName,
                state.Language,
                compilationOptions: TestCompilation.DefaultOptions.WithOutputKind(state.OutputKind),
                parseOptions: new CSharpParseOptions(language, state.DocumentationMode),
                metadataReferences: [.. (state.ReferenceAssemblies ?? framework).References, TestCompilation.ConvGenReference],
                analyzerReferences: [Generator]
            )
        );

    /// <summary>
    /// The project with every rule as loud as it is for a user, where the library would enable all. A rule that throws is an error.
    /// </summary>
    public static Project WithSeverities(Project project, IEnumerable<string> disabled) =>
        project.WithCompilationOptions(
            project.CompilationOptions!.WithSpecificDiagnosticOptions([
                new("AD0001", ReportDiagnostic.Error),
                .. disabled.Select(id => KeyValuePair.Create(id, ReportDiagnostic.Suppress)),
            ])
        );

    /// <summary>
    /// Compiles a project with the generator, and says what the generator reported, which a workspace keeps to itself. The trees of the
    /// documents
    /// stay the same, so that a diagnostic leads back to its document.
    /// </summary>
    public static async Task<(Compilation Compilation, ImmutableArray<Diagnostic> GeneratorDiagnostics)> CompileAsync(
        Project project,
        CancellationToken cancellationToken
    )
    {
        Compilation compilation = (await project.WithAnalyzerReferences([]).GetCompilationAsync(cancellationToken).ConfigureAwait(false))!;
        AnalyzerOptions options = project.AnalyzerOptions;
        CSharpGeneratorDriver
            .Create(
                [new ConvolutionGenerator().AsSourceGenerator()],
                options.AdditionalFiles,
                (CSharpParseOptions)project.ParseOptions!,
                options.AnalyzerConfigOptionsProvider
            )
            .RunGeneratorsAndUpdateCompilation(
                compilation,
                out Compilation output,
                out ImmutableArray<Diagnostic> diagnostics,
                cancellationToken
            );
        return (output, diagnostics);
    }
}
