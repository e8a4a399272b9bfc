using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using BitMiracle.LibTiff.Classic;
using GigapixelTiles;
using GigapixelTiles.Images;
using Samples;

namespace ConvGen.Package.Tests;

/// <summary>Images larger than memory: every way through them gives the bytes of one whole call.</summary>
public sealed partial class GigapixelTilesTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("convgen-tiles-").FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Theory]
    [InlineData(16, 16, 4096)]
    [InlineData(333, 200, 16_384)]
    [InlineData(1000, 150, 65_536)]
    [InlineData(700, 3, 20_000)]
    [InlineData(9, 900, 4096)]
    [InlineData(1000, 40, 10_000)]
    public void Bands_give_the_bytes_of_one_whole_call(int width, int height, int bufferBytes)
    {
        using MirroredPhotograph image = Photograph(width, height);
        string path = Path.Combine(directory, "sharpened.pgm");
        double done = 0;

        using (PgmSink sink = new(path, width, height))
        {
            StreamFilter.Sharpen(image, sink, share => done += share, bufferBytes);
        }

        Assert.Equal(Sharpened(image), PgmFile.Load(path).Pixels);
        Assert.Equal(1, done, 9);
    }

    [Fact]
    public void Rectangles_of_tiles_are_read_as_they_were_written_and_by_LibTiff_too()
    {
        const int Width = 301;
        const int Height = 222;
        const int Trials = 300;
        Random random = new(7);
        string path = Path.Combine(directory, "tiles.tif");
        TiledImage.Create(path, Width, Height, 64);
        byte[] expected = new byte[Width * Height];
        using TiledImage image = TiledImage.Open(path, FileAccess.ReadWrite);
        for (int trial = 0; trial < Trials; trial++)
        {
            Region region = Draw();
            byte[] samples = new byte[region.Width * region.Height];
            if (trial % 2 == 0)
            {
                random.NextBytes(samples);
                image.Write(region, samples);
                for (int row = 0; row < region.Height; row++)
                {
                    samples.AsSpan(row * region.Width, region.Width).CopyTo(expected.AsSpan(((region.Top + row) * Width) + region.Left));
                }
            }
            else
            {
                image.Read(region, samples);
                byte[] held =
                [
                    .. Enumerable
                        .Range(region.Top, region.Height)
                        .SelectMany(row => expected.Skip((row * Width) + region.Left).Take(region.Width)),
                ];
                Assert.Equal(held, samples);
            }
        }

        using Tiff tiff = Tiff.Open(path, "r");
        byte[] tile = new byte[64 * 64];
        for (int i = 0; i < image.TileCount; i++)
        {
            Region region = image.TileAt(i);
            Assert.Equal(tile.Length, tiff.ReadEncodedTile(i, tile, 0, tile.Length));
            for (int row = 0; row < 64; row++)
            {
                byte[] line =
                    row < region.Height ? expected.AsSpan(((region.Top + row) * Width) + region.Left, region.Width).ToArray() : [];
                Assert.Equal([.. line, .. new byte[64 - line.Length]], tile.AsSpan(row * 64, 64).ToArray());
            }
        }

        Region Draw()
        {
            int left = random.Next(Width);
            int top = random.Next(Height);
            return new(left, top, random.Next(1, Width - left + 1), random.Next(1, Height - top + 1));
        }
    }

    /// <summary>The file has 240 MB, and the process none above its constant of 64 MB and what .NET takes.</summary>
    [Fact]
    public async Task A_file_is_filtered_in_less_memory_than_it_has_bytes()
    {
        Cli.Result result = await Cli.Dotnet(
            directory,
            typeof(Program).Assembly.Location,
            "stream",
            "--width",
            "60000",
            "--height",
            "4000",
            "--output",
            "out"
        );

        Match peak = Peak().Match(result.Succeeded().Text);
        Assert.True(peak.Success, result.Text);
        Assert.InRange(int.Parse(peak.Groups["megabytes"].Value, CultureInfo.InvariantCulture), 64, 190);
        Assert.Equal("P5\n60000 4000\n255\n".Length + 240_000_000, new FileInfo(Path.Combine(directory, "out", "sharpened.pgm")).Length);
        Assert.Equal((937, 62), PictureSize("thumbnail.png"));
    }

    /// <summary>Three processes filter tiles into one file; one is ended when half of them are done.</summary>
    [Fact]
    public void A_silo_that_is_killed_in_the_middle_loses_nothing()
    {
        using StringWriter output = new();
        using StringWriter error = new();

        int exitCode = Program.Run(
            ["--width", "1700", "--height", "1300", "--tile", "96", "--silos", "3", "--kill", "--output", Path.Combine(directory, "out")],
            output,
            error
        );

        Assert.True(exitCode == 0, $"{output}\n{error}");
        string file = Path.Combine(directory, "out", "sharpened.tif");
        string hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
        Assert.Contains($"SHA-256 of all 4 files: {hash}", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(5, output.ToString().Split(hash[..16]).Length - 1);
        Assert.Matches("process [0-9]+, a silo, was ended after 126 of 252 tiles", output.ToString());
        Assert.Contains("3 silos, one killed", output.ToString(), StringComparison.Ordinal);
        Assert.InRange(output.ToString().Split('\n').Length, 8, 25);
        using TiledImage result = TiledImage.Open(file, FileAccess.Read);
        byte[] samples = new byte[1700 * 1300];
        result.Read(new Region(0, 0, 1700, 1300), samples);
        Assert.Equal(Sharpened(Photograph(1700, 1300)), samples);
        Assert.Equal((850, 650), PictureSize("thumbnail.png"));
    }

    [Theory]
    [InlineData("no/such/image.tif", "there is no file")]
    [InlineData("--tile 100", "--tile must be a multiple of 16")]
    [InlineData("--width 3", "--width must lie between 16 and")]
    [InlineData("--silos x", "x")]
    [InlineData("stream no/such/image.pgm", "there is no file")]
    public void A_wrong_command_line_takes_one_line_of_error_and_exit_code_1(string arguments, string reason)
    {
        using StringWriter output = new();
        using StringWriter error = new();

        int exitCode = Program.Run(arguments.Split(' '), output, error);

        Assert.Equal(1, exitCode);
        Assert.Empty(output.ToString());
        Assert.Contains(
            reason,
            Assert.Single(error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Files_that_cannot_be_read_in_parts_are_refused_with_what_makes_one_that_can()
    {
        string strips = Path.Combine(directory, "strips.tif");
        using (Tiff tiff = Tiff.Open(strips, "w"))
        {
            tiff.SetField(TiffTag.IMAGEWIDTH, 32);
            tiff.SetField(TiffTag.IMAGELENGTH, 1);
            tiff.SetField(TiffTag.BITSPERSAMPLE, 8);
            tiff.SetField(TiffTag.SAMPLESPERPIXEL, 1);
            tiff.SetField(TiffTag.ROWSPERSTRIP, 1);
            tiff.SetField(TiffTag.PHOTOMETRIC, Photometric.MINISBLACK);
            tiff.WriteScanline(new byte[32], 0);
        }

        string nothing = Path.Combine(directory, "nothing.tif");
        File.WriteAllText(nothing, "no image");
        string plain = Path.Combine(directory, "plain.pgm");
        File.WriteAllText(plain, "P2\n1 1\n255\n0\n");
        string cut = Path.Combine(directory, "cut.pgm");
        File.WriteAllText(cut, "P5\n2 2\n255\nabc");

        Assert.Contains(
            "tiffcp",
            Assert.Throws<InvalidDataException>(() => TiledImage.Open(strips, FileAccess.Read)).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "no TIFF image",
            Assert.Throws<InvalidDataException>(() => TiledImage.Open(nothing, FileAccess.Read)).Message,
            StringComparison.Ordinal
        );
        Assert.Contains("P5", Assert.Throws<InvalidDataException>(() => new PgmSource(plain)).Message, StringComparison.Ordinal);
        Assert.Contains("truncated", Assert.Throws<InvalidDataException>(() => new PgmSource(cut)).Message, StringComparison.Ordinal);
    }

    private static MirroredPhotograph Photograph(int width, int height) =>
        new(PgmFile.Load(Path.Combine(AppContext.BaseDirectory, "ascent.pgm")), width, height);

    /// <summary>What one call makes of the whole image.</summary>
    private static byte[] Sharpened(MirroredPhotograph image)
    {
        Region whole = new(0, 0, image.Width, image.Height);
        byte[] samples = new byte[image.Width * image.Height];
        byte[] result = new byte[samples.Length];
        image.Read(whole, samples);
        GigapixelTiles.Filters.Sharpen(samples, image.Width, image.Height, whole, whole, result);
        return result;
    }

    private (int Width, int Height) PictureSize(string name)
    {
        Picture picture = PictureFile.Load(Path.Combine(directory, "out", name));
        return (picture.Width, picture.Height);
    }

    [GeneratedRegex("all of .NET: (?<megabytes>[0-9]+) MB at its peak")]
    private static partial Regex Peak();
}
