using SkiaSharp;

namespace Samples;

/// <summary>Reads PNG, JPEG, WebP and PGM files, and writes the first three.</summary>
public static class PictureFile
{
    private const int Quality = 90;

    /// <summary>
    /// Reads an image: a <see cref="GrayImage"/> where the file holds grey samples alone, else a <see cref="ColorImage"/>.
    /// </summary>
    /// <exception cref="InvalidDataException">There is no such file, or it is no such image; the message names the path and says what is
    /// wrong.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Picture Load(string path)
    {
        try
        {
            return Decode(File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidDataException($"there is no file '{path}'", exception);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"'{path}': {exception.Message}", exception);
        }
    }

    /// <summary>Reads an image from a file's content.</summary>
    /// <exception cref="InvalidDataException">The content is no such image, or ends early.</exception>
    public static Picture Decode(byte[] content)
    {
        if (content.AsSpan().StartsWith("P5"u8) || content.AsSpan().StartsWith("P2"u8))
        {
            return PgmFile.Parse(content);
        }

        using SKData data = SKData.CreateCopy(content);
        using SKCodec codec = SKCodec.Create(data) ?? throw new InvalidDataException("this is no PNG, JPEG, WebP or PGM image");
        bool isGray = codec.Info.ColorType == SKColorType.Gray8;
        int width = codec.Info.Width;
        int height = codec.Info.Height;
        SKCodecResult result = codec.GetPixels(InfoOf(width, height, isGray), out byte[] pixels);
        return result switch
        {
            SKCodecResult.Success => isGray ? new GrayImage(width, height, pixels) : new ColorImage(width, height, pixels),
            SKCodecResult.IncompleteInput => throw new InvalidDataException("the file is truncated"),
            _ => throw new InvalidDataException($"the file cannot be decoded ({result})"),
        };
    }

    /// <summary>Writes an image, replacing what was there; the name's end says the format.</summary>
    /// <exception cref="ArgumentException">The name ends in none of .png, .jpg, .jpeg and .webp.</exception>
    public static void Save(Picture picture, string path)
    {
        ArgumentNullException.ThrowIfNull(picture);
        SKEncodedImageFormat format = Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".PNG" => SKEncodedImageFormat.Png,
            ".JPG" or ".JPEG" => SKEncodedImageFormat.Jpeg,
            ".WEBP" => SKEncodedImageFormat.Webp,
            _ => throw new ArgumentException($"'{path}' must end in .png, .jpg or .webp", nameof(path)),
        };
        using SKImage image = ToSkia(picture);
        using SKData data = image.Encode(format, Quality);
        File.WriteAllBytes(path, data.ToArray());
    }

    /// <summary>The image as Skia draws it.</summary>
    internal static SKImage ToSkia(Picture picture) =>
        SKImage.FromPixelCopy(InfoOf(picture.Width, picture.Height, picture is GrayImage), picture.Pixels);

    private static SKImageInfo InfoOf(int width, int height, bool isGray) =>
        isGray ? new(width, height, SKColorType.Gray8, SKAlphaType.Opaque) : new(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
}
