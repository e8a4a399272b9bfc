using System.Diagnostics;
using Microsoft.CodeAnalysis;

namespace ConvGen.Benchmarks.Editor;

/// <summary>
/// What a generator costs an editor. Contestants take turns in one process, so that what disturbs one disturbs all; times are medians.
/// </summary>
internal static class EditorCost
{
    private const int ColdRounds = 5,
        EditRounds = 21,
        Cancellations = 60;

    /// <summary>Times in milliseconds, a row for each contestant, in the order of <see cref="Columns"/>.</summary>
    public static double[][] Measure(IReadOnlyList<EditorContestant> contestants)
    {
        double[] cold = Medians(
            contestants,
            ColdRounds,
            static contestant =>
            {
                contestant.Reset();
                return contestant.Project.Current;
            }
        );
        double[] elsewhere = Medians(contestants, EditRounds, static contestant => contestant.Project.EditElsewhere());
        double[] declaration = Medians(contestants, EditRounds, static contestant => contestant.Project.EditDeclaration());
        double[] signature = Medians(contestants, EditRounds, static contestant => contestant.Project.EditSignature());
        return [.. contestants.Select((_, index) => new[] { cold[index], elsewhere[index], declaration[index], signature[index] })];
    }

    /// <summary>What the numbers of a row are.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["cold", "edit elsewhere", "edit of a weight", "edit of a signature"];

    /// <summary>Milliseconds from the cancellation of cold runs, at moments spread over them, to their end: median and longest.</summary>
    public static (double Median, double Longest) CancellationLatency(EditorContestant contestant)
    {
        contestant.Reset();
        Compilation whole = contestant.Project.Current;
        Stopwatch watch = Stopwatch.StartNew();
        contestant.Run(whole);
        TimeSpan duration = watch.Elapsed;
        List<double> latencies = [];
        for (int moment = 0; moment < Cancellations; moment++)
        {
            contestant.Reset();
            Compilation compilation = contestant.Project.Current;
            Stopwatch since = new();
            using CancellationTokenSource source = new();
            using CancellationTokenRegistration registration = source.Token.Register(since.Start);
            source.CancelAfter(duration * moment / Cancellations);
            try
            {
                contestant.Run(compilation, source.Token);
            }
            catch (OperationCanceledException)
            {
                latencies.Add(since.Elapsed.TotalMilliseconds);
            }
        }

        latencies.Sort();
        return latencies.Count == 0 ? (0, 0) : (latencies[latencies.Count / 2], latencies[^1]);
    }

    /// <summary>Bytes that each of so many edits leaves behind, after as many that fill what caches there are.</summary>
    public static double GrowthPerEdit(EditorContestant contestant, int edits)
    {
        void Edit()
        {
            for (int edit = 0; edit < edits; edit++)
            {
                contestant.Run(
                    (edit % 3) switch
                    {
                        0 => contestant.Project.EditElsewhere(),
                        1 => contestant.Project.EditDeclaration(),
                        _ => contestant.Project.EditSignature(),
                    }
                );
            }
        }

        Edit();
        long before = Memory();
        Edit();
        return (Memory() - before) / (double)edits;
    }

    private static double[] Medians(IReadOnlyList<EditorContestant> contestants, int rounds, Func<EditorContestant, Compilation> next)
    {
        List<double>[] times = [.. contestants.Select(static _ => new List<double>())];
        for (int round = -1; round < rounds; round++)
        {
            for (int index = 0; index < contestants.Count; index++)
            {
                Compilation compilation = next(contestants[index]);
                long start = Stopwatch.GetTimestamp();
                contestants[index].Run(compilation);
                double time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                if (round >= 0)
                {
                    times[index].Add(time);
                }
            }
        }

        return [.. times.Select(static list => list.Order().ElementAt(list.Count / 2))];
    }

    private static long Memory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
