using ConvGen.Generator.Model;

namespace ConvGen.Generator.Planning.Parts;

/// <summary>
/// How an image is overwritten by its result, band by band of its rows (of one axis, stretch by stretch; of three, planes): the results of
/// rows that the next band sees wait until it has been computed.
/// </summary>
/// <param name="Kept">Rows that a window sees beside its own.</param>
/// <param name="Before">Rows that the first window sees before the image.</param>
/// <param name="Fewest">Rows of a band at least.</param>
/// <param name="Bytes">Bytes that a band's results may take where it has more.</param>
/// <param name="Group">Rows of which a band has a multiple, because they are computed at a time.</param>
/// <param name="RowBytes">
/// Bytes of a sample of a row, in all planes of channels: of a signal those of a whole pixel, which is its row.
/// </param>
internal sealed record InPlaceBands(int Kept, int Before, int Fewest, int Bytes, int Group, long RowBytes)
{
    /// <summary>Bytes of a band's results, which leave room for what it sees in a second-level cache.</summary>
    private const int BandBytes = 128 * 1024;

    /// <summary>The same for a signal, whose stretch may stay in the first-level cache.</summary>
    private const int StretchBytes = 16 * 1024;

    /// <summary>Bytes of an image that is copied whole: beside that its bands, and what is kept beside these, would take longer.</summary>
    private const int ImageBytes = 2 * BandBytes;

    /// <summary>Windows that a band is high, so that few of its results wait.</summary>
    private const int Windows = 4;

    /// <summary>The same for planes, each of which takes much memory.</summary>
    private const int VolumeWindows = 1;

    /// <summary>Rows that the last window sees behind the image.</summary>
    public int Below => Kept - Before;

    /// <summary>
    /// Rows of a band at either end of the image, which is computed from copies of what it sees: whole passes, and as few as do not let a
    /// later window see a row before the image, or an earlier one behind it.
    /// </summary>
    public int Ends => IsAligned ? Groups(Math.Max(1, Math.Max(Before, Below))) : Math.Max(Groups(Before), Math.Max(1, Below));

    /// <summary>
    /// Whether every band begins with a group, because bits depend on it: tiles of transforms are paired from the first result on.
    /// </summary>
    public bool IsAligned { get; private init; }

    /// <summary>Rows of memory beside those of a band's results, and of as many that an end takes.</summary>
    public long Beside => (2L * Kept) + Before;

    /// <summary>Bytes of an image that is copied whole; of a signal those of one stretch.</summary>
    public int WholeBytes { get; private init; }

    /// <summary>Samples of a signal's stretch.</summary>
    public long StretchRows => Math.Max(Fewest, Bytes / RowBytes);

    /// <summary>Bytes that are needed at least for each sample of a row: those of bands of one row, or of one group.</summary>
    public long LeastBytes => (Beside + (2L * (IsAligned ? Group : 1))) * RowBytes;

    /// <summary>How the image of a kernel is overwritten.</summary>
    /// <param name="model">The kernel.</param>
    /// <param name="group">Rows that its passes compute at a time.</param>
    /// <param name="tiles">The tiles of its transforms, if any.</param>
    public static InPlaceBands Of(ConvolutionModel model, int group, PartTiles? tiles)
    {
        int? step = tiles is { IsExact: false } ? tiles.Step : null;
        bool hasRows = model.Form.HasRows;
        AxisGeometry axis = model.Form.Axes switch
        {
            1 => model.Horizontal,
            2 => model.Vertical,
            _ => model.Depth,
        };
        (int fewest, int windows) = model.Form.Axes switch
        {
            1 => (1, Windows),
            2 => (ParallelBands.FewestRows, Windows),
            _ => (1, VolumeWindows),
        };
        int kept = axis.EffectiveSize - 1;
        long samples = model.HasPlanes || !hasRows ? model.SourceChannels : 1;
        return new InPlaceBands(
            kept,
            axis.Before,
            Math.Max(fewest, (int)Math.Min(int.MaxValue, windows * (kept + 1L))),
            hasRows ? BandBytes : StretchBytes,
            step ?? (model.Form.Axes == 2 ? group : 1),
            samples * model.Form.Source.Element.Size()
        )
        {
            IsAligned = step is not null,
            WholeBytes = hasRows ? ImageBytes : StretchBytes,
        };
    }

    /// <summary>Rows of the groups that so many lie in.</summary>
    private int Groups(int rows) => (rows + Group - 1) / Group * Group;
}
