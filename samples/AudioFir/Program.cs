using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Samples;

namespace AudioFir;

/// <summary>Filters a sound, and writes it and its spectrograms before and after.</summary>
internal static class Program
{
    private const double SecondsOfSweep = 8;
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(300);

    private static int Main(string[] arguments) => Run(arguments, Console.Out, Console.Error);

    /// <summary>Does the work: 0 when it is done, 1 after one line on <paramref name="error"/> that says what is wrong.</summary>
    public static int Run(string[] arguments, TextWriter output, TextWriter error)
    {
        Argument<string?> sound = CommandLine.FileArgument(
            "sound",
            "a WAV file with one or two channels (default: a rising tone in noise)"
        );
        Option<string> directory = CommandLine.OutputOption(nameof(AudioFir));
        RootCommand command = new("Filters a sound by a band-pass of 255 taps, and shows its spectrum before and after.")
        {
            sound,
            directory,
        };
        return CommandLine.Run(
            nameof(AudioFir),
            command,
            arguments,
            output,
            error,
            parsed => Work(parsed.GetValue(sound), parsed.GetValue(directory)!, output)
        );
    }

    /// <summary>The sound behind the band-pass, as long as before.</summary>
    /// <exception cref="InvalidDataException">It has more than two channels.</exception>
    public static Sound BandPass(Sound source)
    {
        float[] result = new float[source.Samples.Length];
        switch (source.Channels)
        {
            case 1:
                Filters.BandPass(source.Samples, result);
                break;
            case 2:
                Filters.BandPassStereo(source.Samples, result);
                break;
            default:
                throw new InvalidDataException($"the sound has {source.Channels} channels, and one or two are supported");
        }

        return source with
        {
            Samples = result,
        };
    }

    private static void Work(string? path, string directory, TextWriter output)
    {
        Sound before = path is null ? Sound.SweepInNoise(Filters.DesignRate, SecondsOfSweep) : Sound.Load(path);
        Directory.CreateDirectory(directory);
        string name = path is null ? "rising tone in noise" : Path.GetFileName(path);
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: {before.Seconds:F1} s, {before.Rate} Hz, {before.Channels} channel{(before.Channels == 1 ? "" : "s")}"
            )
        );

        Sound after = before;
        TimeSpan time = default;
        Spectrogram? spectrumBefore = null;
        Spectrogram? spectrumAfter = null;
        Progress.Run(
            output,
            [
                (
                    "Filter",
                    () =>
                    {
                        // The first calls are compiled while they run; the last is what a program that goes on would see.
                        long begin = Stopwatch.GetTimestamp();
                        do
                        {
                            long start = Stopwatch.GetTimestamp();
                            after = BandPass(before);
                            time = Stopwatch.GetElapsedTime(start);
                        } while (Stopwatch.GetElapsedTime(begin) < WarmUp);
                    }
                ),
                ("Spectrum before", () => spectrumBefore = Draw(before, "before", Path.Combine(directory, "before.png"))),
                ("Spectrum after", () => spectrumAfter = Draw(after, "after", Path.Combine(directory, "after.png"))),
                (
                    "Write",
                    () =>
                    {
                        before.Save(Path.Combine(directory, "before.wav"));
                        after.Save(Path.Combine(directory, "after.wav"));
                    }
                ),
            ]
        );

        Print(spectrumBefore!, spectrumAfter!, output);
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Filters.Taps} taps over {before.Samples.Length} samples in {time.TotalMilliseconds:F1} ms, "
                    + $"{before.Seconds / time.TotalSeconds:F0} times as fast as the sound"
            )
        );
        output.WriteLine($"before and after as .wav and .png: {Path.GetFullPath(directory)}");
    }

    private static Spectrogram Draw(Sound sound, string title, string path)
    {
        Spectrogram spectrogram = new(sound.ToMono(), sound.Rate);
        Charts.Save(spectrogram, sound.Seconds, title, path);
        return spectrogram;
    }

    /// <summary>One line a band: below, in and above what passes, each a transition away from its ends.</summary>
    private static void Print(Spectrogram before, Spectrogram after, TextWriter output)
    {
        double scale = (double)before.Rate / Filters.DesignRate;
        const double Transition = 150;
        (string Name, double Low, double High)[] bands =
        [
            ("below", Transition, Filters.Low - Transition),
            ("passed", Filters.Low + Transition, Filters.High - Transition),
            ("above", Filters.High + Transition, (Filters.DesignRate / 2) - Transition),
        ];
        output.WriteLine();
        output.WriteLine("  band        from       to    before     after   change");
        foreach ((string name, double low, double high) in bands)
        {
            double from = low * scale;
            double to = high * scale;
            double first = before.Level(from, to);
            double second = after.Level(from, to);
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {name, -7} {from, 5:F0} Hz  {to, 5:F0} Hz  {first, 5:F1} dB  {second, 5:F1} dB  {second - first, 6:F1} dB"
                )
            );
        }

        output.WriteLine();
    }
}
