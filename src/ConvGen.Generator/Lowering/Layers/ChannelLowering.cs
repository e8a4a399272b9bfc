using ConvGen.Generator.Emission.Layers;
using ConvGen.Generator.Emission.Text;

namespace ConvGen.Generator.Lowering.Layers;

/// <summary>
/// Sums of some pixels of a row, with channels that are convolved alone across the lanes: samples and weights are multiplied lane by lane.
/// Where neighbouring pixels share samples, each is read once for all of them.
/// </summary>
internal sealed class ChannelLowering(LayerParts parts, VectorWidth width, int across)
    : ChannelLanesLowering(parts, width, 1, across, "start")
{
    private readonly bool slides = parts.Tile(width)!.Slides;

    protected override void Build()
    {
        ReferToWindow(new Place("source", "channel"));
        Refer("tap", new Place("weights", "channel"));
        base.Build();
    }

    protected override void AddSums()
    {
        int columns = Parts.Model.Horizontal.Size;
        Rows(() =>
        {
            if (slides)
            {
                AddSlidingProducts(
                    column => Load("tap", Elements((long)column * Parts.Layer.InputChannels)),
                    place => Load("line", Elements((long)place * Parts.PixelStep))
                );
                Step("tap", Elements((long)columns * Parts.Layer.InputChannels));
            }
            else if (Plan.WritesColumns)
            {
                for (int column = 0; column < columns; column++)
                {
                    AddTap(column, "line", column * Parts.TapStep);
                }
            }
            else
            {
                Refer("p", new Place("line"));
                Loop(
                    "c",
                    columns,
                    () =>
                    {
                        AddTap(0, "p", 0);
                        Step("p", Elements(Parts.TapStep));
                    }
                );
            }
        });
    }

    private void AddTap(int column, string reference, long offset)
    {
        Expression.Local weights = Local("w" + Literals.Of(column));
        Declare(weights, Load("tap", 0));
        for (int pixel = 0; pixel < Across; pixel++)
        {
            Accumulate(Sum(pixel, 0), Load(reference, Elements(offset + ((long)pixel * Parts.PixelStep))), weights);
        }

        Step("tap", Parts.Layer.InputChannels);
        Blank();
    }
}
