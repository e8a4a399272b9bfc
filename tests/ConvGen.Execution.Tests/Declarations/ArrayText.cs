using System.Text.RegularExpressions;

namespace ConvGen.Execution.Tests.Declarations;

/// <summary>Declarations with arrays in the place of spans, which can be called without knowing their types.</summary>
internal static partial class ArrayText
{
    public static string Of(string source) => Spans().Replace(source, "$1[]");

    [GeneratedRegex(@"(?:global::)?(?:System\.)?(?:ReadOnly)?Span<([\w.:]+)>")]
    private static partial Regex Spans();
}
