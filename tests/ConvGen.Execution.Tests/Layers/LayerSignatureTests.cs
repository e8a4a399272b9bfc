using System.Numerics.Tensors;
using CommunityToolkit.HighPerformance;
using ConvGen.Execution.Tests.Compilation;

namespace ConvGen.Execution.Tests.Layers;

internal delegate void LayerOfSpans(
    ReadOnlySpan<float> source,
    int width,
    int height,
    ReadOnlySpan<float> kernel,
    ReadOnlySpan<float> bias,
    Span<float> destination
);

internal delegate void PreparedLayer(
    ReadOnlySpan<float> source,
    int width,
    int height,
    PreparedKernel<float> kernel,
    Span<float> destination
);

internal delegate void LayerOfMemory(
    ReadOnlyMemory<float> source,
    int width,
    int height,
    ReadOnlyMemory<float> kernel,
    float[] bias,
    Memory<float> destination
);

internal delegate void LayerOfViews(
    ReadOnlySpan2D<float> source,
    ReadOnlySpan<float> kernel,
    ReadOnlySpan<float> bias,
    Span2D<float> destination
);

internal delegate void LayerOfTensors(
    ReadOnlyTensorSpan<float> source,
    ReadOnlySpan<float> kernel,
    ReadOnlySpan<float> bias,
    TensorSpan<float> destination
);

/// <summary>The carriers of layers, what they refuse, and what they allocate.</summary>
public sealed class LayerSignatureTests : IDisposable
{
    private const int Width = 13;
    private const int Height = 6;
    private const int Inputs = 2;
    private const int Outputs = 8;

    private const string Shape = "global::ConvGen.KernelShape(3, 3, InputChannels = 2, OutputChannels = 8)";
    private const string Interleaved = $"[global::ConvGen.Correlation, {Shape}]";
    private const string Planar = $"[global::ConvGen.Correlation(Layout = global::ConvGen.ChannelLayout.Planar), {Shape}]";
    private const string Floats = "global::System.ReadOnlySpan<float>";
    private const string Tensors =
        "global::System.Numerics.Tensors.ReadOnlyTensorSpan<float> source, "
        + Floats
        + " kernel, "
        + Floats
        + " bias, global::System.Numerics.Tensors.TensorSpan<float> destination";

    private static readonly string[] Members =
    [
        $"{Interleaved} internal static partial void Spans({Floats} source, int width, int height, {Floats} kernel, {Floats} bias, global::System.Span<float> destination);\n",
        $"{Planar} internal static partial void Planes({Floats} source, int width, int height, {Floats} kernel, {Floats} bias, global::System.Span<float> destination);\n",
        $"{Interleaved} internal static partial void Prepared({Floats} source, int width, int height, global::ConvGen.PreparedKernel<float> kernel, global::System.Span<float> destination);\n",
        $"{Planar} internal static partial void PreparedPlanes({Floats} source, int width, int height, global::ConvGen.PreparedKernel<float> kernel, global::System.Span<float> destination);\n",
        $"{Interleaved} internal static partial void Memories(global::System.ReadOnlyMemory<float> source, int width, int height, global::System.ReadOnlyMemory<float> kernel, float[] bias, global::System.Memory<float> destination);\n",
        $"{Interleaved} internal static partial float[] Returned(float[] source, int width, int height, float[] kernel, float[] bias);\n",
        $"{Interleaved} internal static partial float[,] Rectangle(float[,] source, float[] kernel, float[] bias);\n",
        $"{Interleaved} internal static partial void Views(global::CommunityToolkit.HighPerformance.ReadOnlySpan2D<float> source, {Floats} kernel, {Floats} bias, global::CommunityToolkit.HighPerformance.Span2D<float> destination);\n",
        $"{Interleaved} internal static partial void InterleavedTensors({Tensors});\n",
        $"{Planar} internal static partial void PlanarTensors({Tensors});\n",
    ];

    private readonly CompiledBatch batch = Batch.OfMembers(Members, new BatchSettings());
    private readonly float[] source = Numbers(Width * Height * Inputs, 7);
    private readonly float[] kernel = Numbers(9 * Inputs * Outputs, 5);
    private readonly float[] bias = Numbers(Outputs, 3);

    private float[] Expected
    {
        get
        {
            float[] expected = new float[Width * Height * Outputs];
            batch.Method<LayerOfSpans>("Spans")(source, Width, Height, kernel, bias, expected);
            return expected;
        }
    }

    public void Dispose() => batch.Dispose();

    [Fact]
    public void Spans_have_the_sums_of_the_definition()
    {
        float[] expected = Expected;
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
            {
                for (int o = 0; o < Outputs; o++)
                {
                    float sum = bias[o];
                    for (int tap = 0; tap < 9 * Inputs; tap++)
                    {
                        int row = y + (tap / Inputs / 3) - 1,
                            column = x + (tap / Inputs % 3) - 1;
                        sum +=
                            row < 0 || column < 0 || row >= Height || column >= Width
                                ? 0
                                : source[(((row * Width) + column) * Inputs) + (tap % Inputs)] * kernel[(tap * Outputs) + o];
                    }

                    Assert.Equal(sum, expected[(((y * Width) + x) * Outputs) + o]);
                }
            }
        }
    }

    [Fact]
    public void Memories_and_arrays()
    {
        float[] destination = new float[Width * Height * Outputs];
        batch.Method<LayerOfMemory>("Memories")(source, Width, Height, kernel, bias, destination);
        Assert.Equal(Expected, destination);
        Assert.Equal(
            Expected,
            batch.Method<Func<float[], int, int, float[], float[], float[]>>("Returned")(source, Width, Height, kernel, bias)
        );
    }

    [Fact]
    public void Rectangles_and_views_have_pixels_in_their_rows()
    {
        float[,] rectangle = new float[Height, Width * Inputs];
        System.Buffer.BlockCopy(source, 0, rectangle, 0, sizeof(float) * source.Length);
        float[,] result = batch.Method<Func<float[,], float[], float[], float[,]>>("Rectangle")(rectangle, kernel, bias);
        Assert.Equal((Height, Width * Outputs), (result.GetLength(0), result.GetLength(1)));
        Assert.Equal(Expected, result.Cast<float>());

        float[,] target = new float[Height + 1, (Width * Outputs) + 5];
        batch.Method<LayerOfViews>("Views")(rectangle, kernel, bias, new Span2D<float>(target, 1, 3, Height, Width * Outputs));
        Assert.Equal(
            Expected,
            Enumerable
                .Range(0, Height)
                .SelectMany(row => Enumerable.Range(0, Width * Outputs).Select(column => target[row + 1, column + 3]))
        );
    }

    [Fact]
    public void Tensors_have_an_axis_for_channels()
    {
        float[] destination = new float[Width * Height * Outputs];
        batch.Method<LayerOfTensors>("InterleavedTensors")(
            new ReadOnlyTensorSpan<float>(source, [Height, Width, Inputs]),
            kernel,
            bias,
            new TensorSpan<float>(destination, [Height, Width, Outputs])
        );
        Assert.Equal(Expected, destination);

        float[] planes = Planes(source, Inputs),
            planar = new float[destination.Length];
        batch.Method<LayerOfTensors>("PlanarTensors")(
            new ReadOnlyTensorSpan<float>(planes, [Inputs, Height, Width]),
            kernel,
            bias,
            new TensorSpan<float>(planar, [Outputs, Height, Width])
        );
        Assert.Equal(Planes(Expected, Outputs), planar);

        ArgumentException refused = Assert.Throws<ArgumentException>(() =>
            batch.Method<LayerOfTensors>("PlanarTensors")(
                new ReadOnlyTensorSpan<float>(source, [Height, Width, Inputs]),
                kernel,
                bias,
                new TensorSpan<float>(planar, [Outputs, Height, Width])
            )
        );
        Assert.Contains("source has 6 elements and needs 2", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 0, 0, 0, "source", "155", "156")]
    [InlineData(0, 1, 0, 0, "kernel", "143", "144")]
    [InlineData(0, -1, 0, 0, "kernel", "145", "144")]
    [InlineData(0, 0, 1, 0, "bias", "7", "8")]
    [InlineData(0, 0, -1, 0, "bias", "9", "8")]
    [InlineData(0, 0, 0, 1, "destination", "623", "624")]
    public void Buffers_of_another_size_are_refused(
        int lessSource,
        int lessKernel,
        int lessBias,
        int lessDestination,
        string parameter,
        string has,
        string needs
    )
    {
        float[] destination = new float[(Width * Height * Outputs) - lessDestination];
        ArgumentException refused = Assert.Throws<ArgumentException>(
            parameter,
            () =>
                batch.Method<LayerOfSpans>("Planes")(
                    new float[source.Length - lessSource],
                    Width,
                    Height,
                    new float[kernel.Length - lessKernel],
                    new float[Outputs - lessBias],
                    destination
                )
        );
        Assert.Contains(has, refused.Message, StringComparison.Ordinal);
        Assert.Contains(needs, refused.Message, StringComparison.Ordinal);
        Assert.All(destination, value => Assert.Equal(0, value));
    }

    [Fact]
    public void A_destination_that_overlaps_the_bias_is_refused()
    {
        float[] shared = new float[(Width * Height * Outputs) + Outputs];
        Assert.Throws<ArgumentException>(
            "destination",
            () => batch.Method<LayerOfSpans>("Spans")(source, Width, Height, kernel, shared.AsSpan(0, Outputs), shared.AsSpan(Outputs - 1))
        );
        batch.Method<LayerOfSpans>("Spans")(source, Width, Height, kernel, shared.AsSpan(0, Outputs), shared.AsSpan(Outputs));
    }

    [Fact]
    public void A_prepared_kernel_of_another_size_is_refused()
    {
        float[] destination = new float[Width * Height * Outputs];
        Assert.Throws<ArgumentException>(
            "kernel",
            () => batch.Method<PreparedLayer>("Prepared")(source, Width, Height, new PreparedKernel<float>(new float[5]), destination)
        );
        Assert.Throws<ArgumentNullException>(
            "kernel",
            () => batch.Method<PreparedLayer>("Prepared")(source, Width, Height, null!, destination)
        );
        Assert.Throws<ArgumentNullException>("weights", () => new PreparedKernel<float>(null!));
    }

    [Fact]
    public void A_prepared_kernel_serves_layers_of_both_layouts_and_does_not_see_later_changes()
    {
        float[] weights = [.. kernel],
            zero = new float[Outputs];
        PreparedKernel<float> prepared = new(weights);
        Array.Clear(weights);
        Assert.Equal(kernel.Length, prepared.Length);
        float[] expected = new float[Width * Height * Outputs],
            actual = new float[expected.Length];
        batch.Method<LayerOfSpans>("Spans")(source, Width, Height, kernel, zero, expected);
        for (int round = 0; round < 2; round++)
        {
            batch.Method<PreparedLayer>("Prepared")(source, Width, Height, prepared, actual);
            Assert.Equal(expected, actual);
            batch.Method<PreparedLayer>("PreparedPlanes")(Planes(source, Inputs), Width, Height, prepared, actual);
            Assert.Equal(Planes(expected, Outputs), actual);
        }
    }

    [Fact]
    public void Threads_share_a_prepared_kernel()
    {
        PreparedLayer layer = batch.Method<PreparedLayer>("PreparedPlanes");
        float[] planes = Planes(source, Inputs),
            expected = new float[Width * Height * Outputs];
        layer(planes, Width, Height, new PreparedKernel<float>(kernel), expected);
        PreparedKernel<float> shared = new(kernel);
        float[][] results = new float[8][];
        Parallel.For(
            0,
            results.Length,
            index =>
            {
                results[index] = new float[expected.Length];
                layer(planes, Width, Height, shared, results[index]);
            }
        );
        Assert.All(results, result => Assert.Equal(expected, result));
    }

    [Theory]
    [InlineData("Prepared")]
    [InlineData("PreparedPlanes")]
    public void The_prepared_form_allocates_nothing(string name)
    {
        PreparedLayer layer = batch.Method<PreparedLayer>(name);
        PreparedKernel<float> prepared = new(kernel);
        float[] destination = new float[Width * Height * Outputs];
        layer(source, Width, Height, prepared, destination);
        layer(source, Width, Height, prepared, destination);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int call = 0; call < 100; call++)
        {
            layer(source, Width, Height, prepared, destination);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static float[] Numbers(int count, int modulus) =>
        [.. Enumerable.Range(0, count).Select(i => (float)((i * 5 % modulus) - (modulus / 2)))];

    private static float[] Planes(float[] pixels, int channels) =>
        [
            .. from channel in Enumerable.Range(0, channels)
            from pixel in Enumerable.Range(0, pixels.Length / channels)
            select pixels[(pixel * channels) + channel],
        ];
}
