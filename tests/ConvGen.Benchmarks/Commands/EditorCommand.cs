using System.Globalization;
using ConvGen.Benchmarks.Editor;
using ConvGen.Benchmarks.Results;
using Spectre.Console;

namespace ConvGen.Benchmarks.Commands;

/// <summary>
/// Measures what the generator costs an editor, beside an empty one and that of regular expressions, and prints the table.
/// </summary>
internal static class EditorCommand
{
    private const int MemoryEdits = 1000;

    private static readonly int[] Declarations = [1, 100, 1000];

    /// <summary>Does it: 0 when it has run.</summary>
    public static int Run()
    {
        if (!AnsiConsole.Profile.Out.IsTerminal)
        {
            AnsiConsole.Profile.Width = TextReport.WidthOfFiles;
        }

        Table times = new Table()
            .Title($"{EditorProject.FileCount} files, median milliseconds of a run of the generator")
            .AddColumn("declarations")
            .AddColumn("generator")
            .AddColumn("files made");
        foreach (string column in EditorCost.Columns)
        {
            times.AddColumn(new TableColumn(column).RightAligned());
        }

        Table other = new Table()
            .Title("cancelled cold runs and memory")
            .AddColumn("declarations")
            .AddColumn("generator")
            .AddColumn(new TableColumn("ends after, ms (median)").RightAligned())
            .AddColumn(new TableColumn("longest").RightAligned())
            .AddColumn(new TableColumn("bytes an edit leaves").RightAligned());
        foreach (int declarations in Declarations)
        {
            EditorContestant[] contestants = [.. EditorContestant.All(declarations)];
            double[][] measured = EditorCost.Measure(contestants);
            for (int index = 0; index < contestants.Length; index++)
            {
                EditorContestant contestant = contestants[index];
                times.AddRow([Text(declarations), contestant.Name, Text(contestant.Files), .. measured[index].Select(Text)]);
                if (declarations == 100)
                {
                    double growth = EditorCost.GrowthPerEdit(contestant, MemoryEdits);
                    (double median, double longest) = EditorCost.CancellationLatency(contestant);
                    other.AddRow(
                        Text(declarations),
                        contestant.Name,
                        Text(median),
                        Text(longest),
                        growth.ToString("F0", CultureInfo.InvariantCulture)
                    );
                }
            }
        }

        AnsiConsole.Write(times);
        AnsiConsole.Write(other);
        return 0;
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Text(double value) => value.ToString("F1", CultureInfo.InvariantCulture);
}
