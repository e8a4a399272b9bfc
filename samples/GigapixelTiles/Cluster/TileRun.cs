using System.Diagnostics;

namespace GigapixelTiles.Cluster;

/// <summary>Has all tiles of an image filtered by a cluster.</summary>
internal static class TileRun
{
    /// <summary>How long a tile is tried: longer than a cluster takes to replace a silo.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    /// <summary>Filters the image.</summary>
    /// <param name="cluster">Who does the work.</param>
    /// <param name="source">The file of the image.</param>
    /// <param name="destination">The file of the result, which exists; all its samples are written.</param>
    /// <param name="tiles">Tiles of the result.</param>
    /// <param name="inFlight">Tiles that are asked for at a time: the memory of a silo is bounded by what is asked of it.</param>
    /// <param name="onTile">Called after each tile with the count of those that are done.</param>
    public static async Task<RunTotals> FilterAsync(
        TileCluster cluster,
        string source,
        string destination,
        int tiles,
        int inFlight,
        Action<int> onTile
    )
    {
        int done = 0;
        int retries = 0;
        long halo = 0;
        ParallelOptions options = new() { MaxDegreeOfParallelism = inFlight };
        await Parallel
            .ForAsync(
                0,
                tiles,
                options,
                async (tile, _) =>
                {
                    TileReport report = await TryAsync(
                            () => cluster.Grains.GetGrain<ITileGrain>(tile, destination).FilterAsync(source),
                            () => Interlocked.Increment(ref retries)
                        )
                        .ConfigureAwait(false);
                    Interlocked.Add(ref halo, report.HaloBytes);
                    onTile(Interlocked.Increment(ref done));
                }
            )
            .ConfigureAwait(false);
        return new(halo, retries);
    }

    /// <summary>
    /// Asks until there is an answer. Tiles are functions of the source, so it does no harm where the first request was heard and only its
    /// answer lost.
    /// </summary>
    private static async Task<TileReport> TryAsync(Func<Task<TileReport>> ask, Action onRetry)
    {
        long start = Stopwatch.GetTimestamp();
        for (TimeSpan pause = FirstPause; ; pause = pause < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                return await ask().ConfigureAwait(false);
            }
            catch (Exception exception) when (IsPassing(exception) && Stopwatch.GetElapsedTime(start) < Patience)
            {
                onRetry();
                await Task.Delay(pause).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Whether the cause may go away: a silo that is gone or does not answer, or a file system that does not.</summary>
    private static bool IsPassing(Exception exception) => exception is OrleansException or TimeoutException or IOException;
}
