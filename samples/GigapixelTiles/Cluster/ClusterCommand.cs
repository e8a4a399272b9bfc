using System.Diagnostics;
using System.Security.Cryptography;
using GigapixelTiles.Images;
using Samples;

namespace GigapixelTiles.Cluster;

/// <summary>Filters an image by one process, and by clusters of one silo and more, and compares the files.</summary>
internal static class ClusterCommand
{
    /// <summary>Tiles that each silo filters before the clock runs, in which its code is compiled.</summary>
    private const int WarmUpTiles = 4;

    /// <summary>Does all runs, prints one screen, and leaves <c>sharpened.tif</c> and <c>thumbnail.png</c>.</summary>
    /// <exception cref="InvalidDataException">A cluster's file differs from that of one process.</exception>
    public static async Task RunAsync(ISampleSource image, RunOptions options, TextWriter output)
    {
        Directory.CreateDirectory(options.Directory);
        string source = Prepare(image, options, output);
        string result = Path.Combine(options.Directory, "sharpened.tif");
        (int width, int height, int tiles) = Describe(source);
        List<RunRow> rows = [OneProcess(source, Path.Combine(options.Directory, "one-process.tif"), output)];

        TileCluster cluster = await TileCluster.StartAsync().ConfigureAwait(false);
        await using (cluster.ConfigureAwait(false))
        {
            for (int silos = 1; silos <= options.Silos; silos++)
            {
                await cluster.AddSiloAsync().ConfigureAwait(false);

                // A file of its own for each run: silos keep files open.
                string destination = Path.Combine(options.Directory, $"silos-{silos}.tif");
                rows.Add(BySilos(cluster, source, destination, silos, options, output));
                File.Move(destination, result, overwrite: true);
            }
        }

        using (TiledImage sharpened = TiledImage.Open(result, FileAccess.Read))
        {
            Thumbnail.Save(sharpened, Path.Combine(options.Directory, "thumbnail.png"));
        }

        output.WriteLine(
            $"{width} x {height} samples in {tiles} tiles of {options.Tile} x {options.Tile}; {Environment.ProcessorCount} "
                + $"processors; a silo is a process that uses one of them, with {options.InFlight} tiles at a time"
        );
        Report.Print(rows, output);
        if (rows.Find(row => row.Hash != rows[0].Hash) is { } other)
        {
            throw new InvalidDataException($"the file of '{other.Name}' differs from that of one process");
        }

        output.WriteLine($"SHA-256 of all {rows.Count} files: {rows[0].Hash}");
        output.WriteLine($"result: {result}, and thumbnail.png beside it");
    }

    /// <summary>
    /// The file that silos read: the one that is given if it has tiles of the size, else a copy of the image in such tiles.
    /// </summary>
    private static string Prepare(ISampleSource image, RunOptions options, TextWriter output)
    {
        using (image)
        {
            if (image is TiledImage tiled && tiled.TileSide == options.Tile)
            {
                return Path.GetFullPath(tiled.Path);
            }

            string path = Path.Combine(options.Directory, "image.tif");
            TiledImage.Create(path, image.Width, image.Height, options.Tile);
            using TiledImage copy = TiledImage.Open(path, FileAccess.ReadWrite);
            Progress.Run(output, "writing the image", progress => StreamFilter.Copy(image, copy, progress));
            return path;
        }
    }

    private static (int Width, int Height, int Tiles) Describe(string path)
    {
        using TiledImage image = TiledImage.Open(path, FileAccess.Read);
        return (image.Width, image.Height, image.TileCount);
    }

    /// <summary>Filters in bands by all cores of this process: what clusters are compared with.</summary>
    private static RunRow OneProcess(string source, string destination, TextWriter output)
    {
        using TiledImage image = TiledImage.Open(source, FileAccess.Read);
        TiledImage.Create(destination, image.Width, image.Height, image.TileSide);
        long start = Stopwatch.GetTimestamp();
        using (TiledImage result = TiledImage.Open(destination, FileAccess.ReadWrite))
        {
            Progress.Run(output, "one process", progress => StreamFilter.Sharpen(image, result, progress));
        }

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        string hash = HashOf(destination);
        File.Delete(destination);
        return new("one process, all cores", seconds, image.TileCount, HaloBytes: null, Retries: 0, hash);
    }

    private static RunRow BySilos(TileCluster cluster, string source, string destination, int silos, RunOptions options, TextWriter output)
    {
        int tiles;
        using (TiledImage image = TiledImage.Open(source, FileAccess.Read))
        {
            TiledImage.Create(destination, image.Width, image.Height, image.TileSide);
            tiles = image.TileCount;
        }

        bool kills = options.Kill && silos == options.Silos;
        int inFlight = silos * options.InFlight;
        Filter(Math.Min(tiles, silos * WarmUpTiles), static _ => { });
        RunTotals totals = default;
        string? killed = null;
        long start = Stopwatch.GetTimestamp();
        Progress.Run(
            output,
            NameOf(silos, kills),
            progress =>
                totals = Filter(
                    tiles,
                    done =>
                    {
                        progress(1.0 / tiles);
                        if (kills && done == (tiles + 1) / 2)
                        {
                            killed = $"process {cluster.KillOne()}, a silo, was ended after {done} of {tiles} tiles";
                        }
                    }
                )
        );
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        if (killed is not null)
        {
            output.WriteLine(killed);
        }

        return new(NameOf(silos, kills), seconds, tiles, totals.HaloBytes, totals.Retries, HashOf(destination));

        RunTotals Filter(int count, Action<int> onTile) =>
            TileRun.FilterAsync(cluster, source, destination, count, inFlight, onTile).GetAwaiter().GetResult();
    }

    private static string NameOf(int silos, bool kills) => $"{silos} {(silos == 1 ? "silo" : "silos")}{(kills ? ", one killed" : "")}";

    private static string HashOf(string path)
    {
        using FileStream file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
