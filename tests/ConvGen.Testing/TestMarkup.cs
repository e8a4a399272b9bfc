using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.Testing;

/// <summary>
/// Source with marked stretches: <c>[|...|]</c> is a diagnostic of the rule under test, <c>{|CONV003:...|}</c> one of the named rule, and
/// <c>{|#0:...|}</c> a place that <see cref="DiagnosticResult.WithLocation"/> refers to. Stretches nest.
/// </summary>
internal sealed class TestMarkup
{
    private readonly List<(string? Id, TextSpan Span)> diagnostics = [];
    private readonly Dictionary<int, TextSpan> places = [];

    private TestMarkup(string text) => Text = text;

    /// <summary>The source without marks.</summary>
    public string Text { get; private set; }

    /// <summary>The marked diagnostics; the id is null for the rule under test.</summary>
    public IReadOnlyList<(string? Id, TextSpan Span)> Diagnostics => diagnostics;

    /// <summary>The marked places by key.</summary>
    public IReadOnlyDictionary<int, TextSpan> Places => places;

    /// <summary>Takes the marks out of a source.</summary>
    public static TestMarkup Parse(string marked)
    {
        TestMarkup markup = new(marked);
        StringBuilder text = new();
        Stack<(string? Label, int Start)> open = new();
        for (int position = 0; position < marked.Length;)
        {
            if (Opening(marked, position) is var (label, length))
            {
                open.Push((label, text.Length));
                position += length;
            }
            else if (open.Count > 0 && IsClosing(marked, position, open.Peek().Label))
            {
                (string? closed, int start) = open.Pop();
                markup.Add(closed, TextSpan.FromBounds(start, text.Length));
                position += 2;
            }
            else
            {
                text.Append(marked[position++]);
            }
        }

        if (open.Count > 0)
        {
            throw new VerificationException("The test's source has a mark that is opened and never closed.");
        }

        markup.Text = text.ToString();
        return markup;
    }

    private static (string? Label, int Length)? Opening(string marked, int position)
    {
        if (string.CompareOrdinal(marked, position, "[|", 0, 2) == 0)
        {
            return (null, 2);
        }

        if (string.CompareOrdinal(marked, position, "{|", 0, 2) == 0)
        {
            int colon = marked.IndexOf(':', position);
            return colon < 0 ? null : (marked[(position + 2)..colon], colon + 1 - position);
        }

        return null;
    }

    private static bool IsClosing(string marked, int position, string? label) =>
        string.CompareOrdinal(marked, position, label is null ? "|]" : "|}", 0, 2) == 0;

    private void Add(string? label, TextSpan span)
    {
        if (label?.StartsWith('#') == true)
        {
            places.Add(int.Parse(label.AsSpan(1), CultureInfo.InvariantCulture), span);
        }
        else
        {
            diagnostics.Add((label, span));
        }
    }
}
