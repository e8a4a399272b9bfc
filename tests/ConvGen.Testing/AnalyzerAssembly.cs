using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Testing;

/// <summary>All analyzers of the assembly of one: together they run in every test, which shows which other rules speak.</summary>
internal static class AnalyzerAssembly<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    /// <summary>One instance of each, shared by all tests, as a compiler server shares them.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. typeof(TAnalyzer)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>The rule that <c>[|...|]</c> marks: the only one of the analyzer, or none.</summary>
    public static DiagnosticDescriptor? DefaultRule { get; } = new TAnalyzer().SupportedDiagnostics is [{ } rule] ? rule : null;
}
