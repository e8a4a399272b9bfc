using ConvGen.Generator.Model;

namespace ConvGen.Generator.Planning.Layers;

/// <summary>
/// Decides whether source rows are copied. They are where windows leave the source, where samples must be converted, and where neighbouring pixels do not lie side by side. Copying a sample
/// costs a small part of what is computed with it, and leaves one kind of row to the passes, without edges.
/// </summary>
internal static class SizeLayerCopies
{
    private const int MostRows = 32;
    private const int EnoughRows = 8;
    private const int MostColumns = 256;
    private const int FewestColumns = 16;

    /// <summary>Elements of a block that stay in the second cache beside the weights.</summary>
    private const long MostElements = 1 << 16;

    /// <summary>Elements of a block that stay in the first one: where there are few channels, more rows share the copies of those that overlap.</summary>
    private const long SmallElements = 1 << 14;

    /// <summary>Elements that no block may exceed, whatever that costs.</summary>
    private const long Limit = 1 << 24;

    public static LayerPlan Apply(LayerPlan plan)
    {
        if (Reason(plan) is not { } reason)
        {
            return plan.Because("source rows are read where they are");
        }

        int rows = plan.Model.Form.Axes == 2 && plan.Model.Vertical.Dilation == 1 ? MostRows : 1;
        int columns = MostColumns;
        while (rows > EnoughRows && Elements(plan, rows, columns) > SmallElements)
        {
            rows /= 2;
        }

        while (Elements(plan, rows, columns) > MostElements && (rows > 1 || columns > FewestColumns))
        {
            if (columns > 4 * FewestColumns || rows == 1)
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

        return (plan with { Copies = new LayerCopies(rows, columns) }).Because(reason);
    }

    private static long Elements(LayerPlan plan, int rows, int columns)
    {
        AxisGeometry vertical = plan.Model.Vertical, horizontal = plan.Model.Horizontal;
        long lines = ((rows - 1L) * vertical.Stride) + vertical.Size;
        return lines * (((columns - 1L) * horizontal.Stride) + horizontal.EffectiveSize) * plan.ReadChannels;
    }

    private static string? Reason(LayerPlan plan)
    {
        ConvolutionModel model = plan.Model;
        bool isPlain = plan.Layer.IsPlanar || plan.Layer.InputChannels == 1;
        return LeavesSource(model.Mode, model.Horizontal) || LeavesSource(model.Mode, model.Vertical)
            ? "source rows are copied with their borders"
            : model.Form.Source.Element != plan.Accumulator
                ? $"source rows are copied as {(plan.PairsChannels ? "pairs" : plan.Accumulator.Keyword())}"
                : plan.Lanes == LayerLanes.Pixels && (!isPlain || model.Horizontal.Stride > 1)
                    ? "source rows are copied so that the pixels of a channel lie side by side"
                    : null;
    }

    private static bool LeavesSource(OutputMode mode, AxisGeometry axis) => mode switch
    {
        OutputMode.Valid => false,
        OutputMode.Padded => axis.Before > 0 || axis.After > 0,

        // With Same and a stride longer than the window no window may leave; that is not worth telling apart.
        _ => axis.Size > 1,
    };
}
