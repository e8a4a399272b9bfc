using ConvGen;
using GigapixelTiles.Images;
using Samples;

namespace GigapixelTiles;

/// <summary>Writes a small picture of a large image.</summary>
internal static class Thumbnail
{
    /// <summary>Pixels that the picture's longer side has at most.</summary>
    private const int Side = 1024;

    /// <summary>Writes the picture: the image, halved until it is small, a few rows at a time.</summary>
    public static void Save(ISampleSource image, string path)
    {
        ISampleSource small = image;
        while (Math.Max(small.Width, small.Height) > Side && Math.Min(small.Width, small.Height) > 1)
        {
            small = new HalvedImage(small);
        }

        GrayImage picture = new(small.Width, small.Height);
        small.Read(new Region(0, 0, small.Width, small.Height), picture.Pixels);
        PictureFile.Save(picture, path);
    }
}
