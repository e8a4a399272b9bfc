namespace EdgeDetection;

/// <summary>What the command line says.</summary>
/// <param name="ImagePath">The image to work on, or null for the one that comes with the sample.</param>
/// <param name="OutputDirectory">Where the results go.</param>
/// <param name="ShowHelp">Whether only the help text is wanted.</param>
internal sealed record Options(string? ImagePath, string OutputDirectory, bool ShowHelp)
{
    /// <summary>The help text.</summary>
    public const string Help = """
        Finds edges in a grey image, smooths, sharpens and embosses it, with generated filters.

        Usage: EdgeDetection [image.pgm] [--output DIR]

          image.pgm      an 8-bit PGM image, P5 or P2 (default: ascent.pgm, which comes with the sample)
          --output DIR   where the PNG files go (default: artifacts/EdgeDetection)
          --help         shows this text
        """;

    /// <summary>Reads the command line.</summary>
    /// <exception cref="ArgumentException">The command line makes no sense; the message says why.</exception>
    public static Options Parse(string[] arguments)
    {
        Options options = new(null, Path.Combine("artifacts", "EdgeDetection"), false);
        for (int i = 0; i < arguments.Length; i++)
        {
            string argument = arguments[i];
            options = argument switch
            {
                "--help" or "-h" or "-?" => options with { ShowHelp = true },
                "--output" or "-o" when i + 1 < arguments.Length => options with { OutputDirectory = arguments[++i] },
                "--output" or "-o" => throw new ArgumentException($"{argument} needs a directory"),
                _ when argument.StartsWith('-') => throw new ArgumentException($"'{argument}' is no option; --help lists them"),
                _ when options.ImagePath is not null => throw new ArgumentException($"one image is enough, and '{argument}' is the second"),
                _ => options with { ImagePath = argument },
            };
        }

        return options;
    }
}
