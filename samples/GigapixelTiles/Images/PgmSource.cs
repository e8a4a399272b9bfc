using ConvGen;
using Microsoft.Win32.SafeHandles;
using Samples;

namespace GigapixelTiles.Images;

/// <summary>A binary portable graymap of 8 bits a sample, of any size.</summary>
internal sealed class PgmSource : ISampleSource
{
    /// <summary>Bytes that a header takes at most, comments included.</summary>
    private const int LongestHeader = 4096;

    private readonly SafeFileHandle file;
    private readonly PgmHeader header;

    /// <summary>Opens a file.</summary>
    /// <exception cref="InvalidDataException">The file is no such image, or ends early.</exception>
    public PgmSource(string path)
    {
        file = File.OpenHandle(path);
        try
        {
            byte[] start = new byte[Math.Min(LongestHeader, RandomAccess.GetLength(file))];
            RandomFile.Read(file, start, 0);
            header = PgmFile.ParseHeader(start);
            if (header.IsPlain || header.Maximum != byte.MaxValue)
            {
                throw new InvalidDataException(
                    "only binary PGM files (P5) whose largest value is 255 can be read in parts; pamdepth 255 makes one"
                );
            }

            long needed = header.Length + ((long)header.Width * header.Height);
            if (RandomAccess.GetLength(file) < needed)
            {
                throw new InvalidDataException(
                    $"the file is truncated: {header.Width} x {header.Height} samples end at byte {needed}, and it has "
                        + $"{RandomAccess.GetLength(file)}"
                );
            }
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public int Width => header.Width;

    /// <inheritdoc/>
    public int Height => header.Height;

    /// <inheritdoc/>
    public void Read(Region region, Span<byte> destination)
    {
        // Whole rows lie side by side in the file.
        int lines = region.Width == Width ? 1 : region.Height;
        int length = region.Width * region.Height / Math.Max(1, lines);
        for (int line = 0; line < lines; line++)
        {
            long offset = header.Length + ((long)(region.Top + line) * Width) + region.Left;
            RandomFile.Read(file, destination.Slice(line * length, length), offset);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();
}
