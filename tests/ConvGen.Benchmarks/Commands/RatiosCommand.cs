using System.Diagnostics;
using System.Globalization;
using ConvGen.Benchmarks.Libraries;
using ConvGen.Benchmarks.Measuring;
using ConvGen.Benchmarks.Results;
using ConvGen.Benchmarks.Rows;
using Spectre.Console;

namespace ConvGen.Benchmarks.Commands;

/// <summary>Runs the rows side by side and prints the table.</summary>
internal static class RatiosCommand
{
    /// <summary>Does it: 0 when every generated filter agreed with its formula, else 1.</summary>
    public static int Run(Options options)
    {
        IReadOnlyList<Row> selected = RowTable.Select(options);
        long start = Stopwatch.GetTimestamp();
        List<RowResult> rows = [];
        foreach (Row row in selected)
        {
            rows.Add(RowRun.Run(row, options.Size));
            Console.Error.WriteLine(
                $"{Stopwatch.GetElapsedTime(start).TotalSeconds.ToString("F0", CultureInfo.InvariantCulture), 4} s  {row.Name}"
            );
        }

        RunResult run = new(
            DateTime.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            MachineResult.Current(),
            options.Size.Name,
            [.. Peers.Installed.Select(static library => library.Version)],
            rows
        );
        if (options.Json is not null)
        {
            ResultFile.Write(options.Json, run);
        }

        if (!AnsiConsole.Profile.Out.IsTerminal)
        {
            AnsiConsole.Profile.Width = TextReport.WidthOfFiles;
        }

        TextReport.Print(run, AnsiConsole.Console);
        return rows.TrueForAll(static row => row.Generated is not null) ? 0 : 1;
    }
}
