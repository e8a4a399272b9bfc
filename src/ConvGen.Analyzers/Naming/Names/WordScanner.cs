using System.Buffers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.Analyzers.Naming.Names;

/// <summary>
/// Finds the identifiers of a file that name an operation. Most files have none, so the text is searched for the stems of the words before
/// anything is split or looked up in the tree.
/// </summary>
internal sealed class WordScanner
{
    private const int BufferLength = 16384;

    /// <summary>The part of a buffer that the next one repeats, so that an identifier on the seam is seen whole.</summary>
    private const int Overlap = 256;

    /// <summary>What every built-in word contains.</summary>
    private static readonly string[] Stems = ["conv", "corr", "faltung"];

    /// <summary>The stems from their second letter on, in the two casings in which one word of an identifier holds them.</summary>
    private static readonly string[] StemEnds = ["onv", "orr", "ONV", "ORR"];

    /// <summary>Those of the one that begins with another letter.</summary>
    private static readonly string[] OtherStemEnds = ["altung", "ALTUNG"];

    private readonly SyntaxTree tree;
    private readonly NamingOptions options;
    private readonly string[] words;
    private readonly bool[] initials = new bool[128];
    private readonly bool isBeyondAscii;
    private readonly List<int> found = [];
    private readonly CancellationToken cancellation;

    private WordScanner(SyntaxTree tree, NamingOptions options, CancellationToken cancellation)
    {
        this.tree = tree;
        this.options = options;
        this.cancellation = cancellation;
        words =
            options.ConvolutionWords.IsEmpty && options.CorrelationWords.IsEmpty
                ? Stems
                : Stems.Concat(options.ConvolutionWords).Concat(options.CorrelationWords).ToArray();
        foreach (string word in words)
        {
            char initial = word[0];
            if (initial < 128)
            {
                initials[initial] = initials[char.ToUpperInvariant(initial)] = true;
            }

            isBeyondAscii |= initial >= 128;
        }
    }

    /// <summary>The positions of the identifiers that say an operation, ascending.</summary>
    public static int[] Find(SyntaxTree tree, NamingOptions options, CancellationToken cancellation)
    {
        if (!tree.TryGetText(out SourceText? text))
        {
            text = tree.GetText(cancellation);
        }

        return new WordScanner(tree, options, cancellation).Find(text);
    }

    private int[] Find(SourceText text)
    {
        char[] buffer = ArrayPool<char>.Shared.Rent(BufferLength);
        try
        {
            int next = 0;
            for (int offset = 0; offset < text.Length; offset += BufferLength - Overlap)
            {
                int length = Math.Min(BufferLength, text.Length - offset);
                text.CopyTo(offset, buffer, 0, length);
                if (offset == 0 && IsGenerated(tree.FilePath, buffer, length))
                {
                    break;
                }

                if (words.Length > Stems.Length || HasStem(buffer.AsSpan(0, length)))
                {
                    next = offset + Search(buffer, length, Math.Max(0, next - offset), offset, isLast: offset + length == text.Length);
                }
            }
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }

        return found.ToArray();
    }

    /// <summary>
    /// Whether a built-in word may stand somewhere. Turns down nearly every file, at the speed at which the runtime searches: many
    /// characters at once, also
    /// where nothing of this analyzer is compiled well yet.
    /// </summary>
    private static bool HasStem(ReadOnlySpan<char> text)
    {
        foreach (string other in OtherStemEnds)
        {
            if (text.IndexOf(other.AsSpan()) >= 0)
            {
                return true;
            }
        }

        for (int stem = 0; stem < StemEnds.Length; stem++)
        {
            ReadOnlySpan<char> end = StemEnds[stem].AsSpan();
            ReadOnlySpan<char> rest = text;
            for (int found = rest.IndexOf(end); found >= 0; found = rest.IndexOf(end))
            {
                if (found > 0 && rest[found - 1] is 'c' or 'C' && MayContinue(rest, found - 1, isConvolution: stem % 2 == 0))
                {
                    return true;
                }

                rest = rest.Slice(found + 1);
            }
        }

        return false;
    }

    /// <summary>Looks at every identifier with one of the words in it; returns where the last one ended.</summary>
    private int Search(char[] buffer, int length, int from, int offset, bool isLast)
    {
        int next = from;
        for (int position = from; position < length; position++)
        {
            char character = buffer[position];
            if ((character < 128 ? !initials[character] : !isBeyondAscii) || !IsWordAt(buffer, position, length))
            {
                continue;
            }

            int start = position;
            while (start > next && IsPart(buffer[start - 1]))
            {
                start--;
            }

            int end = position;
            while (end < length && IsPart(buffer[end]))
            {
                end++;
            }

            if (end == length && !isLast && length - start < Overlap)
            {
                break;
            }

            if (IsNamed(offset + start, new string(buffer, start, end - start)))
            {
                found.Add(offset + start);
            }

            next = end;
            position = end - 1;
        }

        return next;
    }

    private bool IsNamed(int position, string identifier)
    {
        if (NameReader.ReadRoutine(identifier, options) is null)
        {
            return false;
        }

        // Strings, disabled text and other comments than a member's own are not names.
        SyntaxToken token = tree.GetRoot(cancellation).FindToken(position);
        return token.Span.Contains(position)
            ? token.IsKind(SyntaxKind.IdentifierToken)
            : options.HearsClasses && CommentReader.IsSaid(token, position);
    }

    private bool IsWordAt(char[] buffer, int position, int length)
    {
        for (int index = 0; index < words.Length; index++)
        {
            if (
                StartsWith(buffer, position, length, words[index])
                && (index > 1 || MayContinue(buffer.AsSpan(0, length), position, isConvolution: index == 0))
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>In any case, and with underscores between its letters.</summary>
    private static bool StartsWith(char[] buffer, int position, int length, string word)
    {
        int matched = 0;
        for (; matched < word.Length && position < length; position++)
        {
            char character = buffer[position];
            if (character == word[matched] || char.ToLowerInvariant(character) == word[matched])
            {
                matched++;
            }
            else if (character != '_' || matched == 0)
            {
                return false;
            }
        }

        return matched == word.Length;
    }

    /// <summary>
    /// Turns down everyday words by their next letter: <c>Convert</c>, <c>convention</c>, <c>correct</c>, <c>corrupt</c>. Small letters go
    /// on with
    /// a stem; all words of the vocabulary that do begin <c>convo</c> and <c>correl</c>.
    /// </summary>
    private static bool MayContinue(ReadOnlySpan<char> text, int position, bool isConvolution)
    {
        int after = position + 4;
        if (after >= text.Length || text[after] is < 'a' or > 'z')
        {
            return true;
        }

        return isConvolution ? text[after] == 'o' : text[after] == 'e' && after + 1 < text.Length && text[after + 1] == 'l';
    }

    private static bool IsPart(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_'
        || (character >= 128 && (char.IsLetterOrDigit(character) || char.IsSurrogate(character)));

    /// <summary>Generated files are not analysed.</summary>
    private static bool IsGenerated(string path, char[] buffer, int length) =>
        path.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".designer.cs", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".generated.cs", StringComparison.OrdinalIgnoreCase)
        || (
            length > 0
            && buffer[0] == '/'
            && new string(buffer, 0, Math.Min(length, Overlap)).IndexOf("<auto-generated", StringComparison.OrdinalIgnoreCase) >= 0
        );
}
