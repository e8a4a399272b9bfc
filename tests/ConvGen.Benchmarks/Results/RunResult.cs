using ConvGen.Benchmarks.Contestants;

namespace ConvGen.Benchmarks.Results;

/// <summary>One run of the table.</summary>
/// <param name="Date">The day, as year, month and day.</param>
/// <param name="Machine">Where it ran.</param>
/// <param name="Size">The name of the images' size.</param>
/// <param name="Peers">The installed peers with their versions.</param>
/// <param name="Rows">The rows.</param>
internal sealed record RunResult(
    string Date,
    MachineResult Machine,
    string Size,
    IReadOnlyList<string> Peers,
    IReadOnlyList<RowResult> Rows
)
{
    /// <summary>For each peer, how many times as fast the generated filters are: the geometric mean over the rows that both have.</summary>
    public IReadOnlyDictionary<string, double> GeometricMeans =>
        ContestantNames
            .Peers.Select(peer => (Peer: peer, Ratios: Rows.Select(row => row.Against(row.Find(peer))).OfType<double>().ToArray()))
            .Where(static pair => pair.Ratios.Length > 0)
            .ToDictionary(static pair => pair.Peer, static pair => Math.Exp(pair.Ratios.Average(static ratio => Math.Log(ratio))));
}
