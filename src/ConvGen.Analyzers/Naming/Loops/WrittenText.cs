using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Loops;

/// <summary>
/// Compares code by how it is written. Most comparisons fail, and fail by the length alone, before any text is put together.
/// </summary>
internal static class WrittenText
{
    /// <summary>Whether two nodes are written the same.</summary>
    public static bool IsSame(SyntaxNode one, SyntaxNode other) =>
        one == other || (one.Span.Length == other.Span.Length && one.ToString() == other.ToString());

    /// <summary>Whether a node is a text.</summary>
    public static bool IsSame(SyntaxNode node, string text) => node.Span.Length == text.Length && node.ToString() == text;
}
