namespace EdgeDetection;

/// <summary>Lays labelled images of one size side by side on one page.</summary>
internal static class ContactSheet
{
    private const int Columns = 3;
    private const int Margin = 12;
    private const int LabelGap = 5;
    private const int LargestTile = 340;
    private const byte Paper = 24;
    private const byte Ink = 235;

    /// <summary>Makes the page. Images larger than a tile are halved until they fit.</summary>
    /// <param name="tiles">At least one label and image; all images have the same size.</param>
    public static GrayImage Make(IReadOnlyList<(string Label, GrayImage Image)> tiles)
    {
        List<(string Label, GrayImage Image)> reduced = [.. tiles.Select(static tile => (tile.Label, Reduce(tile.Image)))];

        // A column is never narrower than its labels, so that the labels of tiny images do not run into each other.
        int tileWidth = reduced.Max(static tile => Math.Max(tile.Image.Width, BitmapFont.Measure(tile.Label)));
        int tileHeight = reduced.Max(static tile => tile.Image.Height);
        int columns = Math.Min(Columns, reduced.Count);
        int rows = (reduced.Count + columns - 1) / columns;
        int columnStep = tileWidth + Margin;
        int rowStep = BitmapFont.Height + LabelGap + tileHeight + Margin;

        GrayImage sheet = new((columns * columnStep) + Margin, (rows * rowStep) + Margin);
        Array.Fill(sheet.Pixels, Paper);
        for (int i = 0; i < reduced.Count; i++)
        {
            int left = Margin + (i % columns * columnStep);
            int top = Margin + (i / columns * rowStep);
            BitmapFont.Draw(sheet, reduced[i].Label, left, top, Ink);
            Paste(reduced[i].Image, sheet, left, top + BitmapFont.Height + LabelGap);
        }

        return sheet;
    }

    private static GrayImage Reduce(GrayImage image)
    {
        while (Math.Max(image.Width, image.Height) > LargestTile && Math.Min(image.Width, image.Height) > 1)
        {
            GrayImage half = new(image.Width / 2, image.Height / 2);
            Filters.Halve(image.Pixels, image.Width, image.Height, half.Pixels);
            image = half;
        }

        return image;
    }

    private static void Paste(GrayImage image, GrayImage sheet, int left, int top)
    {
        for (int y = 0; y < image.Height; y++)
        {
            image.Pixels.AsSpan(y * image.Width, image.Width).CopyTo(sheet.Pixels.AsSpan(((top + y) * sheet.Width) + left));
        }
    }
}
