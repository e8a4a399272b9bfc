using System.Globalization;
using Spectre.Console;

namespace GigapixelTiles.Cluster;

/// <summary>Prints the table of runs.</summary>
internal static class Report
{
    /// <summary>Signs per line where the output is no terminal and has no width of its own.</summary>
    private const int WidthOfFiles = 120;

    /// <summary>Digits of a hash that are shown.</summary>
    private const int ShownDigits = 16;

    /// <summary>Prints one line a run.</summary>
    public static void Print(IReadOnlyList<RunRow> rows, TextWriter output)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        if (!console.Profile.Out.IsTerminal)
        {
            console.Profile.Width = WidthOfFiles;
        }

        Table table = new Table().Border(TableBorder.Simple);
        table.AddColumn("");
        foreach (string name in (string[])["seconds", "tiles/s", "halo bytes/tile", "retries"])
        {
            table.AddColumn(new TableColumn(name).RightAligned());
        }

        table.AddColumn("SHA-256 begins");
        foreach (RunRow row in rows)
        {
            table.AddRow(
                Markup.Escape(row.Name),
                row.Seconds.ToString("F2", CultureInfo.InvariantCulture),
                (row.Tiles / row.Seconds).ToString("F1", CultureInfo.InvariantCulture),
                row.HaloBytes is { } halo ? (halo / row.Tiles).ToString("N0", CultureInfo.InvariantCulture) : "-",
                row.Retries.ToString(CultureInfo.InvariantCulture),
                row.Hash[..ShownDigits]
            );
        }

        console.Write(table);
    }
}
