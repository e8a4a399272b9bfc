using ConvGen.Benchmarks.Results;

namespace ConvGen.Benchmarks.Commands;

/// <summary>Writes the tables of a run into the pages that have their markers.</summary>
internal static class ReadmeCommand
{
    private static readonly string[] Pages = ["README.md", Path.Combine("src", "ConvGen", "Speed.md")];

    /// <summary>Does it.</summary>
    public static int Run(Options options)
    {
        RunResult run = ResultFile.Read(options.Json ?? throw new ArgumentException("readme needs --json FILE"));
        foreach (string page in options.Page is { } only ? [only] : Pages)
        {
            File.WriteAllText(page, ReadmeTable.Replace(File.ReadAllText(page), run));
        }

        return 0;
    }
}
