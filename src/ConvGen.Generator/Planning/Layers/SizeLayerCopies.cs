using ConvGen.Generator.Model;

namespace ConvGen.Generator.Planning.Layers;

/// <summary>
/// Decides whether source rows are copied. They are where windows leave the source, where samples must be converted, and where neighbouring
/// pixels do not lie side by side. Copying a sample
/// costs a small part of what is computed with it, and leaves one kind of row to the passes, without edges.
/// </summary>
internal static class SizeLayerCopies
{
    private const int MostPlanes = 4;
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

        if (plan.Model.Form.IsVolume)
        {
            return (plan with { Copies = OfVolume(plan) }).Because(reason);
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
    /// The block that copies the fewest samples for a result, of those that stay in the second-level cache: the more planes, rows and
    /// columns share one, the fewer are copied more than once. Columns are those of whole passes, and of several where that is possible.
    /// </summary>
    private static LayerCopies OfVolume(LayerPlan plan)
    {
        (int most, int enough, int fewest) = plan.Lanes switch
        {
            LayerLanes.OutputChannels => (MostOfPasses, 2 * FewestOfPasses, FewestOfPasses),
            LayerLanes.Pixels => (MostColumns, MostColumns / 2, FewestColumns),
            _ => (MostColumns, 2 * FewestColumns, FewestColumns),
        };
        long limit = plan.SplitsPlanes ? 2 * PlaneElements : MostElements;
        LayerCopies best = (
            from planes in Halves(plan.Model.Depth is { Size: > 1, Dilation: 1 } ? MostPlanes : 1)
            from rows in Halves(plan.Model.Vertical.Dilation == 1 ? MostRows : 1)
            from columns in Halves(most).Where(columns => columns >= enough)
            select new LayerCopies(rows, columns) { Planes = planes } into block
            where Elements(plan, block) <= limit
            orderby Elements(plan, block) / (block.Planes * block.Rows * block.Columns)
            select block
        )
            .DefaultIfEmpty(new LayerCopies(1, fewest))
            .First();

        // Strides far beyond the window leave little in a block but what nobody reads.
        while (Elements(plan, best) > Limit && best.Columns > 1)
        {
            best = best with { Columns = best.Columns / 2 };
        }

        return best;
    }

    /// <summary>A number and its halves.</summary>
    private static IEnumerable<int> Halves(int most)
    {
        for (int number = most; number > 0; number /= 2)
        {
            yield return number;
        }
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

    private static double Elements(LayerPlan plan, int rows, int columns) => Elements(plan, new LayerCopies(rows, columns));

    /// <summary>Elements of a block, of which strides can make more than an integer counts.</summary>
    private static double Elements(LayerPlan plan, LayerCopies block)
    {
        AxisGeometry depth = plan.Model.Depth,
            vertical = plan.Model.Vertical,
            horizontal = plan.Model.Horizontal;
        double planes = ((block.Planes - 1L) * depth.Stride) + depth.Size,
            lines = ((block.Rows - 1L) * vertical.Stride) + vertical.Size;
        return planes * lines * (((block.Columns - 1L) * horizontal.Stride) + horizontal.EffectiveSize) * plan.OfPlane.ReadChannels;
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
