using System.Text;
using System.Text.RegularExpressions;
using EdgeDetection;
using Samples;

namespace ConvGen.Package.Tests;

/// <summary>The sample as a newcomer meets it: its files, and what it says when something is wrong.</summary>
public sealed class SampleTests
{
    private static readonly string Image = Path.Combine(AppContext.BaseDirectory, "ascent.pgm");

    public static TheoryData<string, string> BadImages =>
        new()
        {
            { "", "this is not a PGM image" },
            { "P6\n1 1\n255\nabc", "this is not a PGM image" },
            { "P5\n", "the file is truncated: it ends before the width" },
            { "P5\n2 x\n255\n", "the height is not a number" },
            { "P5\n2 0\n255\n", "the height must lie between 1 and" },
            { "P5\n99999999999 1\n255\n", "the width must lie between 1 and" },
            { "P5\n2 2\n65535\nabcdefgh", "16 bits" },
            { "P5\n2 2\n255\nabc", "2 x 2 pixels need 4 samples, and 3 are there" },
            { "P5\n2000000000 2000000000\n255\nabc", "the file is truncated" },
            { "P2\n2 2\n255\n1 2 3", "the file is truncated" },
            { "P2\n2 1\n9\n1 10", "sample 2 of 2 must lie between 0 and 9" },
        };

    [Theory]
    [MemberData(nameof(BadImages))]
    public void A_bad_image_is_refused_in_words(string content, string reason)
    {
        InvalidDataException exception = Assert.Throws<InvalidDataException>(() => PgmFile.Parse(Encoding.Latin1.GetBytes(content)));

        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Fact]
    public void Plain_and_binary_images_with_comments_are_read()
    {
        byte[] plain = [.. PgmFile.Parse("P2 # a comment\n3 # another\n2\n15\n0 5 10\n15 1 2\n"u8).Pixels];
        byte[] binary = [.. PgmFile.Parse([.. "P5\n3 2\n255\n"u8, 0, 10, 13, 32, 35, 255]).Pixels];

        Assert.Equal([0, 85, 170, 255, 17, 34], plain);
        Assert.Equal([0, 10, 13, 32, 35, 255], binary);
    }

    [Theory]
    [InlineData(".png", true)]
    [InlineData(".png", false)]
    [InlineData(".webp", false)]
    [InlineData(".jpg", false)]
    public void A_picture_is_read_as_it_was_written(string extension, bool isGray)
    {
        const int Side = 16;
        string path = Path.Combine(Directory.CreateTempSubdirectory("convgen-picture-").FullName, "picture" + extension);
        byte[] pixels = new byte[Side * Side * (isGray ? 1 : 4)];
        for (int i = 0; i < pixels.Length; i++)
        {
            // Colours that grow slowly, so that formats with loss come near to them, and an alpha that JPEG does not know.
            int pixel = isGray ? i : i / 4;
            pixels[i] =
                !isGray && i % 4 == 3 ? (byte)(extension == ".png" ? 128 + (pixel % Side) : 255) : (byte)(pixel / 2 * (i % 4 == 1 ? 0 : 1));
        }

        Picture written = isGray ? new GrayImage(Side, Side, pixels) : new ColorImage(Side, Side, pixels);
        PictureFile.Save(written, path);
        Picture read = PictureFile.Load(path);

        Assert.Equal((written.GetType(), Side, Side), (read.GetType(), read.Width, read.Height));
        Assert.All(
            read.Pixels.Zip(pixels),
            pair => Assert.InRange(pair.First - pair.Second, extension == ".png" ? 0 : -24, extension == ".png" ? 0 : 24)
        );
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Fact]
    public void What_is_no_picture_and_what_ends_early_is_refused()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("convgen-picture-").FullName, "picture.png");
        PictureFile.Save(PictureFile.Load(Image), path);
        byte[] content = File.ReadAllBytes(path);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);

        Assert.Contains(
            "no PNG, JPEG, WebP or PGM",
            Assert.Throws<InvalidDataException>(() => PictureFile.Decode([])).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "no PNG, JPEG, WebP or PGM",
            Assert.Throws<InvalidDataException>(() => PictureFile.Decode("P6 1 1 255 abc"u8.ToArray())).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "truncated",
            Assert.Throws<InvalidDataException>(() => PictureFile.Decode(content[..(content.Length / 2)])).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Colours_are_filtered_each_for_itself_and_alpha_stays()
    {
        GrayImage gray = (GrayImage)PictureFile.Load(Image);
        ColorImage color = new(gray.Width, gray.Height);
        for (int i = 0; i < gray.Pixels.Length; i++)
        {
            color.Pixels[4 * i] = gray.Pixels[i];
            color.Pixels[(4 * i) + 1] = (byte)(255 - gray.Pixels[i]);
            color.Pixels[(4 * i) + 3] = (byte)(7 * i);
        }

        byte[] expected = new byte[gray.Pixels.Length];
        Filters.Smooth(gray.Pixels, gray.Width, gray.Height, expected);
        Picture smooth = Pipeline.Run(color, TextWriter.Null)[0].Picture;

        Assert.Equal(expected, smooth.Pixels.Where(static (_, i) => i % 4 == 0));
        Assert.Equal(color.Pixels.Where(static (_, i) => i % 4 == 3), smooth.Pixels.Where(static (_, i) => i % 4 == 3));
        Assert.NotEqual(expected, smooth.Pixels.Where(static (_, i) => i % 4 == 1));
    }

    [Fact]
    public void A_run_on_a_colour_image_prints_one_screen_and_writes_every_picture()
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("convgen-edges-");
        string image = Path.Combine(directory.FullName, "small.webp");
        PictureFile.Save(new ColorImage(40, 30), image);
        using StringWriter output = new();
        using StringWriter error = new();

        int exitCode = Program.Run([image, "--output", directory.FullName], output, error);

        Assert.True(exitCode == 0, error.ToString());
        Assert.InRange(output.ToString().Split('\n').Length, 5, 25);
        Assert.Equal(10, directory.EnumerateFiles("*.png").Count());
        Assert.IsType<ColorImage>(PictureFile.Load(Path.Combine(directory.FullName, "sharpen.png")));
        directory.Delete(recursive: true);
    }

    [Theory]
    [InlineData("no/such/image.pgm")]
    [InlineData("--nonsense")]
    [InlineData("--output")]
    [InlineData("a.pgm", "b.pgm")]
    public void A_wrong_command_line_takes_one_line_of_error_and_exit_code_1(params string[] arguments)
    {
        using StringWriter output = new();
        using StringWriter error = new();

        int exitCode = Program.Run(arguments, output, error);

        Assert.Equal(1, exitCode);
        Assert.Empty(output.ToString());
        Assert.Single(error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Help_is_no_error()
    {
        using StringWriter output = new();
        using StringWriter error = new();

        int exitCode = Program.Run(["--help"], output, error);

        Assert.Equal(0, exitCode);
        Assert.Contains("Usage:", output.ToString(), StringComparison.Ordinal);
        Assert.Empty(error.ToString());
    }

    [Fact]
    public void The_filters_do_to_the_photograph_what_their_kernels_say()
    {
        GrayImage source = PgmFile.Load(Image);
        byte[] smooth = new byte[source.Pixels.Length];
        short[] convolved = new short[source.Pixels.Length];
        short[] correlated = new short[source.Pixels.Length];

        Filters.Smooth(source.Pixels, source.Width, source.Height, smooth);
        Filters.EmbossByConvolution(source.Pixels, source.Width, source.Height, convolved);
        Filters.EmbossByCorrelation(source.Pixels, source.Width, source.Height, correlated);

        int[] binomial = [1, 4, 6, 4, 1];
        int[] emboss = [-2, -1, 0, -1, 0, 1, 0, 1, 2];
        for (int y = 2; y < source.Height - 2; y++)
        {
            for (int x = 2; x < source.Width - 2; x++)
            {
                int at = (y * source.Width) + x;
                int sum = Window(source, x, y, 5, (row, column) => binomial[row] * binomial[column]);
                Assert.Equal((sum + 128) >> 8, smooth[at]);
                Assert.Equal(Window(source, x, y, 3, (row, column) => emboss[(row * 3) + column]), correlated[at]);
                Assert.Equal(Window(source, x, y, 3, (row, column) => emboss[8 - ((row * 3) + column)]), convolved[at]);
            }
        }
    }

    [Fact]
    public void The_plans_in_the_table_are_those_of_the_generated_headers()
    {
        string generated = Path.Combine(
            Repository.Root,
            "samples",
            "EdgeDetection",
            "obj",
            Repository.Configuration,
            "net10.0",
            "generated"
        );

        FilterResult[] results =
        [
            .. Pipeline.Run(new GrayImage(8, 8), TextWriter.Null),
            .. Pipeline.Run(new ColorImage(8, 8), TextWriter.Null).Take(2),
        ];

        Assert.All(
            results,
            result =>
            {
                string file = Directory
                    .EnumerateFiles(generated, $"Filters.{result.Method}.*.g.cs", SearchOption.AllDirectories)
                    .MaxBy(File.GetLastWriteTimeUtc)!;
                string header = string.Join(
                    ' ',
                    File.ReadLines(file).TakeWhile(static line => line.StartsWith("//", StringComparison.Ordinal))
                );
                Assert.All(result.Plan.Split(", "), words => Assert.Matches($@"\b{Regex.Escape(words)}\b", header));
            }
        );
    }

    /// <summary>The sum over the window around a pixel, weighted as said; the window lies inside the image.</summary>
    private static int Window(GrayImage image, int x, int y, int size, Func<int, int, int> weight)
    {
        int sum = 0;
        for (int row = 0; row < size; row++)
        {
            for (int column = 0; column < size; column++)
            {
                sum += weight(row, column) * image.Pixels[((y + row - (size / 2)) * image.Width) + x + column - (size / 2)];
            }
        }

        return sum;
    }
}
