using System.Collections.Concurrent;
using System.Globalization;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Properties;
using ConvGen.Execution.Tests.Trials;
using ConvGen.LongRuns;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace ConvGen.Execution.Tests.Edges;

/// <summary>Numbers at the edges of what the contract bounds, for every kind of plan.</summary>
public sealed class EdgeTests(ITestOutputHelper output)
{
    private const int BatchSize = 25;

    private static readonly Content[] Adverse =
    [
        Content.Aligned,
        Content.Opposed,
        Content.Extreme,
        Content.Cancelling,
        Content.Impulses,
        Content.Equal,
    ];

    private static int Batches => Effort.Of(6, 200);

    [Fact]
    public void Errors_stay_within_the_bound_whatever_the_samples()
    {
        ConcurrentDictionary<string, double> worst = new(StringComparer.Ordinal);
        int trials = 0;
        ForEach(
            EdgeGrammar.Rounded,
            planned =>
            {
                foreach (Content content in Adverse)
                {
                    foreach (Circumstances circumstances in Sizes(planned.Trial.Declared, content))
                    {
                        double ratio = planned.Trial.Measure(circumstances).Ratio;
                        Interlocked.Increment(ref trials);
                        worst.AddOrUpdate(KeyOf(planned), ratio, (_, before) => Math.Max(before, ratio));
                        if (ratio > 1)
                        {
                            return $"{circumstances}: {ratio:R} of the bound";
                        }
                    }
                }

                return null;
            }
        );
        Tally.Count(output, "pictures measured against the bound", trials);
        output.WriteLine($"worst error over the bound: {worst.Values.Max():F3}");
        foreach ((string key, double ratio) in worst.OrderByDescending(pair => pair.Value))
        {
            output.WriteLine($"  {ratio:F3}  {key}");
        }

        // A bound that nothing comes near would prove little.
        Assert.InRange(worst.Values.Max(), 0.15, 1);
    }

    [Fact]
    public void A_sample_that_is_no_number_reaches_no_result_beyond_its_windows()
    {
        ConcurrentDictionary<string, int> kinds = new(StringComparer.Ordinal);
        long reached = 0;
        int trials = 0;
        ForEach(
            EdgeGrammar.Floating,
            planned =>
            {
                foreach (double special in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
                {
                    foreach (Circumstances circumstances in Sizes(planned.Trial.Declared, Content.Ordinary))
                    {
                        Random random = new(circumstances.Seed);
                        int pixel = random.Next(circumstances.Width * circumstances.Height);
                        int channel = random.Next(planned.Trial.Declared.PixelChannels);
                        (string? objection, int count) = planned.Trial.RunWithOne(circumstances, special, pixel, channel);
                        Interlocked.Add(ref reached, count);
                        Interlocked.Increment(ref trials);
                        if (objection is not null)
                        {
                            return $"{special} in pixel {pixel}, channel {channel} of {circumstances}: {objection}";
                        }
                    }
                }

                kinds.AddOrUpdate(planned.Kind, 1, (_, count) => count + 1);
                return null;
            }
        );
        Tally.Count(output, "pictures with a sample that is no number", trials);
        foreach ((string kind, int count) in kinds.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"  {kind}: {count}");
        }

        Assert.True(reached > 5_000, $"only {reached} results were reached");
        Assert.Contains(kinds.Keys, kind => kind.StartsWith("separated", StringComparison.Ordinal));
    }

    [Fact]
    public void Ties_and_extremes_of_integers_are_rounded_and_saturated_as_defined()
    {
        int ties = 0,
            negative = 0,
            trials = 0;
        ForEach(
            EdgeGrammar.Exact,
            planned =>
            {
                foreach (Content content in new[] { Content.Ties, Content.Aligned, Content.Opposed, Content.Extreme, Content.Equal })
                {
                    foreach (Circumstances circumstances in Sizes(planned.Trial.Declared, content))
                    {
                        (double ratio, int found, int below) = planned.Trial.Measure(circumstances);
                        Interlocked.Add(ref ties, found);
                        Interlocked.Add(ref negative, below);
                        Interlocked.Increment(ref trials);
                        if (ratio > 0)
                        {
                            return $"{circumstances}: {planned.Trial.Run(circumstances)}";
                        }
                    }
                }

                return null;
            }
        );
        Tally.Count(output, "pictures of integers at their edges", trials);
        Tally.Count(output, "results in the middle between two integers", ties);
        output.WriteLine($"  of these below zero: {negative}");
        Assert.True(ties > 5_000 && negative > 1_000, $"only {ties} ties, {negative} of them negative");
    }

    /// <summary>
    /// Numbers below the smallest normal one keep all their digits in every plan: a strict sum has the bits of the naive loop, and another
    /// one an error of no more than half of the smallest number
    /// a rounding beside that of other numbers.
    /// </summary>
    [Fact]
    public void Subnormal_numbers_are_neither_flushed_nor_lost()
    {
        ConcurrentDictionary<string, int> kinds = new(StringComparer.Ordinal);
        long subnormal = 0;
        int strict = 0,
            trials = 0;
        ForEach(
            EdgeGrammar.Floating.Where(declared => !declared.IsTransform).Select(declared => declared with { BorderValue = "0" }),
            planned =>
            {
                foreach (Circumstances circumstances in Sizes(planned.Trial.Declared, Content.Subnormal))
                {
                    Interlocked.Increment(ref trials);
                    Interlocked.Add(ref strict, planned.Trial.Declared.IsStrict ? 1 : 0);
                    Interlocked.Add(ref subnormal, planned.Trial.Result(circumstances).Count(IsSubnormal));
                    if (planned.Trial.Run(circumstances) is { } objection)
                    {
                        return $"{circumstances}: {objection}";
                    }
                }

                kinds.AddOrUpdate(planned.Kind, 1, (_, count) => count + 1);
                return null;

                bool IsSubnormal(string text)
                {
                    double result = double.Parse(text, CultureInfo.InvariantCulture);
                    return result != 0
                        && Math.Abs(result)
                            < planned.Trial.Declared.Destination switch
                            {
                                Element.Half => Math.ScaleB(1, -14),
                                Element.Single => Math.ScaleB(1, -126),
                                Element.Double => Math.ScaleB(1, -1022),
                                _ => 0,
                            };
                }
            }
        );
        Tally.Count(output, "pictures of subnormal samples", trials);
        Tally.Count(output, "subnormal results", (int)subnormal);
        output.WriteLine($"  strict: {strict}");
        foreach ((string kind, int count) in kinds.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"  {kind}: {count}");
        }

        Assert.True(subnormal > 5_000 && strict > 10, $"only {subnormal} results are subnormal, and {strict} pictures strict");
        Assert.Contains(kinds.Keys, kind => kind.StartsWith("separated", StringComparison.Ordinal));
        Assert.Contains(
            kinds.Keys,
            kind =>
                kind.Contains("sliding", StringComparison.Ordinal)
                || kind.Contains("prefix", StringComparison.Ordinal)
                || kind.Contains("partial", StringComparison.Ordinal)
        );
    }

    /// <summary>Draws, compiles and judges; fails with the declarations that objections are raised against.</summary>
    private void ForEach(Gen<Declared> declarations, Func<PlannedTrial, string?> judge)
    {
        output.WriteLine(Seed.Text);
        ConcurrentBag<string> failures = [];
        Parallel.For(
            0,
            Batches,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            index =>
            {
                using PlannedBatch batch = new(EdgeGrammar.Sample(declarations, index, BatchSize), BatchWidths.Of(index));
                foreach (PlannedTrial planned in batch.Trials)
                {
                    if (judge(planned) is { } objection)
                    {
                        failures.Add($"{planned.Trial} ({planned.Kind})\n  => {objection}\n");
                    }
                }
            }
        );
        Assert.True(failures.IsEmpty, $"{failures.Count} declarations fail. {Seed.Text}\n{string.Join('\n', failures.Take(12))}");
    }

    private static string KeyOf(PlannedTrial planned)
    {
        Declared declared = planned.Trial.Declared;
        return $"{planned.Kind}{(declared.IsStrict ? ", strict" : "")}, {declared.Source} to {declared.Destination}";
    }

    /// <summary>A picture that is all border, and one with an inside of whole vectors.</summary>
    private static Circumstances[] Sizes(Declared declared, Content content) =>
        [
            new(5, declared.Axes == 1 ? 1 : 3, 1, 1, 11, content),
            new(Reach(declared, declared.Axes - 1) + 41, declared.Axes == 1 ? 1 : Reach(declared, 0) + 4, 0, 2, 12, content),
        ];

    private static int Reach(Declared declared, int axis) =>
        declared.Dilation(axis) * (axis == declared.Axes - 1 ? declared.Columns : declared.Rows);
}
