using ConvGen.Analyzers.Naming;
using ConvGen.Analyzers.Tests.Naming.Catalogue;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Analyzers.Tests.Naming.Calls;

/// <summary>Compares what is reported about calls of libraries.</summary>
internal static class Calls
{
    /// <summary>The file around the members of a class.</summary>
    public static string File(string usings, string members) =>
        $$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            {{usings}}

            internal partial class Filters
            {
            {{members}}
            }
            """;

    /// <summary>
    /// Verifies the marks in the members of a class. With a message, <c>[|...|]</c> is the place of that one diagnostic, and
    /// <c>{|#1:...|}</c>
    /// and so on are what it points to besides.
    /// </summary>
    public static Task VerifyAsync(
        string library,
        string usings,
        string members,
        string? message = null,
        string? configuration = null,
        ReferenceAssemblies? framework = null,
        LanguageVersion language = LanguageVersion.CSharp12
    )
    {
        string file = File(usings, members);
        CSharpAnalyzerTest<NamingAnalyzer, DefaultVerifier> test = new()
        {
            TestCode = message is null
                ? file
                : file.Replace("[|", "{|#0:", StringComparison.Ordinal).Replace("|]", "|}", StringComparison.Ordinal),
            LanguageVersion = language,
            ReferenceAssemblies = framework ?? ReferenceAssemblies.Net.Net80,
        };
        foreach (
            MetadataReference reference in library
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(CatalogueStubs.WithReferences)
                .Distinct()
        )
        {
            test.TestState.AdditionalReferences.Add(reference);
        }

        if (configuration is not null)
        {
            test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\n" + configuration + "\n"));
        }

        if (message is not null)
        {
            (string id, string text) = (message[..7], message[8..]);
            DiagnosticResult expected = Rule.Naming(id).WithLocation(0).WithMessage(text);
            for (int place = 1; file.Contains($"{{|#{place}:", StringComparison.Ordinal); place++)
            {
                expected = expected.WithLocation(place);
            }

            test.ExpectedDiagnostics.Add(expected);
        }

        return test.RunAsync();
    }

    /// <summary>The same for OpenCvSharp, with what its filters need at hand.</summary>
    public static Task VerifyOpenCvAsync(string members, string? message = null, string? configuration = null) =>
        VerifyAsync("OpenCvSharp", "using OpenCvSharp;", members, message, configuration);

    /// <summary>The same for NumSharp, whose convolve convolves.</summary>
    public static Task VerifyNumSharpAsync(string members, string? message = null, string? configuration = null) =>
        VerifyAsync("NumSharp", "using NumSharp;", members, message, configuration);
}
