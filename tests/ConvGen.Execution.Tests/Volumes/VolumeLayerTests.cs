using ConvGen.Execution.Tests.Bands;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Properties;
using ConvGen.Execution.Tests.Trials;
using ConvGen.LongRuns;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace ConvGen.Execution.Tests.Volumes;

/// <summary>Layers over volumes: random channels, kernels, types, options and forms, each sample against the naive sum.</summary>
public sealed class VolumeLayerTests(ITestOutputHelper output)
{
    private static int Batches => Effort.Of(8, 200);

    [Fact]
    public void Every_sample_is_that_of_the_naive_sum()
    {
        output.WriteLine(Seed.Text);
        int calls = 0,
            deep = 0,
            shallow = 0,
            planar = 0;
        DrawnBatches.Verify(
            VolumeLayer.Any,
            Batches,
            static (declared, name) => declared.ToSource(name),
            (declared, batch, name, seed) =>
            {
                VolumeLayerTrial trial = VolumeLayerTrial.Create(declared, batch, name);
                Random random = new(seed);
                foreach ((int Width, int Height, int Depth) size in Sizes(random))
                {
                    Interlocked.Increment(ref calls);
                    Interlocked.Add(ref deep, declared.Layer.Planes > 1 ? 1 : 0);
                    Interlocked.Add(ref shallow, size.Depth < declared.Layer.Planes ? 1 : 0);
                    Interlocked.Add(ref planar, declared.Layer.IsPlanar ? 1 : 0);
                    if (trial.Run(size, random.Next(), random.Next(6) == 0 ? Content.Special : Content.Ordinary) is { } objection)
                    {
                        return $"{trial}{objection}\n";
                    }
                }

                return null;
            },
            static index => new() { Rewrite = index % 2 == 0 ? BandTests.WithLowBands : null }
        );
        Tally.Count(output, "calls", calls);
        Tally.Count(output, "calls with kernels of several planes", deep);
        Tally.Count(output, "volumes with fewer planes than the kernel", shallow);
        Tally.Count(output, "calls with channels in volumes of their own", planar);
        Assert.True(deep > 300, $"only {deep} calls have kernels of several planes");
        Assert.True(shallow > 60, $"only {shallow} volumes have fewer planes than the kernel");
        Assert.True(planar > 150, $"only {planar} calls have channels in volumes of their own");
    }

    [Fact]
    public void Chosen_layers_are_the_naive_sum()
    {
        VolumeLayer[] layers = [.. VolumeLayer.Chosen];
        using CompiledBatch batch = Batch.OfMembers(layers.Select((declared, index) => declared.ToSource(TrialBatch.NameOf(index))));
        string[] objections =
        [
            .. layers.SelectMany(
                (declared, index) =>
                {
                    VolumeLayerTrial trial = VolumeLayerTrial.Create(declared, batch, TrialBatch.NameOf(index));
                    return new[] { (1, 1, 1), (7, 5, 4), (31, 6, 3), (15, 11, 2), (230, 2, 2) }
                        .Select(size => trial.Run(size, index, Content.Ordinary) is { } objection ? $"{trial}{objection}" : null)
                        .OfType<string>();
                }
            ),
        ];
        Assert.True(objections.Length == 0, string.Join('\n', objections));
    }

    private static (int Width, int Height, int Depth)[] Sizes(Random random) =>
        [
            (random.Next(0, 5), random.Next(0, 5), random.Next(0, 4)),
            (random.Next(1, 20), random.Next(1, 7), random.Next(1, 5)),
            (random.Next(16, 45), random.Next(1, 4), random.Next(1, 4)),
            (random.Next(1, 40), random.Next(1, 14), 1),
        ];
}
