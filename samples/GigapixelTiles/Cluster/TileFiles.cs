using System.Collections.Concurrent;
using GigapixelTiles.Images;

namespace GigapixelTiles.Cluster;

/// <summary>The files that a silo reads and writes, each opened once and kept open.</summary>
internal sealed class TileFiles : IDisposable
{
    private readonly ConcurrentDictionary<(string Path, FileAccess Access), Lazy<TiledImage>> files = new();

    /// <summary>A file to read.</summary>
    public TiledImage OpenSource(string path) => Open(path, FileAccess.Read);

    /// <summary>A file to write tiles into; it exists already.</summary>
    public TiledImage OpenDestination(string path) => Open(path, FileAccess.ReadWrite);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Lazy<TiledImage> file in files.Values.Where(static file => file.IsValueCreated))
        {
            file.Value.Dispose();
        }
    }

    private TiledImage Open(string path, FileAccess access)
    {
        Lazy<TiledImage> file = files.GetOrAdd((path, access), static key => new(() => TiledImage.Open(key.Path, key.Access)));
        try
        {
            return file.Value;
        }
        catch
        {
            // The next tile tries again.
            files.TryRemove(new((path, access), file));
            throw;
        }
    }
}
