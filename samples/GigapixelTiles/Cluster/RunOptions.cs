namespace GigapixelTiles.Cluster;

/// <summary>How a cluster filters an image.</summary>
/// <param name="Tile">Rows and columns of a tile.</param>
/// <param name="Silos">Silo processes in the last run; the runs before have fewer.</param>
/// <param name="InFlight">Tiles that are asked of each silo at a time.</param>
/// <param name="Kill">Whether a silo is ended in the middle of the last run.</param>
/// <param name="Directory">Where files go.</param>
internal sealed record RunOptions(int Tile, int Silos, int InFlight, bool Kill, string Directory);
