using System.Runtime.InteropServices;
using ConvGen.Execution.Tests.Compilation;

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
        Exception? exception = Record.Exception(() => fixture.Batch.Method<Plane<float, float>>("Spans")(buffer.AsSpan(source), 6, 6, buffer.AsSpan(destination)));
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

    [Fact]
    public void Of_columns_side_by_side_in_one_buffer_is_refused()
    {
        float[] buffer = SignatureFixture.Numbers(16 * 6);
        float[] before = [.. buffer];
        Assert.Throws<ArgumentException>("destination", () =>
            fixture.Batch.Method<PitchedPlane<float, float>>("Pitched")(buffer, 6, 6, 16, buffer.AsSpan(8), 16));
        Assert.Equal(before, buffer);
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
        Exception? exception = Record.Exception(() => fixture.Batch.Method<PlaneWeights<float, float, float>>("Weights")(
            SignatureFixture.Numbers(36), 6, 6, buffer.AsSpan(first, 9), buffer.AsSpan(9)));
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
            fixture.Batch.Method<Plane<byte, int>>("Widened")(buffer, 6, 6, MemoryMarshal.Cast<byte, int>(buffer.AsSpan(destination))));
        Assert.Equal(isRefused, exception is ArgumentException { ParamName: "destination" });
        Assert.Equal(isRefused, exception is not null);
        Assert.All(buffer[..36], value => Assert.Equal(7, value));
    }

    [Fact]
    public void Of_arrays_is_refused()
    {
        float[] buffer = SignatureFixture.Numbers(36);
        float[,] rectangle = new float[3, 3];
        Assert.Throws<ArgumentException>("destination", () => fixture.Batch.Method<Action<float[], int, int, float[]>>("Arrays")(buffer, 6, 6, buffer));
        Assert.Throws<ArgumentException>("destination", () => fixture.Batch.Method<Action<float[,], float[,]>>("Rectangles")(rectangle, rectangle));
        Assert.Throws<ArgumentException>("destination", () => fixture.Batch.Method<Line<float, float>>("Lines")(buffer.AsSpan(0, 20), buffer.AsSpan(19)));
    }
}
