using System.Text.Json.Serialization;
using ConvGen.Benchmarks.Contestants;
using ConvGen.Benchmarks.Measuring;

namespace ConvGen.Benchmarks.Results;

/// <summary>One row of the table, measured.</summary>
/// <param name="Name">The row's name.</param>
/// <param name="Width">Samples in a row of the image.</param>
/// <param name="Height">Rows of the image.</param>
/// <param name="Contestants">Everyone who computes it.</param>
/// <param name="Limit">What bounds it, or null where this processor cannot say.</param>
/// <param name="FirstCalls">What the runtime's compiler took for the generated filter.</param>
internal sealed record RowResult(
    string Name,
    int Width,
    int Height,
    IReadOnlyList<ContestantResult> Contestants,
    LimitResult? Limit,
    FirstCalls FirstCalls
)
{
    /// <summary>How many times as fast as the best peer the row should be.</summary>
    public double Goal { get; init; } = 1.2;

    /// <summary>Whether a page that shows the most important rows shows this one.</summary>
    public bool IsOnPage { get; init; } = true;

    /// <summary>The generated filter, or null where its result is wrong.</summary>
    [JsonIgnore]
    public ContestantResult? Generated => Find(ContestantNames.Generated);

    /// <summary>The fastest of the others, or null where there is none.</summary>
    [JsonIgnore]
    public ContestantResult? BestPeer => ContestantNames.Peers.Select(Find).OfType<ContestantResult>().MinBy(static peer => peer.Minimum);

    /// <summary>The fastest of the libraries that a program in .NET adds as a package, or null where there is none.</summary>
    [JsonIgnore]
    public ContestantResult? BestPackage =>
        ContestantNames.Packages.Select(Find).OfType<ContestantResult>().MinBy(static peer => peer.Minimum);

    /// <summary>How many times as fast as the best peer.</summary>
    public double? Ratio => Against(BestPeer);

    /// <summary>The limit's time as a part of the generated filter's.</summary>
    public double? Share => Generated is null || Limit is null ? null : Limit.Minimum / Generated.Minimum;

    /// <summary>Whether the row is ahead of the best peer as it should be, or at its limit.</summary>
    public bool Reached => Ratio >= Goal || Share >= 1 / Limit?.Tolerance;

    /// <summary>The contestant of a name whose result is right, or null.</summary>
    public ContestantResult? Find(string name) =>
        Contestants.FirstOrDefault(contestant => contestant.Name == name && contestant.Disagreement is null);

    /// <summary>How many times as fast as a peer, by the minima.</summary>
    public double? Against(ContestantResult? peer) => Generated is null || peer is null ? null : peer.Minimum / Generated.Minimum;
}
