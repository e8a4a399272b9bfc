using ConvGen.Generator.Emission.Layers;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Planning.Layers;

namespace ConvGen.Generator.Lowering.Layers;

/// <summary>
/// Sums of some pixels of a row, with output channels across the lanes. Each sample is spread over a vector and multiplied by the weights
/// of a block of channels; samples of neighbouring taps lie side by side, so that one loop runs through a row of the window, and another
/// one through its rows.
/// </summary>
internal sealed class OutputChannelLowering(LayerParts parts, VectorWidth width, int vectors, int across)
    : ChannelLanesLowering(parts, width, vectors, across, "bias")
{
    private readonly bool slides = parts.Tile(width)!.Slides;

    protected override void AddSums()
    {
        Refer("w", new Place("weights"));
        ReferToWindow(new Place("source"));
        int columns = Parts.Model.Horizontal.Size,
            inputs = Plan.ReadInputs;
        Rows(
            () =>
            {
                if (slides)
                {
                    AddSlidingProducts(column => Load("w", Elements((long)column * Plan.Block)), place => Broadcast("line", place));
                    Blank();
                    Step("w", Elements((long)columns * Plan.Block));
                }
                else if (Parts.HasOneRun)
                {
                    Refer("p", new Place("line"));
                    AddRun("i", columns * inputs);
                }
                else
                {
                    Refer("tap", new Place("line"));
                    Loop(
                        "c",
                        columns,
                        () =>
                        {
                            Refer("p", new Place("tap"));
                            AddRun("i", inputs);
                            if (columns > 1)
                            {
                                Step("tap", Elements(Parts.TapStep));
                            }
                        }
                    );
                }
            },
            isSpaced: true
        );
    }

    /// <summary>Adds so many products for each pixel, whose samples lie side by side.</summary>
    private void AddRun(string counter, int length)
    {
        int rounds = LayerTile.RoundsOf(length);
        Loop(
            counter,
            length / rounds,
            () =>
            {
                for (int round = 0; round < rounds; round++)
                {
                    AddProducts(round, round == 0 ? "" : "_" + Literals.Of(round));
                }

                Step("p", rounds);
                Step("w", Elements((long)rounds * Plan.Block));
            }
        );
    }

    private void AddProducts(int round, string suffix)
    {
        for (int vector = 0; vector < Vectors; vector++)
        {
            Declare(Local($"w{Literals.Of(vector)}{suffix}"), Load("w", Elements(((long)round * Plan.Block) + (vector * Lanes))));
        }

        for (int pixel = 0; pixel < Across; pixel++)
        {
            Expression sample = Broadcast("p", Elements(((long)pixel * Parts.PixelStep) + round));
            if (Vectors > 1)
            {
                Expression.Local samples = Local($"p{Literals.Of(pixel)}{suffix}");
                Declare(samples, sample);
                sample = samples;
            }

            for (int vector = 0; vector < Vectors; vector++)
            {
                Accumulate(Sum(pixel, vector), sample, Local($"w{Literals.Of(vector)}{suffix}"));
            }
        }

        Blank();
    }
}
