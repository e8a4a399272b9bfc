namespace Samples;

/// <summary>An image of bytes, row by row without gaps, the channels of a pixel side by side.</summary>
public abstract class Picture
{
    /// <summary>An image over samples that exist already; they are not copied.</summary>
    /// <param name="width">Pixels per row, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="channels">Samples per pixel.</param>
    /// <param name="pixels">All samples.</param>
    protected Picture(int width, int height, int channels, byte[] pixels)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfNotEqual(pixels.Length, checked(width * height * channels));
        Width = width;
        Height = height;
        Channels = channels;
        Pixels = pixels;
    }

    /// <summary>Pixels per row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Samples per pixel: 1 for grey, 4 for red, green, blue and alpha.</summary>
    public int Channels { get; }

    /// <summary>The samples.</summary>
    public byte[] Pixels { get; }
}
