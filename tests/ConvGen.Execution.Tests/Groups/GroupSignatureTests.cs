using System.Reflection;
using ConvGen.Execution.Tests.Compilation;

namespace ConvGen.Execution.Tests.Groups;

/// <summary>Carriers, batches, run-time weights and wrong arguments of several kernels on one method.</summary>
public sealed class GroupSignatureTests
{
    private const string Slopes =
        "Border = global::ConvGen.BorderMode.Replicate, Combine = global::ConvGen.Combine.Magnitude), global::ConvGen.SobelKernel(global::ConvGen.Axis.Columns), global::ConvGen.SobelKernel(global::ConvGen.Axis.Rows)]";

    [Fact]
    public void Every_carrier_gives_the_same_results()
    {
        const string Source = $$"""
            [global::ConvGen.Correlation({{Slopes}}
            internal static partial void Flat(byte[] source, int width, int height, byte[] destination);
            [global::ConvGen.Correlation({{Slopes}}
            internal static partial byte[] Returned(byte[] source, int width, int height);
            [global::ConvGen.Correlation({{Slopes}}
            internal static partial byte[,] Shaped(byte[,] source);
            [global::ConvGen.Correlation({{Slopes}}
            internal static partial void Remembered(System.ReadOnlyMemory<byte> source, int width, int height, System.Memory<byte> destination);
            [global::ConvGen.Correlation({{Slopes}}
            internal static partial void Batched(byte[] source, int batch, int width, int height, byte[] destination);
            """;
        using CompiledBatch batch = Batch.OfMembers([Source]);
        const int Width = 23,
            Height = 9;
        byte[] image = new byte[2 * Width * Height];
        new Random(3).NextBytes(image);
        byte[] first = image[..(Width * Height)],
            expected = new byte[first.Length],
            second = new byte[first.Length];
        Action<byte[], int, int, byte[]> flat = batch.Method<Action<byte[], int, int, byte[]>>("Flat");
        flat(first, Width, Height, expected);
        flat(image[(Width * Height)..], Width, Height, second);
        Assert.True(expected.Distinct().Count() > 20);
        Assert.Equal(expected, batch.Method<Func<byte[], int, int, byte[]>>("Returned")(first, Width, Height));
        byte[,] shape = new byte[Height, Width];
        Buffer.BlockCopy(first, 0, shape, 0, first.Length);
        Assert.Equal(expected, batch.Method<Func<byte[,], byte[,]>>("Shaped")(shape).Cast<byte>());
        byte[] remembered = new byte[first.Length],
            both = new byte[image.Length];
        batch.Method<Action<ReadOnlyMemory<byte>, int, int, Memory<byte>>>("Remembered")(first, Width, Height, remembered);
        Assert.Equal(expected, remembered);
        batch.Method<Action<byte[], int, int, int, byte[]>>("Batched")(image, 2, Width, Height, both);
        Assert.Equal([.. expected, .. second], both);
    }

    [Fact]
    public void Several_destinations_take_batches_and_names_of_all_kinds()
    {
        const string Source = """
            [global::ConvGen.Correlation, global::ConvGen.Kernel("1 -1", Output = "length1"), global::ConvGen.Kernel("1 2 1", Output = "sourceExtent")]
            internal static partial void Lines(int[] source, int batch, long[] length1, int[] sourceExtent);
            [global::ConvGen.Correlation, global::ConvGen.Kernel("1 -1", Output = "@ref"), global::ConvGen.Kernel("1 2 1", Output = "y")]
            internal static partial void Refused(int[] source, long[] @ref, int[] y);
            [global::ConvGen.Convolution, global::ConvGen.Kernel("1 -1", Output = "ref"), global::ConvGen.Kernel("1 2 1", Output = "destination")]
            internal static partial void Keyword(int[] source, long[] @ref, int[] destination);
            """;
        using CompiledBatch batch = Batch.OfMembers([Source]);
        long[] differences = new long[6];
        int[] sums = new int[6];
        batch.Method<Action<int[], int, long[], int[]>>("Lines")([1, 2, 4, 8, 16, 32], 2, differences, sums);
        Assert.Equal([-1, -1, -2, -8, -8, -16], differences);
        Assert.Equal([4, 9, 10, 32, 72, 80], sums);
        batch.Method<Action<int[], long[], int[]>>("Keyword")([1, 2, 4, 8, 16, 32], differences, sums);
        Assert.Equal([4, 9, 18, 36, 72, 80], sums);
        NotSupportedException refused = Assert.Throws<NotSupportedException>(() =>
            batch.Method<Action<int[], long[], int[]>>("Refused")([1], [1], [1])
        );
        Assert.StartsWith("CONV015", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_time_weights_are_scaled()
    {
        const string Source = """
            [global::ConvGen.Correlation, global::ConvGen.KernelShape(3)]
            internal static partial void Whole(byte[] source, short[] kernel, float scale, byte[] destination);
            [global::ConvGen.Correlation, global::ConvGen.KernelShape(3)]
            internal static partial void Broken(byte[] source, float[] kernel, float scale, float offset, byte[] destination);
            """;
        using CompiledBatch batch = Batch.OfMembers([Source]);
        byte[] result = new byte[4];
        batch.Method<Action<byte[], short[], float, byte[]>>("Whole")([10, 20, 30, 40], [1, -2, 300], 0.01f, result);
        Assert.Equal([60, 90, 120, 0], result);
        batch.Method<Action<byte[], float[], float, float, byte[]>>("Broken")([10, 20, 30, 40], [0.5f, 0, 0.25f], 2, 1.5f, result);
        Assert.Equal([12, 27, 42, 32], result);
    }

    /// <summary>
    /// Sums of floating point, which are narrowed to results of a part of a vector: pixels that are as long as that part, and longer.
    /// </summary>
    [Theory]
    [InlineData(512)]
    [InlineData(256)]
    [InlineData(128)]
    public void Sums_with_run_time_weights_keep_channels(int bits)
    {
        (string Type, string Weights, int Channels)[] cases =
        [
            .. from type in new[] { "byte", "short" }
            from weights in new[] { "float", "double" }
            from channels in new[] { 2, 3, 4, 8 }
            select (type, weights, channels),
        ];
        string source = string.Concat(
            cases.SelectMany(
                static (item, index) =>
                    new[] { $", global::ConvGen.PixelMask(Keep = \"{item.Channels - 1}\")", "" }.Select(mask =>
                        $"""
                            [global::ConvGen.Correlation(PixelChannels = {item.Channels}), global::ConvGen.KernelShape(3){mask}]
                            internal static partial void M{index}{(
                                mask.Length == 0 ? "" : "Kept"
                            )}({item.Type}[] source, {item.Weights}[] kernel, {item.Type}[] destination);

                            """
                    )
            )
        );
        string Narrowed(string text) =>
            new[] { 512, 256 }
                .Where(wider => wider > bits)
                .Aggregate(text, (text, wider) => text.Replace($"Vector{wider}.IsHardwareAccelerated", "false", StringComparison.Ordinal));
        using CompiledBatch batch = Batch.OfMembers([source], new BatchSettings { Rewrite = Narrowed });
        for (int index = 0; index < cases.Length; index++)
        {
            (string type, string weights, int channels) = cases[index];
            foreach (int pixels in new[] { 1, 5, 16, 33, 71 })
            {
                int length = pixels * channels;
                Array samples = type == "byte" ? new byte[length] : new short[length],
                    plain = type == "byte" ? new byte[length] : new short[length],
                    kept = type == "byte" ? new byte[length] : new short[length];
                new Random(index + pixels).NextBytes(
                    System.Runtime.InteropServices.MemoryMarshal.CreateSpan(
                        ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(samples),
                        Buffer.ByteLength(samples)
                    )
                );
                object kernel = weights == "float" ? new[] { 0.25f, 0.5f, 0.125f } : new[] { 0.25, 0.5, 0.125 };
                batch.MethodOf(Batch.TypeName, "M" + index).Invoke(null, [samples, kernel, plain]);
                batch.MethodOf(Batch.TypeName, $"M{index}Kept").Invoke(null, [samples, kernel, kept]);
                for (int i = 0; i < length; i++)
                {
                    Assert.Equal((i % channels == channels - 1 ? samples : plain).GetValue(i), kept.GetValue(i));
                }
            }
        }
    }

    [Fact]
    public void Wrong_arguments_are_refused_and_nothing_is_written()
    {
        const string Source = """
            [global::ConvGen.Correlation, global::ConvGen.BoxKernel(1, Output = "blurred"), global::ConvGen.SobelKernel(global::ConvGen.Axis.Rows, Output = "slope")]
            internal static partial void M(byte[] source, int width, int height, byte[] blurred, int[] slope);
            [global::ConvGen.Correlation, global::ConvGen.Kernel("1 2 1", Divisor = 4, Output = "a"), global::ConvGen.Kernel("1 0 1", Output = "b")]
            internal static partial void N(System.ReadOnlySpan<byte> source, int width, int height, int destinationPitch, System.Span<byte> a, System.Span<byte> b);
            internal static void Views(byte[] source, byte[] shared, int width, int height, int distance) =>
                N(source, width, height, 2 * width, shared, System.MemoryExtensions.AsSpan(shared, distance));
            """;
        using CompiledBatch batch = Batch.OfMembers([Source]);
        MethodInfo method = batch.MethodOf(Batch.TypeName, "M");
        byte[] source = [.. Enumerable.Range(1, 12).Select(static i => (byte)i)],
            blurred = new byte[12];
        int[] slope = new int[12];
        Assert.Equal("blurred", Refused(source, 4, 3, new byte[11], slope).ParamName);
        Assert.Equal("slope", Refused(source, 4, 3, blurred, new int[11]).ParamName);
        Assert.Equal("slope", Refused(source, 4, 3, blurred, null!).ParamName);
        Assert.Equal("source", Refused(null!, 4, 3, blurred, slope).ParamName);
        Assert.Equal("width", Refused(source, -4, 3, blurred, slope).ParamName);
        Assert.Equal("blurred", Refused(source, 4, 3, source, slope).ParamName);
        Assert.All(blurred, static sample => Assert.Equal(0, sample));
        Assert.All(slope, static sample => Assert.Equal(0, sample));
        Assert.Equal(Enumerable.Range(1, 12), source.Select(static sample => (int)sample));
        method.Invoke(null, [source, 4, 3, blurred, slope]);
        Assert.Equal(6, blurred[5]);
        Assert.Equal(32, slope[5]);

        // Side by side in one buffer they are apart, and one on the other they are not.
        Action<byte[], byte[], int, int, int> views = batch.Method<Action<byte[], byte[], int, int, int>>("Views");
        byte[] shared = new byte[28];
        views(source, shared, 4, 3, 4);
        Assert.Equal([1, 2, 3, 3, 2, 4, 6, 3], shared[..8]);
        Assert.Equal("b", Assert.Throws<ArgumentException>(() => views(source, shared, 4, 3, 2)).ParamName);

        ArgumentException Refused(params object[] arguments) =>
            Assert.IsAssignableFrom<ArgumentException>(
                Assert.Throws<TargetInvocationException>(() => method.Invoke(null, arguments)).InnerException
            );
    }
}
