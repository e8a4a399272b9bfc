using System.Numerics.Tensors;
using CommunityToolkit.HighPerformance;

namespace ConvGen.Execution.Tests.Signatures;

/// <summary>Carriers that know their shape.</summary>
[Collection(SharedSignatures.Name)]
public sealed class ShapedCarrierTests(SignatureFixture fixture)
{
    private const int Width = 37;
    private const int Height = 9;

    private readonly float[] source = SignatureFixture.Numbers(Width * Height);
    private readonly float[] expected = SignatureFixture.ExpectedPlane(SignatureFixture.Numbers(Width * Height), Width, Height);

    [Fact]
    public void Rectangular_arrays()
    {
        float[,] destination = new float[Height, Width];
        fixture.Batch.Method<Action<float[,], float[,]>>("Rectangles")(Rectangle(source, Height, Width), destination);
        Assert.Equal(expected, destination.Cast<float>());
    }

    [Fact]
    public void A_returned_rectangle_has_the_shape_of_the_result()
    {
        float[,] result = fixture.Batch.Method<Func<float[,], float[,]>>("ReturnedRectangle")(Rectangle(source, Height, Width));
        Assert.Equal((Height, Width), (result.GetLength(0), result.GetLength(1)));
        Assert.Equal(expected, result.Cast<float>());
    }

    [Fact]
    public void A_returned_rectangle_of_an_empty_source_is_empty() =>
        Assert.Empty(fixture.Batch.Method<Func<float[,], float[,]>>("ReturnedRectangle")(new float[0, 5]));

    [Fact]
    public void Views_of_a_larger_picture()
    {
        float[,] large = new float[Height + 4, Width + 6];
        float[,] target = new float[Height + 2, Width + 9];
        for (int i = 0; i < source.Length; i++)
        {
            large[2 + (i / Width), 3 + (i % Width)] = source[i];
        }

        fixture.Batch.Method<Views<float, float>>("Views")(
            new ReadOnlySpan2D<float>(large, 2, 3, Height, Width),
            new Span2D<float>(target, 1, 4, Height, Width)
        );
        for (int row = 0; row < target.GetLength(0); row++)
        {
            for (int column = 0; column < target.GetLength(1); column++)
            {
                bool isInside = row >= 1 && row <= Height && column >= 4 && column < 4 + Width;
                Assert.Equal(isInside ? expected[((row - 1) * Width) + column - 4] : 0, target[row, column]);
            }
        }
    }

    [Fact]
    public void A_view_of_one_row()
    {
        float[,] rectangle = Rectangle(source, Height, Width);
        float[,] target = new float[1, Width];
        fixture.Batch.Method<Views<float, float>>("Views")(new ReadOnlySpan2D<float>(rectangle, 3, 0, 1, Width), new Span2D<float>(target));
        Assert.Equal(SignatureFixture.ExpectedPlane(source[(3 * Width)..(4 * Width)], Width, 1), target.Cast<float>());
    }

    [Fact]
    public void Tensors_with_strides()
    {
        float[] padded = new float[Height * 40];
        float[] destination = new float[Height * 39];
        for (int row = 0; row < Height; row++)
        {
            source.AsSpan(row * Width, Width).CopyTo(padded.AsSpan(row * 40));
        }

        fixture.Batch.Method<Tensors<float, float>>("Tensors")(
            new ReadOnlyTensorSpan<float>(padded, [Height, Width], [40, 1]),
            new TensorSpan<float>(destination, [Height, Width], [39, 1])
        );
        for (int row = 0; row < Height; row++)
        {
            Assert.Equal(expected.AsSpan(row * Width, Width), destination.AsSpan(row * 39, Width));
            Assert.False(destination.AsSpan((row * 39) + Width, 2).ContainsAnyExcept(0f));
        }
    }

    [Fact]
    public void A_tensor_of_one_axis_is_a_line()
    {
        float[] destination = new float[source.Length];
        fixture.Batch.Method<Tensors<float, float>>("LineTensors")(
            new ReadOnlyTensorSpan<float>(source),
            new TensorSpan<float>(destination)
        );
        Assert.Equal(SignatureFixture.ExpectedLine(source), destination);
    }

    [Fact]
    public void Colours_lie_side_by_side_in_a_rectangle()
    {
        float[,] destination = new float[Height, 36];
        float[] pixels = source[..(Height * 36)];
        fixture.Batch.Method<Action<float[,], float[,]>>("ColourRectangles")(Rectangle(pixels, Height, 36), destination);
        Assert.Equal(SignatureFixture.ExpectedPlane(pixels, 12, Height, 3), destination.Cast<float>());
    }

    [Fact]
    public void Colours_are_the_last_axis_of_a_tensor()
    {
        float[] destination = new float[Height * 36];
        float[] pixels = source[..(Height * 36)];
        fixture.Batch.Method<Tensors<float, float>>("ColourTensors")(
            new ReadOnlyTensorSpan<float>(pixels, [Height, 12, 3]),
            new TensorSpan<float>(destination, [Height, 12, 3], [])
        );
        Assert.Equal(SignatureFixture.ExpectedPlane(pixels, 12, Height, 3), destination);
    }

    private static float[,] Rectangle(float[] samples, int rows, int columns)
    {
        float[,] rectangle = new float[rows, columns];
        for (int i = 0; i < samples.Length; i++)
        {
            rectangle[i / columns, i % columns] = samples[i];
        }

        return rectangle;
    }
}
