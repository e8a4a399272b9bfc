using System.Globalization;
using System.Text.RegularExpressions;
using AudioFir;
using Samples;

namespace ConvGen.Package.Tests;

/// <summary>The sample that filters sound: what its band-pass passes, what it writes, what it refuses.</summary>
public sealed partial class AudioFirTests
{
    [Theory]
    [InlineData(500, 0)]
    [InlineData(2000, 1)]
    [InlineData(6000, 0)]
    public void A_tone_passes_in_the_band_alone_and_is_not_delayed(double frequency, double gain)
    {
        Sound tone = new(
            Filters.DesignRate,
            1,
            [.. Enumerable.Range(0, 4000).Select(i => (float)Math.Sin(2 * Math.PI * frequency * i / Filters.DesignRate))]
        );

        float[] result = AudioFir.Program.BandPass(tone).Samples;

        Assert.Equal(tone.Samples.Length, result.Length);
        Assert.All(Enumerable.Range(Filters.Taps, 3000), i => Assert.InRange(result[i] - (gain * tone.Samples[i]), -0.01, 0.01));
    }

    [Fact]
    public void Both_channels_are_filtered_each_for_itself()
    {
        Sound left = Sound.SweepInNoise(Filters.DesignRate, 0.5);
        float[] both = [.. left.Samples.SelectMany(static sample => new[] { sample, -2 * sample })];

        float[] one = AudioFir.Program.BandPass(left).Samples;
        float[] two = AudioFir.Program.BandPass(left with { Channels = 2, Samples = both }).Samples;

        Assert.All(Enumerable.Range(0, one.Length), i => Assert.Equal((one[i], -2 * one[i]), (two[2 * i], two[(2 * i) + 1])));
    }

    [Fact]
    public void A_run_prints_one_screen_and_writes_sound_and_spectra()
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("convgen-audio-");
        using StringWriter output = new();
        using StringWriter error = new();

        int exitCode = AudioFir.Program.Run(["--output", directory.FullName], output, error);

        Assert.True(exitCode == 0, error.ToString());
        Assert.InRange(output.ToString().Split('\n').Length, 5, 25);
        Dictionary<string, double> change = Band()
            .Matches(output.ToString())
            .ToDictionary(
                static match => match.Groups["name"].Value,
                static match => double.Parse(match.Groups["change"].Value, CultureInfo.InvariantCulture)
            );
        Assert.InRange(change["passed"], -0.1, 0.1);
        Assert.InRange(change["below"], -200, -40);
        Assert.InRange(change["above"], -200, -40);
        Assert.All(new[] { "before.png", "after.png" }, name => Assert.Equal((720, 400), SizeOf(Path.Combine(directory.FullName, name))));
        Assert.All(
            new[] { "before.wav", "after.wav" },
            name => Assert.Equal(8, Sound.Load(Path.Combine(directory.FullName, name)).Seconds)
        );
        directory.Delete(recursive: true);
    }

    [Theory]
    [InlineData("no/such/sound.wav", "there is no file")]
    [InlineData("--nonsense", "is no option")]
    [InlineData("AudioFir.dll", "is no WAV file")]
    public void What_cannot_be_read_takes_one_line_of_error_and_exit_code_1(string argument, string reason)
    {
        string path = argument.EndsWith(".dll", StringComparison.Ordinal) ? Path.Combine(AppContext.BaseDirectory, argument) : argument;
        using StringWriter output = new();
        using StringWriter error = new();

        int exitCode = AudioFir.Program.Run([path], output, error);

        Assert.Equal(1, exitCode);
        Assert.Contains(
            reason,
            Assert.Single(error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal
        );
    }

    private static (int Width, int Height) SizeOf(string path)
    {
        Picture picture = PictureFile.Load(path);
        return (picture.Width, picture.Height);
    }

    [GeneratedRegex(@"^  (?<name>\w+) .* (?<change>-?[\d.]+) dB\r?$", RegexOptions.Multiline)]
    private static partial Regex Band();
}
