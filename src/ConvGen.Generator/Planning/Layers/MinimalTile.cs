namespace ConvGen.Generator.Planning.Layers;

/// <summary>
/// Winograd's minimal filtering by 3 x 3 taps: a square of results comes from as many products as what it sees has samples, instead of nine
/// for each result. Samples and weights are transformed before,
/// and products after, by sums alone or nearly so.
/// </summary>
/// <param name="Results">Rows and columns of the results of a tile.</param>
internal sealed record MinimalTile(int Results)
{
    /// <summary>
    /// The bound of the error of a floating-point result, in units of <c>eps * norm(w) * norm(x)</c>; 0 where results are exact.
    /// </summary>
    public int ErrorFactor { get; init; }

    /// <summary>Whether results are exact, so that it does not matter where tiles begin.</summary>
    public bool IsExact => ErrorFactor == 0;

    /// <summary>Rows and columns of the samples of a tile.</summary>
    public int Samples => Results + 2;

    /// <summary>Products of a tile for each input and output channel.</summary>
    public int Places => Samples * Samples;
}
