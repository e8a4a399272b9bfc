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

    private static int ProductBatches => Effort.Of(4, 200);

    /// <summary>Any filter of volumes.</summary>
    internal static Gen<VolumeDeclared> Any =>
        from declared in FilterGrammar.Any.Where(static declared => declared.Axes == 2 && declared.Taps <= 200)
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select VolumeDeclared.Of(declared, seed);

    /// <summary>Filters whose kernels are products of three axes; some of them with one weight that is none.</summary>
    internal static Gen<VolumeDeclared> Products =>
        from volume in Any.Where(static volume => volume.Space.Kernel is null)
        from planes in Factor(2, 5)
        from rows in Factor(1, 5)
        from columns in Factor(1, 8)
        from odd in Gen.Choose(0, 9)
        select volume.OfProduct(planes, rows, columns, odd == 0 ? 1 : 0);

    private static Gen<int[]> Factor(int fewest, int most) =>
        from count in Gen.Choose(fewest, most)
        from kind in Gen.Choose(0, 3)
        from drawn in Gen.Choose(-9, 9).ArrayOf(count)
        select kind switch
        {
            0 => [.. Enumerable.Range(0, count).Select(i => Math.Min(i, count - 1 - i) + 1)],
            1 => [.. Enumerable.Range(0, count).Select(i => i - (count / 2))],
            2 => [.. Enumerable.Repeat(1, count)],
            _ => drawn,
        };

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

    /// <summary>
    /// Kernels that are products of three axes, most of which are computed along planes first: as images of two passes, or of one.
    /// </summary>
    [Fact]
    public void Products_of_three_axes_are_those_of_the_naive_sum()
    {
        output.WriteLine(Seed.Text);
        int calls = 0,
            along = 0,
            three = 0;
        string Counted(string text)
        {
            bool isAlong = text.Contains("class AcrossPlanes", StringComparison.Ordinal);
            Interlocked.Add(ref along, isAlong ? 1 : 0);
            Interlocked.Add(ref three, isAlong && text.Contains("class Vertical", StringComparison.Ordinal) ? 1 : 0);
            return text;
        }

        DrawnBatches.Verify(
            Products,
            ProductBatches,
            static (declared, name) => declared.ToSource(name),
            (declared, batch, name, seed) =>
            {
                VolumeTrial trial = VolumeTrial.Create(declared, batch, name);
                Random random = new(seed);
                foreach ((int Width, int Height, int Depth) size in Sizes(random).SkipLast(1).Append(Large(random)))
                {
                    Interlocked.Increment(ref calls);
                    if (trial.Run(size, random.Next(), random.Next(6) == 0 ? Content.Special : Content.Ordinary) is { } objection)
                    {
                        return $"{trial}{objection}\n";
                    }
                }

                return null;
            },
            index => new() { Rewrite = text => Counted(index % 2 == 0 ? BandTests.WithLowBands(text) : text) }
        );
        Tally.Count(output, "calls", calls);
        Tally.Count(output, "kernels along planes", along);
        Tally.Count(output, "kernels of three passes", three);
        Assert.True(along > 20, $"only {along} kernels are computed along planes first");
        Assert.True(three > 8, $"only {three} kernels are computed in three passes");
    }

    /// <summary>More columns and rows than a strip and a band of sums along planes have.</summary>
    private static (int Width, int Height, int Depth) Large(Random random) =>
        (random.Next(950, 1100), random.Next(17, 40), random.Next(1, 3));

    private static (int Width, int Height, int Depth)[] Sizes(Random random) =>
        [
            (random.Next(0, 6), random.Next(0, 6), random.Next(0, 5)),
            (random.Next(1, 40), random.Next(1, 12), random.Next(1, 4)),
            (random.Next(30, 90), random.Next(5, 20), random.Next(3, 9)),
            (random.Next(60, 300), random.Next(30, 50), random.Next(1, 7)),
        ];
}
