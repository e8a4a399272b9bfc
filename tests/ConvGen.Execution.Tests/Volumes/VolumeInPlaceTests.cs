using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.InPlace;
using ConvGen.Execution.Tests.Properties;
using ConvGen.Execution.Tests.Trials;
using ConvGen.LongRuns;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace ConvGen.Execution.Tests.Volumes;

/// <summary>Volumes that are overwritten by their result: the same bits as in another place.</summary>
public sealed class VolumeInPlaceTests(ITestOutputHelper output)
{
    private static int Batches => Effort.Of(4, 200);

    /// <summary>Any filter or layer that overwrites its volume.</summary>
    internal static Gen<VolumeInPlace> Any =>
        Gen.Frequency(
            (2, VolumeTests.Any.Select(VolumeInPlace.Of)),
            (1, VolumeTests.Products.Select(VolumeInPlace.Of)),
            (
                2,
                VolumeLayer
                    .Any.Where(static declared =>
                        declared.Layer.Space.Kernel is not null && declared.Layer.Inputs % declared.Layer.Groups == 0
                    )
                    .Select(VolumeInPlace.Of)
            )
        );

    /// <summary>Every second batch has bands of few planes, so that small volumes have many.</summary>
    [Fact]
    public void A_volume_in_place_gets_the_bits_of_a_destination()
    {
        output.WriteLine(Seed.Text);
        int calls = 0,
            planar = 0,
            parallel = 0;
        DrawnBatches.Verify(
            Any,
            Batches,
            static (declared, name) => declared.ToSource(name),
            (declared, batch, name, seed) =>
            {
                VolumeInPlaceTrial trial = VolumeInPlaceTrial.Create(declared, batch, name);
                Random random = new(seed);
                foreach ((int Width, int Height, int Depth) size in Sizes(random))
                {
                    Interlocked.Increment(ref calls);
                    Interlocked.Add(ref planar, declared.Layer is { IsPlanar: true } ? 1 : 0);
                    Interlocked.Add(ref parallel, declared.Volume.IsParallel ? 1 : 0);
                    if (trial.Run(size, random.Next()) is { } objection)
                    {
                        return $"{trial}{objection}\n";
                    }
                }

                return null;
            },
            static index => new() { Rewrite = index % 2 == 0 ? InPlaceTests.WithLowBands : null }
        );
        Tally.Count(output, "calls", calls);
        Assert.True(calls > 200, $"only {calls} calls were made");
        Assert.True(planar > 20, $"only {planar} calls have channels in volumes of their own");
        Assert.True(parallel > 40, $"only {parallel} calls were made of methods with several threads");
    }

    [Fact]
    public void Wrong_sizes_are_refused_and_nothing_is_written()
    {
        const string Source = """
            [global::ConvGen.Correlation(Border = global::ConvGen.BorderMode.Reflect101), global::ConvGen.Kernel("1 2 1 | 2 4 2 | 1 2 1", Divisor = 16)]
            internal static partial void M(byte[] image, int width, int height, int depth, int sourcePitch, int sourcePlanePitch);

            [global::ConvGen.Correlation, global::ConvGen.KernelShape(3, 3, 3)]
            internal static partial void W(System.Span<float> image, int width, int height, int depth, System.ReadOnlySpan<float> kernel);
            """;
        using CompiledBatch batch = Batch.OfMembers([Source]);
        Action<byte[], int, int, int, int, int> blur = batch.Method<Action<byte[], int, int, int, int, int>>("M");
        Weighted weighted = batch.Method<Weighted>("W");
        byte[] image = [.. Enumerable.Repeat((byte)7, 60)];
        (string Parameter, Action Call)[] calls =
        [
            ("image", () => blur(null!, 4, 3, 5, 4, 12)),
            ("depth", () => blur(image, 4, 3, -1, 4, 12)),
            ("image", () => blur(image, 4, 3, 6, 4, 12)),
            ("sourcePitch", () => blur(image, 4, 3, 5, 3, 12)),
            ("sourcePlanePitch", () => blur(image, 4, 3, 5, 4, 11)),
            ("sourcePlanePitch", () => blur(image, int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue)),
            ("kernel", () => weighted(new float[27], 3, 3, 3, new float[26])),
            (
                "image",
                () =>
                {
                    float[] both = new float[40];
                    weighted(both.AsSpan(0, 27), 3, 3, 3, both.AsSpan(13));
                }
            ),
        ];
        Assert.All(calls, call => Assert.Equal(call.Parameter, Assert.ThrowsAny<ArgumentException>(call.Call).ParamName));
        Assert.All(image, element => Assert.Equal(7, element));
        blur(image, 4, 0, 5, 4, 12);
        blur([], 4, 3, 0, 4, 12);
        Assert.All(image, element => Assert.Equal(7, element));
    }

    private delegate void Weighted(Span<float> image, int width, int height, int depth, ReadOnlySpan<float> kernel);

    private static (int Width, int Height, int Depth)[] Sizes(Random random) =>
        [
            (random.Next(0, 5), random.Next(0, 5), random.Next(0, 4)),
            (random.Next(1, 20), random.Next(1, 7), random.Next(1, 30)),
            (random.Next(16, 90), random.Next(1, 20), random.Next(1, 12)),
            (random.Next(1, 40), random.Next(1, 14), 1),
        ];
}
