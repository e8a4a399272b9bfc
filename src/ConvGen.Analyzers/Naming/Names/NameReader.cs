using System.Collections.Immutable;
using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.Analyzers.Naming.Names;

/// <summary>Reads identifiers: which of them say convolution, which correlation, and which only look like it.</summary>
internal static class NameReader
{
    /// <summary>A longer identifier is a sentence, as tests are named.</summary>
    private const int MostWords = 5;

    /// <summary>What an identifier says about the operation, or null.</summary>
    public static NameReading? Read(string identifier, NamingOptions options) => Read(identifier, options, isRoutine: false);

    /// <summary>
    /// The same for the name of a method or a local function, which may be a noun and still say what is done: <c>ConvolutionFilter</c>.
    /// </summary>
    public static NameReading? ReadRoutine(string identifier, NamingOptions options) => Read(identifier, options, isRoutine: true);

    /// <summary>
    /// The name for the other operation, with the word in its own casing and everything else kept; null where none is known.
    /// </summary>
    public static string? Rename(string identifier, NameReading reading)
    {
        string written = identifier.Substring(reading.Start, reading.Length);
        string letters = new(written.Where(char.IsLetter).ToArray());
        if (Find(letters.ToLowerInvariant())?.Counterpart is not { } counterpart)
        {
            return null;
        }

        bool isUpper = letters.Length > 1 && letters.All(char.IsUpper);
        string cased =
            isUpper ? counterpart.ToUpperInvariant()
            : char.IsUpper(letters[0]) ? char.ToUpperInvariant(counterpart[0]) + counterpart.Substring(1)
            : counterpart;
        return identifier.Substring(0, reading.Start) + cased + identifier.Substring(reading.Start + reading.Length);
    }

    private static OperationWord? Find(string text) =>
        Vocabulary.Operations.TryGetValue(text, out OperationWord? word) ? word
        : text == Vocabulary.Corr.Text ? Vocabulary.Corr
        : null;

    private static NameReading? Read(string identifier, NamingOptions options, bool isRoutine)
    {
        ImmutableArray<IdentifierWord> words = IdentifierWords.Split(identifier);
        if (words.Count(word => !word.IsDimension) > MostWords)
        {
            return null;
        }

        NameMatch? first = null;
        for (int index = 0; index < words.Length; index++)
        {
            if (Match(words, index, options) is { } match)
            {
                if (first is not null && first.Word.Operation != match.Word.Operation)
                {
                    return null;
                }

                first ??= match;
                index = match.Last;
            }
        }

        if (first is null || (first.Word.Text == "convoluted" && !isRoutine) || IsAboutSomethingElse(words, first, isRoutine))
        {
            return null;
        }

        int start = words[first.First].Start;
        return new NameReading(first.Word.Operation, start, words[first.Last].End - start, first.Word.IsExplicit);
    }

    /// <summary>The word of an operation that begins at <paramref name="index"/>, with a <c>cross</c> in front.</summary>
    private static NameMatch? Match(ImmutableArray<IdentifierWord> words, int index, NamingOptions options)
    {
        if (Extra(words, index, options) is { } extra)
        {
            return extra;
        }

        string text = words[index].Text;
        if (
            text is "cross" or "x"
            && !words[index].IsDimension
            && index + 1 < words.Length
            && Find(words[index + 1].Text) is { Operation: OperationKind.Correlation } crossed
        )
        {
            return new NameMatch(crossed with { IsExplicit = true }, index, index + 1);
        }

        if (Vocabulary.Operations.TryGetValue(text, out OperationWord? word))
        {
            return new NameMatch(word, index, index);
        }

        return text == Vocabulary.Corr.Text && words.Where((_, other) => other != index).All(other => other.IsDimension)
            ? new NameMatch(Vocabulary.Corr, index, index)
            : null;
    }

    /// <summary>A word from the options, which may be several words of the identifier.</summary>
    private static NameMatch? Extra(ImmutableArray<IdentifierWord> words, int index, NamingOptions options)
    {
        if (options.ConvolutionWords.IsEmpty && options.CorrelationWords.IsEmpty)
        {
            return null;
        }

        string text = "";
        NameMatch? longest = null;
        for (int last = index; last < words.Length; last++)
        {
            text += words[last].Text;
            bool isConvolution = options.ConvolutionWords.Contains(text);
            if (isConvolution != options.CorrelationWords.Contains(text))
            {
                OperationKind operation = isConvolution ? OperationKind.Convolution : OperationKind.Correlation;
                longest = new NameMatch(
                    new OperationWord(text, operation, WordForm.Noun, IsExplicit: false, Counterpart: null),
                    index,
                    last
                );
            }
        }

        return longest;
    }

    private static bool IsAboutSomethingElse(ImmutableArray<IdentifierWord> words, NameMatch match, bool isRoutine)
    {
        for (int index = 0; index < words.Length; index++)
        {
            IdentifierWord word = words[index];
            bool isElse =
                !word.IsDimension
                && (
                    index < match.First
                        ? IsElseBefore(words, word.Text, match, index, isRoutine)
                        : index > match.Last && IsElseAfter(words, word.Text, match, isRoutine)
                );
            if (isElse)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsElseBefore(ImmutableArray<IdentifierWord> words, string text, NameMatch match, int index, bool isRoutine) =>
        (
            Vocabulary.Elsewhere.Contains(text)
            && !(isRoutine && text == "make" && match.Word.Form == WordForm.Noun && match.Last == words.Length - 1)
        )
        || (index == 0 && text == "d")
        || (match.Word.Operation == OperationKind.Correlation && !match.Word.IsExplicit && Vocabulary.StatisticsBefore.Contains(text));

    private static bool IsElseAfter(ImmutableArray<IdentifierWord> words, string text, NameMatch match, bool isRoutine)
    {
        if (Vocabulary.Elsewhere.Contains(text) || Vocabulary.Measures.Contains(text))
        {
            return true;
        }

        bool isThing = Vocabulary.Things.Contains(text);
        return match.Word.Form switch
        {
            WordForm.Verb => match.Word.Operation == OperationKind.Correlation && text is "coefficient" or "coefficients" or "distance",
            WordForm.Abbreviation when Vocabulary.Conversions.Contains(text) => true,
            _ => isThing && !(isRoutine && IsAct(words, text, match)),
        };
    }

    /// <summary>
    /// A method called after the filter that it applies; a matrix or a kernel may also be what it returns, unless an act stands in front.
    /// </summary>
    private static bool IsAct(ImmutableArray<IdentifierWord> words, string text, NameMatch match) =>
        match.Word.Operation == OperationKind.Convolution
        && (
            text is "filter" or "function"
            || (match.Word.Form == WordForm.Abbreviation && text is "kernel" or "layer")
            || (Vocabulary.Tools.Contains(text) && words.Take(match.First).Any(word => Vocabulary.Acts.Contains(word.Text)))
        );
}
