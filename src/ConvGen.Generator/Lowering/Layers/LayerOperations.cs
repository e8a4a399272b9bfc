using ConvGen.Generator.Emission.Layers;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Planning.Layers;

namespace ConvGen.Generator.Lowering.Layers;

/// <summary>Operations of a layer, which are counted in the programs that form its sums.</summary>
internal static class LayerOperations
{
    /// <summary>
    /// Operations for each sample that a pass computes: one of 256 bits, or of 128 where wider vectors would not be filled, or scalar code
    /// where there are no vectors. A product of several channels at once is one multiplication.
    /// </summary>
    public static OperationCount PerSample(LayerPlan plan)
    {
        LayerLowering sums = Sums(new LayerParts(plan).OfRows);
        return OperationCounter.Count(sums.Lower()) * (1.0 / sums.Results);
    }

    /// <summary>Multiplications of transformed samples and weights for a tile of minimal filtering.</summary>
    public static double PerTile(LayerPlan plan, MinimalTile minimal) =>
        PerSample(new LayerParts(plan).OfRows.Plan.OfProducts).Multiplications * minimal.Places;

    /// <summary>What makes the program of the sums of a pass.</summary>
    public static LayerLowering Sums(LayerParts parts, VectorWidth width)
    {
        LayerPlan plan = parts.Plan;
        if (plan.RowsTile is { } rows)
        {
            return new PlaneRowsLowering(parts, width, rows.Vectors, rows.Rows, "x");
        }

        LayerTile tile = parts.Tile(width)!;
        return plan.Lanes switch
        {
            LayerLanes.Pixels => new PixelLowering(parts, width, tile.Vectors, tile.Across),
            LayerLanes.Channels => new ChannelLowering(parts, width, tile.Across),
            _ => new OutputChannelLowering(parts, width, tile.Vectors, tile.Across),
        };
    }

    private static LayerLowering Sums(LayerParts parts) =>
        parts.Plan.ScalarReason is not null
            ? new ScalarLayerLowering(parts, "output")
            : Sums(
                parts,
                VectorWidth.All.First(width => width.Bits < 512 && (parts.Plan.RowsTile is not null || parts.Tile(width) is not null))
            );
}
