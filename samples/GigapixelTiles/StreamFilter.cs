using ConvGen;
using GigapixelTiles.Images;

namespace GigapixelTiles;

/// <summary>Filters an image of any size in bands of rows, on one machine, in memory that does not grow with the image.</summary>
internal static class StreamFilter
{
    /// <summary>Bytes of all samples that are in memory at a time, of source and result.</summary>
    public const int BufferBytes = 64 << 20;

    /// <summary>
    /// A row of a band takes at most this share of the buffers: very wide images are filtered in one range of columns after the other, so
    /// that the rows under a window fit as well.
    /// </summary>
    private const int RowShare = 64;

    /// <summary>Sharpens an image.</summary>
    /// <param name="source">What is read, each sample about once.</param>
    /// <param name="sink">Receives the result, each sample once; of the size of <paramref name="source"/>.</param>
    /// <param name="progress">Told of every band the share of the image that it is.</param>
    /// <param name="bufferBytes">Bytes of all samples that are in memory at a time.</param>
    public static void Sharpen(ISampleSource source, ISampleSink sink, Action<double> progress, int bufferBytes = BufferBytes)
    {
        int width = source.Width;
        int height = source.Height;
        int columns = Math.Min(width, bufferBytes / RowShare);
        Region window = Filters.SharpenInput(new(width / 2, height / 2, 1, 1), width, height);
        int rows = BandRows(window, height, columns, bufferBytes);

        // For the largest band: one inside the image, which sees something on every side, or all of a small one.
        byte[] samples = GC.AllocateUninitializedArray<byte>(
            Math.Min(width, columns + window.Width) * Math.Min(height, rows + window.Height)
        );
        byte[] result = GC.AllocateUninitializedArray<byte>(columns * rows);
        for (int left = 0; left < width; left += columns)
        {
            Region last = default;
            for (int top = 0; top < height; top += rows)
            {
                Region region = new(left, top, Math.Min(columns, width - left), Math.Min(rows, height - top));
                Region held = Filters.SharpenInput(region, width, height);
                Fill(source, last, held, samples);
                Filters.SharpenByAllCores(samples, width, height, held, region, result);
                sink.Write(region, result.AsSpan(0, region.Width * region.Height));
                last = held;
                progress((double)region.Width * region.Height / ((double)width * height));
            }
        }
    }

    /// <summary>Copies an image as it is, a band at a time.</summary>
    public static void Copy(ISampleSource source, ISampleSink sink, Action<double> progress)
    {
        int columns = Math.Min(source.Width, BufferBytes);
        int rows = Math.Min(source.Height, BufferBytes / columns);
        byte[] samples = GC.AllocateUninitializedArray<byte>(rows * columns);
        for (int top = 0; top < source.Height; top += rows)
        {
            for (int left = 0; left < source.Width; left += columns)
            {
                Region region = new(left, top, Math.Min(columns, source.Width - left), Math.Min(rows, source.Height - top));
                Span<byte> part = samples.AsSpan(0, region.Width * region.Height);
                source.Read(region, part);
                sink.Write(region, part);
                progress((double)region.Width * region.Height / ((double)source.Width * source.Height));
            }
        }
    }

    /// <summary>Rows of a band whose source and result fit into the buffers.</summary>
    private static int BandRows(Region window, int height, int columns, int bufferBytes)
    {
        long aroundBand = (long)(columns + window.Width) * window.Height;
        long aRow = (2L * columns) + window.Width;
        return (int)Math.Clamp((bufferBytes - aroundBand) / aRow, 1, height);
    }

    /// <summary>Reads what a band sees. Rows that the band before saw too stay, and move to the front.</summary>
    private static void Fill(ISampleSource source, Region last, Region held, byte[] samples)
    {
        int kept = held.Top >= last.Top ? Math.Max(0, last.Top + last.Height - held.Top) : 0;
        Buffer.BlockCopy(samples, (held.Top - (kept == 0 ? held.Top : last.Top)) * held.Width, samples, 0, kept * held.Width);
        Region rest = new(held.Left, held.Top + kept, held.Width, held.Height - kept);
        source.Read(rest, samples.AsSpan(kept * held.Width, rest.Width * rest.Height));
    }
}
