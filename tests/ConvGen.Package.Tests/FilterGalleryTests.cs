using System.Text.RegularExpressions;
using FilterGallery;
using Samples;

namespace ConvGen.Package.Tests;

/// <summary>The gallery: every declaration is shown, and the kernels that it draws are those that are declared.</summary>
public sealed partial class FilterGalleryTests
{
    [Fact]
    public void Kernels_are_read_from_the_filters_as_they_are_applied()
    {
        KernelProbe sobel = new(FilterGallery.Filters.SobelColumns);
        KernelProbe emboss = new(FilterGallery.Filters.Emboss);
        KernelProbe binomial = new(FilterGallery.Filters.Binomial);

        Assert.Equal([-0.125, 0, 0.125, -0.25, 0, 0.25, -0.125, 0, 0.125], sobel.Weights.Cast<double>());

        // A convolution: what is applied is the reverse of what is written.
        Assert.Equal([2, 1, 0, 1, 0, -1, 0, -1, -2], emboss.Weights.Cast<double>());

        // (1 4 6 4 1) / 16 has the response cos(pi f) to the power of 4.
        Assert.Equal(1, binomial.Sum, 6);
        Assert.Equal(Math.Pow(Math.Cos(Math.PI * 0.2), 4), binomial.Gain(0, 0.2), 6);
        Assert.Equal(0, binomial.Gain(0.5, 0), 6);
    }

    [Fact]
    public void A_run_prints_one_screen_and_the_page_shows_every_filter_with_pictures_that_are_there()
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("convgen-gallery-");
        using StringWriter output = new();
        using StringWriter error = new();

        int exitCode = FilterGallery.Program.Run(["--output", directory.FullName], output, error);

        Assert.True(exitCode == 0, error.ToString());
        Assert.InRange(output.ToString().Split('\n').Length, 5, 40);
        string page = File.ReadAllText(Path.Combine(directory.FullName, "index.html"));
        string[] images = [.. Image().Matches(page).Select(static match => match.Groups["path"].Value)];
        int declared = Regex.Count(
            File.ReadAllText(Path.Combine(Repository.Root, "samples", "FilterGallery", "Filters.cs")),
            "public static partial void"
        );
        Assert.Equal(3 * declared, images.Distinct().Count());
        Assert.All(images, path => Assert.InRange(PictureFile.Load(Path.Combine(directory.FullName, path)).Width, 300, 600));
        Assert.Contains(
            "[Correlation(Border = BorderMode.Reflect101)]\n[Kernel(&quot;-1 0 1; -2 0 2; -1 0 1&quot;, Divisor = 8)]",
            page,
            StringComparison.Ordinal
        );
        directory.Delete(recursive: true);
    }

    [GeneratedRegex("<img src=\"(?<path>[^\"]*)\"")]
    private static partial Regex Image();
}
