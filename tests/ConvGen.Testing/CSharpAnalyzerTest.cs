using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Testing.Model;

namespace ConvGen.Testing;

/// <summary>
/// Tests one analyzer on what the generator makes of a source. All analyzers of its assembly run, so that a test also shows which other
/// rules
/// speak; <c>[|...|]</c> marks the rule of <typeparamref name="TAnalyzer"/>.
/// </summary>
public class CSharpAnalyzerTest<TAnalyzer, TVerifier> : Microsoft.CodeAnalysis.CSharp.Testing.CSharpAnalyzerTest<TAnalyzer, TVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TVerifier : IVerifier, new()
{
    /// <summary>A test for .NET 8, the lowest framework that generated code supports.</summary>
    public CSharpAnalyzerTest()
    {
        ReferenceAssemblies = ReferenceAssemblies.Net.Net80;

        // A second run of everything under a pragma, which is the compiler's affair; the tests of the set-up do it for each kind of rule.
        TestBehaviors = TestBehaviors.SkipSuppressionCheck;
    }

    /// <summary>The language. Default: C# 12, the lowest that generated code supports.</summary>
    public LanguageVersion LanguageVersion { get; set; } = LanguageVersion.CSharp12;

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
