using ConvGen.Execution.Tests.Bands;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Properties;
using Xunit.Abstractions;

namespace ConvGen.Execution.Tests.Layers;

/// <summary>
/// Minimal filtering by threads, of regions and in place: the bits of one whole call. Of bytes it is exact, so that tiles may begin
/// anywhere; of floating point the bands of threads begin with a block of tiles.
/// </summary>
public sealed class MinimalPartTests(ITestOutputHelper output)
{
    private const int Channels = 16;

    private const string Kernel = "global::ConvGen.PreparedKernel<sbyte> kernel";

    private delegate void Whole<TSource, TWeight, T>(
        TSource[] source,
        int width,
        int height,
        PreparedKernel<TWeight> kernel,
        T[] destination
    )
        where TWeight : struct;

    private delegate void OfRegion(
        byte[] source,
        int width,
        int height,
        Region held,
        Region region,
        PreparedKernel<sbyte> kernel,
        int[] destination
    );

    private delegate void Over(byte[] image, int width, int height, PreparedKernel<sbyte> kernel);

    private static string Member(string options, string name, string parameters, int inputs = Channels, int outputs = Channels) =>
        $"[global::ConvGen.Correlation(Border = global::ConvGen.BorderMode.Replicate, {options}), "
        + $"global::ConvGen.KernelShape(3, 3, InputChannels = {inputs}, OutputChannels = {outputs})]\n"
        + $"internal static partial void {name}({parameters});\n";

    private static string Call(string type, string weight, string result) =>
        $"{type}[] source, int width, int height, global::ConvGen.PreparedKernel<{weight}> kernel, {result}[] destination";

    /// <summary>As few channels as fill vectors of one width and not of another, and numbers of them that fill none.</summary>
    [Theory]
    [InlineData("Interleaved", 16, 16)]
    [InlineData("Interleaved", 16, 40)]
    [InlineData("Interleaved", 18, 24)]
    [InlineData("Interleaved", 34, 16)]
    [InlineData("Planar", 16, 32)]
    public void Parts_of_layers_of_bytes_are_the_sums(string layout, int inputs, int outputs)
    {
        string options = $"Layout = global::ConvGen.ChannelLayout.{layout}";
        using CompiledBatch batch = Compiled(
            Member(options, "Whole", Call("byte", "sbyte", "int"), inputs, outputs),
            Member(options + ", Parallel = true", "Threads", Call("byte", "sbyte", "int"), inputs, outputs),
            Member(
                options,
                "OfRegion",
                $"byte[] source, int width, int height, global::ConvGen.Region held, global::ConvGen.Region region, {Kernel}, int[] destination",
                inputs,
                outputs
            )
        );
        Whole<byte, sbyte, int>[] wholes = [Method<byte, sbyte, int>(batch, "Whole"), Method<byte, sbyte, int>(batch, "Threads")];
        OfRegion ofRegion = batch.Method<OfRegion>("OfRegion");
        Random random = new((int)Seed.Value);
        sbyte[] weights = Weights(random, inputs * outputs);
        PreparedKernel<sbyte> prepared = new(weights);
        foreach ((int width, int height) in Sizes(random))
        {
            View view = new(width, height, layout == "Planar");
            byte[] source = new byte[width * height * inputs];
            random.NextBytes(source);
            int[] expected = Sums(source, weights, view, inputs, outputs);
            foreach (Whole<byte, sbyte, int> whole in wholes)
            {
                int[] actual = new int[expected.Length];
                whole(source, width, height, prepared, actual);
                Assert.Equal(expected, actual);
            }

            Region region = Some(random, width, height);
            int[] part = new int[region.Width * region.Height * outputs];
            ofRegion(source, width, height, new Region(0, 0, width, height), region, prepared, part);
            Assert.Equal(Cut(expected, view, region, outputs), part);
        }
    }

    [Fact]
    public void Bytes_in_place_get_the_bits_of_a_destination()
    {
        const string Alone = "Parallel = false",
            Threads = "Parallel = true";
        using CompiledBatch batch = Compiled(
            Member(Alone, "Whole", Call("byte", "sbyte", "byte")),
            Member(Alone, "Over", $"byte[] image, int width, int height, {Kernel}"),
            Member(Threads, "ThreadsOver", $"byte[] image, int width, int height, {Kernel}")
        );
        Whole<byte, sbyte, byte> whole = Method<byte, sbyte, byte>(batch, "Whole");
        Over[] overs = [batch.Method<Over>("Over"), batch.Method<Over>("ThreadsOver")];
        Random random = new((int)Seed.Value);
        PreparedKernel<sbyte> prepared = new(Weights(random, Channels * Channels));
        foreach ((int width, int height) in Sizes(random))
        {
            byte[] source = new byte[width * height * Channels],
                expected = new byte[source.Length];
            for (int i = 0; i < source.Length; i++)
            {
                source[i] = (byte)random.Next(8);
            }

            whole(source, width, height, prepared, expected);
            foreach (Over over in overs)
            {
                byte[] image = [.. source];
                over(image, width, height, prepared);
                Assert.Equal(expected, image);
            }
        }
    }

    [Theory]
    [InlineData("Interleaved")]
    [InlineData("Planar")]
    public void Threads_get_the_bits_of_a_whole_call_of_a_layer_in_floating_point(string layout)
    {
        string options = $"Layout = global::ConvGen.ChannelLayout.{layout}, FloatingPoint = global::ConvGen.FloatingPointMode.Transform";
        using CompiledBatch batch = Compiled(
            Member(options, "Whole", Call("float", "float", "float")),
            Member(options + ", Parallel = true", "Threads", Call("float", "float", "float"))
        );
        Whole<float, float, float> whole = Method<float, float, float>(batch, "Whole"),
            threads = Method<float, float, float>(batch, "Threads");
        Random random = new((int)Seed.Value);
        PreparedKernel<float> prepared = new([.. Enumerable.Range(0, 9 * Channels * Channels).Select(_ => random.NextSingle() - 0.5f)]);
        foreach ((int width, int height) in Sizes(random))
        {
            float[] source = [.. Enumerable.Range(0, width * height * Channels).Select(_ => random.NextSingle())],
                expected = new float[source.Length],
                actual = new float[source.Length];
            whole(source, width, height, prepared, expected);
            threads(source, width, height, prepared, actual);
            Assert.Equal(expected, actual);
        }
    }

    private static CompiledBatch Compiled(params string[] members)
    {
        Assert.All(
            Batch.GenerateMethods(Batch.Wrap(members), new BatchSettings()).Values,
            static text => Assert.Contains("by minimal filtering", text, StringComparison.Ordinal)
        );
        return Batch.OfMembers(members, new BatchSettings { Rewrite = BandTests.WithLowBands });
    }

    private IEnumerable<(int Width, int Height)> Sizes(Random random)
    {
        output.WriteLine(Seed.Text);
        for (int trial = 0; trial < 12; trial++)
        {
            yield return (random.Next(1, 40), random.Next(1, 70));
        }
    }

    private static Region Some(Random random, int width, int height)
    {
        int left = random.Next(width),
            top = random.Next(height);
        return new Region(left, top, random.Next(1, width - left + 1), random.Next(1, height - top + 1));
    }

    private static Whole<TSource, TWeight, T> Method<TSource, TWeight, T>(CompiledBatch batch, string name)
        where TWeight : struct => batch.Method<Whole<TSource, TWeight, T>>(name);

    private static sbyte[] Weights(Random random, int channels) =>
        [.. Enumerable.Range(0, 9 * channels).Select(_ => (sbyte)(random.Next(100) == 0 ? -128 : random.Next(-3, 4)))];

    /// <summary>The sums, one product after the other.</summary>
    private static int[] Sums(byte[] source, sbyte[] weights, View view, int inputs, int outputs)
    {
        int[] sums = new int[view.Width * view.Height * outputs];
        for (int tap = 0; tap < 9 * inputs; tap++)
        {
            (int row, int column, int input) = ((tap / inputs / 3) - 1, (tap / inputs % 3) - 1, tap % inputs);
            for (int place = 0; place < sums.Length; place++)
            {
                (int y, int x, int output) = (place / outputs / view.Width, place / outputs % view.Width, place % outputs);
                (int seenY, int seenX) = (Math.Clamp(y + row, 0, view.Height - 1), Math.Clamp(x + column, 0, view.Width - 1));
                sums[view.At(y, x, output, outputs)] += weights[(tap * outputs) + output] * source[view.At(seenY, seenX, input, inputs)];
            }
        }

        return sums;
    }

    private static int[] Cut(int[] result, View view, Region region, int channels)
    {
        View part = new(region.Width, region.Height, view.IsPlanar);
        int[] cut = new int[region.Width * region.Height * channels];
        for (int place = 0; place < cut.Length; place++)
        {
            (int y, int x, int channel) = (place / channels / region.Width, place / channels % region.Width, place % channels);
            cut[part.At(y, x, channel, channels)] = result[view.At(region.Top + y, region.Left + x, channel, channels)];
        }

        return cut;
    }

    /// <summary>Where the channels of a pixel are.</summary>
    private sealed record View(int Width, int Height, bool IsPlanar)
    {
        public int At(int y, int x, int channel, int channels) =>
            IsPlanar ? (((channel * Height) + y) * Width) + x : (((y * Width) + x) * channels) + channel;
    }
}
