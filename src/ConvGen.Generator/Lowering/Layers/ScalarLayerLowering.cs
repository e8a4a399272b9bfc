using ConvGen.Generator.Emission.Layers;
using ConvGen.Generator.Planning.Layers;

namespace ConvGen.Generator.Lowering.Layers;

/// <summary>One sum, product by product, for processors without vectors and rows that fill none.</summary>
/// <param name="parts">The layer.</param>
/// <param name="channel">The number of the output channel.</param>
internal sealed class ScalarLayerLowering(LayerParts parts, Offset channel)
    : LayerLowering(parts, new Shape(parts.Plan.Accumulator, 0), 1, 1)
{
    private Expression.Local Total => Local("y");

    /// <summary>The place of the first sample under a window.</summary>
    private Offset First
    {
        get
        {
            Offset input =
                Plan.Lanes == LayerLanes.Channels ? "output"
                : Parts.Groups > 1 ? "group" * (Offset)Plan.ReadInputs
                : 0;
            return Parts.HasPixelLanes
                ? (input is Offset.Number ? 0 : input * "plane") + (Offset)"x"
                : ("x" * (Offset)Parts.PixelStep) + input;
        }
    }

    protected override void Build()
    {
        Declare(Total, StartsFromBias ? Broadcast("bias", channel) : new Expression.Zero(Type));
        Refer("w", new Place("blockWeights", "output"));
        ReferToWindow(new Place("source", First));
        Rows(() => Loop("c", Parts.Model.Horizontal.Size, AddTap));
    }

    private void AddTap()
    {
        Refer("p", new Place("line", TapOffset("c")));
        Loop(
            "i",
            Plan.ReadInputs,
            () =>
            {
                Accumulate(Total, Broadcast("p", 0), Broadcast("w", 0));
                if (Parts.HasChannelLoop)
                {
                    Step("p", Parts.HasPixelLanes ? "plane" : 1);
                }

                Step("w", Plan.Block);
            }
        );
    }
}
