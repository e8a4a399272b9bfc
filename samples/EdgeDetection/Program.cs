using System.CommandLine;
using Samples;

namespace EdgeDetection;

/// <summary>Loads an image, filters it, prints what was done and writes the pictures.</summary>
internal static class Program
{
    private const string DefaultImage = "ascent.pgm";

    private static int Main(string[] arguments) => Run(arguments, Console.Out, Console.Error);

    /// <summary>Does the work: 0 when it is done, 1 after one line on <paramref name="error"/> that says what is wrong.</summary>
    public static int Run(string[] arguments, TextWriter output, TextWriter error)
    {
        Argument<string?> image = CommandLine.FileArgument(
            "image",
            $"a PNG, JPEG, WebP or PGM file, grey or colour (default: {DefaultImage}, which comes with the sample)"
        );
        Option<string> directory = CommandLine.OutputOption(nameof(EdgeDetection));
        RootCommand command = new("Finds edges in an image, smooths, sharpens and embosses it, with generated filters.")
        {
            image,
            directory,
        };
        return CommandLine.Run(
            nameof(EdgeDetection),
            command,
            arguments,
            output,
            error,
            parsed => Work(parsed.GetValue(image), parsed.GetValue(directory)!, output)
        );
    }

    private static void Work(string? imagePath, string directory, TextWriter output)
    {
        string path = imagePath ?? Path.Combine(AppContext.BaseDirectory, DefaultImage);
        Picture source = PictureFile.Load(path);
        Directory.CreateDirectory(directory);
        string kind = source is ColorImage ? "RGBA" : "grey";
        output.WriteLine(
            $"{Path.GetFileName(path)}: {source.Width} x {source.Height} pixels, {kind}, {Report.VectorWidth()}, one thread, median "
                + "of repeated calls"
        );

        IReadOnlyList<FilterResult> results = Pipeline.Run(source, output);
        Report.Print(results, source.Width * source.Height, output);

        List<(string Name, Picture Picture)> pictures =
        [
            ("Source", source),
            .. results.Select(static result => (result.Name, result.Picture)),
        ];
        foreach ((string name, Picture picture) in pictures)
        {
            PictureFile.Save(picture, Path.Combine(directory, FilterResult.FileNameOf(name)));
        }

        string sheet = Path.Combine(directory, "contact-sheet.png");
        PictureFile.Save(CaptionedSheet.Make(pictures), sheet);
        output.WriteLine($"{pictures.Count} pictures and a contact sheet: {Path.GetFullPath(sheet)}");
    }
}
