using ConvGen.Generator.Model;

namespace ConvGen.Generator.Planning.Parts;

/// <summary>
/// How an image is overwritten by its result, band by band of its rows (of one axis, stretch by stretch), from copies of what a band sees.
/// </summary>
/// <param name="Kept">Rows that one band sees and the next one too.</param>
/// <param name="Before">Rows that the first window sees before the image.</param>
/// <param name="Fewest">Rows of a band at least.</param>
/// <param name="Bytes">Bytes that a band's copies may take where it has more.</param>
/// <param name="RowBytes">Bytes of a sample of a row, in all planes: of a signal those of a whole pixel, which is its row.</param>
internal sealed record InPlaceBands(int Kept, int Before, int Fewest, int Bytes, long RowBytes)
{
    /// <summary>Bytes of a band's copies, which leave room for the result in a second-level cache.</summary>
    private const int BandBytes = 128 * 1024;

    /// <summary>The same for a signal, whose stretch may stay in the first-level cache.</summary>
    private const int StretchBytes = 16 * 1024;

    /// <summary>Windows that a band is high, so that few rows are kept for each that is computed.</summary>
    private const int Windows = 4;

    /// <summary>Rows that the last window sees behind the image.</summary>
    public int Below => Kept - Before;

    /// <summary>Rows of copies beside those of the band itself.</summary>
    public long Beside => (long)Kept + Below;

    /// <summary>Samples of a signal's stretch.</summary>
    public long StretchRows => Math.Max(Fewest, Bytes / RowBytes);

    /// <summary>
    /// Bytes of copies that are needed at least for each sample of a row: those of one row of results, or of two tiles where bits depend on
    /// both.
    /// </summary>
    public long LeastBytes => (Kept + (Tiles is { IsExact: false } tiles ? tiles.Step : 1L) + Below) * RowBytes;

    /// <summary>The tiles that bands are computed through: a band has the height of two, so that each pair lies in one.</summary>
    public PartTiles? Tiles { get; init; }

    public static InPlaceBands Of(ConvolutionModel model, PartTiles? tiles)
    {
        bool hasRows = model.Form.Axes == 2;
        AxisGeometry axis = hasRows ? model.Vertical : model.Horizontal;
        int kept = axis.EffectiveSize - 1;
        long samples = model.HasPlanes || !hasRows ? model.SourceChannels : 1;
        return new InPlaceBands(
            kept,
            axis.Before,
            Math.Max(hasRows ? ParallelBands.FewestRows : 1, (int)Math.Min(int.MaxValue, Windows * (kept + 1L))),
            hasRows ? BandBytes : StretchBytes,
            samples * model.Form.Source.Element.Size()
        )
        {
            Tiles = tiles,
        };
    }
}
