using ConvGen.Benchmarks.Results;

namespace ConvGen.Benchmarks.Commands;

/// <summary>Writes the table of a run into a page.</summary>
internal static class ReadmeCommand
{
    /// <summary>Does it.</summary>
    public static int Run(Options options)
    {
        RunResult run = ResultFile.Read(options.Json ?? throw new ArgumentException("readme needs --json FILE"));
        File.WriteAllText(options.Page, ReadmeTable.Replace(File.ReadAllText(options.Page), run));
        return 0;
    }
}
