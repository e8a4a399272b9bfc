using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.Generator.Reporting;

/// <summary>
/// Finds characters of a string literal's value in the source: an escape sequence stands for one character, a doubled quote of a verbatim
/// literal too, and a raw literal's indentation for none.
/// </summary>
internal static class LiteralText
{
    /// <summary>
    /// Where <paramref name="length"/> characters of the value from <paramref name="start"/> stand, or null if the literal cannot be
    /// followed.
    /// </summary>
    /// <remarks>Nothing can be underlined at the end of the text, so an empty stretch there is the text's last character.</remarks>
    public static TextSpan? Find(SyntaxToken literal, int start, int length)
    {
        List<TextSpan>? characters = literal.Kind() switch
        {
            SyntaxKind.StringLiteralToken when literal.Text.StartsWith("@", StringComparison.Ordinal) => Verbatim(literal.Text),
            SyntaxKind.StringLiteralToken => Regular(literal.Text),
            SyntaxKind.SingleLineRawStringLiteralToken => SingleLineRaw(literal.Text),
            SyntaxKind.MultiLineRawStringLiteralToken => MultiLineRaw(literal.Text),
            _ => null,
        };

        if (characters is not { Count: > 0 } || characters.Count != literal.ValueText.Length)
        {
            return null;
        }

        int first = Math.Min(Math.Max(start, 0), characters.Count - 1);
        int last = Math.Min(Math.Max(first, start + length - 1), characters.Count - 1);
        return TextSpan.FromBounds(literal.SpanStart + characters[first].Start, literal.SpanStart + characters[last].End);
    }

    private static List<TextSpan> Regular(string text)
    {
        List<TextSpan> characters = [];
        for (int position = 1; position < text.Length - 1; )
        {
            int length = text[position] == '\\' ? EscapeLength(text, position) : 1;
            TextSpan span = new(position, length);
            characters.Add(span);

            // Eight digits may stand for a character beyond the basic plane, which is two in the value.
            if (length == 10 && text[position + 1] == 'U' && !IsOneUnit(text, position))
            {
                characters.Add(span);
            }

            position += length;
        }

        return characters;
    }

    private static int EscapeLength(string text, int position) =>
        text[position + 1] switch
        {
            'u' => 6,
            'U' => 10,
            'x' => 2 + text.Skip(position + 2).Take(4).TakeWhile(IsHexadecimal).Count(),
            _ => 2,
        };

    private static bool IsOneUnit(string text, int position) => text.Substring(position + 2, 4) == "0000";

    private static bool IsHexadecimal(char character) => character is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');

    private static List<TextSpan> Verbatim(string text)
    {
        List<TextSpan> characters = [];
        for (int position = 2; position < text.Length - 1; )
        {
            int length = text[position] == '"' ? 2 : 1;
            characters.Add(new TextSpan(position, length));
            position += length;
        }

        return characters;
    }

    private static List<TextSpan> SingleLineRaw(string text)
    {
        int quotes = Quotes(text);
        return Characters(quotes, text.Length - quotes);
    }

    private static List<TextSpan> MultiLineRaw(string text)
    {
        SourceText lines = SourceText.From(text);
        TextLine closing = lines.Lines[lines.Lines.Count - 1];
        string indentation = text.Substring(closing.Start, closing.Span.Length - Quotes(text));

        List<TextSpan> characters = [];
        for (int number = 1; number < lines.Lines.Count - 1; number++)
        {
            TextLine line = lines.Lines[number];
            int start = line.ToString().StartsWith(indentation, StringComparison.Ordinal) ? line.Start + indentation.Length : line.End;

            // The line break before the closing quotes belongs to them.
            characters.AddRange(Characters(start, number == lines.Lines.Count - 2 ? line.End : line.EndIncludingLineBreak));
        }

        return characters;
    }

    private static int Quotes(string text) => text.TakeWhile(character => character == '"').Count();

    private static List<TextSpan> Characters(int start, int end) =>
        Enumerable.Range(start, Math.Max(0, end - start)).Select(position => new TextSpan(position, 1)).ToList();
}
