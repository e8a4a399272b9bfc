using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Groups;
using ConvGen.Generator.Planning.Layers;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Transforms;

namespace ConvGen.Generator.Planning.Parts;

/// <summary>What those who split a result among threads must know of a kernel.</summary>
/// <param name="Work">How much work an element of the result is: about so many multiplications; 0 where only pairs of tiles are handed
/// out.</param>
/// <param name="Least">How many rows (samples of a signal, planes of a volume) a band of the result has at least.</param>
/// <param name="Group">
/// How many of them are computed at a time: a band has a multiple, because what is left of one takes as long as a whole group.
/// </param>
internal sealed record ParallelBands(long Work, int Least, int Group)
{
    /// <summary>Loads, stores and conversions of an element, in multiplications that take as long.</summary>
    private const int Moves = 8;

    /// <summary>How many elements vectors compute in the time of one.</summary>
    private const int Lanes = 16;

    /// <summary>Rows of a band, beside which those that it computes in another way than the others (at its ends) are few.</summary>
    public const int FewestRows = 16;

    /// <summary>
    /// The same for a layer that sums over channels, a row of which is much more work than copying the rows that the bands beside it copy
    /// too. Nor need such a band be a multiple of the rows that share a block of copied ones: seven bands of eight rows would leave two
    /// threads with four and three.
    /// </summary>
    private const int FewestLayerRows = 4;

    /// <summary>Windows that a band is high at least: a band that is lower than its window is computed from copies.</summary>
    private const int Windows = 3;

    /// <summary>Planes of a band: each is much work.</summary>
    private const int FewestPlanes = 1;

    /// <summary>How much work two tiles of a transform are, where there are any; null otherwise.</summary>
    public long? PairWork { get; init; }

    public static ParallelBands Of(KernelPlan plan) =>
        plan switch
        {
            { Transform: { } tiles } => new(0, 1, 1)
            {
                PairWork = PairOf(tiles, plan.Model, TransformTime.Of(tiles, plan.Model, plan.Accumulator)),
            },
            { Exact: { } exact } => OfSums(plan) with
            {
                PairWork = PairOf(exact.Tiles, plan.Model, ExactTime.Of(exact.Tiles, exact.Sums.Model)),
            },
            _ => OfSums(plan),
        };

    private static ParallelBands OfSums(KernelPlan plan) => Of(plan.Model, WorkOf(plan), FewestRows, Windows, GroupOf(plan));

    /// <summary>The work of two tiles, whose results take so many nanoseconds each.</summary>
    private static long PairOf(TransformPlan tiles, ConvolutionModel model, double time) =>
        (long)(2.0 * tiles.Width * tiles.Height / model.Horizontal.Stride / model.Vertical.Stride * time / ChooseTransform.Product);

    /// <summary>Several kernels in one pass; what is made of their results moves them once more.</summary>
    public static ParallelBands Of(GroupPlan plan) =>
        Of(
            plan.Model.Whole,
            plan.Kernels.Sum(WorkOf) + (plan.Finish is null ? 0 : Moves * plan.Kernels.Count),
            FewestRows,
            Windows,
            PartSize.RowGroup
        );

    public static ParallelBands Of(LayerPlan plan) =>
        Of(
            plan.Model,
            ProductsOf(plan) + Moves,
            FewestLayerRows,
            plan.Layer.GroupInputs > 1 ? 1 : Windows,
            plan switch
            {
                // Where blocks of rows begin decides about the bits.
                { Minimal: { } minimal } => minimal.IsExact ? minimal.Results : GroupOf(plan),
                { Layer.GroupInputs: > 1 } => plan.RowsTile?.Rows ?? 1,
                _ => GroupOf(plan),
            }
        );

    private static long ProductsOf(LayerPlan plan)
    {
        long direct = plan.Model.Kernel.Count / plan.Layer.OutputChannels;
        return plan.Minimal is { } minimal ? plan.Layer.InputChannels * minimal.Places / (minimal.Results * minimal.Results) : direct;
    }

    /// <summary>Rows of the result that a pass computes at a time.</summary>
    public static int GroupOf(KernelPlan plan) =>
        plan.ScalarReason is not null ? 1
        : plan.Separation is null ? plan.Tile.Rows
        : Separation.Rows;

    /// <summary>The same of a layer: rows that share a block of copied ones.</summary>
    public static int GroupOf(LayerPlan plan) => plan.Copies?.Rows ?? plan.RowsTile?.Rows ?? 1;

    private static ParallelBands Of(ConvolutionModel model, long work, int rows, int windows, int group)
    {
        AxisGeometry axis = model.Form.Axes switch
        {
            1 => model.Horizontal,
            2 => model.Vertical,
            _ => model.Depth,
        };
        long window = (axis.EffectiveSize + axis.Stride - 1L) / axis.Stride;
        long least = model.Form.IsVolume ? Math.Max(FewestPlanes, window) : Math.Max(rows, windows * window);
        return new ParallelBands(work, (int)Math.Min(int.MaxValue, least), model.Form.Axes == 2 ? group : 1);
    }

    private static long WorkOf(KernelPlan plan) => (TapsOf(plan) + Moves) * (plan.ScalarReason is null ? 1L : Lanes);

    private static int TapsOf(KernelPlan plan) =>
        plan.PlaneSums is { } sums ? TapsOf(sums.Across) + TapsOf(sums.Within)
        : plan.Separation is { } separation ? separation.Vertical.Sum(TapsOf) + TapsOf(separation.Horizontal)
        : plan.Taps.Count;
}
