using System.Globalization;

namespace ConvGen.LongRun;

/// <summary>The sum of a long run.</summary>
/// <param name="Passed">Tests that passed.</param>
/// <param name="Failed">Tests that failed.</param>
/// <param name="Tried">What the tests counted, by what it was.</param>
internal sealed record Summary(int Passed, int Failed, IReadOnlyList<KeyValuePair<string, long>> Tried)
{
    /// <summary>Whether there were tests, and none of them failed.</summary>
    public bool HasSucceeded => Passed > 0 && Failed == 0;

    /// <summary>Sums the projects, and the counts that tests have written as lines such as <c>declarations compiled: 3000</c>.</summary>
    public static Summary Of(IReadOnlyCollection<TestCounts> runs, IEnumerable<string> tally) =>
        new(
            runs.Sum(static run => run.Passed),
            runs.Sum(static run => run.Failed),
            [
                .. tally
                    .Select(static line => line.Split(": "))
                    .Where(static parts => parts.Length == 2)
                    .GroupBy(static parts => parts[0], static parts => long.Parse(parts[1], CultureInfo.InvariantCulture))
                    .Select(static counts => KeyValuePair.Create(counts.Key, counts.Sum()))
                    .OrderBy(static count => count.Key, StringComparer.Ordinal),
            ]
        );

    /// <summary>One line.</summary>
    public override string ToString() =>
        string.Join(
            "; ",
            Tried
                .Select(static count => string.Create(CultureInfo.InvariantCulture, $"{count.Value} {count.Key}"))
                .Prepend(string.Create(CultureInfo.InvariantCulture, $"Long run: {Passed} tests passed, {Failed} failed"))
        );
}
