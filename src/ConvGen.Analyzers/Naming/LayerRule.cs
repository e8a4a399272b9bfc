using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming;

/// <summary>CONV112: as CONV102, for a layer with learned weights; off by default.</summary>
internal sealed class LayerRule() : NamingRule(
    "CONV112",
    "The layer computes the other operation",
    "{0}", DiagnosticSeverity.Warning, isEnabledByDefault: false)
{
}
