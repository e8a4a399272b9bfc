using System.Globalization;
using System.Text;

namespace ConvGen.CodeFixes.Loops;

/// <summary>
/// An integer expression as a sum: whole multiples of terms, and a number. Terms are compared by a key and printed as they are written, so that
/// <c>K - 1 - (K - 1 - k)</c> becomes <c>k</c> and a name that stands for a size keeps being used.
/// </summary>
internal sealed class Sum
{
    private readonly List<(string Key, string Text, int Count)> terms = [];

    /// <summary>Creates a number.</summary>
    public Sum(int number) => Number = number;

    /// <summary>Creates a term.</summary>
    public Sum(string key, string text) => terms.Add((key, text, 1));

    private Sum()
    {
    }

    /// <summary>The part without terms.</summary>
    public int Number { get; private set; }

    /// <summary>The number, if there is nothing else.</summary>
    public int? Constant => terms.Count == 0 ? Number : null;

    /// <summary>The key of the term, if there is one, once, and nothing else.</summary>
    public string? SingleKey => terms.Count == 1 && terms[0].Count == 1 && Number == 0 ? terms[0].Key : null;

    /// <summary>The sum as C#, as a factor: in parentheses unless it is a single name or call.</summary>
    public string ToFactor() => Factor(ToString());

    /// <summary>How often a term is added.</summary>
    public int CountOf(string key) => terms.FirstOrDefault(term => term.Key == key).Count;

    /// <summary>This sum and a multiple of another.</summary>
    public Sum Plus(Sum other, int factor = 1)
    {
        Sum result = new() { Number = Number + (factor * other.Number) };
        result.terms.AddRange(terms);
        foreach ((string key, string text, int count) in other.terms)
        {
            int index = result.terms.FindIndex(term => term.Key == key);
            if (index < 0)
            {
                result.terms.Add((key, text, factor * count));
            }
            else
            {
                result.terms[index] = (key, result.terms[index].Text, result.terms[index].Count + (factor * count));
            }
        }

        result.terms.RemoveAll(term => term.Count == 0);
        return result;
    }

    /// <summary>This sum with a term replaced by a sum.</summary>
    public Sum With(string key, Sum replacement)
    {
        int count = CountOf(key);
        Sum rest = new() { Number = Number };
        rest.terms.AddRange(terms.Where(term => term.Key != key));
        return count == 0 ? rest : rest.Plus(replacement, count);
    }

    /// <summary>The sum as C#: what is added, the number, what is subtracted.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        foreach ((_, string term, int count) in terms.Where(term => term.Count > 0))
        {
            Append(text, Times(term, count), subtracted: false);
        }

        if (Number > 0 || (Number < 0 && text.Length > 0))
        {
            Append(text, Math.Abs(Number).ToString(CultureInfo.InvariantCulture), Number < 0);
        }

        foreach ((_, string term, int count) in terms.Where(term => term.Count < 0))
        {
            Append(text, Times(term, -count), subtracted: true);
        }

        if (Number < 0 && terms.All(term => term.Count < 0))
        {
            Append(text, (-Number).ToString(CultureInfo.InvariantCulture), subtracted: true);
        }

        return text.Length == 0 ? "0" : text.ToString();
    }

    private static string Times(string term, int count) => count == 1 ? term : count.ToString(CultureInfo.InvariantCulture) + " * " + Factor(term);

    private static string Factor(string term) => term.Contains(' ') ? $"({term})" : term;

    private static void Append(StringBuilder text, string term, bool subtracted)
    {
        if (text.Length > 0)
        {
            text.Append(subtracted ? " - " : " + ");
        }
        else if (subtracted)
        {
            text.Append('-');
        }

        text.Append(term);
    }
}
