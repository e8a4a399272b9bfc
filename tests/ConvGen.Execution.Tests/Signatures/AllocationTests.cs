using ConvGen.Execution.Tests.Compilation;

namespace ConvGen.Execution.Tests.Signatures;

/// <summary>Methods that take spans allocate nothing once they have run: what they need they rent.</summary>
public sealed class AllocationTests
{
    private const int Calls = 20;

    private const string Members = """
        [global::ConvGen.Correlation(Border = global::ConvGen.BorderMode.Reflect101), global::ConvGen.Kernel("0.1 0.2 0.3; 0.4 -0.5 0.6; 0.7 0.8 0.95")]
        internal static partial void General(System.ReadOnlySpan<float> source, int width, int height, System.Span<float> destination);

        [global::ConvGen.Correlation(Border = global::ConvGen.BorderMode.Replicate), global::ConvGen.Kernel("1 4 6 4 1; 4 16 24 16 4; 6 24 36 24 6; 4 16 24 16 4; 1 4 6 4 1", Divisor = 256)]
        internal static partial void Separable(System.ReadOnlySpan<float> source, int width, int height, System.Span<float> destination);

        [global::ConvGen.Correlation(Mode = global::ConvGen.OutputMode.Valid), global::ConvGen.Kernel("1 2 1; 2 4 2; 1 2 1", Divisor = 16)]
        internal static partial void Inside(System.ReadOnlySpan<float> source, int width, int height, System.Span<float> destination);

        [global::ConvGen.Correlation(Stride = 2), global::ConvGen.Kernel("1 2 1; 2 4 2; 1 2 1", Divisor = 16)]
        internal static partial void Strided(System.ReadOnlySpan<float> source, int width, int height, System.Span<float> destination);

        [global::ConvGen.Convolution(Border = global::ConvGen.BorderMode.Wrap), global::ConvGen.KernelShape(3, 3)]
        internal static partial void AtRunTime(System.ReadOnlySpan<float> source, int width, int height, System.ReadOnlySpan<float> kernel, System.Span<float> destination);

        [global::ConvGen.Convolution, global::ConvGen.KernelShape(31, 31)]
        internal static partial void LargeAtRunTime(System.ReadOnlySpan<float> source, int width, int height, System.ReadOnlySpan<float> kernel, System.Span<float> destination);

        [global::ConvGen.Correlation(Border = global::ConvGen.BorderMode.Reflect101), global::ConvGen.Kernel("1 2 1; 2 4 2; 1 2 1", Divisor = 16)]
        internal static partial void Bytes(System.ReadOnlySpan<byte> source, int width, int height, System.Span<byte> destination);

        [global::ConvGen.Correlation(Border = global::ConvGen.BorderMode.Reflect101), global::ConvGen.Kernel("3 -1 4; 1 5 -9; 2 6 5", Divisor = 16)]
        internal static partial void GeneralBytes(System.ReadOnlySpan<byte> source, int width, int height, System.Span<byte> destination);

        [global::ConvGen.Correlation(Border = global::ConvGen.BorderMode.Symmetric), global::ConvGen.Kernel("0.1 0.2 0.3 0.4 -0.5 0.6 0.7 0.8 0.95")]
        internal static partial void Signal(System.ReadOnlySpan<float> source, System.Span<float> destination);

        [global::ConvGen.Correlation(Border = global::ConvGen.BorderMode.Reflect101), global::ConvGen.Kernel("1 2 1; 2 4 2; 1 2 1", Divisor = 16)]
        internal static partial void Image(byte[] image, int width, int height);

        [global::ConvGen.Convolution, global::ConvGen.KernelShape(101)]
        internal static partial void Stream(System.ReadOnlySpan<float> source, System.Span<float> history, System.ReadOnlySpan<float> kernel, System.Span<float> destination);

        [global::ConvGen.Convolution(PixelChannels = 2), global::ConvGen.KernelShape(701)]
        internal static partial void LongStream(System.ReadOnlySpan<float> source, System.Span<float> history, System.ReadOnlySpan<float> kernel, System.Span<float> destination);

        """;

    private delegate void Blocks(ReadOnlySpan<float> source, Span<float> history, ReadOnlySpan<float> kernel, Span<float> destination);

    [Theory]
    [InlineData("General")]
    [InlineData("Separable")]
    [InlineData("Inside")]
    [InlineData("Strided")]
    [InlineData("AtRunTime")]
    [InlineData("LargeAtRunTime")]
    [InlineData("Bytes")]
    [InlineData("GeneralBytes")]
    [InlineData("Signal")]
    [InlineData("Image")]
    [InlineData("Stream")]
    [InlineData("LongStream")]
    public void Nothing_is_allocated_after_the_first_call(string name)
    {
        using CompiledBatch batch = Batch.OfMembers([Members]);
        foreach ((int width, int height) in new[] { (16, 16), (300, 40) })
        {
            float[] source = new float[width * height],
                destination = new float[width * height],
                kernel = new float[31 * 31];
            byte[] bytes = new byte[width * height],
                result = new byte[width * height];
            Action call = name switch
            {
                "AtRunTime" => With(batch.Method<PlaneWeights<float, float, float>>(name), kernel.AsMemory(0, 9)),
                "LargeAtRunTime" => With(batch.Method<PlaneWeights<float, float, float>>(name), kernel),
                "Bytes" or "GeneralBytes" => OfBytes(batch.Method<Plane<byte, byte>>(name)),
                "Signal" => OfLine(batch.Method<Line<float, float>>(name)),
                "Image" => InPlace(batch.Method<Action<byte[], int, int>>(name)),
                "Stream" => InBlocks(batch.Method<Blocks>(name), 100, 101),
                "LongStream" => InBlocks(batch.Method<Blocks>(name), 1400, 701),
                _ => Of(batch.Method<Plane<float, float>>(name)),
            };
            call();
            call();
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < Calls; i++)
            {
                call();
            }

            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

            Action Of(Plane<float, float> method) => () => method(source, width, height, destination);
            Action With(PlaneWeights<float, float, float> method, ReadOnlyMemory<float> weights) =>
                () => method(source, width, height, weights.Span, destination);
            Action OfBytes(Plane<byte, byte> method) => () => method(bytes, width, height, result);
            Action OfLine(Line<float, float> method) => () => method(source, destination);
            Action InPlace(Action<byte[], int, int> method) => () => method(bytes, width, height);
            Action InBlocks(Blocks method, int past, int taps)
            {
                // Shorter than the history, longer than it, and empty.
                float[] history = new float[past];
                return () =>
                {
                    method(source.AsSpan(0, 64), history, kernel.AsSpan(0, taps), destination);
                    method(source, history, kernel.AsSpan(0, taps), destination);
                    method([], history, kernel.AsSpan(0, taps), destination);
                };
            }
        }
    }
}
