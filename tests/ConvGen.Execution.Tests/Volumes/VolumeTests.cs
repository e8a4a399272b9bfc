using ConvGen.Execution.Tests.Bands;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Grammar;
using ConvGen.Execution.Tests.Properties;
using ConvGen.Execution.Tests.Trials;
using ConvGen.LongRuns;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace ConvGen.Execution.Tests.Volumes;

/// <summary>Filters of volumes: random kernels, types, options and forms, each sample against the naive sum.</summary>
public sealed class VolumeTests(ITestOutputHelper output)
{
    private static int Batches => Effort.Of(6, 200);

    /// <summary>Any filter of volumes.</summary>
    internal static Gen<VolumeDeclared> Any =>
        from declared in FilterGrammar.Any.Where(static declared => declared.Axes == 2 && declared.Taps <= 200)
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select VolumeDeclared.Of(declared, seed);

    [Fact]
    public void Every_sample_is_that_of_the_naive_sum()
    {
        output.WriteLine(Seed.Text);
        int calls = 0,
            deep = 0,
            shallow = 0;
        DrawnBatches.Verify(
            Any,
            Batches,
            static (declared, name) => declared.ToSource(name),
            (declared, batch, name, seed) =>
            {
                VolumeTrial trial = VolumeTrial.Create(declared, batch, name);
                Random random = new(seed);
                foreach ((int Width, int Height, int Depth) size in Sizes(random))
                {
                    Interlocked.Increment(ref calls);
                    Interlocked.Add(ref deep, declared.Planes > 1 ? 1 : 0);
                    Interlocked.Add(ref shallow, size.Depth < declared.Planes ? 1 : 0);
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
        Assert.True(deep > 200, $"only {deep} calls have kernels of several planes");
        Assert.True(shallow > 30, $"only {shallow} volumes have fewer planes than the kernel");
    }

    private static (int Width, int Height, int Depth)[] Sizes(Random random) =>
        [
            (random.Next(0, 6), random.Next(0, 6), random.Next(0, 5)),
            (random.Next(1, 40), random.Next(1, 12), random.Next(1, 4)),
            (random.Next(30, 90), random.Next(5, 20), random.Next(3, 9)),
            (random.Next(60, 300), random.Next(30, 50), random.Next(1, 7)),
        ];
}
