using ConvGen.Benchmarks.Contestants;
using Spectre.Console;

namespace ConvGen.Benchmarks.Results;

/// <summary>Prints a run.</summary>
internal static class TextReport
{
    /// <summary>Signs per line where the output is no terminal and has no width of its own.</summary>
    public const int WidthOfFiles = 220;

    /// <summary>Prints times, ratios, limits and means.</summary>
    public static void Print(RunResult run, IAnsiConsole console)
    {
        console.WriteLine($"{run.Machine.Processor}, vectors of {run.Machine.VectorBits} bits, {run.Machine.Runtime}, {run.Date}");
        console.WriteLine(
            $"Images: {run.Size}. One thread each, unless a row says all. Peers: {(run.Peers.Count == 0 ? "none installed" : string.Join(", ", run.Peers))}"
        );
        console.WriteLine();
        console.WriteLine("Nanoseconds per sample, shortest time (median of ConvGen in brackets)");
        console.Write(Times(run));
        console.WriteLine("ConvGen against the best peer and the limit of the same run");
        console.Write(Ratios(run));
        foreach ((string peer, double mean) in run.GeometricMeans)
        {
            console.WriteLine($"Geometric mean against {peer}: {Numbers.Ratio(mean)} times as fast");
        }

        foreach (RowResult row in run.Rows)
        {
            foreach (ContestantResult wrong in row.Contestants.Where(static contestant => contestant.Disagreement is not null))
            {
                console.WriteLine($"Not timed, {row.Name}, {wrong.Name} {wrong.Way}: {wrong.Disagreement}");
            }
        }
    }

    private static Table Times(RunResult run)
    {
        Table table = New(["row", ContestantNames.Generated, .. ContestantNames.Peers, "limit"]);
        foreach (RowResult row in run.Rows)
        {
            string generated = row.Generated is { } own ? $"{Numbers.Text(own.Minimum)} ({Numbers.Text(own.Median)})" : "wrong";
            table.AddRow([
                row.Name,
                generated,
                .. ContestantNames.Peers.Select(peer => PeerCell(run, row, peer)),
                Numbers.Text(row.Limit?.Minimum),
            ]);
        }

        return table;
    }

    private static Table Ratios(RunResult run)
    {
        Table table = New("row", "ratio", "of medians", "best peer", "share of the limit", "limit", "goal", "compiler, ms", "methods");
        foreach (RowResult row in run.Rows)
        {
            table.AddRow(
                row.Name,
                Numbers.Ratio(row.Ratio),
                Numbers.Ratio(row.BestPeer?.Median / row.Generated?.Median),
                Markup.Escape(row.BestPeer is { } best ? $"{best.Name} {best.Way}".TrimEnd() : "-"),
                Numbers.Share(row.Share),
                row.Limit?.Name ?? "not measured",
                row.Reached ? "reached" : "missed",
                Numbers.Text(row.FirstCalls.Milliseconds),
                row.FirstCalls.Methods.ToString(System.Globalization.CultureInfo.InvariantCulture)
            );
        }

        return table;
    }

    private static string PeerCell(RunResult run, RowResult row, string peer) =>
        row.Find(peer) is { } result ? Numbers.Text(result.Minimum)
        : row.Contestants.Any(contestant => contestant.Name == peer) ? "wrong"
        : ContestantNames.Managed.Contains(peer) || run.Peers.Any(installed => installed.StartsWith(peer, StringComparison.Ordinal)) ? "-"
        : "not installed";

    private static Table New(params IEnumerable<string> headings)
    {
        Table table = new Table().Border(TableBorder.Simple);
        foreach ((int index, string heading) in headings.Index())
        {
            TableColumn column = new TableColumn(heading).NoWrap();
            table.AddColumn(index == 0 ? column : column.RightAligned());
        }

        return table;
    }
}
