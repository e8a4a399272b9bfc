using Microsoft.CodeAnalysis;

namespace ConvGen.Testing;

/// <summary>What a test compiles, and what it expects of it.</summary>
public sealed class SolutionState
{
    /// <summary>The source files with their marks: <c>Test0.cs</c>, <c>Test1.cs</c> and so on.</summary>
    public IList<string> Sources { get; } = [];

    /// <summary>References beside the framework and the ConvGen assembly.</summary>
    public IList<MetadataReference> AdditionalReferences { get; } = [];

    /// <summary>Files such as <c>/.editorconfig</c>: path and text.</summary>
    public IList<(string Path, string Text)> AnalyzerConfigFiles { get; } = [];

    /// <summary>Files that are not compiled and that analyzers may read: path and text.</summary>
    public IList<(string Path, string Text)> AdditionalFiles { get; } = [];

    /// <summary>Expected diagnostics beside the marked ones.</summary>
    public IList<DiagnosticResult> ExpectedDiagnostics { get; } = [];

    /// <summary>Expected generated files, all of them: hint name and text.</summary>
    public IList<(string HintName, string Text)> GeneratedSources { get; } = [];
}
