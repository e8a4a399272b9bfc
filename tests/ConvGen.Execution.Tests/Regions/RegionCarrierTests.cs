using System.Numerics.Tensors;
using CommunityToolkit.HighPerformance;
using ConvGen.Execution.Tests.Compilation;

namespace ConvGen.Execution.Tests.Regions;

/// <summary>Rectangles of images whose carriers know their shape: the numbers of one whole call, and what is refused.</summary>
public sealed class RegionCarrierTests : IDisposable
{
    private const int Width = 23,
        Height = 17;

    private const string Kernel =
        "[global::ConvGen.Correlation(Border = global::ConvGen.BorderMode.Reflect101), global::ConvGen.Kernel(\"1 2 3; 4 5 6; 7 8 9\")] internal static partial ";

    private const string Tensors =
        "global::ConvGen.Region held, global::ConvGen.Region region, System.Numerics.Tensors.TensorSpan<int> destination);\n";

    private readonly CompiledBatch batch = Batch.OfMembers([
        Kernel
            + "int[] Whole(int[] source, int width, int height);\n"
            + Kernel
            + "int[,] OfArray(int[,] source, global::ConvGen.Region region);\n"
            + Kernel
            + "void IntoArray(int[,] source, int width, int height, global::ConvGen.Region held, global::ConvGen.Region region, int[,] destination);\n"
            + Kernel
            + "void OfSpan2D(CommunityToolkit.HighPerformance.ReadOnlySpan2D<int> source, int width, int height, global::ConvGen.Region held, global::ConvGen.Region region, CommunityToolkit.HighPerformance.Span2D<int> destination);\n"
            + Kernel
            + "void OfTensor(System.Numerics.Tensors.ReadOnlyTensorSpan<int> source, int width, int height, "
            + Tensors
            + "[global::ConvGen.Correlation, global::ConvGen.Kernel(\"1 2 3\")] internal static partial int[] WholeLine(int[] source);\n"
            + "[global::ConvGen.Correlation, global::ConvGen.Kernel(\"1 2 3\")] internal static partial void Line(System.Numerics.Tensors.ReadOnlyTensorSpan<int> source, int length, "
            + Tensors
            + Layer
            + "void WholePlanes(float[] source, int width, int height, float[] destination);\n"
            + Layer
            + "void Planes(System.Numerics.Tensors.ReadOnlyTensorSpan<float> source, int width, int height, global::ConvGen.Region held, global::ConvGen.Region region, System.Numerics.Tensors.TensorSpan<float> destination);\n",
    ]);

    private const string Layer =
        "[global::ConvGen.Correlation(Border = global::ConvGen.BorderMode.Replicate, Layout = global::ConvGen.ChannelLayout.Planar), "
        + "global::ConvGen.Kernel(\"1 2; 3 4; 5 6; 7 8; 9 1; 2 3; 4 5; 6 7; 8 9\", Rows = 3, Columns = 3, InputChannels = 2, OutputChannels = 1)] internal static partial ";

    private readonly int[] image = [.. Enumerable.Range(0, Width * Height).Select(i => (i * 37 % 101) - 50)];

    private delegate void Spans(ReadOnlySpan2D<int> source, int width, int height, Region held, Region region, Span2D<int> destination);

    private delegate void TensorSpans<T>(
        ReadOnlyTensorSpan<T> source,
        int width,
        int height,
        Region held,
        Region region,
        TensorSpan<T> destination
    );

    private delegate void TensorLine(ReadOnlyTensorSpan<int> source, int length, Region held, Region region, TensorSpan<int> destination);

    public static TheoryData<Region, Region> Rectangles =>
        new()
        {
            { new(0, 0, Width, Height), new(0, 0, Width, Height) },
            { new(4, 3, 12, 9), new(5, 4, 10, 7) },
            { new(0, 0, 9, 6), new(0, 0, 8, 5) },
            { new(13, 10, 10, 7), new(14, 11, 9, 6) },
        };

    public void Dispose() => batch.Dispose();

    [Theory]
    [MemberData(nameof(Rectangles))]
    public void Every_carrier_has_the_numbers_of_the_whole(Region held, Region region)
    {
        int[] expected = Cut(batch.Method<Func<int[], int, int, int[]>>("Whole")(image, Width, Height), region);
        int[,] whole = Shaped(image, Height, Width),
            source = Shaped(Cut(image, held), held.Height, held.Width),
            destination = new int[region.Height, region.Width];
        Assert.Equal(expected, batch.Method<Func<int[,], Region, int[,]>>("OfArray")(whole, region).Cast<int>());
        batch.Method<Action<int[,], int, int, Region, Region, int[,]>>("IntoArray")(source, Width, Height, held, region, destination);
        Assert.Equal(expected, destination.Cast<int>());

        // A part of the image where it lies, in an array of the same pitch.
        destination = new int[region.Height, region.Width];
        batch.Method<Spans>("OfSpan2D")(
            new ReadOnlySpan2D<int>(whole, held.Top, held.Left, held.Height, held.Width),
            Width,
            Height,
            held,
            region,
            destination
        );
        Assert.Equal(expected, destination.Cast<int>());
        int[] result = new int[region.Height * region.Width];
        batch.Method<TensorSpans<int>>("OfTensor")(
            new ReadOnlyTensorSpan<int>(image.AsSpan((held.Top * Width) + held.Left), [held.Height, held.Width], [Width, 1]),
            Width,
            Height,
            held,
            region,
            new TensorSpan<int>(result, [region.Height, region.Width], [])
        );
        Assert.Equal(expected, result);
    }

    [Theory]
    [MemberData(nameof(Rectangles))]
    public void Planes_of_channels_are_cut_alike(Region held, Region region)
    {
        float[] both = [.. image.Select(static sample => (float)sample), .. image.Select(static sample => sample * 0.5f)],
            whole = new float[Width * Height],
            result = new float[region.Height * region.Width];
        batch.Method<Action<float[], int, int, float[]>>("WholePlanes")(both, Width, Height, whole);
        float[] source = [.. Cut(both[..image.Length], held), .. Cut(both[image.Length..], held)];
        batch.Method<TensorSpans<float>>("Planes")(
            new ReadOnlyTensorSpan<float>(source, [2, held.Height, held.Width], []),
            Width,
            Height,
            held,
            region,
            new TensorSpan<float>(result, [1, region.Height, region.Width], [])
        );
        Assert.Equal(Cut(whole, region), result);
    }

    [Fact]
    public void A_tensor_of_one_axis_is_a_stretch_of_a_signal()
    {
        int[] expected = batch.Method<Func<int[], int[]>>("WholeLine")(image),
            result = new int[40];
        batch.Method<TensorLine>("Line")(
            new ReadOnlyTensorSpan<int>(image.AsSpan(99, 42), [42], []),
            image.Length,
            new Region(99, 0, 42, 1),
            new Region(100, 0, 40, 1),
            new TensorSpan<int>(result, [40], [])
        );
        Assert.Equal(expected[100..140], result);
    }

    [Theory]
    [InlineData(8, 12, 7, 10, "source", "8 x 12 elements and needs 9 x 12")]
    [InlineData(9, 13, 7, 10, "source", "9 x 13 elements and needs 9 x 12")]
    [InlineData(9, 12, 7, 11, "destination", "7 x 11 elements and needs 7 x 10")]
    [InlineData(9, 12, 8, 10, "destination", "8 x 10 elements and needs 7 x 10")]
    public void Shapes_are_those_of_the_rectangles(int rows, int columns, int resultRows, int resultColumns, string parameter, string text)
    {
        int[,] destination = new int[resultRows, resultColumns];
        ArgumentException refused = Assert.Throws<ArgumentException>(() =>
            batch.Method<Action<int[,], int, int, Region, Region, int[,]>>("IntoArray")(
                new int[rows, columns],
                Width,
                Height,
                new Region(4, 3, 12, 9),
                new Region(5, 4, 10, 7),
                destination
            )
        );
        Assert.Equal(parameter, refused.ParamName);
        Assert.Contains(text, refused.Message, StringComparison.Ordinal);
        Assert.All(destination.Cast<int>(), static element => Assert.Equal(0, element));
    }

    private static T[] Cut<T>(T[] image, Region part) =>
        [.. Enumerable.Range(part.Top, part.Height).SelectMany(y => image.Skip((y * Width) + part.Left).Take(part.Width))];

    private static int[,] Shaped(int[] elements, int rows, int columns)
    {
        int[,] shaped = new int[rows, columns];
        Buffer.BlockCopy(elements, 0, shaped, 0, elements.Length * sizeof(int));
        return shaped;
    }
}
