using ConvGen.Benchmarks.Contestants;
using ConvGen.Benchmarks.Images;
using ConvGen.Benchmarks.Libraries;
using ConvGen.Benchmarks.Limits;
using ConvGen.Benchmarks.Results;
using ConvGen.Benchmarks.Rows;

namespace ConvGen.Benchmarks.Measuring;

/// <summary>Measures a row: first calls, agreement, the best way of each peer, and then everyone in turn.</summary>
internal static class RowRun
{
    private static readonly Interleaved Heats = new(placements: 2, rounds: 3, TimeSpan.FromMilliseconds(50));
    private static readonly Interleaved Final = new(placements: 8, rounds: 6, TimeSpan.FromMilliseconds(200));
    private static readonly Interleaved FinalOfThreads = new(
        placements: 8,
        rounds: 6,
        TimeSpan.FromMilliseconds(200),
        pause: TimeSpan.FromMilliseconds(10)
    );

    /// <summary>Measures the row on images of a size.</summary>
    public static RowResult Run(Row row, ImageSize size)
    {
        (int width, int height) = row.Shape(size);
        using Arena arena = row.CreateArena(width, height);
        FirstCalls firstCalls = FirstCalls.Measure(row, arena);

        List<IPeerWay> ways = [.. Peers.Installed.SelectMany(library => library.Ways(row, arena))];
        IContestant[] everyone = [row.Generated(width, height), .. ways, .. row.Managed(arena)];
        ContestantResult[] wrong = [.. everyone.Select(contestant => Wrong(row, arena, contestant)).OfType<ContestantResult>()];
        IContestant[] right =
        [
            .. everyone.Where(contestant => !wrong.Any(result => result.Name == contestant.Name && result.Way == contestant.Way)),
        ];
        IContestant[] finalists = Best(arena, right);

        Limit? limit = Limit.Of(row, arena);
        Interleaved final = row.Threads == ThreadCount.All ? FinalOfThreads : Final;
        IReadOnlyList<Series> series = final.Measure(arena, limit is null ? finalists : [.. finalists, limit]);
        ContestantResult[] timed =
        [
            .. finalists.Select(
                (contestant, index) =>
                    new ContestantResult(
                        contestant.Name,
                        contestant.Way,
                        series[index].Minimum / arena.Samples,
                        series[index].Median / arena.Samples,
                        null
                    )
            ),
        ];
        LimitResult? bound = limit is null ? null : new LimitResult(limit.Name, limit.PerSample(series[^1].Minimum), limit.Tolerance);
        ways.ForEach(static way => way.Dispose());
        return new RowResult(row.Name, width, height, [.. timed, .. wrong], bound, firstCalls) { Goal = row.Goal, IsOnPage = row.IsOnPage };
    }

    /// <summary>One contestant a name: where a peer has several ways, the one that wins a short race.</summary>
    public static IContestant[] Best(Arena arena, IContestant[] contestants)
    {
        ILookup<string, IContestant> byName = contestants.ToLookup(static contestant => contestant.Name);
        IContestant[] rivals = [.. byName.Where(static group => group.Count() > 1).SelectMany(static group => group)];
        IReadOnlyList<Series> series = Heats.Measure(arena, rivals);
        Dictionary<IContestant, double> times = rivals
            .Zip(series)
            .ToDictionary(static pair => pair.First, static pair => pair.Second.Minimum);
        return [.. byName.Select(group => group.MinBy(contestant => times.GetValueOrDefault(contestant))!)];
    }

    /// <summary>Lets everyone whom packages bring compute the row once, without timing it, and says who did, and who is wrong.</summary>
    public static (IReadOnlyList<IContestant> Contestants, IReadOnlyList<ContestantResult> Wrong) Check(Row row, ImageSize size)
    {
        (int width, int height) = row.Shape(size);
        using Arena arena = row.CreateArena(width, height);
        List<IPeerWay> ways = [.. Peers.FromPackages.SelectMany(library => library.Ways(row, arena))];
        IContestant[] everyone = [row.Generated(width, height), .. ways, .. row.Managed(arena)];
        ContestantResult[] wrong = [.. everyone.Select(contestant => Wrong(row, arena, contestant)).OfType<ContestantResult>()];
        ways.ForEach(static way => way.Dispose());
        return (everyone, wrong);
    }

    /// <summary>What is wrong with a contestant's result, or null.</summary>
    private static ContestantResult? Wrong(Row row, Arena arena, IContestant contestant)
    {
        arena.ClearDestination();
        contestant.Run(arena.Current);
        string? disagreement = row.Disagreement(
            arena,
            contestant.InteriorOnly,
            ties: contestant.Name != ContestantNames.Generated,
            contestant.Levels
        );
        return disagreement is null ? null : new ContestantResult(contestant.Name, contestant.Way, 0, 0, disagreement);
    }
}
