using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Generator.Reporting;

/// <summary>Reads what the package's targets say.</summary>
internal static class AnalyzerRuns
{
    /// <summary>The property that <c>ConvGen.targets</c> sets.</summary>
    public const string Option = "build_property.ConvGenAnalyzers";

    public static AnalyzerRun Read(AnalyzerConfigOptionsProvider options) =>
        options.GlobalOptions.TryGetValue(Option, out string? value)
            ? value switch
            {
                "skipped" => AnalyzerRun.Never,
                "build" => AnalyzerRun.UnlessCompilerStops,
                _ => AnalyzerRun.Always,
            }
            : AnalyzerRun.Unknown;

    /// <summary>
    /// Whether the generator reports a refusal by itself, without looking at other methods, in which case analyzers that run all the same
    /// must be silent.
    /// </summary>
    public static bool IsLeftToGenerator(this AnalyzerRun analyzers, Refusal refusal) =>
        analyzers == AnalyzerRun.Unknown && refusal.StopsCompiler;
}
