using ConvGen.Generator.Emission.Description;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Tests.Emission;

public class FormulaTextTests
{
    [Fact]
    public void A_convolution_counts_the_taps_from_the_end() =>
        Assert.Equal("y[i, j] = sum over r, c of K[2 - r, 2 - c] * x[i + r - 1, j + c - 1]", FormulaText.Index(Models.Smooth));

    [Fact]
    public void A_correlation_counts_the_taps_as_written() =>
        Assert.Equal(
            "y[i, j] = sum over r, c of K[r, c] * x[i + r - 1, j + c - 1]",
            FormulaText.Index(Models.Smooth with { Operation = OperationKind.Correlation })
        );

    [Fact]
    public void Stride_and_dilation_are_factors() =>
        Assert.Equal(
            "y[i, j] = sum over r, c of K[1 - r, 2 - c] * x[2*i + 3*r, j + c - 4]",
            FormulaText.Index(
                Models.Smooth with
                {
                    Vertical = new AxisGeometry(2, 2, 3, 0, 0),
                    Horizontal = new AxisGeometry(3, 1, 1, 4, 0),
                }
            )
        );

    [Fact]
    public void An_axis_of_one_tap_is_not_summed_over() =>
        Assert.Equal(
            "y[i, j] = sum over c of K[0, 2 - c] * x[i, j + c - 1]",
            FormulaText.Index(Models.Smooth with { Vertical = new AxisGeometry(1, 1, 1, 0, 0) })
        );

    [Fact]
    public void A_single_tap_needs_no_sum() =>
        Assert.Equal(
            "y[i, j] = K[0, 0] * x[i, j]",
            FormulaText.Index(
                Models.Smooth with
                {
                    Vertical = new AxisGeometry(1, 1, 1, 0, 0),
                    Horizontal = new AxisGeometry(1, 1, 1, 0, 0),
                }
            )
        );

    [Fact]
    public void Channels_keep_to_themselves() =>
        Assert.Equal(
            "y[i, j, p] = sum over r, c of K[2 - r, 2 - c] * x[i + r - 1, j + c - 1, p]",
            FormulaText.Index(Models.Smooth with { PixelChannels = 3 })
        );

    [Fact]
    public void One_axis_has_one_index() =>
        Assert.Equal(
            "y[n] = sum over k of K[2 - k] * x[n + k - 1]",
            FormulaText.Index(Models.Smooth with { Form = Models.Plane with { Axes = 1 }, Vertical = new AxisGeometry(1, 1, 1, 0, 0) })
        );

    [Theory]
    [InlineData("Same", 3, 1, 1, 1, 0, "length")]
    [InlineData("Same", 3, 2, 1, 1, 0, "ceil(length / 2)")]
    [InlineData("Valid", 1, 1, 1, 0, 0, "length")]
    [InlineData("Valid", 2, 1, 1, 0, 0, "length - 1")]
    [InlineData("Valid", 3, 1, 1, 0, 0, "max(0, length - 2)")]
    [InlineData("Valid", 3, 2, 2, 0, 0, "max(0, floor((length - 5) / 2) + 1)")]
    [InlineData("Full", 3, 1, 1, 2, 0, "length + 2")]
    [InlineData("Full", 3, 2, 1, 2, 0, "floor((length + 1) / 2) + 1")]
    [InlineData("Padded", 3, 1, 1, 1, 1, "length")]
    [InlineData("Padded", 3, 3, 1, 1, 0, "floor((length - 2) / 3) + 1")]
    public void The_size_of_the_result_is_a_formula_of_the_size_of_the_source(
        string mode,
        int size,
        int stride,
        int dilation,
        int before,
        int after,
        string expected
    )
    {
        ConvolutionModel model = Models.Smooth with
        {
            Form = Models.Plane with { Axes = 1 },
            Mode = Enum.Parse<Model.OutputMode>(mode),
            Horizontal = new AxisGeometry(size, stride, dilation, before, after),
        };

        Assert.Equal(expected + " samples; an empty source gives an empty result.", FormulaText.Output(model));
    }
}
