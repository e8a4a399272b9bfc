using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Analyzers.Tests.Fuzz;

/// <summary>Changes sources as an editor sees them change: tokens come, go, move and are half typed.</summary>
internal sealed class Mutator(int seed)
{
    /// <summary>Changes that are made to one source at most.</summary>
    private const int MostSteps = 4;

#pragma warning disable CA5394 // a seeded generator is what makes a failure come back
    private readonly Random random = new(seed);

    /// <summary>A source of the corpus, changed.</summary>
    public string Next() => Change(Corpus.All[random.Next(Corpus.All.Length)]);

    /// <summary>A number below <paramref name="end"/>.</summary>
    public int Below(int end) => random.Next(end);

    /// <summary>A source after one change, or up to four: most of what is typed is right but for one place.</summary>
    public string Change(string source)
    {
        List<string> tokens = Tokens(source);
        for (int step = Math.Max(1, random.Next(2 * MostSteps) - MostSteps); step > 0 && tokens.Count > 1; step--)
        {
            Step(tokens);
        }

        return string.Concat(tokens);
    }

    /// <summary>A source's tokens, each with the blanks and comments around it.</summary>
    public static List<string> Tokens(string source) => [.. SyntaxFactory.ParseTokens(source).Select(token => token.ToFullString())];

    private void Step(List<string> tokens)
    {
        int at = random.Next(tokens.Count);
        int other = random.Next(tokens.Count);
        switch (random.Next(14))
        {
            case 0:
                tokens.RemoveAt(at);
                break;
            case 1:
                tokens.Insert(at, tokens[at]);
                break;
            case 2:
                (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                break;
            case 3:
                tokens.RemoveRange(at, tokens.Count - at);
                break;
            case 4:
                tokens.RemoveRange(at, Math.Min(random.Next(8), tokens.Count - at));
                break;
            case 5:
                // A part of the source written once more, elsewhere: attributes on wrong targets, methods twice.
                tokens.InsertRange(other, tokens.GetRange(at, Math.Min(random.Next(40), tokens.Count - at)));
                break;
            case 6:
                List<string> donor = Tokens(Corpus.All[random.Next(Corpus.All.Length)]);
                int start = random.Next(donor.Count);
                tokens.InsertRange(at, donor.GetRange(start, Math.Min(random.Next(30), donor.Count - start)));
                break;
            case 7:
                // Half a token, as after each key that is pressed.
                tokens[at] = tokens[at][..random.Next(tokens[at].Length + 1)];
                break;
            case 8:
                tokens[at] = Number(tokens[at]);
                break;
            case 9:
            case 10:
            case 11:
                Value(tokens);
                break;
            default:
                string hostile = Corpus.Hostile[random.Next(Corpus.Hostile.Length)] + " ";
                tokens[at] = random.Next(2) == 0 ? hostile : tokens[at] + hostile;
                break;
        }
    }

    /// <summary>Another value in place of one, so that only ours can find it wrong: a number for a number, a text for a text.</summary>
    private void Value(List<string> tokens)
    {
        int[] places = [.. Enumerable.Range(0, tokens.Count).Where(index => IsValue(tokens[index]))];
        if (places.Length > 0)
        {
            int at = places[random.Next(places.Length)];
            string[] values = tokens[at].TrimStart().StartsWith('"') ? Corpus.Texts : Corpus.Numbers;
            tokens[at] = values[random.Next(values.Length)] + " ";
        }
    }

    private static bool IsValue(string token) => token.TrimStart() is [>= '0' and <= '9', ..] or ['"', _, _, ..];

    /// <summary>The token with another number in place of each digit, or, where it has none, after it.</summary>
    private string Number(string token)
    {
        string digits = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => (char)('0' + random.Next(10))));
        int digit = token.IndexOfAny(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        return digit < 0 ? token + digits : token[..digit] + digits + token[(digit + 1)..];
    }
#pragma warning restore CA5394
}
