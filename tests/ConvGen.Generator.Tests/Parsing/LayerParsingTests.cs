using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;
using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Tests.Parsing;

/// <summary>What makes a declaration a layer, and which layers are refused.</summary>
public class LayerParsingTests
{
    private const string Plane =
        "public static partial void M(ReadOnlySpan<float> source, int width, int height, ReadOnlySpan<float> kernel, Span<float> destination);";

    private const string Line = "public static partial void M(ReadOnlySpan<float> source, Span<float> destination);";

    private const string Bytes =
        "public static partial void M(ReadOnlySpan<byte> source, int width, int height, ReadOnlySpan<sbyte> kernel, Span<byte> destination);";

    [Fact]
    public void Channels_and_layouts()
    {
        ConvolutionModel model = Model(
            "[Correlation(Layout = ConvGen.ChannelLayout.Planar, KernelLayout = ConvGen.KernelLayout.OutputFirst), KernelShape(3, 5, InputChannels = 8, OutputChannels = 12, Groups = 4)] "
                + Plane
        );
        Assert.Equal(
            new LayerOptions(8, 12, 4, Generator.Model.ChannelLayout.Planar, Generator.Model.KernelLayout.OutputFirst, null, null),
            model.Layer
        );
        Assert.Equal((2, 3), (model.Layer!.GroupInputs, model.Layer.GroupOutputs));
        Assert.Equal(3 * 5 * 2 * 12, model.Kernel.Count);
        Assert.Null(model.Form.Bias);
    }

    [Fact]
    public void A_kernel_without_channels_is_no_layer()
    {
        Assert.Null(Model("[Correlation(Activation = ConvGen.Activation.None), KernelShape(3, 3)] " + Plane).Layer);
        Assert.Null(Model("[Correlation, Kernel(\"1 2\", Columns = 2)] " + Line).Layer);
    }

    [Theory]
    [InlineData("ReadOnlySpan<float>", Carrier.Span, ElementType.Single)]
    [InlineData("double[]", Carrier.Array, ElementType.Double)]
    [InlineData("ReadOnlyMemory<int>", Carrier.Memory, ElementType.Int32)]
    public void Bias(string type, object carrier, object element)
    {
        ConvolutionModel model = Model(
            $"[Correlation, Kernel(\"1 2\")] public static partial void M(ReadOnlySpan<float> source, {type} bias, Span<float> destination);"
        );
        Assert.Equal(
            new LayerOptions(1, 1, 1, Generator.Model.ChannelLayout.Interleaved, Generator.Model.KernelLayout.InputFirst, null, null),
            model.Layer
        );
        Assert.Equal((carrier, element), (model.Form.Bias!.Carrier, model.Form.Bias.Element));
    }

    [Fact]
    public void Prepared_weights()
    {
        ConvolutionModel model = Model(
            "[Correlation, KernelShape(3)] public static partial void M(ReadOnlySpan<float> source, PreparedKernel<double> kernel, Span<float> destination);"
        );
        Assert.NotNull(model.Layer);
        Assert.Equal(new Generator.Model.Buffer(Carrier.Prepared, ElementType.Double, IsReadOnly: true), model.Form.Kernel);
    }

    /// <summary>They are those of a kernel where that may go through transforms, and nothing else makes a layer of it.</summary>
    [Theory]
    [InlineData("KernelShape(3)", "", false)]
    [InlineData("KernelShape(3, InputChannels = 2)", "", true)]
    [InlineData("KernelShape(3)", "ReadOnlySpan<float> bias, ", true)]
    public void Prepared_weights_of_a_kernel_that_may_be_transformed(string shape, string bias, bool isLayer)
    {
        ConvolutionModel model = Model(
            $"[Correlation(FloatingPoint = FloatingPointMode.Transform), {shape}] public static partial void M(ReadOnlySpan<float> source, PreparedKernel<float> kernel, {bias}Span<float> destination);"
        );
        Assert.Equal(isLayer, model.Layer is not null);
        Assert.Equal(Carrier.Prepared, model.Form.Kernel!.Carrier);
    }

    [Fact]
    public void Limits_of_the_result()
    {
        Assert.Equal((Rational.Zero, null), Limits("Activation = ConvGen.Activation.Relu"));
        Assert.Equal((Rational.Zero, 6), Limits("Activation = ConvGen.Activation.Relu, OutputMaximum = 6"));
        Assert.Equal((new Rational(-1, 10), new Rational(1, 4)), Limits("OutputMinimum = -0.1, OutputMaximum = 0.25"));
    }

    [Fact]
    public void Text_with_channels_is_flat()
    {
        KernelMatrix kernel = Model(
            "[Correlation, Kernel(\"1 2; 3\\n4 5 6 7 8\", Rows = 1, Columns = 2, InputChannels = 2, OutputChannels = 2, Divisor = 2)] "
                + Line
        ).Kernel;
        Assert.Equal((1, 2, 4, 8), (kernel.Rows, kernel.Columns, kernel.Depth, kernel.Count));
        Assert.Equal(Enumerable.Range(1, 8).Select(value => new Rational(value, 2)), kernel.Weights!.Value);
    }

    [Fact]
    public void Weights_as_numbers_with_channels()
    {
        KernelMatrix kernel = Model("[Correlation, Kernel(1, 2, [1, 2, 3, 4], InputChannels = 2)] " + Line).Kernel;
        Assert.Equal((1, 2, 2), (kernel.Rows, kernel.Columns, kernel.Depth));
    }

    [Theory]
    [InlineData("InputChannels = 0", "InputChannels", "InputChannels is 0", "1 or more")]
    [InlineData("OutputChannels = -1", "OutputChannels", "OutputChannels is -1", "1 or more")]
    [InlineData("Groups = 0", "Groups", "Groups is 0", "1 or more")]
    [InlineData("InputChannels = 16777217", "InputChannels", "16777217", "16777216 or less")]
    [InlineData("InputChannels = 65536, OutputChannels = 65536", "OutputChannels", "4294967296", "reduce the channels")]
    public void Channels_out_of_range(string channels, string argument, params string[] texts) =>
        AssertRefused(
            $"[Correlation, KernelShape(3, 3, {channels})] {Plane}",
            DeclarationRules.OptionOutOfRange,
            RefusalSite.KernelArgument(argument),
            texts
        );

    [Fact]
    public void Groups_do_not_divide()
    {
        AssertRefused(
            $"[Correlation, KernelShape(3, 3, InputChannels = 6, OutputChannels = 9, Groups = 2)] {Plane}",
            DeclarationRules.GroupsDoNotDivide,
            RefusalSite.KernelArgument("Groups"),
            "OutputChannels = 9",
            "divisor of 3"
        );
        AssertRefused(
            $"[Correlation, KernelShape(3, 3, Groups = 2)] {Plane}",
            DeclarationRules.GroupsDoNotDivide,
            RefusalSite.KernelArgument("Groups"),
            "InputChannels = 1",
            "divisor of 1"
        );
    }

    [Theory]
    [InlineData("PixelChannels = 3", "InputChannels = 3", "PixelChannels", "PixelChannels cannot be combined with InputChannels")]
    [InlineData("PixelChannels = 1", "Groups = 1", "PixelChannels", "PixelChannels cannot be combined with Groups")]
    [InlineData("PixelChannels = 3, OutputMaximum = 6", "", "PixelChannels", "PixelChannels cannot be combined with OutputMaximum")]
    [InlineData("Layout = ConvGen.ChannelLayout.Interleaved", "", "Layout", "Layout cannot be combined with a kernel without channels")]
    [InlineData(
        "KernelLayout = ConvGen.KernelLayout.OutputFirst",
        "",
        "KernelLayout",
        "KernelLayout cannot be combined with a kernel without channels"
    )]
    [InlineData(
        "Activation = ConvGen.Activation.Relu, OutputMinimum = 0",
        "",
        "OutputMinimum",
        "OutputMinimum cannot be combined with Activation = Activation.Relu"
    )]
    public void Clash(string options, string channels, string site, string text) =>
        AssertRefused(
            $"[Correlation({options}), KernelShape(3, 3{(channels.Length == 0 ? "" : ", " + channels)})] {Plane}",
            DeclarationRules.OptionClash,
            RefusalSite.Option(site),
            text
        );

    [Theory]
    [InlineData("float[,] source, ReadOnlySpan<float> kernel, float[,] destination")]
    [InlineData("ReadOnlySpan2D<float> source, ReadOnlySpan<float> kernel, Span2D<float> destination")]
    public void Planes_contradict_carriers_of_two_axes(string parameters) =>
        AssertRefused(
            $"[Correlation(Layout = ConvGen.ChannelLayout.Planar), KernelShape(3, 3, InputChannels = 2)] public static partial void M({parameters});",
            DeclarationRules.OptionClash,
            RefusalSite.Option("Layout"),
            "only rows and columns"
        );

    [Theory]
    [InlineData("Layout = (ConvGen.ChannelLayout)2", "Layout", "ChannelLayout.Planar")]
    [InlineData("KernelLayout = (ConvGen.KernelLayout)(-1)", "KernelLayout", "KernelLayout.OutputFirst")]
    [InlineData("Activation = (ConvGen.Activation)9", "Activation", "Activation.Relu")]
    [InlineData("OutputMinimum = double.NaN", "OutputMinimum", "finite")]
    [InlineData("OutputMinimum = -1", "OutputMinimum", "0 to 255")]
    [InlineData("OutputMaximum = 2.5", "OutputMaximum", "0 to 255")]
    [InlineData("OutputMinimum = 5, OutputMaximum = 4", "OutputMaximum", "not below the smallest result, 5")]
    public void Option_out_of_range(string options, string site, string remedy) =>
        AssertRefused(
            $"[Correlation({options}), KernelShape(3, 3, InputChannels = 2)] {Bytes}",
            DeclarationRules.OptionOutOfRange,
            RefusalSite.Option(site),
            remedy
        );

    [Theory]
    [InlineData("Kernel(\"1 2 3\", Columns = 2)", "1 x 2 has 2 weights, and 3 are given", "row by row")]
    [InlineData(
        "Kernel(\"1 2 3\", Columns = 2, InputChannels = 2, OutputChannels = 3)",
        "1 x 2 x 2 x 3 has 12 weights",
        "order of KernelLayout"
    )]
    [InlineData("Kernel(\"1 2 3\", InputChannels = 3)", "channels and no Columns", "write Columns")]
    [InlineData("Kernel(1, 1, [1, 2, 3], InputChannels = 2)", "1 x 1 x 2 x 1 has 2 weights", "order of KernelLayout")]
    public void Dimensions(string kernel, string problem, string remedy) =>
        AssertRefused($"[Correlation, {kernel}] {Line}", DeclarationRules.DimensionsDisagree, RefusalSite.Kernel, problem, remedy);

    [Fact]
    public void Rows_and_columns_twice() =>
        AssertRefused(
            $"[Correlation, Kernel(1, 1, [1], Columns = 1)] {Line}",
            DeclarationRules.OptionClash,
            RefusalSite.KernelArgument("Columns"),
            "remove Columns"
        );

    [Theory]
    [InlineData("ReadOnlySpan<float> source, float bias, Span<float> destination", 1, "one number for each output channel")]
    [InlineData("ReadOnlySpan<float> source, PreparedKernel<float> bias, Span<float> destination", 1, "one number for each output channel")]
    [InlineData("PreparedKernel<float> source, Span<float> destination", 0, "holds no samples")]
    [InlineData("ReadOnlySpan<float> source, PreparedKernel<float> destination", 1, "holds no samples")]
    [InlineData("ReadOnlySpan<float> source, PreparedKernel<float> kernel, Span<float> destination", 1, "needs [KernelShape]")]
    [InlineData("ReadOnlySpan<float> source, PreparedKernel<float> weights, Span<float> destination", 1, "did you mean 'kernel'")]
    public void Signatures(string parameters, int index, string text) =>
        AssertRefused(
            $"[Correlation, Kernel(\"1\")] public static partial void M({parameters});",
            DeclarationRules.UnknownSignature,
            RefusalSite.Parameter(index),
            text
        );

    [Fact]
    public void Windows_count_their_channels() =>
        AssertRefused(
            $"[Correlation, KernelShape(1024, 1024, InputChannels = 32)] {Plane}",
            DeclarationRules.WindowTooLarge,
            RefusalSite.Kernel,
            "524288"
        );

    private static (Rational? Minimum, Rational? Maximum) Limits(string options)
    {
        LayerOptions layer = Model($"[Correlation({options}), KernelShape(3, 3)] {Plane}").Layer!;
        return (layer.Minimum, layer.Maximum);
    }

    private static ConvolutionModel Model(string member)
    {
        ParseResult parsed = Compilations.Parse(member);
        Assert.True(parsed.Refusal is null, parsed.Refusal?.Message);
        return parsed.Model!;
    }

    private static void AssertRefused(string member, DeclarationRule rule, RefusalSite site, params string[] texts)
    {
        ParseResult parsed = Compilations.Parse(member);
        Assert.NotNull(parsed.Refusal);
        Assert.True(rule == parsed.Refusal.Rule, $"{parsed.Refusal.Rule.Id}: {parsed.Refusal.Message}");
        Assert.Equal(site, parsed.Refusal.Site);
        Assert.All(texts, text => Assert.Contains(text, parsed.Refusal.Message, StringComparison.Ordinal));
    }
}
