using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Emission.Passes;

/// <summary>How many intermediate sums a strip of results needs, and how they lie.</summary>
/// <param name="parts">The kernel.</param>
/// <param name="separation">How it is separated.</param>
internal sealed class StripSums(KernelParts parts, Separation separation)
{
    /// <summary>Elements that sorting may read beyond a row.</summary>
    private const int LongestRest = 16;

    /// <summary>Whether the horizontal pass reads sums of columns as they lie, though it has a stride.</summary>
    public bool ReadsColumns => parts.ExtendsSums && parts.Model.Horizontal.Stride > 1;

    /// <summary>
    /// Elements of a row's sums beyond one for each result, or beyond one for each column that these skip; where sums are formed by phases,
    /// those of all phases but the results' own.
    /// </summary>
    public int Overhang =>
        ReadsColumns
            ? (parts.Model.Horizontal.EffectiveSize - parts.Model.Horizontal.Stride) * parts.Model.PixelChannels
            : Enumerable.Range(0, parts.Model.Horizontal.Size).Max(parts.Layout.Offset);

    /// <summary>
    /// The same for what may be read beyond: columns that no window sees, but that stand for others outside, and the rest of a vector.
    /// </summary>
    private int MostOverhang =>
        ReadsColumns
            ? ((parts.Model.Horizontal.EffectiveSize + parts.Model.Horizontal.Stride) * parts.Model.PixelChannels) + LongestRest
            : Overhang;

    public int LineElements => CacheLine.Elements(separation.Intermediate);

    /// <summary>Sums of a strip's results: one for each, or one for each column that they skip.</summary>
    private int WidestStrip => separation.WidestStrip * (ReadsColumns ? parts.Model.Horizontal.Stride : 1);

    /// <summary>
    /// Elements beyond those of a strip's results that a row of sums needs, at most, before it is rounded to cache lines.
    /// </summary>
    public int Slack =>
        MostOverhang
        + ((LineElements - 1) * (parts.ExtendsSums ? 2 : 1))
        + (separation.Prefixes is null ? 0 : PrefixEmitter.Slack(parts, separation));

    /// <summary>Elements that the sums of the widest strip take; narrower ones use them for more rows.</summary>
    public int PlaneElements => (((WidestStrip + Slack) / LineElements) | 1) * LineElements * Separation.Rows;

    /// <summary>Results of a strip; whole pixels where these lie apart.</summary>
    public int StripElements =>
        ReadsColumns ? separation.StripElements / parts.Model.PixelChannels * parts.Model.PixelChannels : separation.StripElements;
}
