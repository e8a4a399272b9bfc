using System.Numerics.Tensors;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Signatures;

namespace ConvGen.Execution.Tests.Volumes;

/// <summary>The carriers of volumes, and what their calls refuse before anything is written.</summary>
public sealed class VolumeCarrierTests : IDisposable
{
    private const int Width = 7,
        Height = 5,
        Depth = 4;

    private const string Kernel =
        "[global::ConvGen.Convolution, global::ConvGen.Kernel(\"1 2 3; 4 5 6 | 7 8 9; -1 -2 -3\")] internal static partial ";

    private readonly CompiledBatch batch = Batch.OfMembers([
        Kernel
            + "int[] Flat(int[] source, int width, int height, int depth);\n"
            + Kernel
            + "int[,,] Volume(int[,,] source);\n"
            + Kernel
            + "void Tensors(System.Numerics.Tensors.ReadOnlyTensorSpan<int> source, System.Numerics.Tensors.TensorSpan<int> destination);\n"
            + Kernel
            + "int[,,] OfTensor(System.Numerics.Tensors.ReadOnlyTensorSpan<int> source);\n"
            + Kernel
            + "void Arrays(int[,,] source, int[,,] destination);\n"
            + Kernel
            + "void Pitched(int[] source, int width, int height, int depth, int sourcePitch, int sourcePlanePitch, int[] destination, int destinationPlanePitch);\n"
            + Kernel
            + "void Spans(global::System.ReadOnlySpan<int> source, int width, int height, int depth, global::System.Span<int> destination);\n",
    ]);

    private readonly int[] source = [.. Enumerable.Range(0, Width * Height * Depth).Select(i => (i * 37 % 101) - 50)];

    private delegate int[,,] OfTensor(ReadOnlyTensorSpan<int> source);

    private delegate void Spans(ReadOnlySpan<int> source, int width, int height, int depth, Span<int> destination);

    private int[] Expected => batch.Method<Func<int[], int, int, int, int[]>>("Flat")(source, Width, Height, Depth);

    public void Dispose() => batch.Dispose();

    /// <summary>
    /// The convolution reverses all three axes: y = sum K[d, r, c] x[h + 1 - 1 + ... - d, ...] with as-applied anchors of 1, 1 and 1.
    /// </summary>
    [Fact]
    public void A_flat_volume_is_that_of_the_definition()
    {
        int[,,] kernel =
        {
            {
                { 1, 2, 3 },
                { 4, 5, 6 },
            },
            {
                { 7, 8, 9 },
                { -1, -2, -3 },
            },
        };
        int[] expected = new int[source.Length];
        for (int i = 0; i < expected.Length; i++)
        {
            (int plane, int row, int column) = (i / Width / Height, i / Width % Height, i % Width);
            for (int d = 0; d < 2; d++)
            {
                for (int r = 0; r < 2; r++)
                {
                    for (int c = 0; c < 3; c++)
                    {
                        (int z, int y, int x) = (plane - d, row - r, column + 1 - c);
                        bool isInside = z >= 0 && y >= 0 && x is >= 0 and < Width;
                        expected[i] += isInside ? kernel[d, r, c] * source[(((z * Height) + y) * Width) + x] : 0;
                    }
                }
            }
        }

        Assert.Equal(expected, Expected);
    }

    [Fact]
    public void Arrays_and_tensors_have_the_result_of_spans()
    {
        int[,,] volume = new int[Depth, Height, Width];
        Buffer.BlockCopy(source, 0, volume, 0, source.Length * sizeof(int));
        Assert.Equal(Expected, batch.Method<Func<int[,,], int[,,]>>("Volume")(volume).Cast<int>());
        int[,,] destination = new int[Depth, Height, Width];
        batch.Method<Action<int[,,], int[,,]>>("Arrays")(volume, destination);
        Assert.Equal(Expected, destination.Cast<int>());
        Assert.Equal(
            Expected,
            batch.Method<OfTensor>("OfTensor")(new ReadOnlyTensorSpan<int>(source, [Depth, Height, Width], [])).Cast<int>()
        );

        // Planes of the source and of the destination lie further apart than they are large.
        const int Area = Width * Height,
            From = Area + 3,
            To = Area + 5;
        int[] wide = new int[(From * (Depth - 1)) + Area],
            target = new int[(To * (Depth - 1)) + Area];
        for (int plane = 0; plane < Depth; plane++)
        {
            source.AsSpan(plane * Area, Area).CopyTo(wide.AsSpan(plane * From));
        }

        batch.Method<Tensors<int, int>>("Tensors")(
            new ReadOnlyTensorSpan<int>(wide, [Depth, Height, Width], [From, Width, 1]),
            new TensorSpan<int>(target, [Depth, Height, Width], [To, Width, 1])
        );
        Assert.Equal(Expected, Enumerable.Range(0, source.Length).Select(i => target[(i / Area * To) + (i % Area)]));
    }

    [Theory]
    [InlineData(Depth - 1, Height, Width)]
    [InlineData(Depth, Height + 1, Width)]
    [InlineData(Depth, Height, Width + 1)]
    public void A_shaped_destination_has_exactly_the_shape_of_the_result(int depth, int height, int width)
    {
        int[,,] volume = new int[Depth, Height, Width];
        ArgumentException refused = Assert.Throws<ArgumentException>(() =>
            batch.Method<Action<int[,,], int[,,]>>("Arrays")(volume, new int[depth, height, width])
        );
        Assert.Equal("destination", refused.ParamName);
        Assert.Contains(
            $"{depth} x {height} x {width} elements and needs {Depth} x {Height} x {Width}",
            refused.Message,
            StringComparison.Ordinal
        );
        ArgumentException rank = Assert.Throws<ArgumentException>(() =>
            batch.Method<Tensors<int, int>>("Tensors")(
                new ReadOnlyTensorSpan<int>(source, [Depth * Height, Width], []),
                new TensorSpan<int>(new int[source.Length], [Depth, Height, Width], [])
            )
        );
        Assert.Contains("rank 2 and needs rank 3", rank.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_sizes_are_refused_and_nothing_is_written()
    {
        Action<int[], int, int, int, int, int, int[], int> pitched = batch.Method<Action<int[], int, int, int, int, int, int[], int>>(
            "Pitched"
        );
        int[] destination = new int[source.Length + 20];
        const int Area = Width * Height;
        (string Parameter, Action Call)[] calls =
        [
            ("depth", () => pitched(source, Width, Height, -1, Width, Area, destination, Area)),
            ("source", () => pitched(source, Width, Height, Depth + 1, Width, Area, destination, Area)),
            ("sourcePitch", () => pitched(source, Width, Height, Depth, Width - 1, Area, destination, Area)),
            ("sourcePlanePitch", () => pitched(source, Width, Height, Depth, Width, Area - 1, destination, Area)),
            ("destinationPlanePitch", () => pitched(source, Width, Height, Depth, Width, Area, destination, Area - 1)),
            ("destination", () => pitched(source, Width, Height, Depth, Width, Area, destination, Area + 8)),
            ("source", () => batch.Method<Func<int[], int, int, int, int[]>>("Flat")(source, int.MaxValue, int.MaxValue, int.MaxValue)),
        ];
        Assert.All(calls, call => Assert.Equal(call.Parameter, Assert.ThrowsAny<ArgumentException>(call.Call).ParamName));
        Assert.All(destination, element => Assert.Equal(0, element));
    }

    [Fact]
    public void An_overlapping_destination_is_refused_and_one_beside_the_source_is_not()
    {
        Spans spans = batch.Method<Spans>("Spans");
        int[] both = [.. source, .. new int[source.Length]];
        Assert.Equal(
            "destination",
            Assert
                .Throws<ArgumentException>(() => spans(both.AsSpan(0, source.Length), Width, Height, Depth, both.AsSpan(source.Length - 1)))
                .ParamName
        );
        spans(both.AsSpan(0, source.Length), Width, Height, Depth, both.AsSpan(source.Length));
        Assert.Equal(Expected, both[source.Length..]);
    }

    [Fact]
    public void An_empty_volume_has_an_empty_result()
    {
        Assert.Empty(batch.Method<Func<int[], int, int, int, int[]>>("Flat")([], 0, Height, Depth));
        Assert.Empty(batch.Method<Func<int[], int, int, int, int[]>>("Flat")([], Width, Height, 0));
        Assert.Empty(batch.Method<Func<int[,,], int[,,]>>("Volume")(new int[0, Height, Width]));
    }
}
