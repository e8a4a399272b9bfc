using System.Runtime.InteropServices;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.LongRuns;
using ConvGen.Testing;
using Xunit.Abstractions;

namespace ConvGen.Execution.Tests.Threads;

/// <summary>Layers that share one prepared kernel, from its first use on, on many threads.</summary>
public sealed class PreparedKernelTests(ITestOutputHelper output)
{
    private const int Threads = 64;

    private const int Weights = 3 * 3 * 4 * 16;

    private const int Width = 13;

    private const int Height = 5;

    private const string Shape = "global::ConvGen.KernelShape(3, 3, InputChannels = 4, OutputChannels = 16)";

    /// <summary>Each arranges the same weights in its own way, or reads them as they are; the last in another type.</summary>
    private static readonly string[] Layers =
    [
        $"[global::ConvGen.Correlation, {Shape}] {Method(0, "float")}",
        $"[global::ConvGen.Convolution(Border = global::ConvGen.BorderMode.Wrap), {Shape}] {Method(1, "float")}",
        $"[global::ConvGen.Correlation(KernelLayout = global::ConvGen.KernelLayout.OutputFirst), {Shape}] {Method(2, "float")}",
        $"[global::ConvGen.Convolution(Layout = global::ConvGen.ChannelLayout.Planar), {Shape}] {Method(3, "float")}",
        $"[global::ConvGen.Correlation(FloatingPoint = global::ConvGen.FloatingPointMode.Strict), {Shape}] {Method(4, "float")}",
        $"[global::ConvGen.Correlation, {Shape}] {Method(5, "double")}",
    ];

    /// <summary>
    /// What layers see is one arrangement for each of them: what others made at the same time is forgotten, and not kept as long as the
    /// kernel.
    /// </summary>
    [Fact]
    public void All_threads_get_the_arrangement_that_is_kept()
    {
        int rounds = Effort.Of(300, 20_000);
        object[] layers = [new(), new(), new()];
        PreparedKernel<int>[] kernels = [.. Enumerable.Range(0, rounds).Select(round => new PreparedKernel<int>(round, 2, 3))];
        long[][][] seen = [.. Enumerable.Range(0, Threads).Select(_ => new long[rounds * layers.Length][])];
        int made = 0;
        Crowd.Run(
            Threads,
            (thread, barrier) =>
            {
                for (int round = 0; round < rounds; round++)
                {
                    barrier.SignalAndWait();
                    for (int i = 0; i < layers.Length; i++)
                    {
                        int layer = (i + thread) % layers.Length;
                        seen[thread][(round * layers.Length) + layer] = kernels[round]
                            .Arranged(
                                layers[layer],
                                written =>
                                {
                                    Interlocked.Increment(ref made);
                                    Thread.Yield();
                                    return new long[] { written[0], layer, written[2] };
                                }
                            );
                    }
                }
            }
        );

        for (int which = 0; which < rounds * layers.Length; which++)
        {
            (int round, int layer) = (which / layers.Length, which % layers.Length);
            long[] kept = kernels[round].Arranged<long>(layers[layer], _ => throw new InvalidOperationException("arranged once more"));
            Assert.Equal([round, layer, 3], kept);
            Assert.All(seen, thread => Assert.Same(kept, thread[which]));
        }

        Tally.Count(output, "first uses of a prepared kernel", rounds * layers.Length);
        Assert.True(made > rounds * layers.Length, $"no two of {Threads} threads came at the same time in {rounds} rounds");
    }

    [Fact]
    public void Layers_that_share_a_kernel_get_the_bits_of_one_thread_from_its_first_use()
    {
        int rounds = Effort.Of(60, 4000);
        using CompiledBatch batch = Batch.OfMembers(Layers);
        Layer[] methods =
        [
            .. Enumerable.Range(0, Layers.Length - 1).Select(index => Bound<float>(batch, index)),
            Bound<double>(batch, Layers.Length - 1),
        ];
        Random random = new(5);
        float[] weights = [.. Enumerable.Range(0, Weights).Select(_ => random.NextSingle() - 0.5f)];
        float[] source = [.. Enumerable.Range(0, Width * Height * 4).Select(_ => random.NextSingle() - 0.5f)];
        byte[][] expected = [.. methods.Select(method => method(source, new PreparedKernel<float>(weights)))];
        PreparedKernel<float>[] kernels = [.. Enumerable.Range(0, rounds).Select(_ => new PreparedKernel<float>(weights))];

        int calls = 0;
        Crowd.Run(
            Threads,
            (thread, barrier) =>
            {
                for (int round = 0; round < rounds; round++)
                {
                    barrier.SignalAndWait();
                    for (int i = 0; i < methods.Length; i++)
                    {
                        // Some go one way round and some the other, each from another layer on.
                        int layer = (thread + (thread % 2 == 0 ? i : (2 * methods.Length) - i)) % methods.Length;
                        Assert.True(expected[layer].AsSpan().SequenceEqual(methods[layer](source, kernels[round])), Layers[layer]);
                        Interlocked.Increment(ref calls);
                    }
                }
            }
        );

        Assert.Equal(Threads * rounds * methods.Length, calls);
        Assert.Equal(methods.Length, expected.Select(Convert.ToHexString).Distinct().Count());
        Tally.Count(output, "calls of layers that share a prepared kernel", calls);
    }

    private delegate byte[] Layer(float[] source, PreparedKernel<float> kernel);

    private static string Method(int index, string result) =>
        $"internal static partial void M{index}(float[] source, int width, int height, global::ConvGen.PreparedKernel<float> kernel, {result}[] destination);\n";

    private static Layer Bound<T>(CompiledBatch batch, int index)
        where T : struct
    {
        Action<float[], int, int, PreparedKernel<float>, T[]> method = batch.Method<Action<float[], int, int, PreparedKernel<float>, T[]>>(
            $"M{index}"
        );
        return (source, kernel) =>
        {
            T[] destination = new T[Width * Height * 16];
            method(source, Width, Height, kernel, destination);
            return MemoryMarshal.AsBytes(destination.AsSpan()).ToArray();
        };
    }
}
