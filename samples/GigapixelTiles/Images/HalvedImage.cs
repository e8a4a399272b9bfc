using ConvGen;

namespace GigapixelTiles.Images;

/// <summary>An image at half its size, made while it is read: a sample is the mean of four.</summary>
internal sealed class HalvedImage(ISampleSource image) : ISampleSource
{
    private byte[] rows = [];

    /// <inheritdoc/>
    public int Width => image.Width / 2;

    /// <inheritdoc/>
    public int Height => image.Height / 2;

    /// <inheritdoc/>
    public void Read(Region region, Span<byte> destination)
    {
        int width = 2 * region.Width;
        Array.Resize(ref rows, Math.Max(rows.Length, 2 * width));
        for (int row = 0; row < region.Height; row++)
        {
            image.Read(new Region(2 * region.Left, 2 * (region.Top + row), width, 2), rows.AsSpan(0, 2 * width));
            Filters.Halve(rows, width, 2, destination.Slice(row * region.Width, region.Width));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => image.Dispose();
}
