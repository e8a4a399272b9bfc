using ConvGen.Generator.Emission.Layers;
using ConvGen.Generator.Emission.Text;

namespace ConvGen.Generator.Lowering.Layers;

/// <summary>
/// Sums of some pixels of a row, with channels of the result across the lanes: what such programs share, whatever their products are.
/// </summary>
/// <param name="parts">The layer.</param>
/// <param name="width">The vector width.</param>
/// <param name="vectors">Vectors of channels.</param>
/// <param name="across">Pixels.</param>
/// <param name="bias">The name of the reference to the bias of the first channel.</param>
internal abstract class ChannelLanesLowering(LayerParts parts, VectorWidth width, int vectors, int across, string bias)
    : LayerLowering(parts, new Shape(parts.Plan.Accumulator, width.Bits), vectors, across)
{
    protected override void Build()
    {
        for (int pixel = 0; pixel < Across; pixel++)
        {
            for (int vector = 0; vector < Vectors; vector++)
            {
                Declare(
                    Sum(pixel, vector),
                    !StartsFromBias ? new Expression.Zero(Type)
                        : pixel == 0 ? Load(bias, vector * Lanes)
                        : Sum(0, vector)
                );
            }
        }

        Blank();
        AddSums();
        Blank();
    }

    /// <summary>Adds the products, and adds them to the sums.</summary>
    protected abstract void AddSums();

    /// <summary>
    /// Adds the products of a kernel row, sample by sample of the source: what the first tap of a pixel sees, the second one of its left
    /// neighbour sees.
    /// </summary>
    /// <param name="weight">The weights of a tap.</param>
    /// <param name="sample">The samples of a pixel, counted from the first that is seen.</param>
    protected void AddSlidingProducts(Func<int, Expression> weight, Func<int, Expression> sample)
    {
        int columns = Parts.Model.Horizontal.Size;
        for (int column = 0; column < columns; column++)
        {
            Declare(Local("w" + Literals.Of(column)), weight(column));
        }

        for (int place = 0; place < Across + columns - 1; place++)
        {
            Expression.Local samples = Local("p" + Literals.Of(place));
            Declare(samples, sample(place));
            for (int pixel = Math.Max(0, place - columns + 1); pixel <= Math.Min(place, Across - 1); pixel++)
            {
                Accumulate(Sum(pixel, 0), samples, Local("w" + Literals.Of(place - pixel)));
            }
        }
    }
}
