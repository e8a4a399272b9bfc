using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Shape;

namespace ConvGen.Generator.Planning.Layers;

/// <summary>
/// Chooses how many sums one pass forms. They fill the registers but for what the inner loop needs: 12 of 16 at 128 and 256 bits, 28 or 24
/// of 32 at 512 bits, where processors with two
/// units would otherwise wait for loads. Each weight vector then serves all pixels of the tile, and each sample all its channels.
/// </summary>
internal static class TileLayer
{
    /// <summary>Sums that leave registers for the operands, of 16.</summary>
    private const int Sums = 12;

    /// <summary>
    /// Pixels of a pass at 512 bits by two vectors of output channels: 28 sums of 32 registers leave room for two vectors of weights and a
    /// sample. The images of networks are mostly multiples
    /// of 7 wide (14, 28, 56, 112, 224), so that no pass has to move back.
    /// </summary>
    private const int PixelsAt512 = 14;

    /// <summary>
    /// Sums of a pass whose weights stay in registers, at 256 bits; at 512 bits, with twice the registers, twice as many.
    /// </summary>
    private const int SlidingSums = 7;

    /// <summary>Weights of a kernel row that may stay in registers; with the sums and a sample they fill 15 of 16.</summary>
    private const int MostSliding = 7;

    /// <summary>The same beside the sums of eight pixels, with channels that are convolved alone in the lanes.</summary>
    private const int MostSlidingOfChannels = 5;

    /// <summary>Pixels of a pass with channels that are convolved alone in the lanes.</summary>
    private const int PixelsOfChannels = 8;

    /// <summary>
    /// The same where pixels lie so far apart that their samples share few sets of a first-level cache: measured with 64 to 512 channels of
    /// floats, .55 to .85 of the time of eight. Kernels five taps wide gain nothing, whose sums would wait for each other.
    /// </summary>
    private const int FewPixelsOfChannels = 4,
        MostTapsOfFew = 3;

    /// <summary>Output channels of a pass with pixels in the lanes, best first.</summary>
    private static readonly int[] ChannelBlocks = [4, 6, 5, 3];

    public static LayerPlan Apply(LayerPlan plan)
    {
        if (plan.RowsTile is not null)
        {
            return plan;
        }

        LayerPlan tiled = plan.Lanes switch
        {
            LayerLanes.OutputChannels => OutputChannels(plan),
            LayerLanes.Channels => Channels(plan),
            _ => Pixels(plan),
        };
        return plan.ScalarReason is not null
            ? tiled with
            {
                Tile512 = null,
                Tile256 = null,
                Tile128 = null,
            }
            : tiled.Because(Decision(tiled));
    }

    private static LayerPlan OutputChannels(LayerPlan plan)
    {
        int outputs = plan.Layer.GroupOutputs;
        int wide = 64 / plan.Accumulator.Size();
        int narrow = wide / 2;

        // The last block of a group moves back to end with it, so a block that divides the channels wastes nothing.
        bool isWide = outputs >= wide && Waste(outputs, wide) <= Waste(outputs, narrow);
        bool slides = Slides(plan);
        bool isDouble = isWide && !slides && outputs >= 2 * wide && Waste(outputs, 2 * wide) <= Waste(outputs, wide);
        return plan with
        {
            Block =
                isDouble ? 2 * wide
                : isWide ? wide
                : narrow,
            Tile512 =
                !isWide ? null
                : slides ? new LayerTile(1, 2 * SlidingSums, Slides: true)
                : isDouble ? new LayerTile(2, PixelsAt512)
                : new LayerTile(1, 2 * PixelsAt512),
            Tile256 =
                isWide ? new LayerTile(2, Sums / 2)
                : slides ? new LayerTile(1, SlidingSums, Slides: true)
                : new LayerTile(1, Sums),
            Tile128 = new LayerTile(2, Sums / 2),
        };
    }

    /// <summary>
    /// Neighbouring pixels of a single channel share samples. A sample that is read for one tap of one pixel at a time costs a load for
    /// every product; read once, and multiplied by a
    /// whole kernel row, it serves as many products as the row has taps. Unfused products need registers of their own.
    /// </summary>
    private static bool Slides(LayerPlan plan) =>
        plan.Fuses
        && plan.Layer is { InputChannels: 1, Groups: 1 }
        && plan.Model.Horizontal is { Stride: 1, Dilation: 1, Size: > 1 and <= MostSliding };

    private static LayerPlan Channels(LayerPlan plan)
    {
        int lanes = 64 / plan.Accumulator.Size();
        LayerTile tile = new(
            1,
            SharesSets(plan) ? FewPixelsOfChannels : PixelsOfChannels,
            Slides: plan.Model.Horizontal is { Stride: 1, Dilation: 1, Size: > 1 and <= MostSlidingOfChannels }
        );
        return plan with
        {
            Block = plan.Layer.InputChannels,
            Tile512 = plan.Layer.InputChannels >= lanes ? tile : null,
            Tile256 = tile,
            Tile128 = tile,
        };
    }

    /// <summary>
    /// Whether what a pass of eight pixels reads and writes is more than two cache lines for each set that these fall into.
    /// </summary>
    private static bool SharesSets(LayerPlan plan)
    {
        (AxisGeometry rows, AxisGeometry columns) = (plan.Model.Vertical, plan.Model.Horizontal);
        int lines = (rows.Size * (((PixelsOfChannels - 1) * columns.Stride) + columns.Size)) + PixelsOfChannels;
        return columns.Size <= MostTapsOfFew
            && lines > 2 * CacheLines.Sets(plan.Layer.InputChannels * (long)plan.Model.Form.Source.Element.Size());
    }

    private static LayerPlan Pixels(LayerPlan plan)
    {
        int outputs = plan.Layer.GroupOutputs;
        int block = outputs <= 4 ? outputs : ChannelBlocks.OrderBy(size => Waste(outputs, size)).First();
        LayerTile tile = new(block == 1 ? 8 : Sums / block, block);

        // What is left of a row is one vector of pixels, whose few sums would wait for each other; twice the channels keep the units busy.
        bool isDouble = block == 4 && outputs >= 8 && Waste(outputs, 8) == Waste(outputs, 4);
        LayerTile wide = isDouble ? tile with { Across = 2 * block } : tile;
        return plan with { Block = wide.Across, Tile512 = wide, Tile256 = tile, Tile128 = tile };
    }

    /// <summary>Sums that are formed twice where blocks do not divide the channels.</summary>
    private static int Waste(int channels, int block) => ((channels + block - 1) / block * block) - channels;

    private static string Decision(LayerPlan plan)
    {
        string across = plan.Lanes == LayerLanes.Pixels ? "output channels" : "pixels";
        IEnumerable<string> sizes =
            from tile in new[] { (Bits: 512, Tile: plan.Tile512), (Bits: 256, Tile: plan.Tile256), (Bits: 128, Tile: plan.Tile128) }
            where tile.Tile is not null
            select FormattableString.Invariant(
                $"{tile.Tile.Across} {across} by {tile.Tile.Vectors} vector{(tile.Tile.Vectors == 1 ? "" : "s")} at {tile.Bits} bits"
            );
        string slides = plan is { Tile512.Slides: true } or { Tile256.Slides: true }
            ? "; weights of a kernel row stay in registers, and each sample is read once for all of them"
            : "";
        return "a pass forms the sums of " + string.Join(", ", sizes) + slides;
    }
}
