using System.Globalization;
using System.Text;
using ConvGen;
using Microsoft.Win32.SafeHandles;

namespace GigapixelTiles.Images;

/// <summary>Writes a binary portable graymap of 8 bits a sample, of any size, replacing what was there.</summary>
internal sealed class PgmSink : ISampleSink
{
    private readonly SafeFileHandle file;
    private readonly int width;
    private readonly int headerLength;

    public PgmSink(string path, int width, int height)
    {
        this.width = width;
        byte[] header = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5\n{width} {height}\n255\n"));
        headerLength = header.Length;
        file = File.OpenHandle(path, FileMode.Create, FileAccess.ReadWrite);
        RandomAccess.Write(file, header, 0);
        RandomAccess.SetLength(file, headerLength + ((long)width * height));
    }

    /// <inheritdoc/>
    public void Write(Region region, ReadOnlySpan<byte> samples)
    {
        // Whole rows lie side by side in the file.
        int lines = region.Width == width ? 1 : region.Height;
        int length = region.Width * region.Height / Math.Max(1, lines);
        for (int line = 0; line < lines; line++)
        {
            long offset = headerLength + ((long)(region.Top + line) * width) + region.Left;
            RandomAccess.Write(file, samples.Slice(line * length, length), offset);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();
}
