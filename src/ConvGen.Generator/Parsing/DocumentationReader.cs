using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Generator.Parsing;

/// <summary>
/// Copies a method's documentation comment by its text. A project that writes no documentation file has documentation comments parsed as
/// ordinary comments, and its users hover over methods all the same.
/// </summary>
internal static class DocumentationReader
{
    /// <summary>The comment's lines, split by <c>\n</c> and not indented, or an empty text.</summary>
    public static string Read(MethodDeclarationSyntax syntax)
    {
        List<string> lines = [];
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
                isInterrupted = false;
            }

            lines.AddRange(trivia.ToFullString().Split(["\r\n", "\n", "\r"], StringSplitOptions.None).Select(Align).Where(static line => line.Length > 0));
        }

        return string.Join("\n", lines);
    }

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
                return block.StartsWith("/**", StringComparison.Ordinal) && !block.StartsWith("/***", StringComparison.Ordinal) && block.Length > 4;
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
