using System.Collections.Concurrent;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Grammar;
using ConvGen.Execution.Tests.Layers;
using ConvGen.Execution.Tests.Properties;
using ConvGen.Execution.Tests.Trials;
using ConvGen.LongRuns;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace ConvGen.Execution.Tests.Regions;

/// <summary>Rectangles of a result, each computed from what it sees: the same bits as one whole call.</summary>
public sealed class RegionTests(ITestOutputHelper output)
{
    private const int BatchSize = 20;

    private static int Batches => Effort.Of(8, 200);

    private static Gen<RegionDeclared> Any => Gen.Frequency(
        (3, FilterGrammar.Any.Where(declared => declared.Axes == 2).Select(RegionDeclared.Of)),
        (2, LayerGenerator.Any.Where(layer => layer.Space.Axes == 2).Select(RegionDeclared.Of)));

    [Fact]
    public void Any_partition_gives_the_bits_of_the_whole_call()
    {
        output.WriteLine(Seed.Text);
        ConcurrentBag<string> failures = [];
        int rectangles = 0, declarations = 0;
        Parallel.For(0, Batches, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, index =>
        {
            RegionDeclared[] drawn = [.. Any.Sample(BatchSize, Seed.OfBatch(index), 50)];
            using CompiledBatch batch = Batch.OfMembers(drawn.Select((declared, i) => declared.ToSource(TrialBatch.NameOf(i))));
            foreach ((RegionDeclared declared, int i) in drawn.Select((declared, i) => (declared, i)))
            {
                RegionTrial trial = RegionTrial.Create(declared, batch, TrialBatch.NameOf(i));
                Random random = new((index * 1000) + i);
                (int Width, int Height)[] sizes = [(random.Next(1, 9), random.Next(1, 9)), (random.Next(1, 80), random.Next(1, 50)), (random.Next(60, 400), random.Next(20, 90))];
                foreach ((int width, int height) in sizes)
                {
                    if (trial.Run(width, height, i) is { } objection)
                    {
                        failures.Add($"{trial}{objection}\n");
                        break;
                    }
                }

                Interlocked.Increment(ref declarations);
                Interlocked.Add(ref rectangles, trial.Count);
            }
        });
        Tally.Count(output, "declarations", declarations);
        Tally.Count(output, "rectangles", rectangles);
        Assert.True(failures.IsEmpty, $"{failures.Count} declarations fail. {Seed.Text}\n{string.Join('\n', failures.Take(8))}");
        Assert.True(rectangles > 3000, $"only {rectangles} rectangles were computed");
    }
}
