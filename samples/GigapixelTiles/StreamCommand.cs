using System.Diagnostics;
using System.Globalization;
using GigapixelTiles.Images;
using Samples;

namespace GigapixelTiles;

/// <summary>Filters an image by one process, in bands, and says what that took.</summary>
internal static class StreamCommand
{
    private const int BytesPerMegabyte = 1 << 20;

    /// <summary>
    /// Filters the image into <c>sharpened.pgm</c>. One that is made here is first written into <c>image.pgm</c>, so that a file is what is
    /// filtered.
    /// </summary>
    public static void Run(ISampleSource image, string directory, TextWriter output)
    {
        Directory.CreateDirectory(directory);
        using ISampleSource source = image is MirroredPhotograph ? Write(image, Path.Combine(directory, "image.pgm"), output) : image;
        string path = Path.Combine(directory, "sharpened.pgm");
        long samples = (long)source.Width * source.Height;
        long start = Stopwatch.GetTimestamp();
        using (PgmSink sink = new(path, source.Width, source.Height))
        {
            Progress.Run(output, "filtering", progress => StreamFilter.Sharpen(source, sink, progress));
        }

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        using (PgmSource sharpened = new(path))
        {
            Thumbnail.Save(sharpened, Path.Combine(directory, "thumbnail.png"));
        }

        Say(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{source.Width} x {source.Height} samples, {samples / BytesPerMegabyte} MB, filtered from file to file in {seconds:F1} "
                    + $"s: {samples / seconds / 1e6:F0} million samples a second"
            )
        );
        Say(
            string.Create(
                CultureInfo.InvariantCulture,
                $"samples in memory: at most {StreamFilter.BufferBytes / BytesPerMegabyte} MB; the process with all of .NET: "
                    + $"{PeakBytes() / BytesPerMegabyte} MB at its peak"
            )
        );
        Say($"result: {Path.GetFullPath(path)}, and thumbnail.png beside it");

        void Say(string text) => output.WriteLine(text);
    }

    /// <summary>The most memory that this process has occupied so far.</summary>
    public static long PeakBytes()
    {
        using Process process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }

    private static PgmSource Write(ISampleSource image, string path, TextWriter output)
    {
        using (PgmSink sink = new(path, image.Width, image.Height))
        {
            Progress.Run(output, "writing the image", progress => StreamFilter.Copy(image, sink, progress));
        }

        return new PgmSource(path);
    }
}
