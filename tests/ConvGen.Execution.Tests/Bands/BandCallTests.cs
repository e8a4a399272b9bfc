using System.Buffers;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Testing;

namespace ConvGen.Execution.Tests.Bands;

/// <summary>Calls by several threads: carriers, exceptions, cancellation, memory, and many calls at once.</summary>
public sealed class BandCallTests
{
    private const string Attributes =
        "[global::ConvGen.Correlation(Border = global::ConvGen.BorderMode.Reflect101, Parallel = true), global::ConvGen.Kernel(\"3 -1 4; 1 5 -9; 2 6 5\", Divisor = 16)]\n";

    private const string Token = "global::System.Threading.CancellationToken cancellationToken";

    private const string Source =
        "[global::ConvGen.Correlation(Border = global::ConvGen.BorderMode.Reflect101), global::ConvGen.Kernel(\"3 -1 4; 1 5 -9; 2 6 5\", Divisor = 16)]\n"
        + "internal static partial byte[] One(byte[] source, int width, int height);\n"
        + Attributes
        + "internal static partial byte[] Arrays(byte[] source, int width, int height, int maxDegreeOfParallelism, "
        + Token
        + ");\n"
        + Attributes
        + "internal static partial void Memories(global::System.ReadOnlyMemory<byte> source, int width, int height, global::System.Memory<byte> destination);\n"
        + Attributes
        + "internal static partial void Watched(byte[] source, int width, int height, global::System.Memory<byte> destination, int maxDegreeOfParallelism, "
        + Token
        + ");\n"
        + Attributes
        + "internal static partial void InPlace(byte[] image, int width, int height, int maxDegreeOfParallelism, "
        + Token
        + ");\n"
        + Attributes
        + "internal static partial byte[,] Shaped(byte[,] source, "
        + Token
        + ");\n"
        + Attributes
        + "internal static partial void Into(byte[] source, int width, int height, byte[] destination, int maxDegreeOfParallelism, "
        + Token
        + ");\n"
        + Attributes
        + "internal static partial void Part(byte[] source, int width, int height, global::ConvGen.Region region, byte[] destination);\n";

    private delegate void InPlaceMethod(byte[] image, int width, int height, int degree, CancellationToken token);

    private delegate void IntoMethod(byte[] source, int width, int height, byte[] destination, int degree, CancellationToken token);

    [Fact]
    public void Every_carrier_and_a_region_get_the_bits_of_one_thread()
    {
        using CompiledBatch batch = Batch.OfMembers([Source], new BatchSettings { Rewrite = BandTests.WithLowBands });
        (byte[] image, byte[] expected) = Sample(batch, 137, 91);
        Assert.Equal(expected, batch.Method<Func<byte[], int, int, int, CancellationToken, byte[]>>("Arrays")(image, 137, 91, -1, default));
        byte[] result = new byte[expected.Length];
        batch.Method<Action<ReadOnlyMemory<byte>, int, int, Memory<byte>>>("Memories")(image, 137, 91, result);
        Assert.Equal(expected, result);
        byte[,] shaped = new byte[91, 137];
        Buffer.BlockCopy(image, 0, shaped, 0, image.Length);
        Assert.Equal(expected, batch.Method<Func<byte[,], CancellationToken, byte[,]>>("Shaped")(shaped, default).Cast<byte>());
        byte[] part = new byte[100 * 60];
        batch.Method<Action<byte[], int, int, Region, byte[]>>("Part")(image, 137, 91, new Region(20, 31, 100, 60), part);
        Assert.Equal(Enumerable.Range(31, 60).SelectMany(y => expected.Skip((y * 137) + 20).Take(100)), part);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    [InlineData(int.MinValue)]
    public void No_number_of_threads_is_refused(int degree)
    {
        using CompiledBatch batch = Batch.OfMembers([Source]);
        ArgumentOutOfRangeException refused = Assert.Throws<ArgumentOutOfRangeException>(() =>
            batch.Method<IntoMethod>("Into")(new byte[4], 2, 2, new byte[4], degree, default)
        );
        Assert.Equal("maxDegreeOfParallelism", refused.ParamName);
    }

    [Fact]
    public void A_cancelled_call_throws_once_and_arguments_are_judged_before()
    {
        using CompiledBatch batch = Batch.OfMembers([Source]);
        IntoMethod filter = batch.Method<IntoMethod>("Into");
        using CancellationTokenSource cancelled = new();
        cancelled.Cancel();
        Assert.Equal(
            "destination",
            Assert.Throws<ArgumentException>(() => filter(new byte[4], 2, 2, new byte[3], -1, cancelled.Token)).ParamName
        );
        byte[] destination = new byte[4];
        Assert.Equal(
            cancelled.Token,
            Assert.Throws<OperationCanceledException>(() => filter([1, 2, 3, 4], 2, 2, destination, -1, cancelled.Token)).CancellationToken
        );
        Assert.Equal(new byte[4], destination);
    }

    /// <summary>
    /// The destination is asked for at the beginning of each band, and counts: once the token is cancelled, no band is begun, and those
    /// that have been take a small part of the result.
    /// </summary>
    [Theory]
    [InlineData(1, 30_000, 400, 40)]
    [InlineData(2, 30_000, 400, 40)]
    [InlineData(8, 5_000, 2_000, 32)]
    public void No_band_is_begun_after_the_token_is_cancelled(int threads, int width, int height, int mostRows)
    {
        const int Before = 3;
        using CompiledBatch batch = Batch.OfMembers([Source]);
        WatchedMethod filter = batch.Method<WatchedMethod>("Watched");
        byte[] image = GC.AllocateUninitializedArray<byte>(width * height),
            result = new byte[width * height];
        image.AsSpan().Fill(16);
        using CancellationTokenSource source = new();
        using WatchedMemory destination = new(result, Before + 1, source.Cancel);
        Assert.Throws<OperationCanceledException>(() => filter(image, width, height, destination.Memory, threads, source.Token));

        // The method itself asks once; a thread that is behind its look at the token may begin one more band.
        Assert.InRange(destination.Asked, Before + 1, Before + 1 + threads);
        int written = (width * height) - result.AsSpan().Count((byte)0);
        Assert.InRange(written, 1, (Before + threads) * mostRows * width);
    }

    private delegate void WatchedMethod(
        byte[] source,
        int width,
        int height,
        Memory<byte> destination,
        int maxDegreeOfParallelism,
        CancellationToken token
    );

    /// <summary>Memory that does something when it is asked for its elements for the nth time after it was handed out.</summary>
    private sealed class WatchedMemory(byte[] elements, int which, Action action) : MemoryManager<byte>
    {
        private int asked;

        /// <summary>How often it was asked.</summary>
        public int Asked => Volatile.Read(ref asked);

        public override Memory<byte> Memory => CreateMemory(elements.Length);

        public override Span<byte> GetSpan()
        {
            if (Interlocked.Increment(ref asked) == which)
            {
                action();
            }

            return elements;
        }

        public override MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException();

        public override void Unpin() { }

        protected override void Dispose(bool disposing) { }
    }

    /// <summary>A call that is cancelled from beside it either throws or is complete, and the next one is.</summary>
    [Fact]
    public void A_call_that_is_cancelled_from_another_thread_throws_or_is_complete()
    {
        const int Width = 4000,
            Height = 20_000;
        using CompiledBatch batch = Batch.OfMembers([Source]);
        IntoMethod filter = batch.Method<IntoMethod>("Into");
        byte[] image = GC.AllocateUninitializedArray<byte>(Width * Height),
            destination = new byte[Width * Height];
        image.AsSpan().Fill(16);
        using CancellationTokenSource source = new();
        Thread watcher = new(() =>
        {
            // As soon as there is any result.
            SpinWait.SpinUntil(() => Volatile.Read(ref destination[Width / 2]) != 0, TimeSpan.FromSeconds(30));
            source.Cancel();
        });
        watcher.Start();
        bool wasCancelled = false;
        try
        {
            filter(image, Width, Height, destination, -1, source.Token);
        }
        catch (OperationCanceledException)
        {
            wasCancelled = true;
        }

        watcher.Join();
        Assert.Equal(!wasCancelled, destination.AsSpan().IndexOf((byte)0) < 0);
        filter(image, Width, Height, destination, 2, default);
        Assert.True(destination.AsSpan().IndexOf((byte)0) < 0, "a call after a cancelled one does not complete");
    }

    [Fact]
    public void A_call_allocates_no_more_than_it_says()
    {
        const int Width = 1200,
            Height = 900,
            Calls = 40;
        using CompiledBatch batch = Batch.OfMembers([Source]);
        IntoMethod filter = batch.Method<IntoMethod>("Into");
        byte[] image = new byte[Width * Height],
            destination = new byte[Width * Height];
        using CancellationTokenSource source = new();
        for (int i = 0; i < 10; i++)
        {
            filter(image, Width, Height, destination, -1, source.Token);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Calls; i++)
        {
            filter(image, Width, Height, destination, -1, source.Token);
        }

        long allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / Calls;
        Assert.InRange(allocated, 1, 1024);
        InPlaceMethod overwrite = batch.Method<InPlaceMethod>("InPlace");
        overwrite(image, Width, Height, -1, source.Token);
        before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Calls; i++)
        {
            overwrite(image, Width, Height, -1, source.Token);
        }

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Calls, 1, 1024);
        before = GC.GetAllocatedBytesForCurrentThread();
        filter(image, 64, 64, destination, -1, default);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Many_threads_may_call_one_method()
    {
        const int Threads = 64,
            Rounds = 8;
        using CompiledBatch batch = Batch.OfMembers([Source], new BatchSettings { Rewrite = BandTests.WithLowBands });
        IntoMethod filter = batch.Method<IntoMethod>("Into");
        (byte[] image, byte[] expected) = Sample(batch, 97, 61);
        int calls = 0;
        Crowd.Run(
            Threads,
            (thread, barrier) =>
            {
                byte[] result = new byte[expected.Length];
                for (int round = 0; round < Rounds; round++)
                {
                    barrier.SignalAndWait();
                    result.AsSpan().Clear();
                    filter(
                        image,
                        97,
                        61,
                        result,
                        (thread % 5) switch
                        {
                            0 => -1,
                            var degree => degree,
                        },
                        default
                    );
                    Assert.True(expected.AsSpan().SequenceEqual(result));
                    Interlocked.Increment(ref calls);
                }
            }
        );
        Assert.Equal(Threads * Rounds, calls);
    }

    private static (byte[] Image, byte[] Expected) Sample(CompiledBatch batch, int width, int height)
    {
        byte[] image = new byte[width * height];
        new Random(3).NextBytes(image);
        return (image, batch.Method<Func<byte[], int, int, byte[]>>("One")(image, width, height));
    }
}
