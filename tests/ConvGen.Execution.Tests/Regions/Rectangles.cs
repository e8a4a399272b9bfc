namespace ConvGen.Execution.Tests.Regions;

/// <summary>Rectangles of images and results, drawn at random.</summary>
internal static class Rectangles
{
    /// <summary>A rectangle of an image that holds another one, and more.</summary>
    public static Region Grown(Random random, Region region, int width, int height)
    {
        int left = region.Left - random.Next(region.Left + 1),
            top = region.Top - random.Next(region.Top + 1);
        int right = region.Left + region.Width,
            bottom = region.Top + region.Height;
        right += random.Next(width - right + 1);
        bottom += random.Next(height - bottom + 1);
        return new Region(left, top, right - left, bottom - top);
    }

    /// <summary>A partition of a rectangle, by cuts at random places.</summary>
    /// <param name="random">What cuts are drawn from.</param>
    /// <param name="region">The rectangle.</param>
    /// <param name="parts">Takes the parts.</param>
    /// <param name="wholes">One of so many rectangles is not cut any further.</param>
    public static void Cut(Random random, Region region, List<Region> parts, int wholes = 6)
    {
        bool isTall = region.Height > region.Width;
        int length = isTall ? region.Height : region.Width;
        if (length < 2 || random.Next(wholes) == 0)
        {
            parts.Add(region);
            return;
        }

        int cut = random.Next(1, length);
        Cut(random, isTall ? region with { Height = cut } : region with { Width = cut }, parts, wholes);
        Cut(
            random,
            isTall
                ? region with
                {
                    Top = region.Top + cut,
                    Height = length - cut,
                }
                : region with
                {
                    Left = region.Left + cut,
                    Width = length - cut,
                },
            parts,
            wholes
        );
    }
}
