using System.Collections.Concurrent;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Layers;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Properties;
using ConvGen.Execution.Tests.Trials;
using ConvGen.LongRuns;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace ConvGen.Execution.Tests.Edges;

/// <summary>Numbers at the edges of what the contract bounds, in layers of every kind.</summary>
public sealed class LayerEdgeTests(ITestOutputHelper output)
{
    private const int BatchSize = 20;

    private static int Batches => Effort.Of(3, 100);

    [Fact]
    public void Errors_stay_within_the_bound_whatever_the_samples()
    {
        ConcurrentBag<(double Ratio, string Layer)> ratios = [];
        ForEach(
            layer => !LayerOracle.IsExact(layer),
            trial =>
            {
                foreach (Content content in new[] { Content.Extreme, Content.Cancelling, Content.Impulses })
                {
                    foreach (LayerRun run in Runs(trial.Layer, content))
                    {
                        double ratio = trial.Measure(run);
                        ratios.Add((ratio, trial.ToString()));
                        if (ratio > 1)
                        {
                            return $"{run}: {trial.Run(run) ?? "beyond the bound"}";
                        }
                    }
                }

                return null;
            }
        );
        Tally.Count(output, "sources measured against the bound", ratios.Count);
        (double worst, string layer) = ratios.Max();
        output.WriteLine($"worst error over the bound: {worst:F3} by {layer}");

        // A bound that nothing comes near would prove little.
        Assert.InRange(worst, 0.05, 1);
    }

    [Fact]
    public void A_sample_that_is_no_number_reaches_no_result_beyond_its_windows()
    {
        int trials = 0;
        long reached = 0;
        ForEach(
            layer => layer.Space.Source.IsFloating(),
            trial =>
            {
                foreach (double special in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
                {
                    foreach (LayerRun run in Runs(trial.Layer, Content.Ordinary))
                    {
                        (string? objection, int count) = trial.RunWithOne(run, special);
                        Interlocked.Add(ref reached, count);
                        Interlocked.Increment(ref trials);
                        if (objection is not null)
                        {
                            return $"{special} in {run}: {objection}";
                        }
                    }
                }

                return null;
            }
        );
        Tally.Count(output, "sources with a sample that is no number", trials);
        Assert.True(reached > 5_000, $"only {reached} results were reached");
    }

    /// <summary>Of types whose exact numbers a double still tells apart; without a bias, beside which they would not count.</summary>
    [Fact]
    public void Subnormal_numbers_are_neither_flushed_nor_lost()
    {
        int trials = 0,
            strict = 0;
        ForEach(
            static layer =>
                layer is { Bias: null, Space: { Source: Element.Single or Element.Half, BorderValue: "0" } }
                && LayerOracle.Accumulator(layer) == Element.Single,
            trial =>
            {
                foreach (LayerRun run in Runs(trial.Layer, Content.Subnormal))
                {
                    Interlocked.Increment(ref trials);
                    Interlocked.Add(ref strict, trial.Layer.Space.IsStrict ? 1 : 0);
                    if (trial.Run(run) is { } objection)
                    {
                        return $"{run}: {objection}";
                    }
                }

                return null;
            }
        );
        Tally.Count(output, "sources of subnormal samples", trials);
        Assert.True(strict > 4, $"only {strict} of {trials} sources met a strict layer");
    }

    private static LayerRun[] Runs(DeclaredLayer layer, Content content) =>
        [
            new(5, layer.Space.Axes == 1 ? 1 : 3, 11, Batch: 2, Gap: 1, content),
            new(21, layer.Space.Axes == 1 ? 1 : 6, 977, Batch: 1, Gap: 0, content),
        ];

    private void ForEach(Func<DeclaredLayer, bool> isMeant, Func<LayerTrial, string?> judge)
    {
        output.WriteLine(Seed.Text);
        ConcurrentBag<string> failures = [];
        ConcurrentBag<DeclaredLayer> drawn = [];
        Parallel.For(
            0,
            Batches,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            index =>
            {
                Gen<DeclaredLayer> layers = LayerGenerator.Any.Where(isMeant);
                DeclaredLayer[] some = [.. layers.Sample(BatchSize, Seed.OfBatch(index), 50)];
                using LayerBatch batch = new(some, new BatchSettings { Widths = BatchWidths.Of(index) });
                foreach (LayerTrial trial in batch.Trials)
                {
                    drawn.Add(trial.Layer);
                    if (judge(trial) is { } objection)
                    {
                        failures.Add($"{trial}\n  => {objection}\n");
                    }
                }
            }
        );
        Assert.True(failures.IsEmpty, $"{failures.Count} layers fail. {Seed.Text}\n{string.Join('\n', failures.Take(12))}");
        output.WriteLine(
            $"{drawn.Count} layers, {drawn.Count(layer => layer is { GroupInputs: 1, GroupOutputs: 1, Inputs: > 7 })} of them treat many channels alone"
        );
    }
}
