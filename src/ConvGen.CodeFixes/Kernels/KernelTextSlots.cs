using System.Collections.Immutable;
using ConvGen.Generator.Kernels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.CodeFixes.Kernels;

/// <summary>Finds the weights of a kernel that is written as text: regular, verbatim and raw strings, and sums of such.</summary>
internal static class KernelTextSlots
{
    /// <summary>The places of the weights, or null where the text is not written here or not plainly.</summary>
    public static KernelSlots? Read(ExpressionSyntax expression)
    {
        List<SyntaxToken> tokens = [];
        if (!Collect(expression, tokens) || expression.ContainsDirectives)
        {
            return null;
        }

        KernelText text = KernelText.Read(string.Concat(tokens.Select(token => token.ValueText)));
        if (text.Error is not null || text.Rows.Any(row => row.Values.Count != text.Rows[0].Values.Count))
        {
            return null;
        }

        ImmutableArray<TextSpan>.Builder places = ImmutableArray.CreateBuilder<TextSpan>();
        if (!tokens.All(token => Scan(token, places)))
        {
            return null;
        }

        // A value may run from one summand into the next; then the places are more than the values.
        int columns = text.Rows[0].Values.Count;
        return places.Count == text.Rows.Count * columns ? new KernelSlots(places.ToImmutable(), text.Rows.Count, columns) : null;
    }

    private static bool Collect(ExpressionSyntax expression, List<SyntaxToken> tokens)
    {
        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return Collect(parenthesized.Expression, tokens);
            case BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression):
                return Collect(sum.Left, tokens) && Collect(sum.Right, tokens);
            case LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression):
                tokens.Add(literal.Token);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Adds the values of one token; false where an escape sequence hides what is written.</summary>
    private static bool Scan(SyntaxToken token, ImmutableArray<TextSpan>.Builder places)
    {
        string text = token.Text;
        (int position, int end) = Content(text);
        bool hasEscapes = token.IsKind(SyntaxKind.StringLiteralToken) && text[0] == '"';
        while (position < end)
        {
            int separator = SeparatorLength(text, position, hasEscapes);
            if (separator > 0)
            {
                position += separator;
                continue;
            }

            int start = position;
            while (position < end && SeparatorLength(text, position, hasEscapes) == 0)
            {
                if (hasEscapes && text[position] == '\\')
                {
                    return false;
                }

                position++;
            }

            places.Add(TextSpan.FromBounds(token.SpanStart + start, token.SpanStart + position));
        }

        return true;
    }

    /// <summary>Where the characters between the quotes begin and end.</summary>
    private static (int Start, int End) Content(string text)
    {
        int start = text[0] == '@' ? 1 : 0;
        int quotes = start;
        while (quotes < text.Length && text[quotes] == '"')
        {
            quotes++;
        }

        // Three or more quotes open a raw string; an empty regular string is two that do not.
        int width = text[0] != '@' && quotes >= 3 ? quotes : 1;
        return (start + width, text.Length - width);
    }

    private static int SeparatorLength(string text, int position, bool hasEscapes)
    {
        char c = text[position];
        if (c is ',' or ';' || char.IsWhiteSpace(c))
        {
            return 1;
        }

        return hasEscapes && c == '\\' && text[position + 1] is ('n' or 'r' or 't') ? 2 : 0;
    }
}
