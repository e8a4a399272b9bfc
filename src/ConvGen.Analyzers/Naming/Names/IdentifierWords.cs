using System.Collections.Immutable;
using System.Globalization;

namespace ConvGen.Analyzers.Naming.Names;

/// <summary>
/// Splits identifiers into words: <c>ApplyConvolution</c>, <c>conv_full</c>, <c>XCorr</c>, <c>FFTConv</c>, <c>CONV_FULL</c>,
/// <c>conv3x3</c>. Words end
/// where case rises, where an acronym gives way to a word, where letters meet digits, and at everything that is neither.
/// </summary>
internal static class IdentifierWords
{
    private enum Kind
    {
        Separator,
        Digit,
        Upper,
        Lower,
    }

    /// <summary>The words, in the order in which they stand.</summary>
    public static ImmutableArray<IdentifierWord> Split(string identifier)
    {
        ImmutableArray<IdentifierWord>.Builder words = ImmutableArray.CreateBuilder<IdentifierWord>();
        int start = 0;
        for (int position = 1; position <= identifier.Length; position++)
        {
            if (position == identifier.Length || IsBoundary(identifier, position))
            {
                if (KindAt(identifier, start) != Kind.Separator)
                {
                    Add(words, identifier.Substring(start, position - start).ToLowerInvariant(), start);
                }

                start = position;
            }
        }

        return words.ToImmutable();
    }

    private static void Add(ImmutableArray<IdentifierWord>.Builder words, string text, int start)
    {
        bool isAfterNumber = words.Count > 0 && words[words.Count - 1] is { IsDimension: true } or { Text: "one" or "two" or "three" };
        words.Add(new IdentifierWord(text, start, text == "nd" || IsNumber(text) || (isAfterNumber && text is "d" or "x" or "n")));
    }

    private static bool IsNumber(string text) => KindAt(text, 0) == Kind.Digit;

    private static bool IsBoundary(string identifier, int position)
    {
        Kind before = KindAt(identifier, position - 1);
        Kind after = KindAt(identifier, position);
        return (before, after) switch
        {
            (Kind.Upper, Kind.Lower) => false,
            (Kind.Upper, Kind.Upper) => position + 1 < identifier.Length
                && KindAt(identifier, position + 1) == Kind.Lower
                && !IsPlural(identifier, position),
            _ => before != after,
        };
    }

    /// <summary>An acronym's plural, as in <c>FFTs</c>, does not begin a word with its last capital.</summary>
    private static bool IsPlural(string identifier, int position) =>
        identifier[position + 1] == 's' && (position + 2 == identifier.Length || KindAt(identifier, position + 2) != Kind.Lower);

    private static Kind KindAt(string identifier, int position)
    {
        char character = identifier[position];
        if (character < 128)
        {
            return character switch
            {
                >= 'a' and <= 'z' => Kind.Lower,
                >= 'A' and <= 'Z' => Kind.Upper,
                >= '0' and <= '9' => Kind.Digit,
                _ => Kind.Separator,
            };
        }

        // Letters without case, marks and halves of surrogate pairs continue a word.
        return CharUnicodeInfo.GetUnicodeCategory(character) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter => Kind.Upper,
            UnicodeCategory.DecimalDigitNumber => Kind.Digit,
            UnicodeCategory.ConnectorPunctuation => Kind.Separator,
            _ => Kind.Lower,
        };
    }
}
