using ConvGen.Generator.Reporting;
using Microsoft.CodeAnalysis;

namespace ConvGen.Generator.Emission.Files;

/// <summary>An exception where none should be. The method gets a throwing stub and the others still generate.</summary>
/// <param name="Method">The method's name.</param>
/// <param name="Message">The exception's type and message.</param>
/// <param name="Details">The exception with its stack, for the comment in the stub.</param>
internal sealed record UnexpectedFailure(string Method, string Message, string Details)
{
    /// <summary>The one rule that the generator itself reports; it has no location, because a location would end caching.</summary>
    public static DiagnosticDescriptor Descriptor { get; } =
        new(
            "CONV099",
            "Generation failed unexpectedly",
            "ConvGen could not generate '{0}' because of an error of its own: {1}; please report it, the stub of the method holds "
                + "the details",
            "ConvGen",
            DiagnosticSeverity.Error,
            isEnabledByDefault: true,
            helpLinkUri: HelpLinks.To("Declarations", "CONV099"),
            customTags: WellKnownDiagnosticTags.NotConfigurable
        );

    public static UnexpectedFailure Of(string method, Exception exception) =>
        new(method, exception.GetType().Name + ": " + exception.Message, exception.ToString());
}
