using System.Text.RegularExpressions;

namespace ConvGen.Execution.Tests.Declarations;

/// <summary>Declarations with spans, in another form.</summary>
internal static partial class SpanText
{
    /// <summary>A method with source and destination as one that overwrites an image.</summary>
    /// <param name="source">The declaration.</param>
    /// <param name="hasBatch">Whether it takes several images, which the declaration does not say.</param>
    public static string InPlace(string source, bool hasBatch) =>
        Destination().Replace(Source().Replace(source, hasBatch ? "Span<$1> image, int batch" : "Span<$1> image"), "");

    [GeneratedRegex(@"ReadOnlySpan<([\w.:]+)> source")]
    private static partial Regex Source();

    [GeneratedRegex(@", (?:(?:global::)?(?:System\.)?Span<[\w.:]+> destination|int destinationPitch|int destinationPlanePitch)\b")]
    private static partial Regex Destination();
}
