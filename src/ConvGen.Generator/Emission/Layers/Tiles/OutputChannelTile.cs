using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Lowering.Layers;

namespace ConvGen.Generator.Emission.Layers.Tiles;

/// <summary>Some pixels of a row, with output channels across the lanes.</summary>
internal sealed class OutputChannelTile(SourceWriter writer, LayerParts parts, VectorWidth width, int vectors, int across)
    : ChannelLanesTile(writer, parts, width, vectors, across)
{
    protected override string Channels => $"{Literals.Of(Vectors * Lanes)} of their output channels";

    protected override LayerLowering Lowering => new OutputChannelLowering(Parts, Width, Vectors, Across);
}
