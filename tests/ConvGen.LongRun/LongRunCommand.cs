using System.Diagnostics;
using System.Globalization;
using Spectre.Console;
using Spectre.Console.Cli;

namespace ConvGen.LongRun;

/// <summary>
/// Runs the test projects one after the other with the effort of a night, and ends with one line that says how many tests passed and how
/// much they
/// tried. One after the other, because the largest of them use every core and most of the memory by themselves.
/// </summary>
internal sealed class LongRunCommand : AsyncCommand<LongRunSettings>
{
    /// <inheritdoc/>
    public override async Task<int> ExecuteAsync(CommandContext context, LongRunSettings settings)
    {
        DirectoryInfo results = Directory.CreateTempSubdirectory("convgen-long-run-");
        try
        {
            string tally = Path.Combine(results.FullName, "tally");
            List<TestCounts> runs = [];
            foreach (TestProject project in TestProject.FindAll(TestProject.RepositoryRoot))
            {
                if (settings.Projects.Length == 0 || settings.Projects.Contains(project.Name, StringComparer.OrdinalIgnoreCase))
                {
                    runs.Add(await RunAsync(project, settings, results.FullName, tally));
                }
            }

            Summary summary = Summary.Of(runs, File.Exists(tally) ? File.ReadLines(tally) : []);
            AnsiConsole.Write(Table(runs));
            Console.WriteLine(summary);
            return summary.HasSucceeded ? 0 : 1;
        }
        finally
        {
            results.Delete(recursive: true);
        }
    }

    private static async Task<TestCounts> RunAsync(TestProject project, LongRunSettings settings, string results, string tally)
    {
        string report = Path.Combine(results, project.Name + ".trx");
        List<string> arguments =
        [
            "test",
            project.Path,
            "-c",
            "Release",
            "--nologo",
            "--results-directory",
            results,
            "--logger",
            "trx;LogFileName=" + Path.GetFileName(report),
        ];
        if (settings.NoBuild)
        {
            arguments.Add("--no-build");
        }

        if (settings.Filter is { } filter)
        {
            arguments.AddRange(["--filter", filter]);
        }

        ProcessStartInfo start = new("dotnet", arguments) { WorkingDirectory = TestProject.RepositoryRoot };
        start.Environment["CONVGEN_EFFORT"] = "long";
        start.Environment["CONVGEN_TALLY"] = tally;
        if (settings.Seed is { } seed)
        {
            start.Environment["CONVGEN_SEED"] = seed.ToString(CultureInfo.InvariantCulture);
        }

        AnsiConsole.Write(new Rule(project.Name) { Justification = Justify.Left });
        Stopwatch watch = Stopwatch.StartNew();
        using Process process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return TestCounts.Read(project.Name, process.ExitCode, report, watch.Elapsed);
    }

    private static Table Table(IEnumerable<TestCounts> runs)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumn("project");
        foreach (string column in new[] { "passed", "failed", "skipped", "minutes" })
        {
            table.AddColumn(new TableColumn(column).RightAligned());
        }

        foreach (TestCounts run in runs)
        {
            object[] cells = [Markup.Escape(run.Project), run.Passed, run.Failed, run.Skipped, Math.Round(run.Time.TotalMinutes, 1)];
            table.AddRow([.. cells.Select(static cell => Convert.ToString(cell, CultureInfo.InvariantCulture)!)]);
        }

        return table;
    }
}
