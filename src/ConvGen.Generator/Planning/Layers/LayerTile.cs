namespace ConvGen.Generator.Planning.Layers;

/// <summary>The sums of one pass of the inner loop.</summary>
/// <param name="Vectors">Vectors side by side in the direction of the lanes.</param>
/// <param name="Across">Pixels, or with pixels in the lanes output channels, across that direction.</param>
/// <param name="Slides">Whether the weights of a kernel row stay in registers and each sample, read once, is multiplied by all of
/// them.</param>
internal sealed record LayerTile(int Vectors, int Across, bool Slides = false)
{
    /// <summary>Rounds of the innermost loop that are written out together at most; they hide the cost of the loop.</summary>
    private const int MostRounds = 5;

    /// <summary>Pixels at a time of the passes that finish a row, where channels lie across the lanes.</summary>
    public int[] Tails =>
        Across > 14 ? [14, 4, 2, 1]
        : Across > 8 ? [4, 2, 1]
        : [2, 1];

    /// <summary>
    /// Vectors of pixels of the passes over a row, widest first, where pixels lie across the lanes. A single output channel has no other
    /// sums to form side by side, so that its rows end in passes of half as many.
    /// </summary>
    public int[] PassVectors =>
        Across == 1 && Vectors == 8 ? [8, 4, 2, 1]
        : Vectors == 1 ? [1]
        : [Vectors, 1];

    /// <summary>Rounds that are written out together, of a loop of so many.</summary>
    public static int RoundsOf(int length) => Enumerable.Range(1, MostRounds).Last(count => length % count == 0);
}
