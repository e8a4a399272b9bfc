using System.Diagnostics;
using ConvGen.Benchmarks.Contestants;
using ConvGen.Benchmarks.Images;

namespace ConvGen.Benchmarks.Measuring;

/// <summary>Times contestants in turn, A B C, C B A, A B C, so that a drift of the machine meets all of them alike.</summary>
/// <param name="placements">In how many places of memory; see <see cref="Arena"/>.</param>
/// <param name="rounds">How often in each place.</param>
/// <param name="budget">
/// About how long one contestant may take in all. Slow ones get fewer turns, but at least three, and very slow ones at least one.
/// </param>
/// <param name="pause">
/// How long to wait before a turn. Threads of libraries look for more work for some milliseconds before they sleep, and meanwhile keep a
/// processor from those of the next contestant.
/// </param>
internal sealed class Interleaved(int placements, int rounds, TimeSpan budget, TimeSpan pause = default)
{
    private const double NanosecondsPerTurn = 100_000;
    private const double NanosecondsOfSlowCall = 20_000_000;
    private const double NanosecondsOfVerySlowCall = 100_000_000;
    private const int WarmUpCalls = 120;
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(60);

    // The runtime waits 100 milliseconds without new methods before it compiles its fastest code, in the background.
    private static readonly TimeSpan Tiering = TimeSpan.FromMilliseconds(200);

    /// <summary>The times of all, in the order given.</summary>
    public IReadOnlyList<Series> Measure(Arena arena, IReadOnlyList<IContestant> contestants)
    {
        foreach (IContestant contestant in contestants)
        {
            Warm(arena, contestant);
        }

        Thread.Sleep(Tiering);
        double[] estimates = [.. contestants.Select(contestant => Estimate(arena, contestant))];
        Series[] series = [.. contestants.Select(static _ => new Series())];
        int turns = placements * rounds;
        for (int turn = 0; turn < turns; turn++)
        {
            if (turn % rounds == 0)
            {
                arena.Place(turn / rounds);
            }

            for (int i = 0; i < contestants.Count; i++)
            {
                int index = turn % 2 == 0 ? i : contestants.Count - 1 - i;
                if (HasTurn(turn, turns, estimates[index]))
                {
                    series[index].Add(Turn(arena.Current, contestants[index], estimates[index]));
                }
            }
        }

        return series;
    }

    private static void Warm(Arena arena, IContestant contestant)
    {
        long start = Stopwatch.GetTimestamp();
        for (int call = 0; call < WarmUpCalls && Stopwatch.GetElapsedTime(start) < WarmUp; call++)
        {
            contestant.Run(arena.Current);
        }
    }

    private static double Estimate(Arena arena, IContestant contestant)
    {
        double best = Time(arena.Current, contestant, 1);
        for (int attempt = 1; attempt < 3 && best < NanosecondsOfVerySlowCall; attempt++)
        {
            best = Math.Min(best, Time(arena.Current, contestant, 1));
        }

        return best;
    }

    /// <summary>One turn: calls until they are long enough to be timed, after one that brings the images into the cache.</summary>
    private double Turn(in Placement placement, IContestant contestant, double estimate)
    {
        if (pause > TimeSpan.Zero)
        {
            Thread.Sleep(pause);
        }

        if (estimate < NanosecondsOfSlowCall)
        {
            contestant.Run(placement);
        }

        return Time(placement, contestant, (int)Math.Clamp(NanosecondsPerTurn / estimate, 1, 10_000));
    }

    private static double Time(in Placement placement, IContestant contestant, int calls)
    {
        long start = Stopwatch.GetTimestamp();
        for (int call = 0; call < calls; call++)
        {
            contestant.Run(placement);
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / calls;
    }

    /// <summary>Spreads the turns that a contestant can afford evenly over all.</summary>
    private bool HasTurn(int turn, int turns, double estimate)
    {
        double perTurn = Math.Max(estimate, NanosecondsPerTurn) + (estimate < NanosecondsOfSlowCall ? estimate : 0);
        int least = estimate < NanosecondsOfVerySlowCall ? 3 : 1;
        int affordable = (int)Math.Clamp(budget.TotalNanoseconds / perTurn, Math.Min(least, turns), turns);
        return (long)(turn + 1) * affordable / turns != (long)turn * affordable / turns;
    }
}
