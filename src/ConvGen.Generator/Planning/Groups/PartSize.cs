namespace ConvGen.Generator.Planning.Groups;

/// <summary>The size of the parts of a result that several kernels compute in turn, while what they read is in the cache.</summary>
/// <param name="plan">The kernels.</param>
internal sealed class PartSize(GroupPlan plan)
{
    /// <summary>
    /// Samples of a part: the results of all kernels, and what they are made of, stay in the cache of a core until they are stored. Where
    /// kernels store them, only the source has to stay there.
    /// </summary>
    private const int PartSamples = 1 << 15,
        StoredPartSamples = 1 << 18;

    /// <summary>The most samples of a row of a part.</summary>
    private const int MostColumns = 1 << 16;

    /// <summary>Rows of which a part has a multiple, because kernels compute several at a time.</summary>
    public const int RowGroup = 8;

    /// <summary>
    /// Rows of a part for each row of a window, unless windows are immense: what a kernel sums in every part anew, above and below it, is
    /// then a small share.
    /// </summary>
    private const int PartsOfWindow = 4,
        MostFewestRows = 256;

    /// <summary>Bytes that the results of a part take at most.</summary>
    private const long MostBytes = 1 << 30;

    /// <summary>Samples that a part has, as far as its least rows allow.</summary>
    public int Samples => plan.Finish is null ? StoredPartSamples : PartSamples;

    /// <summary>Rows that a part has at least, unless the result has fewer, or a row of it is immense.</summary>
    public int FewestRows
    {
        get
        {
            int window = plan.Model.Kernels.Max(static kernel => Math.Min(kernel.Vertical.EffectiveSize, MostFewestRows));
            int rows = Math.Min(MostFewestRows, Math.Max(1, PartsOfWindow * window / RowGroup) * RowGroup);
            return (int)Math.Max(1, Math.Min(rows, MostBytes / ((long)MostPixels * PixelBytes)));
        }
    }

    /// <summary>Pixels that a row of a part has at most.</summary>
    public int MostPixels => Math.Max(1, MostColumns / plan.Model.First.PixelChannels);

    /// <summary>Samples that a part of a signal has at most.</summary>
    public int MostOfSignal => Math.Max(1, Samples / plan.Model.First.PixelChannels);

    /// <summary>Bytes that all results for a pixel take until they are stored.</summary>
    private int PixelBytes => plan.Model.First.PixelChannels * plan.Model.Kernels.Count * sizeof(long);
}
