using System.Text;
using ConvGen.Benchmarks.Contestants;

namespace ConvGen.Benchmarks.Results;

/// <summary>Writes a run into a text between two markers, of which the first says whether all of it is wanted.</summary>
internal static class ReadmeTable
{
    /// <summary>The line before a table of the most important rows, with who comes next.</summary>
    public const string Begin = "<!-- speed: written by the benchmarks' command readme -->";

    /// <summary>What the line before a table of all rows, with everyone who was timed, begins with; there is one for each width of vectors.</summary>
    private const string BeginAll = "<!-- speed of all rows at ";

    /// <summary>The line after the table.</summary>
    public const string End = "<!-- end of speed -->";

    /// <summary>Puts the table in place of what lies between the markers.</summary>
    /// <exception cref="InvalidDataException">The text has no markers.</exception>
    public static string Replace(string text, RunResult run)
    {
        bool isAll = text.Contains(BeginAll, StringComparison.Ordinal);
        string marker = isAll ? $"{BeginAll}{run.Machine.VectorBits} bits: written by the benchmarks' command readme -->" : Begin;
        int begin = text.IndexOf(marker, StringComparison.Ordinal);
        int end = begin < 0 ? -1 : text.IndexOf(End, begin, StringComparison.Ordinal);
        if (end < 0)
        {
            throw new InvalidDataException($"there is no line '{marker}' with a line '{End}' after it");
        }

        StringBuilder table = new();
        Machine(table, run);
        if (isAll)
        {
            AllRows(table, run);
        }
        else
        {
            RowsOnPage(table, run);
        }

        Means(table, run);
        return text[..(begin + marker.Length)] + "\n" + table + text[end..];
    }

    private static void Machine(StringBuilder text, RunResult run)
    {
        Line(
            text,
            $"{run.Machine.Processor}, vectors of {run.Machine.VectorBits} bits, {run.Machine.Runtime}, {run.Date}; images: {run.Size} "
                + "unless the row says otherwise, one thread each unless it says all."
        );
        Line(text, $"Beside {string.Join(", ", run.Peers)}. Nanoseconds per sample, shortest times, all measured in turn in one process.");
        Line(text, "");
    }

    private static void RowsOnPage(StringBuilder text, RunResult run)
    {
        Line(text, $"| row | {ContestantNames.Generated} | next fastest | times as fast | best .NET package | times as fast |");
        Line(text, "|---|---:|---:|---:|---:|---:|");
        foreach (RowResult row in run.Rows.Where(static row => row.IsOnPage))
        {
            string own = Numbers.Text(row.Generated?.Minimum);
            Line(text, $"| {row.Name} | {own} | {Against(row, row.BestPeer)} | {Against(row, row.BestPackage)} |");
        }
    }

    private static void AllRows(StringBuilder text, RunResult run)
    {
        string[] peers = [.. ContestantNames.Peers.Where(peer => run.Rows.Any(row => row.Find(peer) is not null))];
        string names = string.Join(" | ", peers);
        Line(text, $"| row | {ContestantNames.Generated} | {names} | limit | times the best peer | share of the limit |");
        Line(text, "|---|" + string.Concat(Enumerable.Repeat("---:|", peers.Length + 4)));
        foreach (RowResult row in run.Rows)
        {
            string own = Numbers.Text(row.Generated?.Minimum);
            string times = string.Join(" | ", peers.Select(peer => Numbers.Text(row.Find(peer)?.Minimum)));
            string limit = row.Limit is { } bound ? $"{Numbers.Text(bound.Minimum)} ({bound.Name})" : "-";
            Line(text, $"| {row.Name} | {own} | {times} | {limit} | {Numbers.Ratio(row.Ratio)} | {Numbers.Share(row.Share)} |");
        }
    }

    private static void Means(StringBuilder text, RunResult run)
    {
        IEnumerable<string> means = run.GeometricMeans.Select(static mean => $"{Numbers.Ratio(mean.Value)} times as fast as {mean.Key}");
        Line(text, "");
        Line(text, $"Geometric means over all rows: {string.Join(", ", means)}.");
    }

    /// <summary>A contestant's time with its name, and how many times as fast the generated filter is.</summary>
    private static string Against(RowResult row, ContestantResult? other) =>
        other is null ? "- | -" : $"{Numbers.Text(other.Minimum)} ({other.Name}) | {Numbers.Ratio(row.Against(other))}";

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
