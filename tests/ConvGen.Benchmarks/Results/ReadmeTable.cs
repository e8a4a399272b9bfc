using System.Text;
using ConvGen.Benchmarks.Contestants;

namespace ConvGen.Benchmarks.Results;

/// <summary>Writes a run into a text between two markers.</summary>
internal static class ReadmeTable
{
    /// <summary>The line before the table.</summary>
    public const string Begin = "<!-- speed: written by the benchmarks' command readme -->";

    /// <summary>The line after the table.</summary>
    public const string End = "<!-- end of speed -->";

    /// <summary>Puts the table in place of what lies between the markers.</summary>
    /// <exception cref="InvalidDataException">The text has no markers.</exception>
    public static string Replace(string text, RunResult run)
    {
        int begin = text.IndexOf(Begin, StringComparison.Ordinal);
        int end = text.IndexOf(End, StringComparison.Ordinal);
        return begin < 0 || end < begin
            ? throw new InvalidDataException($"there is no line '{Begin}' with a line '{End}' after it")
            : text[..(begin + Begin.Length)] + "\n" + Table(run) + text[end..];
    }

    private static string Table(RunResult run)
    {
        RowResult[] rows = [.. run.Rows.Where(static row => row.IsOnPage)];
        string[] peers =
        [
            .. ContestantNames.Peers.Except(ContestantNames.Packages).Where(peer => rows.Any(row => row.Find(peer) is not null)),
        ];
        StringBuilder text = new();
        Line(
            text,
            $"{run.Machine.Processor}, vectors of {run.Machine.VectorBits} bits, {run.Machine.Runtime}, {run.Date}; images: {run.Size} unless the row says otherwise, one thread each unless it says all, {string.Join(", ", run.Peers)}."
        );
        Line(text, "Nanoseconds per sample, shortest times, all measured in turn in one process.");
        Line(text, "");
        Line(
            text,
            $"| row | {ContestantNames.Generated} | {string.Join(" | ", peers)} | best .NET package | limit | times the best peer | share of the limit |"
        );
        Line(text, "|---|" + string.Concat(Enumerable.Repeat("---:|", peers.Length + 5)));
        foreach (RowResult row in rows)
        {
            string times = string.Join(" | ", peers.Select(peer => Numbers.Text(row.Find(peer)?.Minimum)));
            Line(
                text,
                $"| {row.Name} | {Numbers.Text(row.Generated?.Minimum)} | {times} | {Package(row)} | {Numbers.Text(row.Limit?.Minimum)} ({row.Limit?.Name ?? "not measured"}) | {Numbers.Ratio(row.Ratio)} | {Numbers.Share(row.Share)} |"
            );
        }

        Line(text, "");
        Line(
            text,
            $"Geometric means: {string.Join(", ", run.GeometricMeans.Select(static mean => $"{Numbers.Ratio(mean.Value)} times as fast as {mean.Key}"))}."
        );
        return text.ToString();
    }

    /// <summary>The fastest package that a program in .NET could add, which has no column of its own.</summary>
    private static string Package(RowResult row) =>
        row.BestPackage is { } package ? $"{Numbers.Text(package.Minimum)} ({package.Name})" : "-";

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
