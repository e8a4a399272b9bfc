namespace Samples;

/// <summary>A grey image, one byte a pixel, row by row without gaps.</summary>
public sealed class GrayImage : Picture
{
    /// <summary>A black image.</summary>
    /// <param name="width">Pixels per row, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    public GrayImage(int width, int height)
        : this(width, height, new byte[checked(width * height)]) { }

    /// <summary>An image over samples that exist already, 0 for black and 255 for white; they are not copied.</summary>
    public GrayImage(int width, int height, byte[] pixels)
        : base(width, height, 1, pixels) { }

    /// <summary>Shows signed values: zero is mid-grey, and values that reach <paramref name="range"/> are black or white.</summary>
    public static GrayImage FromSigned(int width, int height, ReadOnlySpan<short> values, int range)
    {
        GrayImage image = new(width, height);
        for (int i = 0; i < values.Length; i++)
        {
            image.Pixels[i] = ToByte(128f + (values[i] * 127f / range));
        }

        return image;
    }

    /// <inheritdoc cref="FromSigned(int, int, ReadOnlySpan{short}, int)"/>
    public static GrayImage FromSigned(int width, int height, ReadOnlySpan<float> values, float range)
    {
        GrayImage image = new(width, height);
        for (int i = 0; i < values.Length; i++)
        {
            image.Pixels[i] = ToByte(128f + (values[i] * 127f / range));
        }

        return image;
    }

    /// <summary>The samples as numbers from 0 to 1.</summary>
    public float[] ToUnitRange() => Array.ConvertAll(Pixels, static pixel => pixel / 255f);

    private static byte ToByte(float value) => (byte)Math.Clamp(MathF.Round(value), 0f, 255f);
}
