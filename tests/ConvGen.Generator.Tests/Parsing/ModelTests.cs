using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;
using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Tests.Parsing;

using OutputMode = ConvGen.Generator.Model.OutputMode;

public class ModelTests
{
    [Fact]
    public void A_declaration_without_options_has_defaults()
    {
        ConvolutionModel model = Plane("[Convolution]", "[Kernel(\"1 2 1; 2 4 2; 1 2 1\", Divisor = 16)]");
        Assert.Equal(ConvGen.Generator.Model.OperationKind.Convolution, model.Operation);
        Assert.Equal(OutputMode.Same, model.Mode);
        Assert.Equal(ConvGen.Generator.Model.BorderMode.Constant, model.Border);
        Assert.Equal(Rational.Zero, model.BorderValue);
        Assert.Equal(ConvGen.Generator.Model.FloatingPointMode.Fast, model.FloatingPoint);
        Assert.Equal(1, model.PixelChannels);
        Assert.Equal(new AxisGeometry(3, 1, 1, 1, 0), model.Vertical);
        Assert.Equal(new AxisGeometry(3, 1, 1, 1, 0), model.Horizontal);
        Assert.Equal("1/16 1/8 1/16 1/8 1/4 1/8 1/16 1/8 1/16", string.Join(" ", model.Kernel.Weights!.Value));
        Assert.Equal((3, 3), (model.Kernel.Rows, model.Kernel.Columns));
    }

    [Fact]
    public void Every_option_arrives()
    {
        ConvolutionModel model = Plane(
            "[Correlation(Border = BorderMode.Constant, BorderValue = 255, Strides = new[] { 2, 3 }, Dilations = new[] { 4, 5 }, Paddings = new[] { 6, 7, 8, 9 }, FloatingPoint = FloatingPointMode.Strict, PixelChannels = 3)]",
            "[Kernel(2, 3, 1, 0.1, -0.0, -2, 0.5, 3)]"
        );
        Assert.Equal(ConvGen.Generator.Model.OperationKind.Correlation, model.Operation);
        Assert.Equal(OutputMode.Padded, model.Mode);
        Assert.Equal((Rational)255, model.BorderValue);
        Assert.Equal(ConvGen.Generator.Model.FloatingPointMode.Strict, model.FloatingPoint);
        Assert.Equal(3, model.PixelChannels);
        Assert.Equal(new AxisGeometry(2, 2, 4, 6, 8), model.Vertical);
        Assert.Equal(new AxisGeometry(3, 3, 5, 7, 9), model.Horizontal);
        Assert.Equal("1 1/10 0 -2 1/2 3", string.Join(" ", model.Kernel.Weights!.Value));
    }

    [Theory]
    [InlineData("", OutputMode.Same, 2, 1)]
    [InlineData("Dilation = 3", OutputMode.Same, 6, 3)]
    [InlineData("Anchor = new[] { 0, 1 }", OutputMode.Same, 0, 1)]
    [InlineData("Anchor = new[] { 3, 0 }, Dilations = new[] { 2, 9 }", OutputMode.Same, 6, 0)]
    [InlineData("Mode = OutputMode.Same, Stride = 2", OutputMode.Same, 2, 1)]
    [InlineData("Mode = OutputMode.Valid, Dilation = 2, Border = BorderMode.Wrap", OutputMode.Valid, 0, 0)]
    [InlineData("Mode = OutputMode.Full", OutputMode.Full, 3, 1)]
    [InlineData("Mode = OutputMode.Full, Dilation = 2", OutputMode.Full, 6, 2)]
    [InlineData("Padding = 5", OutputMode.Padded, 5, 5)]
    [InlineData("Padding = 0", OutputMode.Padded, 0, 0)]
    [InlineData("Paddings = null, Strides = null", OutputMode.Same, 2, 1)]
    public void Windows_start_where_the_mode_says(string options, object mode, int vertical, int horizontal)
    {
        ConvolutionModel model = Plane($"[Convolution({options})]", "[Kernel(\"1 2; 3 4; 5 6; 7 8\")]");
        Assert.Equal((OutputMode)mode, model.Mode);
        Assert.Equal((vertical, horizontal), (model.Vertical.Before, model.Horizontal.Before));
        int after = model.Mode == OutputMode.Padded ? vertical : 0;
        Assert.Equal((after, after), (model.Vertical.After, model.Horizontal.After));
    }

    [Theory]
    [InlineData("[Kernel(\"1 2 3 4\")]", 4)]
    [InlineData("[Kernel(1, 2, 1, 2)]", 2)]
    public void One_axis_leaves_the_vertical_one_alone(string kernel, int size)
    {
        ConvolutionModel model = Model(
            $"[Convolution(Stride = 2, Dilation = 3)] {kernel} public static partial float[] M(float[] source);"
        );
        Assert.Equal(new AxisGeometry(1, 1, 1, 0, 0), model.Vertical);
        Assert.Equal(new AxisGeometry(size, 2, 3, 3 * (size / 2), 0), model.Horizontal);
    }

    [Fact]
    public void One_axis_takes_lists_of_one_and_paddings_of_two()
    {
        ConvolutionModel model = Model(
            "[Convolution(Strides = new[] { 2 }, Dilations = new[] { 3 }, Paddings = new[] { 4, 5 })] [KernelShape(1, 2)] public static partial float[] M(float[] source, float[] kernel);"
        );
        Assert.Equal(new AxisGeometry(2, 2, 3, 4, 5), model.Horizontal);
        Assert.Null(model.Kernel.Weights);
        Assert.Equal(2, model.Kernel.Count);
    }

    [Theory]
    [InlineData("-2", "-1/2 1 -3/2")]
    [InlineData("0.1", "10 -20 30")]
    [InlineData("1e-300", null)]
    public void Weights_are_divided_exactly(string divisor, string? expected)
    {
        ConvolutionModel model = Model(
            $"[Convolution] [Kernel(\"1 -2 3\", Divisor = {divisor})] public static partial double[] M(double[] source);"
        );
        Assert.Equal(
            expected ?? new Rational(System.Numerics.BigInteger.Pow(10, 300), 1).ToString(),
            expected is null ? model.Kernel.Weights!.Value[0].ToString() : string.Join(" ", model.Kernel.Weights!.Value)
        );
    }

    [Theory]
    [InlineData("byte", "255")]
    [InlineData("sbyte", "-128")]
    [InlineData("long", "-9007199254740991")]
    [InlineData("Half", "65519")]
    [InlineData("float", "-3.4e38")]
    [InlineData("double", "1e308")]
    [InlineData("float", "0.1")]
    public void Border_values_that_the_source_holds_are_exact(string type, string value)
    {
        ConvolutionModel model = Model(
            $"[Convolution(BorderValue = {value})] [Kernel(\"1\")] public static partial float[] M({type}[] source);"
        );
        Assert.Equal(KernelNumber.Read(value).Value, model.BorderValue);
    }

    [Fact]
    public void The_largest_window_is_accepted() =>
        Assert.Equal(
            1 << 24,
            Model(
                "[Convolution, KernelShape(16777216)] public static partial float[] M(float[] source, float[] kernel);"
            ).Horizontal.EffectiveSize
        );

    private static ConvolutionModel Plane(string operation, string kernel) =>
        Model(
            $"{operation} {kernel} public static partial void M(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);"
        );

    private static ConvolutionModel Model(string member)
    {
        ParseResult parsed = Compilations.Parse(member);
        Assert.True(parsed.Refusal is null, parsed.Refusal?.Message);
        return parsed.Model!;
    }
}
