namespace GigapixelTiles.Cluster;

/// <summary>
/// A tile of a filtered image. Its key is the tile's number and the file of the result, and its work is a function of the source's samples
/// alone: it may be done twice, by two machines
/// at once, or be begun by one that dies and done by another, and the file is the same.
/// </summary>
[Alias("GigapixelTiles.ITileGrain")]
internal interface ITileGrain : IGrainWithIntegerCompoundKey
{
    /// <summary>Reads what the tile sees of the source, filters it and writes the tile into the result.</summary>
    /// <param name="source">The file of the image, which the silo can read.</param>
    [Alias("FilterAsync")]
    Task<TileReport> FilterAsync(string source);
}
