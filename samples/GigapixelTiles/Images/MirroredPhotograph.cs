using ConvGen;
using Samples;

namespace GigapixelTiles.Images;

/// <summary>A photograph that is mirrored at its edges again and again until it fills an image of any size.</summary>
internal sealed class MirroredPhotograph(GrayImage photograph, int width, int height) : ISampleSource
{
    /// <inheritdoc/>
    public int Width => width;

    /// <inheritdoc/>
    public int Height => height;

    /// <inheritdoc/>
    public void Read(Region region, Span<byte> destination)
    {
        for (int row = 0; row < region.Height; row++)
        {
            // Rows repeat with a period of two photographs: what has been made is copied.
            Span<byte> line = destination.Slice(row * region.Width, region.Width);
            if (row >= 2 * photograph.Height)
            {
                destination.Slice((row - (2 * photograph.Height)) * region.Width, region.Width).CopyTo(line);
                continue;
            }

            ReadOnlySpan<byte> source = photograph.Pixels.AsSpan(
                Mirror(region.Top + row, photograph.Height) * photograph.Width,
                photograph.Width
            );
            for (int column = 0; column < line.Length; column++)
            {
                line[column] = source[Mirror(region.Left + column, photograph.Width)];
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() { }

    private static int Mirror(int position, int length)
    {
        int inPeriod = position % (2 * length);
        return inPeriod < length ? inPeriod : (2 * length) - 1 - inPeriod;
    }
}
