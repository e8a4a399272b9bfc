using ConvGen.Execution.Tests.Compilation;

namespace ConvGen.Execution.Tests.Signatures;

/// <summary>Spans, arrays and memories compute the same numbers.</summary>
[Collection(SharedSignatures.Name)]
public sealed class FlatCarrierTests(SignatureFixture fixture)
{
    private const int Width = 37;
    private const int Height = 9;

    private readonly float[] source = SignatureFixture.Numbers(Width * Height);
    private readonly float[] expected = SignatureFixture.ExpectedPlane(SignatureFixture.Numbers(Width * Height), Width, Height);

    private delegate void Writable(Span<float> source, int width, int height, Span<float> destination);

    private delegate void Reordered(Span<float> destination, int height, ReadOnlySpan<float> source, int width);

    [Theory]
    [InlineData("Spans")]
    [InlineData("checked")]
    public void Spans(string name)
    {
        float[] destination = new float[Width * Height];
        fixture.Batch.Method<Plane<float, float>>(name)(source, Width, Height, destination);
        Assert.Equal(expected, destination);
    }

    [Fact]
    public void A_source_that_could_be_written()
    {
        float[] destination = new float[Width * Height];
        fixture.Batch.Method<Writable>("WritableSource")(source, Width, Height, destination);
        Assert.Equal(expected, destination);
    }

    [Fact]
    public void Parameters_in_another_order()
    {
        float[] destination = new float[Width * Height];
        fixture.Batch.Method<Reordered>("OtherOrder")(destination, Height, source, Width);
        Assert.Equal(expected, destination);
    }

    [Fact]
    public void Pitches()
    {
        float[] padded = new float[(Height * 41) - 4];
        float[] destination = new float[(Height * 40) - 3];
        Array.Fill(padded, float.NaN);
        Array.Fill(destination, -1);
        for (int row = 0; row < Height; row++)
        {
            source.AsSpan(row * Width, Width).CopyTo(padded.AsSpan(row * 41));
        }

        fixture.Batch.Method<PitchedPlane<float, float>>("Pitched")(padded, Width, Height, 41, destination, 40);
        for (int row = 0; row < Height; row++)
        {
            Assert.Equal(expected.AsSpan(row * Width, Width), destination.AsSpan(row * 40, Width));
            Assert.True(row == Height - 1 || !destination.AsSpan((row * 40) + Width, 3).ContainsAnyExcept(-1f));
        }
    }

    [Fact]
    public void Arrays()
    {
        float[] destination = new float[(Width * Height) + 2];
        fixture.Batch.Method<Action<float[], int, int, float[]>>("Arrays")(source, Width, Height, destination);
        Assert.Equal([.. expected, 0, 0], destination);
    }

    [Fact]
    public void A_returned_array_has_the_length_of_the_result() =>
        Assert.Equal(expected, fixture.Batch.Method<Func<float[], int, int, float[]>>("Returned")(source, Width, Height));

    [Fact]
    public void A_returned_array_of_an_empty_source_is_empty() =>
        Assert.Empty(fixture.Batch.Method<Func<float[], int, int, float[]>>("Returned")([], 0, 0));

    [Fact]
    public void Memories()
    {
        float[] destination = new float[Width * Height];
        fixture.Batch.Method<Action<ReadOnlyMemory<float>, int, int, Memory<float>>>("Memories")(source, Width, Height, destination);
        Assert.Equal(expected, destination);
    }

    [Fact]
    public void Weights_at_run_time()
    {
        float[] kernel = [1, 2, 3, 4, 5, 6, 7, 8, 10];
        float[] destination = new float[Width * Height];
        fixture.Batch.Method<PlaneWeights<float, float, float>>("Weights")(source, Width, Height, kernel, destination);
        Assert.Equal(expected, destination);

        float[] other = new float[Width * Height];
        fixture.Batch.Method<Action<float[], int, int, float[], float[]>>("WeightArrays")(source, Width, Height, kernel, other);
        Assert.Equal(expected, other);
    }

    [Fact]
    public void A_batch_is_computed_item_by_item()
    {
        float[] items = SignatureFixture.Numbers(3 * 7 * 5);
        float[] destination = new float[items.Length];
        fixture.Batch.Method<BatchedPlane<float, float>>("Batched")(items, 3, 7, 5, destination);
        Assert.Equal([.. items.Chunk(35).SelectMany(item => SignatureFixture.ExpectedPlane(item, 7, 5))], destination);
    }

    [Fact]
    public void Items_of_a_batch_lie_pitch_times_height_apart()
    {
        float[] items = SignatureFixture.Numbers(3 * 7 * 5);
        float[] padded = new float[(3 * 5 * 9) - 2];
        float[] destination = new float[(3 * 5 * 8) - 1];
        for (int row = 0; row < 15; row++)
        {
            items.AsSpan(row * 7, 7).CopyTo(padded.AsSpan(row * 9));
        }

        fixture.Batch.Method<BatchedPitchedPlane<float, float>>("BatchedPitched")(padded, 3, 7, 5, 9, destination, 8);
        float[] wanted = [.. items.Chunk(35).SelectMany(item => SignatureFixture.ExpectedPlane(item, 7, 5))];
        for (int row = 0; row < 15; row++)
        {
            Assert.Equal(wanted.AsSpan(row * 7, 7), destination.AsSpan(row * 8, 7));
        }
    }

    [Fact]
    public void Lines()
    {
        float[] line = SignatureFixture.Numbers(100);
        float[] destination = new float[100];
        fixture.Batch.Method<Line<float, float>>("Lines")(line, destination);
        Assert.Equal(SignatureFixture.ExpectedLine(line), destination);
        Assert.Equal(destination, fixture.Batch.Method<Func<float[], float[]>>("ReturnedLine")(line));
    }

    [Fact]
    public void A_line_may_be_shorter_than_its_buffer()
    {
        float[] line = SignatureFixture.Numbers(100);
        float[] destination = new float[100];
        fixture.Batch.Method<SizedLine<float, float>>("SizedLines")(line, 60, destination);
        Assert.Equal([.. SignatureFixture.ExpectedLine(line[..60]), .. new float[40]], destination);
    }

    [Fact]
    public void A_batch_of_lines_shares_the_length_of_the_buffer()
    {
        float[] lines = SignatureFixture.Numbers(4 * 25);
        float[] destination = new float[100];
        fixture.Batch.Method<BatchedLine<float, float>>("BatchedLines")(lines, 4, destination);
        Assert.Equal([.. lines.Chunk(25).SelectMany(line => SignatureFixture.ExpectedLine(line))], destination);
    }

    [Fact]
    public void Colours_of_a_line_share_the_kernel()
    {
        float[] line = SignatureFixture.Numbers(90);
        float[] destination = new float[90];
        fixture.Batch.Method<Line<float, float>>("ColourLines")(line, destination);
        Assert.Equal(SignatureFixture.ExpectedLine(line, 3), destination);
    }
}
