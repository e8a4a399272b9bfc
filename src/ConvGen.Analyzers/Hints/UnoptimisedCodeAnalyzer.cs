using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Hints;

/// <summary>
/// CONV215: a build that is not for debugging and yet without optimisation. Vector code is then slower than a plain loop would be with it.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnoptimisedCodeAnalyzer()
    : ProjectHintAnalyzer(
        "CONV215",
        "Filters are compiled without optimisation",
        "'{0}' is compiled without optimisation though it is no debug build, and its filters run ten times slower or worse; set "
            + "<Optimize>true</Optimize>"
    )
{
    private protected override bool IsDue(Compilation compilation, AnalyzerConfigOptions options) =>
        compilation.Options.OptimizationLevel == OptimizationLevel.Debug
        && options.TryGetValue("build_property.Configuration", out string? configuration)
        && string.Equals(configuration, "Release", StringComparison.OrdinalIgnoreCase);
}
