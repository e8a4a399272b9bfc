using ConvGen.Generator.Emission.Layers;
using ConvGen.Generator.Emission.Text;

namespace ConvGen.Generator.Lowering.Layers;

/// <summary>
/// Sums of some output channels of a row, with neighbouring pixels across the lanes: each weight is spread over a vector and multiplied by
/// the samples of as many pixels.
/// </summary>
internal sealed class PixelLowering(LayerParts parts, VectorWidth width, int vectors, int across)
    : LayerLowering(parts, new Shape(parts.Plan.Accumulator, width.Bits), vectors, across)
{
    protected override void Build()
    {
        for (int channel = 0; channel < Across; channel++)
        {
            for (int vector = 0; vector < Vectors; vector++)
            {
                Declare(
                    Sum(channel, vector),
                    !StartsFromBias ? new Expression.Zero(Type)
                        : vector == 0 ? Broadcast("bias", channel)
                        : Sum(channel, 0)
                );
            }
        }

        Blank();
        Refer("w", new Place("weights"));
        ReferToWindow(new Place("source"));
        int columns = Parts.Model.Horizontal.Size;
        Rows(() =>
        {
            if (!Plan.WritesColumns)
            {
                Loop("c", columns, AddChannels);
                return;
            }

            for (int column = 0; column < columns; column++)
            {
                AddProducts("line", Parts.Offset(column), columns > 1 ? "_" + Literals.Of(column) : "");
                Step("w", Plan.Block);
                Blank();
            }
        });
        Blank();
    }

    private void AddChannels()
    {
        Refer("s", new Place("line", TapOffset("c")));
        Loop(
            "i",
            Plan.ReadInputs,
            () =>
            {
                AddProducts("s", 0, "");
                if (Parts.HasChannelLoop)
                {
                    Step("s", "plane");
                }

                Step("w", Plan.Block);
            }
        );
    }

    private void AddProducts(string reference, int offset, string suffix)
    {
        for (int vector = 0; vector < Vectors; vector++)
        {
            Declare(Local($"p{Literals.Of(vector)}{suffix}"), Load(reference, Elements(offset + (vector * (long)Lanes))));
        }

        for (int channel = 0; channel < Across; channel++)
        {
            Expression.Local weight = Local($"w{Literals.Of(channel)}{suffix}");
            Declare(weight, Broadcast("w", channel));
            for (int vector = 0; vector < Vectors; vector++)
            {
                Accumulate(Sum(channel, vector), Local($"p{Literals.Of(vector)}{suffix}"), weight);
            }
        }
    }
}
