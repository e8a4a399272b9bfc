using System.CommandLine;
using System.Globalization;
using GigapixelTiles.Cluster;
using GigapixelTiles.Images;
using Samples;

namespace GigapixelTiles;

/// <summary>Filters images that are larger than memory: by one process in bands, or by a cluster of silos in tiles.</summary>
internal static class Program
{
    /// <summary>The command of a silo's process, which the coordinator starts.</summary>
    public const string SiloCommand = "silo";

    private const string Photograph = "ascent.pgm";
    private const int SmallestSide = 16;
    private const int LargestSide = 4_000_000;

    private static int Main(string[] arguments) => Run(arguments, Console.Out, Console.Error);

    /// <summary>Does the work: 0 when it is done, 1 after one line on <paramref name="error"/> that says what is wrong.</summary>
    public static int Run(string[] arguments, TextWriter output, TextWriter error)
    {
        Argument<string?> image = CommandLine.FileArgument(
            "image",
            "a grey image of 8 bits a sample: binary PGM (P5), or TIFF in tiles without compression (default: a photograph, "
                + "mirrored until it fills the size)"
        );
        Option<int> width = Number("--width", "columns of the image that is made where none is given", 8192, SmallestSide, LargestSide);
        Option<int> height = Number("--height", "rows of the image that is made where none is given", 8192, SmallestSide, LargestSide);
        Option<int> tile = Number("--tile", "rows and columns of a tile, a multiple of 16", 1024, 16, 8192);
        Option<int> silos = Number("--silos", "silo processes at most; runs are made with 1, 2 and so on", 3, 1, 16);
        Option<int> inFlight = Number("--in-flight", "tiles that are asked of each silo at a time", 3, 1, 64);
        Option<bool> kill = new("--kill") { Description = "end one silo process in the middle of the last run" };
        Option<string> directory = CommandLine.OutputOption(nameof(GigapixelTiles));
        tile.Validators.Add(static result =>
        {
            if (
                result.Tokens.Count == 1
                && int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out int side)
                && side % 16 != 0
            )
            {
                result.AddError($"--tile must be a multiple of 16, which {side} is not");
            }
        });

        Command stream = new(
            "stream",
            "Filters the image by this process alone, in bands of rows, in memory that does not grow with the image."
        )
        {
            image,
            width,
            height,
            directory,
        };
        stream.SetAction(parsed => StreamCommand.Run(Choose(parsed), parsed.GetValue(directory)!, output));

        Argument<int> coordinator = new("port");
        Command silo = new(SiloCommand, "Runs a silo that joins the coordinator at a port of this machine.") { coordinator };
        silo.Hidden = true;
        silo.SetAction(parsed => SiloHost.Run(parsed.GetValue(coordinator), output));

        RootCommand command = new(
            "Filters an image by silos of Microsoft Orleans, a tile at a time, and compares the file with that of one process. All "
                + "processes run on this machine; README.md says what takes them to others."
        )
        {
            image,
            width,
            height,
            tile,
            silos,
            inFlight,
            kill,
            directory,
            stream,
            silo,
        };
        return CommandLine.Run(
            nameof(GigapixelTiles),
            command,
            arguments,
            output,
            error,
            parsed =>
            {
                RunOptions options = new(
                    parsed.GetValue(tile),
                    parsed.GetValue(silos),
                    parsed.GetValue(inFlight),
                    parsed.GetValue(kill),
                    Path.GetFullPath(parsed.GetValue(directory)!)
                );
                ClusterCommand.RunAsync(Choose(parsed), options, output).GetAwaiter().GetResult();
            }
        );

        ISampleSource Choose(ParseResult parsed) => Open(parsed.GetValue(image), parsed.GetValue(width), parsed.GetValue(height));
    }

    private static Option<int> Number(string name, string description, int value, int smallest, int largest)
    {
        Option<int> option = new(name)
        {
            Description = description,
            HelpName = "N",
            DefaultValueFactory = _ => value,
        };
        option.Validators.Add(result =>
        {
            if (
                result.Tokens.Count == 1
                && int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out int given)
                && (given < smallest || given > largest)
            )
            {
                result.AddError($"{name} must lie between {smallest} and {largest}");
            }
        });
        return option;
    }

    private static ISampleSource Open(string? path, int width, int height)
    {
        if (path is null)
        {
            return new MirroredPhotograph(PgmFile.Load(Path.Combine(AppContext.BaseDirectory, Photograph)), width, height);
        }

        if (!File.Exists(path))
        {
            throw new InvalidDataException($"there is no file '{path}'");
        }

        ISampleSource source = TiledImage.IsTiff(path) ? TiledImage.Open(path, FileAccess.Read) : new PgmSource(path);
        if (Math.Min(source.Width, source.Height) < SmallestSide || Math.Max(source.Width, source.Height) > LargestSide)
        {
            source.Dispose();
            throw new InvalidDataException(
                $"'{path}' has {source.Width} x {source.Height} samples; each side must lie between {SmallestSide} and {LargestSide}"
            );
        }

        return source;
    }
}
