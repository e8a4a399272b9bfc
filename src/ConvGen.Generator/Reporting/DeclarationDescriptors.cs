using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;

namespace ConvGen.Generator.Reporting;

/// <summary>Makes what the compiler needs to report a rule about declarations, the same for whoever reports it.</summary>
internal static class DeclarationDescriptors
{
    public static DiagnosticDescriptor Of(DeclarationRule rule) =>
        new(
            rule.Id,
            rule.Title,
            rule.MessageFormat,
            "ConvGen.Declarations",
            DiagnosticSeverity.Error,
            isEnabledByDefault: true,
            helpLinkUri: HelpLinks.To("Declarations", rule.Id),
            // Not configurable: a refused method has no code, and turning the message off would leave only a method that throws.
            customTags: WellKnownDiagnosticTags.NotConfigurable
        );
}
