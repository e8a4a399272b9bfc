namespace EdgeDetection;

/// <summary>Loads an image, filters it, prints what was done and writes the pictures.</summary>
internal static class Program
{
    private const string DefaultImage = "ascent.pgm";

    private static int Main(string[] arguments) => Run(arguments, Console.Out, Console.Error);

    /// <summary>Does the work: 0 when it is done, 1 after one line on <paramref name="error"/> that says what is wrong.</summary>
    public static int Run(string[] arguments, TextWriter output, TextWriter error)
    {
        try
        {
            Options options = Options.Parse(arguments);
            if (options.ShowHelp)
            {
                output.WriteLine(Options.Help);
                return 0;
            }

            Work(options, output);
            return 0;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"EdgeDetection: {exception.Message}");
            return 1;
        }
    }

    private static void Work(Options options, TextWriter output)
    {
        string path = options.ImagePath ?? Path.Combine(AppContext.BaseDirectory, DefaultImage);
        GrayImage source = Load(path);
        Directory.CreateDirectory(options.OutputDirectory);
        output.WriteLine($"{Path.GetFileName(path)}: {source.Width} x {source.Height} pixels, {Report.VectorWidth()}, one thread, median of repeated calls");

        (IReadOnlyList<FilterResult> results, GrayImage gradient) = Pipeline.Run(source);
        Report.Print(results, source.Width * source.Height, output);

        List<(string Name, GrayImage Picture)> pictures = [("Source", source), .. results.Select(static result => (result.Name, result.Picture))];
        pictures.Insert(pictures.FindIndex(static picture => picture.Name == "Sobel Y") + 1, ("Gradient", gradient));
        foreach ((string name, GrayImage picture) in pictures)
        {
            PngFile.Save(picture, Path.Combine(options.OutputDirectory, FilterResult.FileNameOf(name)));
        }

        string sheet = Path.Combine(options.OutputDirectory, "contact-sheet.png");
        PngFile.Save(ContactSheet.Make(pictures), sheet);
        output.WriteLine($"{pictures.Count} pictures and a contact sheet: {Path.GetFullPath(sheet)}");
    }

    /// <summary>Loads the image, and puts its path in front of what is wrong with it.</summary>
    private static GrayImage Load(string path)
    {
        try
        {
            return PgmFile.Load(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidDataException($"there is no file '{path}'", exception);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"'{path}': {exception.Message}", exception);
        }
    }
}
