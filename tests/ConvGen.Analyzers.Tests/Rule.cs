using ConvGen.Analyzers.Naming;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Tests;

/// <summary>Verifies a rule on the members of a class.</summary>
internal static class Rule
{
    /// <summary>Puts members into a partial class in a file with the usual imports.</summary>
    public static string File(string members) =>
        $$"""
            using System;
            using ConvGen;

            public static partial class Filters
            {
            {{members}}
            }
            """;

    /// <summary>A diagnostic of one of the rules on names, which share an analyzer.</summary>
    public static DiagnosticResult Naming(string id) => CSharpAnalyzerVerifier<NamingAnalyzer, DefaultVerifier>.Diagnostic(id);

    /// <summary>Compares all diagnostics with the marks in the members, which are <c>[|...|]</c> for the rule under test.</summary>
    public static Task VerifyAsync<TAnalyzer>(string members)
        where TAnalyzer : DiagnosticAnalyzer, new() =>
        CSharpAnalyzerVerifier<TAnalyzer, DefaultVerifier>.VerifyAnalyzerAsync(File(members));

    /// <summary>The same for members with exactly one mark, whose diagnostic is an error with this message.</summary>
    public static Task VerifyAsync<TAnalyzer>(string members, string message, DiagnosticSeverity severity = DiagnosticSeverity.Error)
        where TAnalyzer : DiagnosticAnalyzer, new() => VerifyFileAsync<TAnalyzer>(File(members), message, severity);

    /// <summary>The same for a whole file.</summary>
    public static Task VerifyFileAsync<TAnalyzer>(string file, string message, DiagnosticSeverity severity = DiagnosticSeverity.Error)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        string keyed = file.Replace("[|", "{|#0:", StringComparison.Ordinal).Replace("|]", "|}", StringComparison.Ordinal);
        return CSharpAnalyzerVerifier<TAnalyzer, DefaultVerifier>.VerifyAnalyzerAsync(
            keyed,
            CSharpAnalyzerVerifier<TAnalyzer, DefaultVerifier>.Diagnostic().WithLocation(0).WithSeverity(severity).WithMessage(message)
        );
    }
}
