using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Generator.Parsing.Symbols;

/// <summary>
/// Copies a method's documentation comment by its text. A project that writes no documentation file has documentation comments parsed as
/// ordinary comments, and its users hover over methods all the same.
/// </summary>
internal static class DocumentationReader
{
    /// <summary>
    /// The comment's lines, split by <c>\n</c> and not indented, or an empty text; where there are remarks in it, first what comes before
    /// their
    /// end and then the rest.
    /// </summary>
    public static (string Text, string End) Read(IMethodSymbol method, MethodDeclarationSyntax syntax, CancellationToken cancellation)
    {
        List<string> lines = [];
        List<string> end = [];
        bool isInterrupted = false;
        foreach (SyntaxTrivia trivia in syntax.GetLeadingTrivia())
        {
            if (trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia))
            {
                continue;
            }

            if (!IsDocumentation(trivia))
            {
                isInterrupted = true;
                continue;
            }

            // As for the compiler, only the comment nearest to the method counts.
            if (isInterrupted)
            {
                lines.Clear();
                end.Clear();
                isInterrupted = false;
            }

            string text = DocumentationReferences.Resolve(trivia, method, cancellation);
            int split = end.Count > 0 ? -1 : DocumentationRemarks.FindEnd(ref text);
            if (split < 0)
            {
                (end.Count > 0 ? end : lines).AddRange(Split(text));
                continue;
            }

            string[] comment = [.. DocumentationRemarks.AsLines(text, split, out int first)];
            lines.AddRange(comment.Take(first));
            end.AddRange(comment.Skip(first));
        }

        return (string.Join("\n", lines), string.Join("\n", end));
    }

    /// <summary>The lines of a comment that are not blank.</summary>
    public static IEnumerable<string> Split(string text) =>
        text.Split(["\r\n", "\n", "\r"], StringSplitOptions.None).Select(Align).Where(static line => line.Length > 0);

    private static bool IsDocumentation(SyntaxTrivia trivia)
    {
        switch (trivia.Kind())
        {
            case SyntaxKind.SingleLineDocumentationCommentTrivia:
            case SyntaxKind.MultiLineDocumentationCommentTrivia:
                return true;
            case SyntaxKind.SingleLineCommentTrivia:
                string line = trivia.ToString();
                return line.StartsWith("///", StringComparison.Ordinal) && !line.StartsWith("////", StringComparison.Ordinal);
            case SyntaxKind.MultiLineCommentTrivia:
                string block = trivia.ToString();
                return block.StartsWith("/**", StringComparison.Ordinal)
                    && !block.StartsWith("/***", StringComparison.Ordinal)
                    && block.Length > 4;
            default:
                return false;
        }
    }

    /// <summary>Takes the indentation away, and keeps the stars of a block comment under its first one.</summary>
    private static string Align(string line)
    {
        string trimmed = line.Trim();
        return trimmed.StartsWith("*", StringComparison.Ordinal) ? " " + trimmed : trimmed;
    }
}
