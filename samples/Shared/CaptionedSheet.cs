using SkiaSharp;

namespace Samples;

/// <summary>Lays pictures with captions side by side on one page.</summary>
public static class CaptionedSheet
{
    private const int Columns = 3;
    private const int Margin = 14;
    private const int CaptionHeight = 24;
    private const int TextSize = 15;
    private const int LargestTile = 340;
    private const int SmallestTile = 180;
    private static readonly SKColor Paper = new(24, 24, 24);
    private static readonly SKColor Ink = new(235, 235, 235);

    /// <summary>Makes the page. Pictures that are larger than a tile are shown smaller.</summary>
    /// <param name="tiles">At least one caption and picture; all pictures have the same size.</param>
    public static Picture Make(IReadOnlyList<(string Caption, Picture Picture)> tiles)
    {
        ArgumentNullException.ThrowIfNull(tiles);
        Picture first = tiles[0].Picture;
        float scale = Math.Min(1f, LargestTile / (float)Math.Max(first.Width, first.Height));
        int width = Math.Max(1, (int)(first.Width * scale));
        int height = Math.Max(1, (int)(first.Height * scale));

        // A column is never narrower than its caption.
        int columnStep = Math.Max(width, SmallestTile) + Margin;
        int rowStep = CaptionHeight + height + Margin;
        int columns = Math.Min(Columns, tiles.Count);
        int rows = (tiles.Count + columns - 1) / columns;

        ColorImage page = new((columns * columnStep) + Margin, (rows * rowStep) + Margin);
        SKImageInfo info = new(page.Width, page.Height, SKColorType.Rgba8888, SKAlphaType.Premul);
        using SKSurface surface = SKSurface.Create(info);
        using SKFont font = new(CaptionFont.Typeface, TextSize) { Edging = SKFontEdging.Antialias };
        using SKPaint ink = new() { Color = Ink, IsAntialias = true };
        surface.Canvas.Clear(Paper);
        for (int i = 0; i < tiles.Count; i++)
        {
            int left = Margin + (i % columns * columnStep);
            int top = Margin + (i / columns * rowStep);
            surface.Canvas.DrawText(tiles[i].Caption, left, top + TextSize, SKTextAlign.Left, font, ink);
            using SKImage image = PictureFile.ToSkia(tiles[i].Picture);
            surface.Canvas.DrawImage(
                image,
                SKRect.Create(left, top + CaptionHeight, width, height),
                new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear)
            );
        }

        // The page is opaque, so colours multiplied by alpha are the colours themselves.
        using SKPixmap pixels = surface.PeekPixels();
        pixels.GetPixelSpan().CopyTo(page.Pixels);
        return page;
    }
}
