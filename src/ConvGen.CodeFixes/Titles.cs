using ConvGen.Analyzers.Naming;
using Microsoft.CodeAnalysis;

namespace ConvGen.CodeFixes;

/// <summary>What the titles of the fixes for names share.</summary>
internal static class Titles
{
    /// <summary>The promise of a fix that changes the result: <c>(the result becomes the convolution that the name says)</c>.</summary>
    public static string Promise(Diagnostic diagnostic) => $"(the result becomes the {Named(diagnostic)} that the name says)";

    private static string Named(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(NamingProperties.Named, out string? named) && named == "Correlation"
            ? "correlation"
            : "convolution";
}
