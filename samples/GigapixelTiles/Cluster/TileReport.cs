namespace GigapixelTiles.Cluster;

/// <summary>What a tile took.</summary>
/// <param name="Samples">Samples of the tile.</param>
/// <param name="HaloBytes">Bytes that were read beside those of the tile itself, because its windows see them.</param>
[GenerateSerializer, Immutable, Alias("GigapixelTiles.TileReport")]
internal readonly record struct TileReport([property: Id(0)] int Samples, [property: Id(1)] int HaloBytes);
