using ConvGen.Generator.Model;

namespace ConvGen.Generator.Planning.Layers;

/// <summary>
/// Decides whether source rows are copied. They are where windows leave the source, where samples must be converted, and where neighbouring
/// pixels do not lie side by side. Copying a sample
/// costs a small part of what is computed with it, and leaves one kind of row to the passes, without edges.
/// </summary>
internal static class SizeLayerCopies
{
    private const int MostRows = 32;
    private const int EnoughRows = 8;
    private const int MostColumns = 256;
    private const int FewestColumns = 16;

    /// <summary>
    /// The same where passes are of 14 pixels, or of twice as many: a block of whole passes leaves none of a wide image for shorter ones.
    /// </summary>
    private const int MostOfPasses = 224,
        FewestOfPasses = 14;

    /// <summary>Elements of a block that stay in the second cache beside the weights.</summary>
    private const long MostElements = 1 << 16;

    /// <summary>
    /// Elements of a block that stay in the first one: where there are few channels, more rows share the copies of those that overlap.
    /// </summary>
    private const long SmallElements = 1 << 14;

    /// <summary>Elements of a block of one plane, which stays in the first-level cache with room for its results.</summary>
    private const long PlaneElements = 1 << 12;

    /// <summary>Elements of transformed samples and of products.</summary>
    private const long TileElements = 1 << 17;

    /// <summary>Elements that no block may exceed, whatever that costs.</summary>
    private const long Limit = 1 << 24;

    public static LayerPlan Apply(LayerPlan plan)
    {
        if (plan.Minimal is { } minimal)
        {
            return (plan with { Copies = OfTiles(plan, minimal) }).Because(
                "source rows are copied with their borders, for two rows of tiles at a time"
            );
        }

        if (Reason(plan.OfPlane) is not { } reason)
        {
            return plan.Because("source rows are read where they are");
        }

        int rows = plan.Model.Form.HasRows && plan.Model.Vertical.Dilation == 1 ? MostRows : 1;
        (int columns, int fewest) = plan.Lanes == LayerLanes.OutputChannels ? (MostOfPasses, FewestOfPasses) : (MostColumns, FewestColumns);
        while (rows > EnoughRows && Elements(plan, rows, columns) > (plan.SplitsPlanes ? PlaneElements : SmallElements))
        {
            rows /= 2;
        }

        while (Elements(plan, rows, columns) > MostElements && (rows > 1 || columns > fewest))
        {
            if (columns > 4 * fewest || rows == 1)
            {
                columns /= 2;
            }
            else
            {
                rows /= 2;
            }
        }

        // Strides far beyond the window leave little in a block but what nobody reads.
        while (Elements(plan, rows, columns) > Limit && columns > 1)
        {
            columns /= 2;
        }

        bool onlyFrame = ReadsInside(plan);
        return (plan with { Copies = new LayerCopies(rows, columns, onlyFrame) }).Because(
            onlyFrame
                ? "source rows are read where they are, but for what the frame of the result sees, which is copied with its borders"
                : reason
        );
    }

    /// <summary>
    /// As many tiles as leave transformed samples and products in the second cache, in two rows, which together fill passes better than
    /// one.
    /// </summary>
    private static LayerCopies OfTiles(LayerPlan plan, MinimalTile minimal)
    {
        const int Rows = 2,
            Fewest = 4;
        long tiles = TileElements / (minimal.Places * (plan.ReadChannels + (long)plan.Layer.OutputChannels));
        int across = (int)Math.Max(Fewest, Math.Min(tiles / Rows, MostColumns / minimal.Results));
        return new LayerCopies(Rows * minimal.Results, across * minimal.Results);
    }

    /// <summary>
    /// Whether copying is worth avoiding, because a sample meets few products, and what lies inside the source can be read as the copies
    /// are: side by side, and in the same type.
    /// </summary>
    private static bool ReadsInside(LayerPlan plan) =>
        plan is { Lanes: LayerLanes.Channels, ScalarReason: null, Model: { ComputesParts: false, Form.Axes: 2 } }
        && plan.Model.Form.Source.Element == plan.Accumulator;

    private static long Elements(LayerPlan plan, int rows, int columns)
    {
        AxisGeometry vertical = plan.Model.Vertical,
            horizontal = plan.Model.Horizontal;
        long lines = plan.Model.Depth.Size * (((rows - 1L) * vertical.Stride) + vertical.Size);
        return lines * (((columns - 1L) * horizontal.Stride) + horizontal.EffectiveSize) * plan.OfPlane.ReadChannels;
    }

    private static string? Reason(LayerPlan plan)
    {
        ConvolutionModel model = plan.Model;
        bool isPlain = plan.Layer.IsPlanar || plan.Layer.InputChannels == 1;
        return plan.JoinsPlanes ? "source rows are copied with their borders"
            : Axes(model).Any(axis => LeavesSource(model.Mode, axis))
                ? "source rows are copied with their borders"
                    + (model.Form.Requantisation is { HasSourceZeroPoint: true } ? ", less their zero point" : "")
            : model.Form.Source.Element != plan.Accumulator
                ? $"source rows are copied as {(plan.PairsChannels ? "pairs" : plan.Accumulator.Keyword())}{(model.Form.Requantisation is { HasSourceZeroPoint: true } ? ", less their zero point" : "")}"
            : plan.Lanes == LayerLanes.Pixels && (!isPlain || model.Horizontal.Stride > 1)
                ? "source rows are copied so that the pixels of a channel lie side by side"
            : null;
    }

    private static IEnumerable<AxisGeometry> Axes(ConvolutionModel model) => [model.Depth, model.Vertical, model.Horizontal];

    private static bool LeavesSource(OutputMode mode, AxisGeometry axis) =>
        mode switch
        {
            OutputMode.Valid => false,
            OutputMode.Padded => axis.Before > 0 || axis.After > 0,

            // With Same and a stride longer than the window no window may leave; that is not worth telling apart.
            _ => axis.Size > 1,
        };
}
