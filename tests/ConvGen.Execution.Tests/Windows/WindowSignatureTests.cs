using CommunityToolkit.HighPerformance;
using ConvGen.Execution.Tests.Compilation;

namespace ConvGen.Execution.Tests.Windows;

/// <summary>
/// Every carrier computes the same matrix; what does not fit is refused before anything is written, and nothing is allocated.
/// </summary>
public sealed class WindowSignatureTests(WindowSignatureTests.Fixture fixture) : IClassFixture<WindowSignatureTests.Fixture>
{
    /// <summary>Windows of 2 x 2 in an image of 3 rows of 4: 2 rows of 3 windows.</summary>
    private static readonly int[] Matrix = [0, 1, 4, 5, 1, 2, 5, 6, 2, 3, 6, 7, 4, 5, 8, 9, 5, 6, 9, 10, 6, 7, 10, 11];

    /// <summary>How many windows show each sample, times the sample.</summary>
    private static readonly int[] Image = [0, 2, 4, 3, 8, 20, 24, 14, 8, 18, 20, 11];

    private static readonly int[] Source = [.. Enumerable.Range(0, 12)];

    private delegate void Views(ReadOnlySpan2D<int> source, Span2D<int> destination);

    private delegate void BatchedPlane(ReadOnlySpan<int> source, int batch, int width, int height, Span<int> destination);

    private delegate void PitchedPlane(
        ReadOnlySpan<int> source,
        int width,
        int height,
        int sourcePitch,
        Span<int> destination,
        int destinationPitch
    );

    [Fact]
    public void Arrays()
    {
        Assert.Equal(Matrix, fixture.Batch.Method<Func<int[], int, int, int[]>>("Returned")(Source, 4, 3));
        Assert.Equal(Image, fixture.Batch.Method<Func<int[], int, int, int[]>>("FoldReturned")(Matrix, 4, 3));
        Assert.Empty(fixture.Batch.Method<Func<int[], int, int, int[]>>("Returned")([], 0, 3));
        Assert.Equal(new int[3], fixture.Batch.Method<Func<int[], int, int, int[]>>("FoldReturned")([], 1, 3));
    }

    [Fact]
    public void Memories()
    {
        int[] matrix = new int[24];
        fixture.Batch.Method<Action<ReadOnlyMemory<int>, int, int, Memory<int>>>("Memories")(Source, 4, 3, matrix);
        Assert.Equal(Matrix, matrix);
    }

    [Fact]
    public void Rectangles()
    {
        int[,] image = new int[3, 4];
        int[,] matrix = fixture.Batch.Method<Func<int[,], int[,]>>("Rectangles")(Rectangle(Source, 3, 4));
        Assert.Equal((6, 4), (matrix.GetLength(0), matrix.GetLength(1)));
        Assert.Equal(Matrix, matrix.Cast<int>());
        fixture.Batch.Method<Action<int[,], int[,]>>("FoldRectangles")(matrix, image);
        Assert.Equal(Image, image.Cast<int>());
    }

    [Fact]
    public void Views_of_larger_rectangles()
    {
        int[,] large = new int[5, 7];
        for (int i = 0; i < 12; i++)
        {
            large[1 + (i / 4), 2 + (i % 4)] = i;
        }

        int[,] matrix = new int[6, 5];
        fixture.Batch.Method<Views>("AsViews")(new ReadOnlySpan2D<int>(large, 1, 2, 3, 4), new Span2D<int>(matrix, 0, 1, 6, 4));
        for (int i = 0; i < 24; i++)
        {
            Assert.Equal(Matrix[i], matrix[i / 4, 1 + (i % 4)]);
        }

        Assert.All(Enumerable.Range(0, 6), row => Assert.Equal(0, matrix[row, 0]));
    }

    [Fact]
    public void A_batch_is_written_matrix_after_matrix()
    {
        int[] matrices = new int[48];
        int[] images = new int[24];
        fixture.Batch.Method<BatchedPlane>("Batched")((int[])[.. Source, .. Source], 2, 4, 3, matrices);
        Assert.Equal([.. Matrix, .. Matrix], matrices);
        fixture.Batch.Method<BatchedPlane>("FoldBatched")(matrices, 2, 4, 3, images);
        Assert.Equal([.. Image, .. Image], images);
    }

    [Fact]
    public void Planes_lie_pitch_times_height_apart()
    {
        // Two planes of 2 x 2 with a gap of one element after each row; one window of 2 x 2, its channels innermost.
        int[] planes = [1, 2, -1, 3, 4, -1, 10, 20, -1, 30, 40];
        int[] matrix = new int[8];
        int[] back = [9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9];
        fixture.Batch.Method<PitchedPlane>("Planar")(planes, 2, 2, 3, matrix, 8);
        Assert.Equal([1, 10, 2, 20, 3, 30, 4, 40], matrix);
        fixture.Batch.Method<PitchedPlane>("FoldPlanar")(matrix, 2, 2, 8, back, 3);
        Assert.Equal([1, 2, 9, 3, 4, 9, 10, 20, 9, 30, 40], back);
    }

    [Fact]
    public void Lines()
    {
        Assert.Equal([0, 1, 1, 2, 2, 3], fixture.Batch.Method<Func<int[], int[]>>("Lines")([0, 1, 2, 3]));
        Assert.Equal([0, 2, 4, 3], fixture.Batch.Method<Func<int[], int, int[]>>("FoldLines")([0, 1, 1, 2, 2, 3], 4));
    }

    [Fact]
    public void Sums_of_integers_are_exact_and_limited_to_their_type()
    {
        Assert.Equal([200, 255, 55], fixture.Batch.Method<Func<byte[], int, byte[]>>("FoldBytes")([200, 200, 56, 55], 3));
        Assert.Equal(
            [long.MaxValue, long.MaxValue, 5],
            fixture.Batch.Method<Func<long[], int, long[]>>("FoldLongs")([long.MaxValue, long.MaxValue, 1, 5], 3)
        );
        Assert.Equal(
            [long.MinValue, -1, 5],
            fixture.Batch.Method<Func<long[], int, long[]>>("FoldLongs")([long.MinValue, long.MinValue, long.MaxValue, 5], 3)
        );
    }

    [Theory]
    [InlineData(4, 3, 11, 24, "source", "11", "12")]
    [InlineData(4, 3, 12, 23, "destination", "23", "24")]
    [InlineData(-4, 3, 12, 24, "width", "-4", "")]
    [InlineData(4, -3, 12, 24, "height", "-3", "")]
    [InlineData(int.MaxValue, int.MaxValue, 12, 24, "source", "12", "4611686014132420609")]
    public void Arguments_are_refused_by_name_and_size(
        int width,
        int height,
        int sourceLength,
        int destinationLength,
        string parameter,
        string has,
        string needs
    )
    {
        int[] destination = new int[destinationLength];
        Array.Fill(destination, 7);
        ArgumentException exception = Assert.ThrowsAny<ArgumentException>(() =>
            fixture.Batch.Method<Plane<int, int>>("Spans")(new int[sourceLength], width, height, destination)
        );
        Assert.Equal(parameter, exception.ParamName);
        Assert.Contains(has, exception.Message, StringComparison.Ordinal);
        Assert.Contains(needs, exception.Message, StringComparison.Ordinal);
        Assert.All(destination, value => Assert.Equal(7, value));
    }

    [Fact]
    public void Other_arguments_are_refused()
    {
        int[] destination = new int[40];
        Assert.Throws<ArgumentNullException>("source", () => fixture.Batch.Method<Func<int[], int, int, int[]>>("Returned")(null!, 4, 3));
        Assert.Throws<ArgumentException>(
            "source",
            () => fixture.Batch.Method<Plane<int, int>>("FoldSpans")(new int[23], 4, 3, destination)
        );
        Assert.Throws<ArgumentException>(
            "destination",
            () => fixture.Batch.Method<Plane<int, int>>("FoldSpans")(new int[24], 4, 3, new int[11])
        );
        Assert.Throws<ArgumentException>(
            "sourcePitch",
            () => fixture.Batch.Method<PitchedPlane>("Planar")(new int[20], 3, 2, 2, destination, 8)
        );
        Assert.Throws<ArgumentException>(
            "destinationPitch",
            () => fixture.Batch.Method<PitchedPlane>("Planar")(new int[20], 3, 2, 3, destination, 7)
        );
        Assert.Throws<ArgumentException>(
            "destination",
            () => fixture.Batch.Method<Views>("AsViews")(new ReadOnlySpan2D<int>(new int[3, 4]), new Span2D<int>(new int[6, 5]))
        );
        Assert.Throws<ArgumentException>(
            "source",
            () => fixture.Batch.Method<Action<int[,], int[,]>>("FoldRectangles")(new int[5, 4], new int[3, 4])
        );
        Assert.Throws<ArgumentException>(
            "destination",
            () => fixture.Batch.Method<Action<int[,], int[,]>>("FoldColours")(new int[2, 12], new int[2, 7])
        );
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(0, 11, true)]
    [InlineData(0, 12, false)]
    [InlineData(24, 0, false)]
    [InlineData(23, 0, true)]
    public void A_destination_that_overlaps_the_source_is_refused(int source, int destination, bool isRefused)
    {
        int[] buffer = [.. Enumerable.Range(0, 48)];
        int[] before = [.. buffer];
        Exception? exception = Record.Exception(() =>
            fixture.Batch.Method<Plane<int, int>>("Spans")(buffer.AsSpan(source), 4, 3, buffer.AsSpan(destination))
        );
        Assert.Equal(isRefused, exception is ArgumentException { ParamName: "destination" });
        if (isRefused)
        {
            Assert.Equal(before, buffer);
        }
        else
        {
            Assert.Equal(before.AsSpan(source, 12), buffer.AsSpan(source, 12));
        }
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        Plane<int, int> unfold = fixture.Batch.Method<Plane<int, int>>("Spans");
        Plane<int, int> fold = fixture.Batch.Method<Plane<int, int>>("FoldSpans");
        Plane<int, int> wide = fixture.Batch.Method<Plane<int, int>>("FoldWide");
        int[] matrix = new int[24];
        int[] image = new int[12];
        int[] all = new int[12 * 81];
        void Run()
        {
            unfold(Source, 4, 3, matrix);
            fold(matrix, 4, 3, image);
            wide(all, 4, 3, image);
        }

        Run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            Run();
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static int[,] Rectangle(int[] samples, int rows, int columns)
    {
        int[,] rectangle = new int[rows, columns];
        System.Buffer.BlockCopy(samples, 0, rectangle, 0, samples.Length * sizeof(int));
        return rectangle;
    }

    /// <summary>Every form once, compiled together.</summary>
    public sealed class Fixture : IDisposable
    {
        private const string Unfold = "[ConvGen.Unfold(Mode = ConvGen.OutputMode.Valid), ConvGen.KernelShape(2, 2)]";

        private const string Fold = "[ConvGen.Fold(Mode = ConvGen.OutputMode.Valid), ConvGen.KernelShape(2, 2)]";

        private const string FoldLine = "[ConvGen.Fold(Mode = ConvGen.OutputMode.Valid), ConvGen.KernelShape(2)]";

        private const string Source = $$"""
            using System;
            using CommunityToolkit.HighPerformance;

            namespace ConvGen.Execution.Batches
            {
                internal static partial class Declarations
                {
                    {{Unfold}} internal static partial void Spans(ReadOnlySpan<int> source, int width, int height, Span<int> destination);
                    {{Fold}} internal static partial void FoldSpans(ReadOnlySpan<int> source, int width, int height, Span<int> destination);
                    {{Unfold}} internal static partial int[] Returned(int[] source, int width, int height);
                    {{Fold}} internal static partial int[] FoldReturned(int[] source, int width, int height);
                    {{Unfold}} internal static partial void Memories(ReadOnlyMemory<int> source, int width, int height, Memory<int> destination);
                    {{Unfold}} internal static partial int[,] Rectangles(int[,] source);
                    {{Fold}} internal static partial void FoldRectangles(int[,] source, int[,] destination);
                    {{Unfold}} internal static partial void AsViews(ReadOnlySpan2D<int> source, Span2D<int> destination);
                    {{Unfold}} internal static partial void Batched(ReadOnlySpan<int> source, int batch, int width, int height, Span<int> destination);
                    {{Fold}} internal static partial void FoldBatched(ReadOnlySpan<int> source, int batch, int width, int height, Span<int> destination);

                    [Unfold(Mode = OutputMode.Valid), KernelShape(2)]
                    internal static partial int[] Lines(int[] source);
                    {{FoldLine}} internal static partial int[] FoldLines(int[] source, int length);
                    {{FoldLine}} internal static partial byte[] FoldBytes(byte[] source, int length);
                    {{FoldLine}} internal static partial long[] FoldLongs(long[] source, int length);

                    [Unfold(Mode = OutputMode.Valid, Layout = ChannelLayout.Planar), KernelShape(2, 2, InputChannels = 2)]
                    internal static partial void Planar(ReadOnlySpan<int> source, int width, int height, int sourcePitch, Span<int> destination, int destinationPitch);

                    [Fold(Mode = OutputMode.Valid, Layout = ChannelLayout.Planar), KernelShape(2, 2, InputChannels = 2)]
                    internal static partial void FoldPlanar(ReadOnlySpan<int> source, int width, int height, int sourcePitch, Span<int> destination, int destinationPitch);

                    [Fold(Mode = OutputMode.Valid), KernelShape(2, 2, InputChannels = 3)]
                    internal static partial void FoldColours(int[,] source, int[,] destination);

                    [Fold(Border = BorderMode.Wrap), KernelShape(9, 9)]
                    internal static partial void FoldWide(ReadOnlySpan<int> source, int width, int height, Span<int> destination);
                }
            }
            """;

        internal CompiledBatch Batch { get; } = Compilation.Batch.OfSource(Source);

        public void Dispose() => Batch.Dispose();
    }
}
