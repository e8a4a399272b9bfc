using System.Reflection;
using ConvGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Testing;

/// <summary>Hands the generator to a project of a workspace, from the file that this process has loaded already.</summary>
internal sealed class GeneratorReference : IAnalyzerAssemblyLoader
{
    private GeneratorReference() { }

    /// <summary>A new reference. Workspaces write references down when they rename, and know how to do so only for files.</summary>
    public static AnalyzerFileReference Create() => new(typeof(ConvolutionGenerator).Assembly.Location, new GeneratorReference());

    /// <inheritdoc/>
    public void AddDependencyLocation(string fullPath) { }

    /// <inheritdoc/>
    public Assembly LoadFromPath(string fullPath) => typeof(ConvolutionGenerator).Assembly;
}
