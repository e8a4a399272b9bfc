using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Testing.Model;

namespace ConvGen.Testing;

/// <summary>Tests what a generator writes: the sources are all that are expected, and compile without errors and warnings.</summary>
public class CSharpSourceGeneratorTest<TGenerator, TVerifier>
    : Microsoft.CodeAnalysis.CSharp.Testing.CSharpSourceGeneratorTest<TGenerator, TVerifier>
    where TGenerator : IIncrementalGenerator, new()
    where TVerifier : IVerifier, new()
{
    /// <summary>A test for .NET 8, the lowest framework that generated code supports.</summary>
    public CSharpSourceGeneratorTest()
    {
        ReferenceAssemblies = ReferenceAssemblies.Net.Net80;
        CompilerDiagnostics = CompilerDiagnostics.Warnings;
    }

    /// <summary>The language. Default: C# 12, the lowest that generated code supports.</summary>
    public LanguageVersion LanguageVersion { get; set; } = LanguageVersion.CSharp12;

    /// <inheritdoc/>
    protected override Task<Solution> CreateSolutionAsync(
        ProjectId projectId,
        EvaluatedProjectState projectState,
        CancellationToken cancellationToken
    )
    {
        // The library runs the generator under test, and takes what it writes for documents; a workspace would run ours once more.
        Solution solution = TestProject.Create(projectId, projectState, ReferenceAssemblies, LanguageVersion);
        return Task.FromResult(solution.WithProjectAnalyzerReferences(projectId, []));
    }
}
