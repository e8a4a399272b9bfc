using System.Numerics.Tensors;
using System.Reflection;
using System.Runtime.InteropServices;
using CommunityToolkit.HighPerformance;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Generator.Tests.Emission;

/// <summary>What generated methods refuse at run time, compiled as in a project that checks for overflow.</summary>
public class ArgumentTests
{
    private const string Source = """
        using System;
        using System.Numerics.Tensors;
        using CommunityToolkit.HighPerformance;
        using ConvGen;

        public static partial class Filters
        {
            [Convolution, Kernel("1 2 1; 2 4 2; 1 2 1", Divisor = 16)]
            public static partial void Plane(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);

            [Convolution, Kernel("1 2 1; 2 4 2; 1 2 1")]
            public static partial void Wider(ReadOnlySpan<byte> source, int width, int height, Span<short> destination);

            [Convolution(PixelChannels = 3), Kernel("1 2 1")]
            public static partial void Pitched(byte[] source, int batch, int width, int height, int sourcePitch, byte[] destination, int destinationPitch);

            [Correlation, KernelShape(3)]
            public static partial void Weighted(ReadOnlySpan<float> source, ReadOnlySpan<float> kernel, Span<float> destination);

            [Correlation(PixelChannels = 2), Kernel("1 1")]
            public static partial int[] Line(int[] source, int batch);

            [Correlation(Padding = 1000000), Kernel("1 1")]
            public static partial byte[] Huge(byte[] source, int batch);

            [Correlation(Mode = OutputMode.Valid), Kernel("1 1; 1 1")]
            public static partial int[,] Valid(int[,] source);

            [Correlation(PixelChannels = 3), Kernel("1 1; 1 1")]
            public static partial void Shaped(byte[,] source, Span2D<byte> destination);

            [Correlation, Kernel("1; 2")]
            public static partial void Tensors(ReadOnlyTensorSpan<int> source, TensorSpan<int> destination);
        }
        """;

    private static readonly Lazy<Type> Filters = new(() =>
        GeneratedCode
            .Of(
                Source,
                LanguageVersion.Latest,
                isChecked: true,
                documentation: Microsoft.CodeAnalysis.DocumentationMode.Parse,
                framework: GeneratedCode.RunningFramework
            )
            .Clean()
            .Load("Filters")
    );

    private delegate void PlaneMethod<TSource, TDestination>(
        ReadOnlySpan<TSource> source,
        int width,
        int height,
        Span<TDestination> destination
    );

    private delegate void PitchedMethod(
        byte[] source,
        int batch,
        int width,
        int height,
        int sourcePitch,
        byte[] destination,
        int destinationPitch
    );

    private delegate void WeightedMethod(ReadOnlySpan<float> source, ReadOnlySpan<float> kernel, Span<float> destination);

    private delegate void ShapedMethod(byte[,] source, Span2D<byte> destination);

    private delegate void TensorMethod(ReadOnlyTensorSpan<int> source, TensorSpan<int> destination);

    [Theory]
    [InlineData(6, 3, 2, 6, null, null)]
    [InlineData(9, 3, 2, 7, null, null)]
    [InlineData(5, 3, 2, 6, "source", "source has 5 elements and needs 6.")]
    [InlineData(6, 3, 2, 5, "destination", "destination has 5 elements and needs 6.")]
    [InlineData(6, -3, 2, 6, "width", "width ('-3') must be a non-negative value.")]
    [InlineData(6, 3, -2, 6, "height", "height ('-2') must be a non-negative value.")]
    [InlineData(6, 65536, 65536, 6, "source", "source has 6 elements and needs 4294967296.")]
    [InlineData(6, int.MaxValue, int.MaxValue, 6, "source", "source has 6 elements and needs 4611686014132420609.")]
    [InlineData(6, int.MaxValue, 0, 0, null, null)]
    [InlineData(0, 0, 5, 0, null, null)]
    public void Flat_sizes_are_checked(int sourceLength, int width, int height, int destinationLength, string? parameter, string? message)
    {
        PlaneMethod<byte, byte> plane = Method<PlaneMethod<byte, byte>>("Plane");
        byte[] destination = [.. Enumerable.Repeat((byte)77, destinationLength)];
        byte[] source = new byte[sourceLength];

        Check(parameter, message, () => plane(source, width, height, destination));

        Assert.True(parameter is null || destination.All(value => value == 77), "something was written");
    }

    [Theory]
    [InlineData(44, false)]
    [InlineData(45, true)]
    [InlineData(50, true)]
    [InlineData(55, true)]
    [InlineData(56, false)]
    public void A_destination_that_overlaps_the_source_is_refused(int destination, bool overlaps)
    {
        PlaneMethod<byte, byte> plane = Method<PlaneMethod<byte, byte>>("Plane");
        byte[] memory = new byte[100];

        // Source and destination are six elements each; what the spans hold beyond does not count.
        Check(
            overlaps ? "destination" : null,
            "destination overlaps source",
            () => plane(memory.AsSpan(50), 3, 2, memory.AsSpan(destination))
        );
    }

    [Fact]
    public void Overlap_is_counted_in_bytes()
    {
        PlaneMethod<byte, short> wider = Method<PlaneMethod<byte, short>>("Wider");
        short[] memory = new short[20];
        byte[] Bytes() => MemoryMarshal.AsBytes(memory.AsSpan()).ToArray();

        // Six shorts at 4 take the bytes 8 to 19.
        Check(null, null, () => wider(MemoryMarshal.AsBytes(memory.AsSpan())[2..], 3, 2, memory.AsSpan(4)));
        Check(null, null, () => wider(MemoryMarshal.AsBytes(memory.AsSpan())[20..], 3, 2, memory.AsSpan(4)));
        byte[] before = Bytes();
        Check(
            "destination",
            "destination overlaps source",
            () => wider(MemoryMarshal.AsBytes(memory.AsSpan())[3..], 3, 2, memory.AsSpan(4))
        );
        Check(
            "destination",
            "destination overlaps source",
            () => wider(MemoryMarshal.AsBytes(memory.AsSpan())[19..], 3, 2, memory.AsSpan(4))
        );
        Assert.Equal(before, Bytes());
    }

    [Theory]
    [InlineData(44, 2, 2, 2, 10, 22, 8, null, null)]
    [InlineData(36, 2, 2, 2, 10, 30, 8, null, null)]
    [InlineData(35, 2, 2, 2, 10, 30, 8, "source", "source has 35 elements and needs 36.")]
    [InlineData(36, 2, 2, 2, 10, 29, 8, "destination", "destination has 29 elements and needs 30.")]
    [InlineData(36, 2, 2, 2, 5, 30, 8, "sourcePitch", "sourcePitch is 5 elements and needs 6.")]
    [InlineData(36, 2, 2, 2, 10, 30, 5, "destinationPitch", "destinationPitch is 5 elements and needs 6.")]
    [InlineData(36, -1, 2, 2, 10, 30, 8, "batch", "must be a non-negative value")]
    [InlineData(
        36,
        int.MaxValue,
        int.MaxValue / 3,
        int.MaxValue,
        int.MaxValue,
        30,
        8,
        "source",
        "source has 36 elements and needs more than any buffer has."
    )]
    [InlineData(0, 0, 2, 2, 10, 0, 8, null, null)]
    public void Pitches_and_batches_are_checked(
        int sourceLength,
        int batch,
        int width,
        int height,
        int sourcePitch,
        int destinationLength,
        int destinationPitch,
        string? parameter,
        string? message
    )
    {
        PitchedMethod pitched = Method<PitchedMethod>("Pitched");
        byte[] destination = new byte[parameter is null ? Math.Max(destinationLength, 30) : destinationLength];

        Check(parameter, message, () => pitched(new byte[sourceLength], batch, width, height, sourcePitch, destination, destinationPitch));
    }

    [Fact]
    public void Null_arrays_are_refused()
    {
        PitchedMethod pitched = Method<PitchedMethod>("Pitched");

        Assert.Equal("source", Assert.Throws<ArgumentNullException>(() => pitched(null!, 1, 1, 1, 3, new byte[3], 3)).ParamName);
        Assert.Equal("destination", Assert.Throws<ArgumentNullException>(() => pitched(new byte[3], 1, 1, 1, 3, null!, 3)).ParamName);
        Assert.Equal("source", Assert.Throws<ArgumentNullException>(() => Method<Func<int[,], int[,]>>("Valid")(null!)).ParamName);
    }

    [Fact]
    public void Weights_are_counted_and_kept_apart()
    {
        WeightedMethod weighted = Method<WeightedMethod>("Weighted");
        float[] memory = new float[20];

        Check(null, null, () => weighted(memory.AsSpan(0, 5), memory.AsSpan(5, 3), memory.AsSpan(8)));
        Check("kernel", "kernel has 2 elements and needs 3.", () => weighted(memory.AsSpan(0, 5), memory.AsSpan(5, 2), memory.AsSpan(8)));
        Check("kernel", "kernel has 4 elements and needs 3.", () => weighted(memory.AsSpan(0, 5), memory.AsSpan(5, 4), memory.AsSpan(10)));
        Check("destination", "destination overlaps kernel", () => weighted(memory.AsSpan(0, 5), memory.AsSpan(5, 3), memory.AsSpan(7)));
    }

    [Fact]
    public void The_length_of_a_line_is_what_the_source_holds()
    {
        Func<int[], int, int[]> line = Method<Func<int[], int, int[]>>("Line");

        Assert.Equal(12, line(new int[12], 3).Length);
        Assert.Empty(line([], 3));
        Assert.Empty(line([], 0));
        Check("source", "source has 13 elements and needs a multiple of 6.", () => line(new int[13], 3));
        Check("source", "source has 4 elements and needs a multiple of 0.", () => line(new int[4], 0));
    }

    [Fact]
    public void A_result_that_no_array_holds_is_refused() =>
        Check(
            "source",
            "source is too large: an array has at most 2147483591 elements and the result needs 4000000000.",
            () => Method<Func<byte[], int, byte[]>>("Huge")(new byte[2000], 2000)
        );

    [Fact]
    public void A_returned_shape_is_that_of_the_result()
    {
        Func<int[,], int[,]> valid = Method<Func<int[,], int[,]>>("Valid");

        int[,] result = valid(
            new[,]
            {
                { 1, 2, 3 },
                { 4, 5, 6 },
            }
        );
        Assert.Equal(
            new[,]
            {
                { 12, 16 },
            },
            result
        );
        int[,] empty = valid(new int[1, 4]);
        Assert.Equal((0, 3), (empty.GetLength(0), empty.GetLength(1)));
    }

    [Fact]
    public void Shapes_are_exact()
    {
        ShapedMethod shaped = Method<ShapedMethod>("Shaped");

        Check(null, null, () => shaped(new byte[2, 6], new byte[4, 9].AsSpan2D(1, 2, 2, 6)));
        Check(null, null, () => shaped(new byte[0, 6], default));
        Check("source", "source has 7 columns and needs a multiple of 3.", () => shaped(new byte[2, 7], new byte[2, 7]));
        Check("destination", "destination has 2 x 9 elements and needs 2 x 6.", () => shaped(new byte[2, 6], new byte[2, 9]));
        Check("destination", "destination has 2 x 3 elements and needs 0 x 6.", () => shaped(new byte[0, 6], new byte[2, 3]));
    }

    [Fact]
    public void Views_side_by_side_in_one_buffer_do_not_overlap()
    {
        PlaneMethod<byte, byte> plane = Method<PlaneMethod<byte, byte>>("Plane");
        TensorMethod tensors = Method<TensorMethod>("Tensors");
        int[] memory = new int[40];

        Check(
            null,
            null,
            () => tensors(new ReadOnlyTensorSpan<int>(memory, [4, 5], [10, 1]), new TensorSpan<int>(memory.AsSpan(5), [4, 5], [10, 1]))
        );
        Check(
            "destination",
            "Give destination memory that source does not use, or where the result is as large as the source, declare one parameter 'image', which is both.",
            () => tensors(new ReadOnlyTensorSpan<int>(memory, [4, 5], [10, 1]), new TensorSpan<int>(memory.AsSpan(4), [4, 5], [10, 1]))
        );
        Check(null, null, () => plane(new byte[6], 3, 2, new byte[6]));
    }

    [Fact]
    public void Tensors_must_have_rows_of_adjacent_elements()
    {
        TensorMethod tensors = Method<TensorMethod>("Tensors");
        int[] source = [.. Enumerable.Range(0, 40)];
        int[] destination = new int[40];

        Check(
            null,
            null,
            () => tensors(new ReadOnlyTensorSpan<int>(source, [4, 5], [10, 1]), new TensorSpan<int>(destination, [4, 5], [7, 1]))
        );
        Assert.Equal(source[0] * 2, destination[0]);
        Assert.Equal(source[0] + (source[10] * 2), destination[7]);
        Check(
            "source",
            "source has rank 1 and needs rank 2.",
            () => tensors(new ReadOnlyTensorSpan<int>(source, [40]), new TensorSpan<int>(destination, [4, 5]))
        );
        Check(
            "destination",
            "destination has rank 3 and needs rank 2.",
            () => tensors(new ReadOnlyTensorSpan<int>(source, [4, 5]), new TensorSpan<int>(destination, [1, 4, 5]))
        );
        Check(
            "source",
            "source has a stride of 2 elements on an inner axis and needs 1.",
            () => tensors(new ReadOnlyTensorSpan<int>(source, [4, 5], [10, 2]), new TensorSpan<int>(destination, [4, 5]))
        );
        Check(
            "source",
            "source has a stride of 0 elements from row to row and needs at least 1.",
            () => tensors(new ReadOnlyTensorSpan<int>(source, [4, 5], [0, 1]), new TensorSpan<int>(destination, [4, 5]))
        );
        Check(
            "destination",
            "destination has 5 x 4 elements and needs 4 x 5.",
            () => tensors(new ReadOnlyTensorSpan<int>(source, [4, 5]), new TensorSpan<int>(destination, [5, 4]))
        );
        Check(null, null, () => tensors(new ReadOnlyTensorSpan<int>(source, [1, 5]), new TensorSpan<int>(destination, [1, 5])));
        Check(null, null, () => tensors(new ReadOnlyTensorSpan<int>(source, [4, 1], [3, 0]), new TensorSpan<int>(destination, [4, 1])));
    }

    private static void Check(string? parameter, string? message, Action call)
    {
        Exception? thrown = Record.Exception(call);
        if (parameter is null)
        {
            Assert.Null(thrown);
            return;
        }

        ArgumentException refusal = Assert.IsAssignableFrom<ArgumentException>(thrown);
        Assert.Equal(parameter, refusal.ParamName);
        Assert.Contains(message!, refusal.Message, StringComparison.Ordinal);
    }

    private static T Method<T>(string name)
        where T : Delegate => Filters.Value.GetMethod(name, BindingFlags.Public | BindingFlags.Static)!.CreateDelegate<T>();
}
