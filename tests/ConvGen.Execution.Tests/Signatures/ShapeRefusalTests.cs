using System.Numerics.Tensors;
using CommunityToolkit.HighPerformance;

namespace ConvGen.Execution.Tests.Signatures;

/// <summary>Shaped destinations have exactly the result's shape; tensors are dense along their last axis.</summary>
[Collection(SharedSignatures.Name)]
public sealed class ShapeRefusalTests(SignatureFixture fixture)
{
    [Theory]
    [InlineData(4, 5, true)]
    [InlineData(5, 4, false)]
    [InlineData(4, 6, false)]
    [InlineData(5, 5, false)]
    [InlineData(3, 5, false)]
    [InlineData(0, 0, false)]
    public void A_destination_has_exactly_the_shape_of_the_result(int rows, int columns, bool fits)
    {
        float[,] source = new float[4, 5];
        source[0, 0] = 1;
        float[,] rectangle = new float[rows, columns];
        float[] numbers = new float[rows * columns];
        Exception?[] exceptions =
        [
            Record.Exception(() => fixture.Batch.Method<Action<float[,], float[,]>>("Rectangles")(source, rectangle)),
            Record.Exception(() => fixture.Batch.Method<Views<float, float>>("Views")(source, new Span2D<float>(rectangle))),
            Record.Exception(() =>
                fixture.Batch.Method<Tensors<float, float>>("Tensors")(
                    new ReadOnlyTensorSpan<float>(new float[20], [4, 5]),
                    new TensorSpan<float>(numbers, [rows, columns], [])
                )
            ),
        ];
        Assert.All(
            exceptions,
            exception =>
            {
                Assert.Equal(fits, exception is null);
                Assert.True(exception is null or ArgumentException { ParamName: "destination" }, exception?.ToString());
            }
        );
        Assert.True(fits || rectangle.Cast<float>().All(value => value == 0));
    }

    [Fact]
    public void The_message_shows_both_shapes()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(
            "destination",
            () => fixture.Batch.Method<Action<float[,], float[,]>>("Rectangles")(new float[41, 52], new float[63, 74])
        );
        Assert.All(new[] { "41", "52", "63", "74" }, size => Assert.Contains(size, exception.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(0, 0)]
    [InlineData(3, 0)]
    public void Any_empty_destination_fits_an_empty_source(int rows, int columns)
    {
        Exception? exception = Record.Exception(() =>
            fixture.Batch.Method<Action<float[,], float[,]>>("Rectangles")(new float[0, 7], new float[rows, columns])
        );
        Assert.Null(exception);
    }

    [Fact]
    public void A_tensor_of_another_rank()
    {
        Tensors<float, float> plane = fixture.Batch.Method<Tensors<float, float>>("Tensors");
        Tensors<float, float> line = fixture.Batch.Method<Tensors<float, float>>("LineTensors");
        Tensors<float, float> colours = fixture.Batch.Method<Tensors<float, float>>("ColourTensors");
        Assert.Throws<ArgumentException>(
            "source",
            () => plane(new ReadOnlyTensorSpan<float>(new float[20]), new TensorSpan<float>(new float[20], [4, 5], []))
        );
        Assert.Throws<ArgumentException>(
            "destination",
            () => plane(new ReadOnlyTensorSpan<float>(new float[20], [4, 5]), new TensorSpan<float>(new float[20]))
        );
        Assert.Throws<ArgumentException>(
            "source",
            () => plane(new ReadOnlyTensorSpan<float>(new float[20], [1, 4, 5]), new TensorSpan<float>(new float[20], [4, 5], []))
        );
        Assert.Throws<ArgumentException>(
            "source",
            () => line(new ReadOnlyTensorSpan<float>(new float[20], [4, 5]), new TensorSpan<float>(new float[20]))
        );
        Assert.Throws<ArgumentException>(
            "source",
            () => colours(new ReadOnlyTensorSpan<float>(new float[20], [1, 5, 4]), new TensorSpan<float>(new float[20], [1, 5, 4], []))
        );
        Assert.Throws<ArgumentException>(
            "source",
            () => colours(new ReadOnlyTensorSpan<float>(new float[15], [3, 5]), new TensorSpan<float>(new float[15], [1, 5, 3], []))
        );
    }

    [Fact]
    public void A_tensor_whose_samples_lie_apart()
    {
        float[] destination = new float[20];
        Tensors<float, float> plane = fixture.Batch.Method<Tensors<float, float>>("Tensors");
        Assert.Throws<ArgumentException>(
            "source",
            () => plane(new ReadOnlyTensorSpan<float>(new float[40], [4, 5], [10, 2]), new TensorSpan<float>(destination, [4, 5], []))
        );
        Assert.Throws<ArgumentException>(
            "source",
            () => plane(new ReadOnlyTensorSpan<float>(new float[40], [4, 5], [0, 1]), new TensorSpan<float>(destination, [4, 5], []))
        );
        Assert.Throws<ArgumentException>(
            "destination",
            () => plane(new ReadOnlyTensorSpan<float>(new float[20], [4, 5]), new TensorSpan<float>(new float[40], [4, 5], [10, 2]))
        );
        Assert.All(destination, value => Assert.Equal(0, value));
    }

    [Fact]
    public void A_rectangle_that_is_no_whole_number_of_pixels() =>
        Assert.Throws<ArgumentException>(
            "source",
            () => fixture.Batch.Method<Action<float[,], float[,]>>("ColourRectangles")(new float[2, 7], new float[2, 7])
        );
}
