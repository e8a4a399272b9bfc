using System.Collections.Immutable;
using ConvGen.Analyzers.Naming.Names;

namespace ConvGen.Analyzers.Catalogue;

/// <summary>Reads identifiers that speak of a library's border, such as <c>PadLikeNumpyReflect</c> or <c>ndimage_mirror</c>.</summary>
internal static class BorderNames
{
    /// <summary>The border that an identifier speaks of; null where it names no library, more than one, or none of its words.</summary>
    public static BorderWord? Read(string identifier)
    {
        // Most identifiers have fewer letters than the shortest pair of names, and are not split.
        if (identifier.Length < 7)
        {
            return null;
        }

        ImmutableArray<IdentifierWord> words = IdentifierWords.Split(identifier);
        BorderWord? found = null;
        string? library = null;
        foreach ((string name, BorderWord word) in BorderTable.Named)
        {
            if (!Contains(words, name))
            {
                continue;
            }

            if (library is not null && library != word.Library)
            {
                return null;
            }

            library = word.Library;
            if (Contains(words, word.Word) && (found is null || word.Word.Length > found.Word.Length))
            {
                found = word;
            }
        }

        return found;
    }

    /// <summary>
    /// Whether some words of an identifier, put together, are a text: libraries are written <c>NumPy</c> and <c>numpy</c> alike.
    /// </summary>
    private static bool Contains(ImmutableArray<IdentifierWord> words, string text)
    {
        for (int first = 0; first < words.Length; first++)
        {
            int length = 0;
            for (int last = first; last < words.Length && length < text.Length; last++)
            {
                string word = words[last].Text;
                if (string.CompareOrdinal(text, length, word, 0, word.Length) != 0)
                {
                    break;
                }

                length += word.Length;
                if (length == text.Length)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
