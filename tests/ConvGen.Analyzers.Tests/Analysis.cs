using System.Collections.Immutable;
using ConvGen.Analyzers.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Tests;

/// <summary>Runs all analyzers.</summary>
internal static class Analysis
{
    /// <summary>What the package's targets tell where analyzers report everything, whatever the compiler finds.</summary>
    private static AnalyzerOptions AsInEditor { get; } = new([], new Testing.AnalyzerConfig(Testing.AnalyzerConfig.InEditor).Options);

    /// <summary>The ids of what is reported in a compilation.</summary>
    public static async Task<IEnumerable<string>> IdsAsync(Compilation compilation) =>
        (await DiagnosticsAsync(compilation)).Select(diagnostic => diagnostic.Id);

    /// <summary>What is reported in a compilation.</summary>
    public static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(Compilation compilation)
    {
        ImmutableArray<DiagnosticAnalyzer> analyzers =
        [
            .. typeof(DeclarationAnalyzer)
                .Assembly.GetTypes()
                .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
                .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
        ];
        return await compilation.WithAnalyzers(analyzers, AsInEditor).GetAnalyzerDiagnosticsAsync();
    }
}
