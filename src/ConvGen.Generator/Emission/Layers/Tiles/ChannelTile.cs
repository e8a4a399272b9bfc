using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Lowering.Layers;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Layers.Tiles;

/// <summary>
/// Some pixels of a row, with channels that are convolved alone across the lanes: samples and weights are multiplied lane by lane. All
/// channels of these pixels are taken before the next pixels, so that memory is
/// read in order; where neighbouring pixels share samples, each is read once for all of them.
/// </summary>
internal sealed class ChannelTile(SourceWriter writer, LayerParts parts, VectorWidth width, int across)
    : ChannelLanesTile(writer, parts, width, 1, across)
{
    protected override string Channels => $"all of their channels, {Literals.Of(Lanes)} by {Literals.Of(Lanes)}";

    protected override (string Bias, string Destination, string Scale) First => ("start", "to", "factors");

    protected override LayerLowering Lowering => new ChannelLowering(Parts, Width, Across);

    protected override void EmitPixels()
    {
        int channels = Parts.Layer.InputChannels;
        bool isExact = channels % Lanes == 0;
        string lanes = Literals.Of(Lanes),
            last = Literals.Of(channels - Lanes);
        if (!isExact)
        {
            Writer.Line("// The last channels move back to fill a vector; what is computed twice comes out the same.");
        }

        using (
            Writer.Block(
                isExact
                    ? $"for (nint channel = 0; channel < {Literals.Of(channels)}; channel += {lanes})"
                    : $"for (nint next = 0; next < {Literals.Of(channels)}; next += {lanes})"
            )
        )
        {
            if (!isExact)
            {
                Writer.Line($"nint channel = Math.Min(next, {last});");
            }

            if (Parts.HasBias)
            {
                Writer.Line($"ref {Parts.Bias.Keyword()} start = ref Unsafe.Add(ref bias, channel);");
            }

            if (Parts.Quantised is not null)
            {
                Writer.Line("ref float factors = ref Unsafe.Add(ref scale, channel);");
            }

            Writer.Line($"ref {Parts.Destination} to = ref Unsafe.Add(ref destination, channel);");
            base.EmitPixels();
        }
    }
}
