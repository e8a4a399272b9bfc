namespace GigapixelTiles.Cluster;

/// <summary>A line of the report.</summary>
/// <param name="Name">Who filtered.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Tiles">Tiles of the image.</param>
/// <param name="HaloBytes">Bytes that were read beside those of the tiles themselves; null where the image is not filtered in
/// tiles.</param>
/// <param name="Retries">Requests that were made again.</param>
/// <param name="Hash">SHA-256 of the file.</param>
internal sealed record RunRow(string Name, double Seconds, int Tiles, long? HaloBytes, int Retries, string Hash);
