using System.Buffers;
using ConvGen;
using GigapixelTiles.Images;
using Orleans.Placement;

namespace GigapixelTiles.Cluster;

/// <summary>Filters a tile on the silo where it is placed.</summary>
[RandomPlacement, GrainType(TileGrain.TypeName)]
internal sealed class TileGrain(TileFiles files) : Grain, ITileGrain
{
    /// <summary>The grain's type as the cluster knows it.</summary>
    public const string TypeName = "tile";

    /// <inheritdoc/>
    public Task<TileReport> FilterAsync(string source)
    {
        int tile = (int)this.GetPrimaryKeyLong(out string? destination);
        TiledImage input = files.OpenSource(source);
        TiledImage output = files.OpenDestination(destination!);
        Region region = output.TileAt(tile);
        Region held = Filters.SharpenInput(region, input.Width, input.Height);
        int heldBytes = held.Width * held.Height;
        int tileBytes = region.Width * region.Height;
        byte[] samples = ArrayPool<byte>.Shared.Rent(heldBytes);
        byte[] result = ArrayPool<byte>.Shared.Rent(tileBytes);
        input.Read(held, samples.AsSpan(0, heldBytes));
        Filters.Sharpen(samples, input.Width, input.Height, held, region, result);
        output.Write(region, result.AsSpan(0, tileBytes));
        ArrayPool<byte>.Shared.Return(samples);
        ArrayPool<byte>.Shared.Return(result);

        // Nobody asks for the tile again, so the silo need not remember it.
        DeactivateOnIdle();
        return Task.FromResult(new TileReport(tileBytes, heldBytes - tileBytes));
    }
}
