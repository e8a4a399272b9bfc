using ConvGen.Benchmarks.Contestants;
using ConvGen.Benchmarks.Libraries;
using ConvGen.Benchmarks.Measuring;
using ConvGen.Benchmarks.Results;
using ConvGen.Benchmarks.Rows;

namespace ConvGen.Benchmarks.Commands;

/// <summary>
/// Lets everyone whom packages bring compute each row once and compares all results with the formula, without timing them. Those that the
/// system brings differ from machine to machine, and are compared before they are timed.
/// </summary>
internal static class CheckCommand
{
    /// <summary>Does it: 0 when everyone is right, else 1.</summary>
    public static int Run(Options options)
    {
        IReadOnlyList<Row> rows = RowTable.Select(options);
        Dictionary<string, int> right = [];
        int wrong = 0;
        foreach (Row row in rows)
        {
            (IReadOnlyList<IContestant> contestants, IReadOnlyList<ContestantResult> failures) = RowRun.Check(row, options.Size);
            foreach (ContestantResult failure in failures)
            {
                Console.WriteLine($"Wrong: {row.Name}, {failure.Name} {failure.Way}: {failure.Disagreement}");
            }

            wrong += failures.Count;
            IEnumerable<string> names = contestants.Select(static contestant => contestant.Name).Distinct();
            foreach (string name in names.Except(failures.Select(static failure => failure.Name)))
            {
                right[name] = right.GetValueOrDefault(name) + 1;
            }
        }

        Console.WriteLine($"Installed: {string.Join(", ", Peers.FromPackages.Select(static peer => peer.Version))}");
        string counts = string.Join(", ", right.Select(static pair => $"{pair.Key} {pair.Value}"));
        Console.WriteLine($"{rows.Count} rows, {wrong} wrong results; right: {counts}");
        return wrong == 0 ? 0 : 1;
    }
}
