using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Testing.Model;

namespace ConvGen.Testing;

/// <summary>
/// Tests a code fix: the diagnostics of the test code, the text after the fix was applied to each and to all of them, and the diagnostics
/// of
/// that text. A fixed code equal to the test code says that no fix may be offered.
/// </summary>
public class CSharpCodeFixTest<TAnalyzer, TCodeFix, TVerifier>
    : Microsoft.CodeAnalysis.CSharp.Testing.CSharpCodeFixTest<TAnalyzer, TCodeFix, TVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TCodeFix : CodeFixProvider, new()
    where TVerifier : IVerifier, new()
{
    /// <summary>A test for .NET 8, the lowest framework that generated code supports.</summary>
    public CSharpCodeFixTest()
    {
        ReferenceAssemblies = ReferenceAssemblies.Net.Net80;

        // What a fix leaves behind is marked as well.
        FixedState.MarkupHandling = MarkupMode.Allow;

        // All are fixed at once in the project; a document and a solution are the same to the fixers, and would take twice the time.
        CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllInDocumentCheck | CodeFixTestBehaviors.SkipFixAllInSolutionCheck;
        TestBehaviors = TestBehaviors.SkipSuppressionCheck;
        CodeActionVerifier = (action, verifier) =>
        {
            if (CodeActionTitle is { } title)
            {
                verifier.Equal(title, action.Title);
            }
        };
    }

    /// <summary>The language. Default: C# 12, the lowest that generated code supports.</summary>
    public LanguageVersion LanguageVersion { get; set; } = LanguageVersion.CSharp12;

    /// <summary>The text in the editor's menu, if the test cares.</summary>
    public string? CodeActionTitle { get; set; }

    /// <inheritdoc/>
    protected override Task<Solution> CreateSolutionAsync(
        ProjectId projectId,
        EvaluatedProjectState projectState,
        CancellationToken cancellationToken
    ) => Task.FromResult(TestProject.Create(projectId, projectState, ReferenceAssemblies, LanguageVersion));

    /// <inheritdoc/>
    protected override Project ApplyCompilationOptions(Project project) => TestProject.WithSeverities(project, DisabledDiagnostics);

    /// <inheritdoc/>
    protected override Task<(Compilation compilation, ImmutableArray<Diagnostic> generatorDiagnostics)> GetProjectCompilationAsync(
        Project project,
        IVerifier verifier,
        CancellationToken cancellationToken
    ) => TestProject.CompileAsync(project, cancellationToken);

    /// <inheritdoc/>
    protected override DiagnosticDescriptor? GetDefaultDiagnostic(DiagnosticAnalyzer[] analyzers) =>
        AnalyzerAssembly<TAnalyzer>.DefaultRule;

    /// <inheritdoc/>
    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => AnalyzerAssembly<TAnalyzer>.Analyzers;
}
