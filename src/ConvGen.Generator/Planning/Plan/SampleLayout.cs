using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Shape;

namespace ConvGen.Generator.Planning.Plan;

/// <summary>
/// Where a tap's sample lies relative to the first tap's. Without a horizontal stride, windows are read in place, and a copied block looks
/// just like the
/// source. With one, a copied row holds the samples that tap columns need sorted by their phase (the remainder of their position by the
/// stride), so that
/// neighbouring outputs read neighbouring elements; but for separated sums that are formed in place, whose blocks look like the source as
/// well.
/// </summary>
internal sealed class SampleLayout
{
    private readonly KernelPlan plan;
    private readonly AxisGeometry axis;
    private readonly bool isByStride;

    /// <summary>Bits of the widest vectors that any processor has.</summary>
    private const int WidestBits = 512;

    public SampleLayout(KernelPlan plan)
    {
        this.plan = plan;
        axis = plan.Model.Horizontal;
        isByStride = plan.Sum is PairedSum { IsByStride: true };
        SortsSamples = axis.Stride > 1 && !plan.ExtendsSums && !isByStride;
        Phases = SortsSamples ? axis.Phases : [0];
    }

    /// <summary>
    /// Whether samples are sorted by their phase: not those of a separated sum whose vertical passes read them in place, and not sums that
    /// lie in pairs.
    /// </summary>
    public bool SortsSamples { get; }

    /// <summary>The phases by which samples are sorted; only 0 where they are not.</summary>
    public int[] Phases { get; }

    /// <summary>Pixels of one phase that a block of output columns needs beyond one for each.</summary>
    private int PhaseOverhang => axis.Dilation * (axis.Size - 1) / axis.Stride;

    /// <summary>Pixels that a copied row reserves for each phase.</summary>
    private int PhasePixels =>
        SortsSamples ? plan.Halo.Columns + PhaseOverhang : ((plan.Halo.Columns - 1) * axis.Stride) + axis.EffectiveSize;

    /// <summary>Elements that a copied row reserves for each phase.</summary>
    public int PhaseElements => PhasePixels * plan.Model.PixelChannels;

    /// <summary>Elements from one copied row to the next, each of which begins as the first does.</summary>
    public int RowElements =>
        IsAligned ? (PhaseElements + CacheLineElements - 1) / CacheLineElements * CacheLineElements : PhaseElements * Phases.Length;

    /// <summary>Whether copies of lines begin where the vectors that store them cross no cache line.</summary>
    public bool IsAligned => plan.Model.Form.HasRows && !SortsSamples;

    /// <summary>
    /// Elements from the beginning of a cache line to that of a block, so that the source's first column in it begins one.
    /// </summary>
    public int Lead =>
        IsAligned ? (CacheLineElements - (axis.Before * plan.Model.PixelChannels % CacheLineElements)) % CacheLineElements : 0;

    private int CacheLineElements => CacheLines.Elements(plan.Model.Form.Source.Element);

    /// <summary>Elements from one plane of a copied block to the next.</summary>
    public int PlaneElements => RowElements * BlockRows;

    /// <summary>Rows that a copied block holds of each plane.</summary>
    public int BlockRows => ((plan.Halo.Rows - 1) * plan.Model.Vertical.Stride) + plan.Model.Vertical.Size;

    /// <summary>
    /// Elements from the beginning of a block to what is computed behind it, which begins a cache line: a wider type must lie at multiples
    /// of its size.
    /// </summary>
    public long ResultPlace =>
        ((Lead + ((long)PlaneElements * plan.Model.Kernel.Planes) + CacheLineElements - 1) / CacheLineElements * CacheLineElements) - Lead;

    /// <summary>
    /// Whether blocks that are narrower or lower than a pass of the widest vectors are computed as if they were as large; where narrower
    /// ones
    /// have their taps in a loop, those compile as soon. Blocks of very many channels may be lower than a tile themselves.
    /// </summary>
    public bool HasNarrowBlocks =>
        plan is { ScalarReason: null, Separation: null, Halo.IsNeeded: true, Model.Form.HasRows: true }
        && plan.Unrolling != Unrolling.WideTiles
        && plan.Halo.Columns >= WidestPass
        && plan.Halo.Rows >= plan.Tile.Rows;

    /// <summary>Elements that hold the result of such a block.</summary>
    private long NarrowElements =>
        HasNarrowBlocks
            ? (
                Math.Max((long)plan.Halo.Rows * WidestPass, (long)plan.Tile.Rows * plan.Halo.Columns)
                * plan.Model.PixelChannels
                * plan.Model.Form.Destination.Element.Size()
                / plan.Model.Form.Source.Element.Size()
            ) + 1
            : 0;

    /// <summary>Pixels of a pass of the widest vectors that any processor has.</summary>
    private int WidestPass => plan.PassPixels(WidestBits);

    /// <summary>Elements of the largest copied block, of what lies before it, and of what is computed behind it.</summary>
    public long BlockElements => Lead + ResultPlace + NarrowElements;

    /// <summary>Pixels, of each phase by which they are sorted, from where one output column sees to where the next one does.</summary>
    public int SeenStep => SortsSamples ? 1 : axis.Stride;

    /// <summary>Pixels that the windows of some output columns see beyond so many for each.</summary>
    public int SeenBeyond => SortsSamples ? PhaseOverhang : axis.EffectiveSize - axis.Stride;

    /// <summary>Elements from the first tap's sample to that of a tap in the same row.</summary>
    public int Offset(int column)
    {
        if (isByStride)
        {
            return (column / 2 * 2 * plan.Model.PixelChannels) + (column % 2);
        }

        int position = column * axis.Dilation;
        int phase = Array.IndexOf(Phases, position % axis.Stride);
        return (phase * (SortsSamples ? PhaseElements : 0)) + (position / axis.Stride * plan.Model.PixelChannels);
    }
}
