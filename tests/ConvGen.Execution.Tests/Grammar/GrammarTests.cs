using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using ConvGen.Execution.Tests.Properties;
using ConvGen.LongRuns;
using Xunit.Abstractions;

namespace ConvGen.Execution.Tests.Grammar;

/// <summary>
/// Whatever the grammar draws is refused with a reason, or compiles without a warning and computes what the oracle computes.
/// </summary>
public sealed class GrammarTests(ITestOutputHelper output)
{
    private const int BatchSize = 30;

    /// <summary>Failures that are made small; more have the same causes.</summary>
    private const int MostShrunk = 3;

    /// <summary>The environment variable that asks for another number of declarations.</summary>
    private const string Variable = "CONVGEN_DECLARATIONS";

    /// <summary>What no run may miss: parts of the names of what plans make use of.</summary>
    private static readonly string[] Required =
    [
        "no vectors",
        "separated: rank one",
        "separated: partial sums",
        "separated: prefix sums",
        "row sums",
        "blocks",
        "pairs of 8 bits",
        "pairs of 16 bits",
        "biased samples",
        "groups of taps",
        "slides",
        "accumulator Int64",
        "no taps",
        "divided by shift",
        "divided by wide product",
        "divided packed",
        "divided in float",
        "divided in doubles",
        "layer: lanes of OutputChannels",
        "layer: lanes of Pixels",
        "layer: divided",
        "unfold by WindowRow",
        "unfold by Pixel",
        "unfold by Sample",
        "fold in Int",
        "fold in Single",
    ];

    /// <summary>What only thousands of declarations are sure to hold.</summary>
    private static readonly string[] Rare = ["layer: lanes of Channels", "separated: higher rank"];

    private static int Count =>
        int.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            ? count
            : Effort.Of(3_000, 100_000);

    /// <summary>No batch draws what another has drawn.</summary>
    [Fact]
    public void Batches_draw_different_declarations()
    {
        string[] drawn =
        [
            .. Enumerable
                .Range(0, 40)
                .SelectMany(batch => SentenceGrammar.Sample(batch, BatchSize))
                .Select(sentence => sentence.ToSource("M")),
        ];
        output.WriteLine(Seed.Text);
        Assert.InRange(drawn.Distinct(StringComparer.Ordinal).Count(), drawn.Length * 95 / 100, drawn.Length);
    }

    [Fact]
    public void Declarations_compile_everywhere_and_agree_with_the_oracle()
    {
        output.WriteLine(Seed.Text);
        ConcurrentDictionary<string, int> features = new(StringComparer.Ordinal),
            rules = new(StringComparer.Ordinal);
        ConcurrentDictionary<VectorWidths, int> widths = [];
        ConcurrentBag<(Verdict Verdict, GrammarSetting Setting)> failures = [];
        Stopwatch watch = Stopwatch.StartNew();
        Parallel.For(
            0,
            Count / BatchSize,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            batch =>
            {
                GrammarSetting setting = GrammarSetting.Of(batch);
                foreach (Verdict verdict in GrammarBatch.Judge(SentenceGrammar.Sample(batch, BatchSize), setting))
                {
                    if (verdict.Rule is null)
                    {
                        widths.AddOrUpdate(setting.Widths, 1, (_, count) => count + 1);
                    }

                    foreach (string feature in verdict.Features)
                    {
                        features.AddOrUpdate(feature, 1, (_, count) => count + 1);
                    }

                    if (verdict.Rule is { } rule)
                    {
                        rules.AddOrUpdate(rule, 1, (_, count) => count + 1);
                    }

                    if (verdict.Failure != Failure.None)
                    {
                        failures.Add((verdict, setting));
                    }
                }
            }
        );
        Tally.Count(output, "declarations compiled", Count);
        Tally.Count(output, "declarations refused", rules.Values.Sum());
        foreach ((VectorWidths width, int count) in widths.OrderBy(pair => pair.Key))
        {
            Tally.Count(output, $"declarations run with code for {(width == VectorWidths.None ? "all widths" : width)}", count);
        }

        output.WriteLine($"{watch.Elapsed.TotalSeconds:F0} s");
        foreach ((string name, int count) in rules.Concat(features).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"  {name}: {count}");
        }

        IEnumerable<(Verdict Verdict, GrammarSetting Setting)> shown = failures
            .GroupBy(failure => failure.Verdict.Failure)
            .SelectMany(group => group.Take(MostShrunk));
        Assert.True(
            failures.IsEmpty,
            $"{failures.Count} of {Count} declarations fail. {Seed.Text}\n"
                + string.Join("\n", shown.Select(failure => Shrinker.Describe(Shrinker.Shrink(failure.Verdict, failure.Setting))))
        );
        Assert.All(
            Count < 3_000 ? Required : [.. Required, .. Rare],
            part =>
                Assert.True(
                    features.Where(pair => pair.Key.Contains(part, StringComparison.Ordinal)).Sum(pair => pair.Value)
                        >= Math.Max(1, Count / 500),
                    $"hardly any declaration is planned with '{part}'. {Seed.Text}"
                )
        );
        Assert.True(rules.Values.Sum() < Count / 20, "too many declarations are refused");
    }
}
