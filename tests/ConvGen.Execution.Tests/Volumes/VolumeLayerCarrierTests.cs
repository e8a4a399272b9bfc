using System.Numerics.Tensors;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Signatures;

namespace ConvGen.Execution.Tests.Volumes;

/// <summary>The carriers of layers over volumes, and what their calls refuse.</summary>
public sealed class VolumeLayerCarrierTests : IDisposable
{
    private const int Width = 7,
        Height = 5,
        Depth = 4,
        Inputs = 2,
        Outputs = 3;

    private const string Tensor = "System.Numerics.Tensors.ReadOnlyTensorSpan<int> source";

    private const string Pair = Tensor + ", System.Numerics.Tensors.TensorSpan<int> destination";

    private readonly CompiledBatch batch = Batch.OfMembers([
        Member("Interleaved", "int[] Flat(int[] source, int width, int height, int depth)"),
        Member("Interleaved", "int[,,] Volume(int[,,] source)"),
        Member("Interleaved", "void Arrays(int[,,] source, int[,,] destination)"),
        Member("Interleaved", $"void Tensors({Pair})"),
        Member("Interleaved", $"int[,,] OfTensor({Tensor})"),
        Member("Planar", "int[] FlatPlanar(int[] source, int width, int height, int depth)"),
        Member("Planar", $"void TensorsPlanar({Pair})"),
    ]);

    private readonly int[] source = [.. Enumerable.Range(0, Width * Height * Depth * Inputs).Select(i => (i * 37 % 101) - 50)];

    private delegate int[,,] OfTensor(ReadOnlyTensorSpan<int> source);

    public void Dispose() => batch.Dispose();

    private static string Member(string layout, string method) =>
        $"[global::ConvGen.Convolution(Layout = global::ConvGen.ChannelLayout.{layout}), "
        + $"global::ConvGen.Kernel(\"{string.Join(' ', Enumerable.Range(0, 2 * 2 * 3 * Inputs * Outputs).Select(i => (i * 29 % 17) - 8))}\", "
        + $"Planes = 2, Rows = 2, Columns = 3, InputChannels = {Inputs}, OutputChannels = {Outputs})] internal static partial {method};\n";

    private int[] Flat(string name, int[] samples) => batch.Method<Func<int[], int, int, int, int[]>>(name)(samples, Width, Height, Depth);

    /// <summary>The same samples, one channel after the other.</summary>
    private static int[] InPlanes(int[] pixels, int channels) =>
        [.. Enumerable.Range(0, channels).SelectMany(channel => pixels.Where((_, i) => i % channels == channel))];

    [Fact]
    public void Both_layouts_have_the_same_result() =>
        Assert.Equal(InPlanes(Flat("Flat", source), Outputs), Flat("FlatPlanar", InPlanes(source, Inputs)));

    [Fact]
    public void Arrays_and_tensors_have_the_result_of_spans()
    {
        int[] expected = Flat("Flat", source);
        int[,,] volume = new int[Depth, Height, Width * Inputs],
            destination = new int[Depth, Height, Width * Outputs];
        Buffer.BlockCopy(source, 0, volume, 0, source.Length * sizeof(int));
        batch.Method<Action<int[,,], int[,,]>>("Arrays")(volume, destination);
        Assert.Equal(expected, destination.Cast<int>());
        Assert.Equal(expected, batch.Method<Func<int[,,], int[,,]>>("Volume")(volume).Cast<int>());
        ReadOnlyTensorSpan<int> dense = new(source, [Depth, Height, Width, Inputs], []);
        Assert.Equal(expected, batch.Method<OfTensor>("OfTensor")(dense).Cast<int>());

        // Planes of the source and of the destination lie further apart than they are large.
        const int Read = Width * Height * Inputs,
            Written = Width * Height * Outputs,
            From = Read + 3,
            To = Written + 5;
        int[] wide = new int[(From * (Depth - 1)) + Read],
            target = new int[(To * (Depth - 1)) + Written];
        for (int plane = 0; plane < Depth; plane++)
        {
            source.AsSpan(plane * Read, Read).CopyTo(wide.AsSpan(plane * From));
        }

        batch.Method<Tensors<int, int>>("Tensors")(
            new ReadOnlyTensorSpan<int>(wide, [Depth, Height, Width, Inputs], [From, Width * Inputs, Inputs, 1]),
            new TensorSpan<int>(target, [Depth, Height, Width, Outputs], [To, Width * Outputs, Outputs, 1])
        );
        Assert.Equal(expected, Enumerable.Range(0, expected.Length).Select(i => target[(i / Written * To) + (i % Written)]));

        int[] planes = new int[expected.Length];
        batch.Method<Tensors<int, int>>("TensorsPlanar")(
            new ReadOnlyTensorSpan<int>(InPlanes(source, Inputs), [Inputs, Depth, Height, Width], []),
            new TensorSpan<int>(planes, [Outputs, Depth, Height, Width], [])
        );
        Assert.Equal(InPlanes(expected, Outputs), planes);
    }

    [Fact]
    public void Other_shapes_are_refused_and_nothing_is_written()
    {
        int[] target = new int[2 * source.Length];
        Tensors<int, int> interleaved = batch.Method<Tensors<int, int>>("Tensors"),
            planar = batch.Method<Tensors<int, int>>("TensorsPlanar");
        void Refused(string parameter, string text, Action call)
        {
            ArgumentException refused = Assert.Throws<ArgumentException>(call);
            Assert.Equal(parameter, refused.ParamName);
            Assert.Contains(text, refused.Message, StringComparison.Ordinal);
        }

        Refused(
            "source",
            "rank 3 and needs rank 4",
            () => interleaved(new(source, [Depth, Height, Width], []), new(target, [Depth, Height, Width, Outputs], []))
        );
        Refused(
            "source",
            "needs 2",
            () => interleaved(new(source, [Depth, Height, Width, 1], []), new(target, [Depth, Height, Width, Outputs], []))
        );
        Refused(
            "destination",
            "needs 3",
            () => interleaved(new(source, [Depth, Height, Width, Inputs], []), new(target, [Depth, Height, Width, 2], []))
        );
        Refused(
            "destination",
            $"{Depth - 1} x {Height} x {Width * Outputs} elements and needs {Depth} x {Height} x {Width * Outputs}",
            () => interleaved(new(source, [Depth, Height, Width, Inputs], []), new(target, [Depth - 1, Height, Width, Outputs], []))
        );
        Refused(
            "source",
            "needs 2",
            () => planar(new(source, [1, Depth, Height, Width], []), new(target, [Outputs, Depth, Height, Width], []))
        );
        Refused(
            "destination",
            $"{Depth} x {Height} x {Width - 1} elements and needs {Depth} x {Height} x {Width}",
            () => planar(new(source, [Inputs, Depth, Height, Width], []), new(target, [Outputs, Depth, Height, Width - 1], []))
        );
        Refused(
            "source",
            "stride",
            () =>
                planar(
                    new(new int[2 * source.Length], [Inputs, Depth, Height, Width], [Depth * Height * Width + 1, Height * Width, Width, 1]),
                    new(target, [Outputs, Depth, Height, Width], [])
                )
        );
        Refused("source", "columns", () => batch.Method<Func<int[,,], int[,,]>>("Volume")(new int[Depth, Height, (Width * Inputs) + 1]));
        Assert.All(target, element => Assert.Equal(0, element));
    }
}
