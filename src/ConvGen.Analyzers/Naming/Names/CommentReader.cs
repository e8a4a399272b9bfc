using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Analyzers.Naming.Names;

/// <summary>Reads the comment of a member, as text: whether it is parsed depends on the build.</summary>
internal static class CommentReader
{
    private const string Mark = "///";

    private static readonly HashSet<string> Verbs = new(StringComparer.Ordinal) { "convolves", "convolve", "convolving", "convolved" };
    private static readonly HashSet<string> Acts = new(StringComparer.Ordinal)
    {
        "apply",
        "applies",
        "perform",
        "performs",
        "compute",
        "computes",
        "calculate",
        "calculates",
        "execute",
        "executes",
        "run",
        "runs",
        "do",
        "does",
    };

    /// <summary>Words with which a sentence says that more is meant, or something else.</summary>
    private static readonly string[] Others =
    [
        "correl",
        "flip",
        "revers",
        "mirror",
        "rotat",
        "transpos",
        "deconv",
        "inverse",
        "not",
        "gradient",
        "backward",
        "adjoint",
        "layer",
        "see",
    ];

    /// <summary>Whether a place in front of a token lies in a comment that says what a member computes.</summary>
    public static bool IsSaid(SyntaxToken token, int position) =>
        IsAt(token, position)
        && token.Parent?.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is { } declaration
        && SaysConvolution(declaration);

    private static bool IsAt(SyntaxToken token, int position)
    {
        foreach (SyntaxTrivia trivia in token.LeadingTrivia)
        {
            if (trivia.FullSpan.Contains(position))
            {
                return IsComment(trivia);
            }
        }

        return token.IsKind(SyntaxKind.XmlTextLiteralToken);
    }

    /// <summary>Whether the first sentence of a member's comment says that it convolves.</summary>
    public static bool SaysConvolution(SyntaxNode declaration)
    {
        string text = string.Concat(declaration.GetLeadingTrivia().Where(IsComment).Select(static trivia => trivia.ToFullString()));
        int start = text.IndexOf("<summary>", StringComparison.Ordinal);
        if (start < 0)
        {
            return false;
        }

        int end = text.IndexOf("</summary>", start, StringComparison.Ordinal);
        string summary = text.Substring(start + 9, (end < 0 ? text.Length : end) - start - 9).Replace(Mark, " ");
        int stop = summary.IndexOf(". ", StringComparison.Ordinal);
        string sentence = (stop < 0 ? summary : summary.Substring(0, stop)).ToLowerInvariant();
        string[] words = sentence.Split([' ', '\t', '\r', '\n', ',', '.', ';', ':', '(', ')', '-'], StringSplitOptions.RemoveEmptyEntries);
        return !Array.Exists(Others, other => sentence.Contains(other))
            && (words.Any(Verbs.Contains) || (words.Contains("convolution") && words.Any(Acts.Contains)));
    }

    private static bool IsComment(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia)
        || (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) && trivia.ToString().StartsWith(Mark, StringComparison.Ordinal));
}
