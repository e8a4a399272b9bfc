using ConvGen.Execution.Tests.Compilation;

namespace ConvGen.Execution.Tests.Signatures;

/// <summary>Arguments that are refused at run time: the parameter and the sizes are named, and nothing is written.</summary>
[Collection(SharedSignatures.Name)]
public sealed class RefusalTests(SignatureFixture fixture)
{
    private const float Untouched = -123;

    [Theory]
    [InlineData(5, 4, 19, 20, "source", "19", "20")]
    [InlineData(5, 4, 20, 19, "destination", "19", "20")]
    [InlineData(-1, 4, 20, 20, "width", "-1", "")]
    [InlineData(5, -7, 20, 20, "height", "-7", "")]
    [InlineData(65536, 65536, 20, 20, "source", "20", "4294967296")]
    [InlineData(int.MaxValue, int.MaxValue, 20, 20, "source", "20", "4611686014132420609")]
    [InlineData(1, int.MaxValue, 20, 20, "source", "20", "2147483647")]
    public void A_plane(int width, int height, int sourceLength, int destinationLength, string parameter, string has, string needs) =>
        AssertRefused(
            destinationLength,
            parameter,
            has,
            needs,
            destination => fixture.Batch.Method<Plane<float, float>>("Spans")(new float[sourceLength], width, height, destination)
        );

    [Theory]
    [InlineData(4, 5, 100, 100, "sourcePitch", "4", "5")]
    [InlineData(5, 4, 100, 100, "destinationPitch", "4", "5")]
    [InlineData(-5, 5, 100, 100, "sourcePitch", "-5", "5")]
    [InlineData(8, 9, 28, 32, "source", "28", "29")]
    [InlineData(8, 9, 29, 31, "destination", "31", "32")]
    [InlineData(int.MaxValue, 9, 29, 32, "source", "29", "6442450946")]
    public void Pitches(
        int sourcePitch,
        int destinationPitch,
        int sourceLength,
        int destinationLength,
        string parameter,
        string has,
        string needs
    ) =>
        AssertRefused(
            destinationLength,
            parameter,
            has,
            needs,
            destination =>
                fixture.Batch.Method<PitchedPlane<float, float>>("Pitched")(
                    new float[sourceLength],
                    5,
                    4,
                    sourcePitch,
                    destination,
                    destinationPitch
                )
        );

    [Theory]
    [InlineData(2, 5, 4, 39, 40, "source", "39", "40")]
    [InlineData(2, 5, 4, 40, 39, "destination", "39", "40")]
    [InlineData(-2, 5, 4, 40, 40, "batch", "-2", "")]
    [InlineData(65536, 65536, 65536, 40, 40, "source", "40", "281474976710656")]
    public void A_batch(
        int batch,
        int width,
        int height,
        int sourceLength,
        int destinationLength,
        string parameter,
        string has,
        string needs
    ) =>
        AssertRefused(
            destinationLength,
            parameter,
            has,
            needs,
            destination =>
                fixture.Batch.Method<BatchedPlane<float, float>>("Batched")(new float[sourceLength], batch, width, height, destination)
        );

    [Theory]
    [InlineData(8)]
    [InlineData(10)]
    [InlineData(0)]
    public void A_kernel_of_another_size(int weights) =>
        AssertRefused(
            20,
            "kernel",
            weights.ToString(System.Globalization.CultureInfo.InvariantCulture),
            "9",
            destination =>
                fixture.Batch.Method<PlaneWeights<float, float, float>>("Weights")(new float[20], 5, 4, new float[weights], destination)
        );

    [Fact]
    public void A_line_with_a_short_destination() =>
        AssertRefused(
            9,
            "destination",
            "9",
            "10",
            destination => fixture.Batch.Method<Line<float, float>>("Lines")(new float[10], destination)
        );

    [Theory]
    [InlineData(11, 10, "source", "10", "11")]
    [InlineData(-1, 10, "length", "-1", "")]
    public void A_length(int length, int sourceLength, string parameter, string has, string needs) =>
        AssertRefused(
            20,
            parameter,
            has,
            needs,
            destination => fixture.Batch.Method<SizedLine<float, float>>("SizedLines")(new float[sourceLength], length, destination)
        );

    [Fact]
    public void A_line_that_is_no_whole_number_of_pixels() =>
        AssertRefused(
            10,
            "source",
            "10",
            "3",
            destination => fixture.Batch.Method<Line<float, float>>("ColourLines")(new float[10], destination)
        );

    [Theory]
    [InlineData(3, "source", "10", "3")]
    [InlineData(-1, "batch", "-1", "")]
    public void A_batch_of_lines(int batch, string parameter, string has, string needs) =>
        AssertRefused(
            10,
            parameter,
            has,
            needs,
            destination => fixture.Batch.Method<BatchedLine<float, float>>("BatchedLines")(new float[10], batch, destination)
        );

    [Fact]
    public void Missing_arrays()
    {
        Action<float[], int, int, float[]> arrays = fixture.Batch.Method<Action<float[], int, int, float[]>>("Arrays");
        Action<float[], int, int, float[], float[]> weights = fixture.Batch.Method<Action<float[], int, int, float[], float[]>>(
            "WeightArrays"
        );
        Action<float[,], float[,]> rectangles = fixture.Batch.Method<Action<float[,], float[,]>>("Rectangles");
        Assert.Throws<ArgumentNullException>("source", () => arrays(null!, 1, 1, [1]));
        Assert.Throws<ArgumentNullException>("destination", () => arrays([1], 1, 1, null!));
        Assert.Throws<ArgumentNullException>("kernel", () => weights([1], 1, 1, null!, [1]));
        Assert.Throws<ArgumentNullException>("source", () => rectangles(null!, new float[1, 1]));
        Assert.Throws<ArgumentNullException>("destination", () => rectangles(new float[1, 1], null!));
        Assert.Throws<ArgumentNullException>(
            "source",
            () => fixture.Batch.Method<Func<float[], int, int, float[]>>("Returned")(null!, 1, 1)
        );
        Assert.Throws<ArgumentNullException>("source", () => fixture.Batch.Method<Func<float[,], float[,]>>("ReturnedRectangle")(null!));
        Assert.Throws<ArgumentNullException>("source", () => fixture.Batch.Method<Func<float[], float[]>>("ReturnedLine")(null!));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 4)]
    [InlineData(5, 0)]
    public void An_empty_source_writes_nothing(int width, int height)
    {
        float[] destination = [Untouched, Untouched];
        fixture.Batch.Method<Plane<float, float>>("Spans")([], width, height, destination);
        fixture.Batch.Method<Plane<float, float>>("Spans")(destination, width, height, destination);
        fixture.Batch.Method<BatchedPlane<float, float>>("Batched")([], 3, width, height, destination);
        fixture.Batch.Method<BatchedPlane<float, float>>("Batched")([1, 2], 0, 5, 4, destination);
        fixture.Batch.Method<Line<float, float>>("Lines")([], destination);
        Assert.Equal([Untouched, Untouched], destination);
    }

    /// <summary>Fails unless the call is refused with a message that names the parameter and both sizes, and wrote nothing.</summary>
    private static void AssertRefused(int destinationLength, string parameter, string has, string needs, Action<float[]> call)
    {
        float[] destination = new float[destinationLength];
        Array.Fill(destination, Untouched);
        ArgumentException exception = Assert.ThrowsAny<ArgumentException>(() => call(destination));
        Assert.Equal(parameter, exception.ParamName);
        Assert.Contains(has, exception.Message, StringComparison.Ordinal);
        Assert.Contains(needs, exception.Message, StringComparison.Ordinal);
        Assert.Contains(parameter, exception.Message, StringComparison.Ordinal);
        Assert.All(destination, value => Assert.Equal(Untouched, value));
    }
}
