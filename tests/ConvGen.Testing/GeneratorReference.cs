using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Testing;

/// <summary>Hands generators to a project of a workspace without a file on disk.</summary>
internal sealed class GeneratorReference(IEnumerable<ISourceGenerator> generators) : AnalyzerReference
{
    private readonly ImmutableArray<ISourceGenerator> generators = [.. generators];

    /// <inheritdoc/>
    public override string? FullPath => null;

    /// <inheritdoc/>
    public override object Id => this;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

    /// <inheritdoc/>
    public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => generators;

    /// <inheritdoc/>
    public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => generators;
}
