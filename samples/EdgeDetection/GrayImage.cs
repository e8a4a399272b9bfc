namespace EdgeDetection;

/// <summary>A grey image, one byte a pixel, row by row without gaps.</summary>
internal sealed class GrayImage
{
    /// <summary>A black image.</summary>
    /// <param name="width">Pixels per row, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    public GrayImage(int width, int height)
        : this(width, height, new byte[checked(width * height)])
    {
    }

    /// <summary>An image over samples that exist already; they are not copied.</summary>
    public GrayImage(int width, int height, byte[] pixels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfNotEqual(pixels.Length, checked(width * height));
        Width = width;
        Height = height;
        Pixels = pixels;
    }

    /// <summary>Pixels per row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>The samples: 0 is black, 255 is white.</summary>
    public byte[] Pixels { get; }

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

    /// <summary>Shows the length of the gradient whose components are given; a length of <paramref name="range"/> or more is white.</summary>
    public static GrayImage FromGradient(int width, int height, ReadOnlySpan<short> x, ReadOnlySpan<short> y, int range)
    {
        GrayImage image = new(width, height);
        for (int i = 0; i < x.Length; i++)
        {
            float length = MathF.Sqrt(((float)x[i] * x[i]) + ((float)y[i] * y[i]));
            image.Pixels[i] = ToByte(length * 255f / range);
        }

        return image;
    }

    /// <summary>The samples as numbers from 0 to 1.</summary>
    public float[] ToUnitRange() => Array.ConvertAll(Pixels, static pixel => pixel / 255f);

    private static byte ToByte(float value) => (byte)Math.Clamp(MathF.Round(value), 0f, 255f);
}
