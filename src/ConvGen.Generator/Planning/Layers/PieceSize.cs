namespace ConvGen.Generator.Planning.Layers;

/// <summary>
/// The pieces of a row without gaps, which a layer whose results see one pixel each makes of all its rows: they end where passes end, and
/// stay in the first-level cache.
/// </summary>
internal static class PieceSize
{
    /// <summary>
    /// Pixels that every pass divides: three vectors of 512 bits where pixels lie in the lanes, and otherwise 28, 14, 12 and fewer.
    /// </summary>
    private const int PixelsOfLanes = 48,
        PixelsAcross = 84;

    /// <summary>Samples that leave room for weights and results in a first-level cache of 32 KB.</summary>
    private const int Elements = 4096;

    /// <summary>Pixels of a piece.</summary>
    public static int Of(LayerPlan plan)
    {
        int pass = plan.Lanes == LayerLanes.Pixels ? PixelsOfLanes : PixelsAcross;
        return pass * Math.Max(1, Elements / (pass * plan.Layer.InputChannels));
    }
}
