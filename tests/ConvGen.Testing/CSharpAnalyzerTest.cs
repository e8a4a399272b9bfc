using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Testing;

/// <summary>
/// Tests one analyzer. All analyzers of its assembly run, so that a test also shows which other rules speak; <c>[|...|]</c> marks the rule
/// of <typeparamref name="TAnalyzer"/>.
/// </summary>
public class CSharpAnalyzerTest<TAnalyzer, TVerifier> : AnalyzerTest<TVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TVerifier : IVerifier, new()
{
    /// <inheritdoc/>
    protected override string? DefaultRule => new TAnalyzer().SupportedDiagnostics is [{ } rule] ? rule.Id : null;

    /// <inheritdoc/>
    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => typeof(TAnalyzer).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
        .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!);
}
