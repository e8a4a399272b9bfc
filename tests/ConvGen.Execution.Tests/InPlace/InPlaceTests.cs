using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Grammar;
using ConvGen.Execution.Tests.Layers;
using ConvGen.Execution.Tests.Properties;
using ConvGen.Execution.Tests.Trials;
using ConvGen.LongRuns;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace ConvGen.Execution.Tests.InPlace;

/// <summary>Images that are overwritten by their result: the same bits as in another place.</summary>
public sealed partial class InPlaceTests(ITestOutputHelper output)
{
    private const int BatchSize = 20;

    private static int Batches => Effort.Of(4, 200);

    private static Gen<InPlaceDeclared> Any => Gen.Frequency(
        (4, FilterGrammar.Any.Zip(Gen.Elements(false, false, true), InPlaceDeclared.Of)),
        (2, LayerGenerator.Any.Where(layer => layer.Space.Kernel is not null && layer.Inputs % layer.Groups == 0).Select(InPlaceDeclared.Of)));

    /// <summary>Every second batch has bands of few rows, so that small images have many.</summary>
    [Fact]
    public void An_image_in_place_gets_the_bits_of_a_destination()
    {
        output.WriteLine(Seed.Text);
        ConcurrentBag<string> failures = [];
        int calls = 0;
        Parallel.For(0, Batches, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, index =>
        {
            InPlaceDeclared[] drawn = [.. Any.Sample(BatchSize, Seed.OfBatch(index), 50)];
            BatchSettings settings = new() { Rewrite = index % 2 == 0 ? WithLowBands : null };
            using CompiledBatch batch = Batch.OfMembers(drawn.Select((declared, i) => declared.ToSource(TrialBatch.NameOf(i))), settings);
            foreach ((InPlaceDeclared declared, int i) in drawn.Select((declared, i) => (declared, i)))
            {
                InPlaceTrial trial = InPlaceTrial.Create(declared, batch, TrialBatch.NameOf(i));
                Random random = new((index * 1000) + i);
                foreach ((int width, int height) in Sizes(random, declared.Space.Axes))
                {
                    Interlocked.Increment(ref calls);
                    if (trial.Run(width, height, random.Next(0, 4), i) is { } objection)
                    {
                        failures.Add($"{trial}{objection}\n");
                        break;
                    }
                }
            }
        });
        Tally.Count(output, "calls", calls);
        Assert.True(failures.IsEmpty, $"{failures.Count} declarations fail. {Seed.Text}\n{string.Join('\n', failures.Take(8))}");
        Assert.True(calls > 200, $"only {calls} calls were made");
    }

    /// <summary>The generated text with bands of a few rows, some of them lower than the window.</summary>
    private static string WithLowBands(string text) => Bands().Replace(text, "nint band = 3;");

    private static (int Width, int Height)[] Sizes(Random random, int axes) => axes == 1
        ? [(random.Next(0, 9), 1), (random.Next(1, 300), 1), (random.Next(1000, 40_000), 1)]
        : [(random.Next(0, 9), random.Next(0, 9)), (random.Next(1, 80), random.Next(1, 50)), (random.Next(60, 400), random.Next(20, 90)), (random.Next(1, 70), random.Next(100, 400))];

    [GeneratedRegex(@"nint band = (?:Math\.Max\([^;]*\)|[\d_]+);")]
    private static partial Regex Bands();
}
