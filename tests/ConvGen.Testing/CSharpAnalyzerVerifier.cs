using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Testing;

#pragma warning disable CA1000 // The analyzer is named once, by the test class, as in Microsoft.CodeAnalysis.Testing.

/// <summary>Tests one analyzer in one line.</summary>
public static class CSharpAnalyzerVerifier<TAnalyzer, TVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TVerifier : IVerifier, new()
{
    /// <summary>An expected diagnostic of the analyzer's only rule.</summary>
    public static DiagnosticResult Diagnostic() => new(new TAnalyzer().SupportedDiagnostics.Single().Id);

    /// <summary>An expected diagnostic.</summary>
    public static DiagnosticResult Diagnostic(string id) => new(id);

    /// <summary>Compiles a marked source and compares all diagnostics.</summary>
    public static async Task VerifyAnalyzerAsync(string source, params DiagnosticResult[] expected)
    {
        CSharpAnalyzerTest<TAnalyzer, TVerifier> test = new() { TestCode = source };
        foreach (DiagnosticResult result in expected)
        {
            test.ExpectedDiagnostics.Add(result);
        }

        await test.RunAsync(CancellationToken.None).ConfigureAwait(false);
    }
}
