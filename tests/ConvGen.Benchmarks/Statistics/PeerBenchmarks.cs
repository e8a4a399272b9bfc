using BenchmarkDotNet.Attributes;
using ConvGen.Benchmarks.Contestants;
using ConvGen.Benchmarks.Images;
using ConvGen.Benchmarks.Libraries;
using ConvGen.Benchmarks.Measuring;
using ConvGen.Benchmarks.Rows;

namespace ConvGen.Benchmarks.Statistics;

/// <summary>
/// The peers, each in the way that wins a short race. A peer that is not installed, or does not compute a row, has no result.
/// </summary>
public class PeerBenchmarks
{
    private Arena? arena;
    private IContestant? contestant;

    /// <summary>The names of the rows.</summary>
    public static IEnumerable<string> Rows => RowTable.All.Select(static row => row.Name);

    /// <summary>The names of the peers.</summary>
    public static IEnumerable<string> Peers => ContestantNames.Peers;

    /// <summary>The row.</summary>
    [ParamsSource(nameof(Rows))]
    public string Row { get; set; } = "";

    /// <summary>Who computes it.</summary>
    [ParamsSource(nameof(Peers))]
    public string Peer { get; set; } = "";

    /// <summary>The name of the images' size.</summary>
    [Params("1080p")]
    public string Size { get; set; } = "";

    /// <summary>Makes the images and prepares the peer.</summary>
    [GlobalSetup]
    public void Setup()
    {
        Row row = RowTable.All.First(candidate => candidate.Name == Row);
        (int width, int height) = row.Shape(ImageSize.Find(Size)!);
        arena = row.CreateArena(width, height);
        IContestant[] ways =
        [
            .. Libraries.Peers.Installed.Where(library => library.Name == Peer).SelectMany(library => library.Ways(row, arena)),
            .. row.Managed(arena).Where(managed => managed.Name == Peer),
        ];
        contestant =
            RowRun.Best(arena, ways).FirstOrDefault()
            ?? throw new NotSupportedException($"{Peer} does not compute this row, or is not installed.");
    }

    /// <summary>Gives the images back.</summary>
    [GlobalCleanup]
    public void Cleanup() => arena?.Dispose();

    /// <summary>Computes the row once.</summary>
    [Benchmark]
    public void Run() => contestant!.Run(arena!.Current);
}
