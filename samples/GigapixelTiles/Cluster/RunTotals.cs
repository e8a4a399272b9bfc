namespace GigapixelTiles.Cluster;

/// <summary>What a run over all tiles took.</summary>
/// <param name="HaloBytes">Bytes that were read beside those of the tiles themselves.</param>
/// <param name="Retries">Requests that were made again.</param>
internal readonly record struct RunTotals(long HaloBytes, int Retries);
