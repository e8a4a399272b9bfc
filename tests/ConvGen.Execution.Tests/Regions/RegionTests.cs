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
    private static int Batches => Effort.Of(4, 200);

    /// <summary>Any filter or layer of regions.</summary>
    internal static Gen<RegionDeclared> Any =>
        Gen.Frequency((3, FilterGrammar.Any.Zip(Forms, RegionDeclared.Of)), (2, LayerGenerator.Any.Zip(Forms, RegionDeclared.Of)));

    private static Gen<RegionForm> Forms => Gen.Elements(RegionForm.Flat, RegionForm.Flat, RegionForm.Batch, RegionForm.Shaped);

    [Fact]
    public void Any_partition_gives_the_bits_of_the_whole_call()
    {
        output.WriteLine(Seed.Text);
        int rectangles = 0,
            declarations = 0;
        ConcurrentDictionary<RegionForm, int> ofForms = [];
        DrawnBatches.Verify(
            Any,
            Batches,
            static (declared, name) => declared.ToSource(name),
            (declared, batch, name, seed) =>
            {
                RegionTrial trial = RegionTrial.Create(declared, batch, name);
                string? objection = Sizes(new Random(seed), declared.Space.Axes)
                    .Select(size => trial.Run(size.Width, size.Height, seed))
                    .FirstOrDefault(static text => text is not null);
                Interlocked.Increment(ref declarations);
                Interlocked.Add(ref rectangles, trial.Count);
                ofForms.AddOrUpdate(declared.PartForm, trial.Count, (_, count) => count + trial.Count);
                return objection is null ? null : $"{trial}{objection}\n";
            }
        );
        Tally.Count(output, "declarations", declarations);
        Tally.Count(output, "rectangles", rectangles);
        Assert.True(rectangles > 1000, $"only {rectangles} rectangles were computed");
        Assert.All(
            Enum.GetValues<RegionForm>(),
            form => Assert.True(ofForms.GetValueOrDefault(form) > 50, $"only {ofForms.GetValueOrDefault(form)} of form {form}")
        );
    }

    private static (int Width, int Height)[] Sizes(Random random, int axes)
    {
        int Rows(int least, int most) => axes == 2 ? random.Next(least, most) : 1;
        return [(random.Next(1, 9), Rows(1, 9)), (random.Next(1, 80), Rows(1, 50)), (random.Next(60, 400), Rows(20, 90))];
    }

    [Fact]
    public void Wrong_rectangles_are_refused_and_nothing_is_written()
    {
        const string Source = """
            [global::ConvGen.Correlation(Border = global::ConvGen.BorderMode.Reflect101), global::ConvGen.Kernel("1 2 1; 2 4 2; 1 2 1", Divisor = 16)]
            internal static partial void M(byte[] source, int width, int height, global::ConvGen.Region held, global::ConvGen.Region region, byte[] destination);

            [global::ConvGen.Correlation(Mode = global::ConvGen.OutputMode.Valid), global::ConvGen.Kernel("1 2 1")]
            internal static partial int[] R(int[] source, global::ConvGen.Region region);

            [global::ConvGen.InputOf(nameof(R))]
            internal static partial global::ConvGen.Region I(global::ConvGen.Region region, int length);
            """;
        using CompiledBatch batch = Batch.OfMembers([Source]);
        Action<byte[], int, int, Region, Region, byte[]> blur = batch.Method<Action<byte[], int, int, Region, Region, byte[]>>("M");
        Func<int[], Region, int[]> smooth = batch.Method<Func<int[], Region, int[]>>("R");
        Func<Region, int, Region> input = batch.Method<Func<Region, int, Region>>("I");
        byte[] destination = [7, 7, 7, 7];
        void Refuses(string parameter, string text, Region held, Region region, int length = 100)
        {
            ArgumentException refused = Assert.Throws<ArgumentException>(() => blur(new byte[length], 10, 10, held, region, destination));
            Assert.Equal(parameter, refused.ParamName);
            Assert.Contains(text, refused.Message, StringComparison.Ordinal);
        }

        Refuses(
            "region",
            "region is (9, 0, 2, 1) and must lie within the result, which has 10 x 10 pixels.",
            new(0, 0, 10, 10),
            new(9, 0, 2, 1)
        );
        Refuses("region", "region is (-1, 0, 2, 1)", new(0, 0, 10, 10), new(-1, 0, 2, 1));
        Refuses("region", "region is (2147483647, 0, 2, 1)", new(0, 0, 10, 10), new(int.MaxValue, 0, 2, 1));
        Refuses(
            "held",
            "held is (0, 0, 11, 10) and must lie within the image, which has 10 x 10 pixels.",
            new(0, 0, 11, 10),
            new(0, 0, 1, 1)
        );
        Refuses("held", "held is (3, 3, 3, 4) and the region needs (3, 3, 4, 4).", new(3, 3, 3, 4), new(4, 4, 2, 2));
        Refuses("source", "16", new(3, 3, 4, 4), new(4, 4, 2, 2), length: 15);
        Refuses("destination", "6", new(0, 0, 10, 10), new(4, 4, 3, 2));
        Assert.Equal([7, 7, 7, 7], destination);
        blur([], 10, 10, default, new(4, 4, 0, 2), destination);
        Assert.Equal([7, 7, 7, 7], destination);
        Assert.Equal([4 + 10 + 6, 5 + 12 + 7], smooth([1, 2, 3, 4, 5, 6, 7, 8], new Region(3, 0, 2, 1)));
        Assert.Equal([], smooth([1, 2, 3, 4, 5, 6, 7, 8], new Region(3, 0, 2, 0)));
        Assert.Equal("region", Assert.Throws<ArgumentException>(() => smooth([1, 2, 3, 4, 5, 6, 7, 8], new Region(5, 0, 2, 1))).ParamName);
        Assert.Equal(new Region(3, 0, 4, 1), input(new Region(3, 0, 2, 1), 8));
        Assert.Equal("length", Assert.Throws<ArgumentOutOfRangeException>(() => input(default, -1)).ParamName);
    }
}
