namespace Samples;

/// <summary>A coloured image: red, green, blue and alpha, where the colours are not multiplied by alpha.</summary>
public sealed class ColorImage : Picture
{
    /// <summary>Samples per pixel.</summary>
    public const int SamplesPerPixel = 4;

    /// <summary>A black image without opacity.</summary>
    public ColorImage(int width, int height)
        : this(width, height, new byte[checked(width * height * SamplesPerPixel)]) { }

    /// <summary>An image over samples that exist already; they are not copied.</summary>
    public ColorImage(int width, int height, byte[] pixels)
        : base(width, height, SamplesPerPixel, pixels) { }
}
