using ConvGen.Benchmarks.Rows;

namespace ConvGen.Benchmarks.Commands;

/// <summary>What the command line says.</summary>
/// <param name="Filter">A part of the names of the rows that are wanted.</param>
/// <param name="Threads">How many threads the wanted rows use, or null for all rows.</param>
/// <param name="Size">The images' size.</param>
/// <param name="Json">The file of the results, written by <c>ratios</c> and read by <c>readme</c>.</param>
/// <param name="Page">The only text that <c>readme</c> writes to, or null for all that have its markers.</param>
internal sealed record Options(string Filter, ThreadCount? Threads, ImageSize Size, string? Json, string? Page)
{
    /// <summary>The help text.</summary>
    public const string Help = """
        Measures the generated filters.

        ratios [--filter TEXT] [--threads one|all] [--size 16|64|512|1080p|4k] [--json FILE]
            runs all contestants side by side in one process and prints who is how fast
              --filter   only rows whose name has this part, such as 'byte' or '5x5'
              --threads  only rows of one thread, or only those of all processors
              --size     of the images (default: 1080p)
              --json     writes the results to a file
        check [--filter TEXT] [--threads one|all] [--size 16|64|512|1080p|4k]
            lets everyone whom packages bring compute each row once, untimed, and prints whose result is wrong (default size: 64)
        readme --json FILE [--page FILE]
            writes the tables of such a file into pages, between two markers
              --page     only this page (default: README.md and src/ConvGen/Speed.md, from the repository's folder)
        editor
            measures what the generator costs an editor: a project of 1,000 files, cold and after edits, cancelled, and over many edits
        bdn [OPTIONS OF BENCHMARKDOTNET]
            measures the same with BenchmarkDotNet: --filter '*', --disasm, --memory, --list flat
        """;

    /// <summary>Reads the options of a command.</summary>
    /// <exception cref="ArgumentException">The command line makes no sense; the message says why.</exception>
    public static Options Parse(ReadOnlySpan<string> arguments, ImageSize? size = null)
    {
        Options options = new("", null, size ?? ImageSize.Default, null, null);
        for (int i = 0; i < arguments.Length; i += 2)
        {
            string argument = arguments[i];
            string value =
                i + 1 < arguments.Length ? arguments[i + 1] : throw new ArgumentException($"{argument} needs a value, or is no option");
            options = argument switch
            {
                "--filter" => options with { Filter = value },
                "--threads" => options with
                {
                    Threads = value switch
                    {
                        "one" => ThreadCount.One,
                        "all" => ThreadCount.All,
                        _ => throw new ArgumentException($"--threads is one or all, not '{value}'"),
                    },
                },
                "--size" => options with { Size = ImageSize.Find(value) ?? throw new ArgumentException($"'{value}' is no size") },
                "--json" => options with { Json = value },
                "--page" => options with { Page = value },
                _ => throw new ArgumentException($"'{argument}' is no option"),
            };
        }

        return options;
    }
}
