using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Generator.Parsing.Symbols;

/// <summary>
/// Finds where the remarks of a documentation comment end, so that what is generated goes into them: a member has one element of that name.
/// </summary>
internal static class DocumentationRemarks
{
    private const string Element = "remarks";

    /// <summary>Where in a comment its remarks end, or -1; an element that is empty (<c>&lt;remarks/&gt;</c>) is opened.</summary>
    public static int FindEnd(ref string text)
    {
        if (text.IndexOf("<" + Element, StringComparison.Ordinal) < 0)
        {
            return -1;
        }

        foreach (SyntaxTrivia trivia in SyntaxFactory.ParseLeadingTrivia(text))
        {
            if (trivia.GetStructure() is not DocumentationCommentTriviaSyntax { ContainsDiagnostics: false } comment)
            {
                continue;
            }

            foreach (XmlNodeSyntax node in comment.Content)
            {
                if (node is XmlElementSyntax element && IsRemarks(element.StartTag.Name))
                {
                    return element.EndTag.SpanStart;
                }

                if (node is XmlEmptyElementSyntax empty && IsRemarks(empty.Name))
                {
                    string opened = text.Substring(0, empty.SlashGreaterThanToken.SpanStart).TrimEnd() + ">";
                    text = opened + "</" + Element + ">" + text.Substring(empty.Span.End);
                    return opened.Length;
                }
            }
        }

        return -1;
    }

    /// <summary>
    /// The lines of a comment, cut in two at a place between them; all begin with three slashes, so that lines of ours can stand there.
    /// </summary>
    /// <param name="text">The comment.</param>
    /// <param name="split">The place.</param>
    /// <param name="first">How many of the lines come before it.</param>
    public static IEnumerable<string> AsLines(string text, int split, out int first)
    {
        bool isBlock = text.TrimStart().StartsWith("/*", StringComparison.Ordinal);
        List<string> before = [.. DocumentationReader.Split(text.Substring(0, split)).Select(line => AsLine(line, isBlock))];
        if (before.Count > 0 && !HasText(before[before.Count - 1]))
        {
            before.RemoveAt(before.Count - 1);
        }

        first = before.Count;
        return before.Concat(DocumentationReader.Split(text.Substring(split)).Select(line => AsLine(line, isBlock)).Where(HasText));
    }

    private static bool HasText(string line) => line.Trim('/', ' ').Length > 0;

    private static string AsLine(string line, bool isBlock)
    {
        string content = line.Trim();
        if (!isBlock)
        {
            return content.StartsWith("///", StringComparison.Ordinal) ? content : "/// " + content;
        }

        content = content.EndsWith("*/", StringComparison.Ordinal) ? content.Substring(0, content.Length - 2) : content;
        content =
            content.StartsWith("/**", StringComparison.Ordinal) ? content.Substring(3)
            : content.StartsWith("*", StringComparison.Ordinal) ? content.Substring(1)
            : content;
        return "/// " + content.Trim();
    }

    private static bool IsRemarks(XmlNameSyntax name) => name is { Prefix: null, LocalName.ValueText: Element };
}
