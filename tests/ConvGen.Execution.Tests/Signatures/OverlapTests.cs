using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using CommunityToolkit.HighPerformance;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.LongRuns;

namespace ConvGen.Execution.Tests.Signatures;

/// <summary>A destination may not overlap what is read, from the first to the last element touched.</summary>
[Collection(SharedSignatures.Name)]
public sealed class OverlapTests(SignatureFixture fixture)
{
    /// <summary>6 x 6 samples, so 36 elements each.</summary>
    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(0, 1, true)]
    [InlineData(0, 35, true)]
    [InlineData(0, 36, false)]
    [InlineData(35, 0, true)]
    [InlineData(36, 0, false)]
    [InlineData(1, 0, true)]
    public void Of_source_and_destination(int source, int destination, bool isRefused)
    {
        float[] buffer = SignatureFixture.Numbers(72);
        float[] before = [.. buffer];

        // Both views reach to the end of the buffer: what counts is what is touched, not how long the views are.
        Exception? exception = Record.Exception(() =>
            fixture.Batch.Method<Plane<float, float>>("Spans")(buffer.AsSpan(source), 6, 6, buffer.AsSpan(destination))
        );
        if (isRefused)
        {
            Assert.Equal("destination", Assert.IsType<ArgumentException>(exception).ParamName);
            Assert.Equal(before, buffer);
            return;
        }

        Assert.Null(exception);
        Assert.Equal(SignatureFixture.ExpectedPlane(before[source..(source + 36)], 6, 6), buffer[destination..(destination + 36)]);
        Assert.Equal(before[source..(source + 36)], buffer[source..(source + 36)]);
    }

    /// <summary>6 x 6 samples in rows of 16: what counts is the rows, not what lies between them.</summary>
    [Theory]
    [InlineData(0, 6, false)]
    [InlineData(0, 8, false)]
    [InlineData(0, 10, false)]
    [InlineData(0, 5, true)]
    [InlineData(0, 11, true)]
    [InlineData(10, 0, false)]
    [InlineData(6, 16, false)]
    [InlineData(11, 16, true)]
    [InlineData(6, 80, false)]
    public void Of_columns_in_one_buffer(int source, int destination, bool isRefused)
    {
        float[] buffer = SignatureFixture.Numbers(16 * 12);
        float[] before = [.. buffer];
        Exception? exception = Record.Exception(() =>
            fixture.Batch.Method<PitchedPlane<float, float>>("Pitched")(buffer.AsSpan(source), 6, 6, 16, buffer.AsSpan(destination), 16)
        );
        AssertColumns(buffer, before, source, destination, exception, isRefused);
    }

    [Theory]
    [InlineData(0, 8, false)]
    [InlineData(8, 0, false)]
    [InlineData(2, 7, true)]
    public void Of_columns_of_shaped_views(int source, int destination, bool isRefused)
    {
        float[] buffer = SignatureFixture.Numbers(16 * 12);
        float[] before = [.. buffer];
        Exception? exception = Record.Exception(() =>
            fixture.Batch.Method<Views<float, float>>("Views")(
                new ReadOnlySpan2D<float>(buffer, source, 6, 6, 10),
                new Span2D<float>(buffer, destination, 6, 6, 10)
            )
        );
        AssertColumns(buffer, before, source, destination, exception, isRefused);
        before.CopyTo(buffer, 0);
        exception = Record.Exception(() =>
            fixture.Batch.Method<Tensors<float, float>>("Tensors")(
                new ReadOnlyTensorSpan<float>(buffer.AsSpan(source), [6, 6], [16, 1]),
                new TensorSpan<float>(buffer.AsSpan(destination), [6, 6], [16, 1])
            )
        );
        AssertColumns(buffer, before, source, destination, exception, isRefused);
    }

    private static void AssertColumns(float[] buffer, float[] before, int source, int destination, Exception? exception, bool isRefused)
    {
        if (isRefused)
        {
            ArgumentException refusal = Assert.IsType<ArgumentException>(exception);
            Assert.Equal("destination", refusal.ParamName);
            Assert.Contains(
                "Give destination memory that source does not use, or where the result is as large as the source, declare one parameter 'image', which is both.",
                refusal.Message,
                StringComparison.Ordinal
            );
            Assert.Equal(before, buffer);
            return;
        }

        Assert.Null(exception);
        float[] read = [.. Enumerable.Range(0, 36).Select(i => before[source + (i / 6 * 16) + (i % 6)])];
        float[] expected = SignatureFixture.ExpectedPlane(read, 6, 6);
        HashSet<int> written = [.. Enumerable.Range(0, 36).Select(i => destination + (i / 6 * 16) + (i % 6))];
        Assert.Equal(expected, written.Order().Select(i => buffer[i]));
        Assert.All(Enumerable.Range(0, buffer.Length).Where(i => !written.Contains(i)), i => Assert.Equal(before[i], buffer[i]));
    }

    /// <summary>
    /// Views of random places, sizes and pitches in one buffer, of types of equal and of different sizes: refused exactly where a byte
    /// belongs to both.
    /// </summary>
    [Fact]
    public void Is_decided_by_the_bytes_of_rows()
    {
        string Member(string name, string source, string destination) =>
            "[global::ConvGen.Correlation, global::ConvGen.Kernel(\"1\")] internal static partial void "
            + $"{name}(global::System.ReadOnlySpan<{source}> source, int width, int height, int sourcePitch, global::System.Span<{destination}> destination, int destinationPitch);";
        using CompiledBatch batch = Batch.OfMembers([
            Member("Same", "byte", "byte"),
            Member("Wider", "byte", "int"),
            Member("Narrower", "int", "byte"),
        ]);
        PitchedPlane<byte, byte> same = batch.Method<PitchedPlane<byte, byte>>("Same");
        PitchedPlane<byte, int> wider = batch.Method<PitchedPlane<byte, int>>("Wider");
        PitchedPlane<int, byte> narrower = batch.Method<PitchedPlane<int, byte>>("Narrower");
        Random random = new(11);
        int refused = 0,
            acceptedWithin = 0;
        for (int trial = 0; trial < Effort.Of(6000, 600000); trial++)
        {
            (int readSize, int writtenSize) = (trial % 3) switch
            {
                0 => (1, 1),
                1 => (1, 4),
                _ => (4, 1),
            };
            int width = 1 + random.Next(5),
                height = 1 + random.Next(5);
            int readPitch = width + random.Next(24),
                writtenPitch = random.Next(2) == 0 && readPitch * readSize % writtenSize == 0
                    ? Math.Max(width, readPitch * readSize / writtenSize)
                    : width + random.Next(12);
            byte[] buffer = new byte[1200];
            int read = readSize * random.Next(200 / readSize),
                written = writtenSize * random.Next(200 / writtenSize);
            HashSet<int> bytes = [.. Bytes(read, readPitch, readSize)];
            bool overlaps = Bytes(written, writtenPitch, writtenSize).Any(bytes.Contains);
            Exception? exception = Record.Exception(() =>
            {
                switch (trial % 3)
                {
                    case 0:
                        same(buffer.AsSpan(read), width, height, readPitch, buffer.AsSpan(written), writtenPitch);
                        break;
                    case 1:
                        wider(
                            buffer.AsSpan(read),
                            width,
                            height,
                            readPitch,
                            MemoryMarshal.Cast<byte, int>(buffer.AsSpan(written)),
                            writtenPitch
                        );
                        break;
                    default:
                        narrower(
                            MemoryMarshal.Cast<byte, int>(buffer.AsSpan(read)),
                            width,
                            height,
                            readPitch,
                            buffer.AsSpan(written),
                            writtenPitch
                        );
                        break;
                }
            });
            Assert.True(
                overlaps == exception is ArgumentException { ParamName: "destination" },
                $"{width} x {height}, {readSize} to {writtenSize} bytes, at {read} and {written}, pitches {readPitch} and {writtenPitch}: {exception?.Message ?? "accepted"}"
            );
            refused += overlaps ? 1 : 0;
            acceptedWithin += !overlaps && read < Bytes(written, writtenPitch, writtenSize).Max() && written < bytes.Max() ? 1 : 0;

            IEnumerable<int> Bytes(int start, int pitch, int size) =>
                Enumerable.Range(0, height).SelectMany(row => Enumerable.Range(start + (row * pitch * size), width * size));
        }

        Assert.True(refused > 500 && acceptedWithin > 500, $"{refused} were refused, {acceptedWithin} were accepted between rows");
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(8, true)]
    [InlineData(9, false)]
    public void Of_kernel_and_destination(int kernel, bool isRefused)
    {
        // The destination begins at element 9; nine weights lie before or across it.
        float[] buffer = SignatureFixture.Numbers(9 + 36 + 9);
        int first = isRefused ? kernel + 1 : 0;
        float[] before = [.. buffer];
        Exception? exception = Record.Exception(() =>
            fixture.Batch.Method<PlaneWeights<float, float, float>>("Weights")(
                SignatureFixture.Numbers(36),
                6,
                6,
                buffer.AsSpan(first, 9),
                buffer.AsSpan(9)
            )
        );
        if (isRefused)
        {
            Assert.Equal("destination", Assert.IsType<ArgumentException>(exception).ParamName);
            Assert.Equal(before, buffer);
        }
        else
        {
            Assert.Null(exception);
            Assert.Equal(before[..9], buffer[..9]);
        }
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(32, true)]
    [InlineData(36, false)]
    public void Of_different_element_types(int destination, bool isRefused)
    {
        byte[] buffer = new byte[36 + (36 * 4) + 4];
        Array.Fill(buffer, (byte)7);
        Exception? exception = Record.Exception(() =>
            fixture.Batch.Method<Plane<byte, int>>("Widened")(buffer, 6, 6, MemoryMarshal.Cast<byte, int>(buffer.AsSpan(destination)))
        );
        Assert.Equal(isRefused, exception is ArgumentException { ParamName: "destination" });
        Assert.Equal(isRefused, exception is not null);
        Assert.All(buffer[..36], value => Assert.Equal(7, value));
    }

    [Fact]
    public void Of_arrays_is_refused()
    {
        float[] buffer = SignatureFixture.Numbers(36);
        float[,] rectangle = new float[3, 3];
        Assert.Throws<ArgumentException>(
            "destination",
            () => fixture.Batch.Method<Action<float[], int, int, float[]>>("Arrays")(buffer, 6, 6, buffer)
        );
        Assert.Throws<ArgumentException>(
            "destination",
            () => fixture.Batch.Method<Action<float[,], float[,]>>("Rectangles")(rectangle, rectangle)
        );
        Assert.Throws<ArgumentException>(
            "destination",
            () => fixture.Batch.Method<Line<float, float>>("Lines")(buffer.AsSpan(0, 20), buffer.AsSpan(19))
        );
    }
}
