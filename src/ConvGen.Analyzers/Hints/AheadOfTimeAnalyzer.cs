using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Hints;

/// <summary>CONV216: NativeAOT for the oldest processors, which have vectors of 128 bits and no fused multiply-add.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AheadOfTimeAnalyzer()
    : ProjectHintAnalyzer(
        "CONV216",
        "Filters are compiled ahead of time for the oldest processors",
        "'{0}' is published ahead of time without IlcInstructionSet, so its filters use vectors of 128 bits only; set "
            + "<IlcInstructionSet>native</IlcInstructionSet>, or what the oldest processor in use has"
    )
{
    private protected override bool IsDue(Compilation compilation, AnalyzerConfigOptions options) =>
        options.TryGetValue("build_property.PublishAot", out string? isAhead)
        && string.Equals(isAhead, "true", StringComparison.OrdinalIgnoreCase)
        && !(options.TryGetValue("build_property.IlcInstructionSet", out string? set) && set.Trim().Length > 0);
}
