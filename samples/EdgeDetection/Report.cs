using System.Globalization;
using System.Runtime.Intrinsics;
using Spectre.Console;

namespace EdgeDetection;

/// <summary>Prints the table of filters.</summary>
internal static class Report
{
    /// <summary>Signs per line where the output is no terminal and has no width of its own.</summary>
    private const int WidthOfFiles = 120;

    /// <summary>Prints one line a filter.</summary>
    public static void Print(IReadOnlyList<FilterResult> results, int pixels, TextWriter output)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        if (!console.Profile.Out.IsTerminal)
        {
            console.Profile.Width = WidthOfFiles;
        }

        Table table = new Table().Border(TableBorder.Simple);
        table.AddColumns("filter", "types", "operation", "plan");
        table.AddColumn(new TableColumn("ms").RightAligned());
        table.AddColumn(new TableColumn("ns per pixel").RightAligned());
        foreach (FilterResult result in results)
        {
            table.AddRow(
                Markup.Escape(result.Method),
                Markup.Escape(result.Types),
                Markup.Escape(result.Operation),
                Markup.Escape(result.Plan),
                result.Time.TotalMilliseconds.ToString("F3", CultureInfo.InvariantCulture),
                (result.Time.TotalNanoseconds / pixels).ToString("F3", CultureInfo.InvariantCulture)
            );
        }

        console.Write(table);
    }

    /// <summary>The widest vectors that the runtime uses on this machine.</summary>
    public static string VectorWidth() =>
        Vector512.IsHardwareAccelerated ? "512-bit vectors"
        : Vector256.IsHardwareAccelerated ? "256-bit vectors"
        : Vector128.IsHardwareAccelerated ? "128-bit vectors"
        : "no vectors";
}
