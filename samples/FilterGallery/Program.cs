using System.CommandLine;
using System.Globalization;
using Samples;

namespace FilterGallery;

/// <summary>Shows every declared filter: on a photograph, as a picture of its kernel, and by its frequency response.</summary>
internal static class Program
{
    /// <summary>Sums of weights below this are those of filters for differences, whose results have a sign.</summary>
    private const double LeastBrightness = 0.01;

    private static int Main(string[] arguments) => Run(arguments, Console.Out, Console.Error);

    /// <summary>Does the work: 0 when it is done, 1 after one line on <paramref name="error"/> that says what is wrong.</summary>
    public static int Run(string[] arguments, TextWriter output, TextWriter error)
    {
        Argument<string?> image = CommandLine.FileArgument(
            "image",
            "a grey PNG, JPEG, WebP or PGM file (default: ascent.pgm, which comes with the sample)"
        );
        Option<string> directory = CommandLine.OutputOption(nameof(FilterGallery));
        RootCommand command = new("Shows filters: a photograph behind each, its kernel and its frequency response, on one page of HTML.")
        {
            image,
            directory,
        };
        return CommandLine.Run(
            nameof(FilterGallery),
            command,
            arguments,
            output,
            error,
            parsed => Work(parsed.GetValue(image), parsed.GetValue(directory)!, output)
        );
    }

    private static void Work(string? path, string directory, TextWriter output)
    {
        if (PictureFile.Load(path ?? Path.Combine(AppContext.BaseDirectory, "ascent.pgm")) is not GrayImage photograph)
        {
            throw new InvalidDataException($"'{path}' has colours; the gallery takes grey images");
        }

        Directory.CreateDirectory(directory);
        List<(Exhibit Exhibit, KernelProbe Probe)> shown = [];
        List<(string Caption, Picture Picture)> pictures = [("photograph", photograph)];
        Progress.Run(
            output,
            [
                .. Exhibit.All.Select(exhibit =>
                    (
                        exhibit.Name,
                        (Action)(
                            () =>
                            {
                                KernelProbe probe = new(exhibit.Filter);
                                GrayImage picture = Apply(exhibit.Filter, probe, photograph);
                                string file = Path.Combine(directory, exhibit.FileName);
                                PictureFile.Save(picture, file + ".png");
                                Charts.SaveKernel(probe, file + "-kernel.png");
                                Charts.SaveResponse(probe, file + "-response.png");
                                shown.Add((exhibit, probe));
                                pictures.Add((exhibit.Name, picture));
                            }
                        )
                    )
                ),
            ]
        );

        PictureFile.Save(CaptionedSheet.Make(pictures), Path.Combine(directory, "sheet.png"));
        string page = Path.Combine(directory, "index.html");
        File.WriteAllText(page, Page.Write(shown));
        Print(shown, output);
        output.WriteLine($"{shown.Count} filters on one page: {Path.GetFullPath(page)}");
    }

    /// <summary>
    /// What a filter makes of the photograph. Results with a sign are shown around grey, the largest hundredth of them as black and white.
    /// </summary>
    private static GrayImage Apply(ImageFilter filter, KernelProbe probe, GrayImage photograph)
    {
        float[] result = new float[photograph.Pixels.Length];
        filter(photograph.ToUnitRange(), photograph.Width, photograph.Height, result);
        if (Math.Abs(probe.Sum) >= LeastBrightness)
        {
            return new(
                photograph.Width,
                photograph.Height,
                Array.ConvertAll(result, static value => (byte)Math.Clamp(MathF.Round(value * 255), 0, 255))
            );
        }

        float[] sizes = Array.ConvertAll(result, Math.Abs);
        Array.Sort(sizes);
        float range = Math.Max(sizes[(int)(sizes.Length * 0.99)], float.Epsilon);
        return GrayImage.FromSigned(photograph.Width, photograph.Height, result, range);
    }

    private static void Print(List<(Exhibit Exhibit, KernelProbe Probe)> shown, TextWriter output)
    {
        output.WriteLine("  filter                   size      sum   gain at 1/8    1/4    1/2 along rows");
        foreach ((Exhibit exhibit, KernelProbe probe) in shown)
        {
            int size = (2 * probe.Radius) + 1;
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {exhibit.Name, -22}{size, 3} x "
                        + $"{size, -2}{probe.Sum, 9:F3}{probe.Gain(0, 0.125), 14:F3}{probe.Gain(0, 0.25), 7:F3}{probe.Gain(0, 0.5), 7:F3}"
                )
            );
        }
    }
}
