using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;
using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Tests.Parsing;

/// <summary>Declarations of three axes.</summary>
public class VolumeTests
{
    private const string Flat = "void M(ReadOnlySpan<float> source, int width, int height, int depth, Span<float> destination)";

    [Theory]
    [InlineData("1 2 3; 4 5 6 | 7 8 9; 10 11 12", 2, 2, 3)]
    [InlineData("1 | 2 | 3", 3, 1, 1)]
    [InlineData("\n1 2\n3 4\n|\n5 6\n7 8\n|", 2, 2, 2)]
    [InlineData("1 2 1; 3 4 3", 1, 2, 3)]
    public void Planes_are_split_by_bars(string text, int planes, int rows, int columns)
    {
        KernelMatrix kernel = Parse($"[Correlation, Kernel(@\"{text}\")]", Flat).Model!.Kernel;
        Assert.Equal((planes, rows, columns, planes * rows), (kernel.Planes, kernel.RowsOfPlane, kernel.Columns, kernel.Rows));
    }

    [Fact]
    public void Lists_name_planes_first()
    {
        ConvolutionModel model = Parse(
            "[Correlation(Strides = new[] { 1, 2, 3 }, Dilations = new[] { 4, 5, 6 }, Anchor = new[] { 2, 1, 0 }), KernelShape(3, 4, 5)]",
            "void M(float[] source, int batch, int width, int height, int depth, int sourcePitch, int sourcePlanePitch, float[] kernel, float[] destination, int destinationPitch, int destinationPlanePitch)"
        ).Model!;
        Assert.Equal(new AxisGeometry(3, 1, 4, 8, 0), model.Depth);
        Assert.Equal(new AxisGeometry(4, 2, 5, 5, 0), model.Vertical);
        Assert.Equal(new AxisGeometry(5, 3, 6, 0, 0), model.Horizontal);
        Assert.Equal(
            (3, true, true, true, true),
            (
                model.Form.Axes,
                model.Form.HasSourcePitch,
                model.Form.HasSourcePlanePitch,
                model.Form.HasDestinationPitch,
                model.Form.HasDestinationPlanePitch
            )
        );
        ConvolutionModel padded = Parse(
            "[Correlation(Paddings = new[] { 1, 2, 3, 4, 5, 6 }), KernelShape(1, 2, 3)]",
            "void M(float[] source, int width, int height, int depth, float[] kernel, float[] destination)"
        ).Model!;
        Assert.Equal(
            ((1, 4), (2, 5), (3, 6)),
            (
                (padded.Depth.Before, padded.Depth.After),
                (padded.Vertical.Before, padded.Vertical.After),
                (padded.Horizontal.Before, padded.Horizontal.After)
            )
        );
    }

    [Theory]
    [InlineData("float[,,] M(float[,,] source)")]
    [InlineData("void M(float[,,] source, double[,,] destination)")]
    [InlineData("float[] M(float[] source, int width, int height, int depth)")]
    [InlineData("void M(ReadOnlyMemory<byte> source, int width, int height, int depth, Memory<short> destination)")]
    [InlineData("void M(System.Numerics.Tensors.ReadOnlyTensorSpan<float> source, System.Numerics.Tensors.TensorSpan<float> destination)")]
    [InlineData("float[,,] M(System.Numerics.Tensors.ReadOnlyTensorSpan<float> source)")]
    public void Carriers_of_three_axes(string method) =>
        Assert.Equal(3, Parse("[Correlation, Kernel(\"1 2; 3 4 | 5 6; 7 8\")]", method).Model!.Form.Axes);

    [Theory]
    [InlineData("void M(float[] source, int depth, float[] destination)", 1, "parameter 'depth' needs 'width' and 'height'")]
    [InlineData(
        "void M(float[] source, int width, int height, int sourcePlanePitch, float[] destination)",
        3,
        "parameter 'sourcePlanePitch' needs 'depth'"
    )]
    [InlineData(
        "float[] M(float[] source, int width, int height, int depth, int destinationPlanePitch)",
        4,
        "a returned array has no gaps between planes"
    )]
    [InlineData("void M(float[,,] source, int depth, float[,,] destination)", 1, "which knows its own size")]
    [InlineData("void M(float[,,] source, float[,] destination)", 1, "different numbers of axes")]
    [InlineData("void M(float[,] source, float[,,] destination)", 1, "different numbers of axes")]
    [InlineData("void M(float[] source, int width, int height, int planes, float[] destination)", 3, "did you mean 'depth'?")]
    [InlineData(
        "void M(float[] source, int width, int height, int depth, Region region, float[] destination)",
        4,
        "regions are rectangles"
    )]
    [InlineData(
        "void M(ReadOnlySpan<float> source, int width, int height, int depth, Span<float> history, Span<float> destination)",
        4,
        "remove it, or the other axes"
    )]
    [InlineData("void M(float[,,] image)", 0, "in a span, an array or a memory")]
    [InlineData(
        "void M(float[] image, int width, int height, int depth, int destinationPlanePitch)",
        4,
        "whose planes are those of 'sourcePlanePitch'"
    )]
    [InlineData("void M(float[,,,] source, float[,,,] destination)", 0, "arrays may have one, two or three")]
    public void Signatures_that_do_not_fit(string method, int parameter, string text)
    {
        Refusal? refusal = Parse("[Correlation, Kernel(\"1 2 1\")]", method).Refusal;
        Assert.Equal((DeclarationRules.UnknownSignature, RefusalSite.Parameter(parameter)), (refusal?.Rule, refusal?.Site));
        Assert.Contains(text, refusal!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "[Correlation, Kernel(\"1 2 | 3 4\")]",
        "void M(float[] source, int width, int height, float[] destination)",
        "CONV004",
        "take 'int width, int height, int depth' after the source"
    )]
    [InlineData(
        "[Correlation, KernelShape(3, 3, 3)]",
        "void M(float[] source, int width, int height, float[] kernel, float[] destination)",
        "CONV004",
        "The kernel has 3 planes and the signature has two axes"
    )]
    [InlineData(
        "[Correlation, KernelShape(3, 5)]",
        "void M(float[] source, int width, int height, int depth, float[] kernel, float[] destination)",
        "CONV004",
        "write [KernelShape(1, 3, 5)]"
    )]
    [InlineData(
        "[Correlation, KernelShape(0, 3, 5)]",
        "void M(float[] source, int width, int height, int depth, float[] kernel, float[] destination)",
        "CONV015",
        "number of planes"
    )]
    [InlineData("[Correlation, Kernel(\"1 2; 3 4 | 5 6\")]", Flat, "CONV004", "Plane 2 of the kernel has 1 row and plane 1 has 2")]
    [InlineData("[Correlation, Kernel(\"1 2; 3 4 | | 5 6; 7 8\")]", Flat, "CONV003", "there is no value before this '|'")]
    [InlineData("[Correlation, SeparableKernel(\"1 | 2\", \"1 2 1\")]", Flat, "CONV004", "write its numbers in one row")]
    [InlineData("[Correlation, SobelKernel(Axis.Rows)]", Flat, "CONV004", "planes split by '|'")]
    [InlineData("[Correlation(Strides = new[] { 1, 2 }), Kernel(\"1\")]", Flat, "CONV015", "write 3 numbers, for planes, rows and columns")]
    [InlineData(
        "[Correlation(Paddings = new[] { 1, 2, 1, 2 }), Kernel(\"1\")]",
        Flat,
        "CONV015",
        "write 6 numbers, for front, top, left, back, bottom and right"
    )]
    [InlineData("[Correlation(Anchor = new[] { 2, 0, 0 }), Kernel(\"1 | 2\")]", Flat, "CONV008", "on the plane axis")]
    [InlineData("[Correlation(Dilation = 10000000), Kernel(\"1 | 2 | 3\")]", Flat, "CONV016", "20000001 x 1")]
    [InlineData(
        "[Correlation(Parallel = true), Kernel(\"1 | 2\")]",
        Flat,
        "CONV002",
        "take 'float[]' or 'ReadOnlyMemory<float>', or a 'float[,,]' without sizes"
    )]
    [InlineData(
        "[Correlation, KernelShape(3, 3, InputChannels = 2)]",
        "void M(float[] source, int width, int height, int depth, float[] kernel, float[] destination)",
        "CONV004",
        "write [KernelShape(1, 3, 3, ...)]"
    )]
    [InlineData(
        "[Correlation(Layout = ChannelLayout.Planar), KernelShape(3, 3, 3, InputChannels = 2)]",
        "float[,,] M(float[,,] source, float[] kernel)",
        "CONV007",
        "or tensor spans, whose first axis then counts channels"
    )]
    [InlineData("[Correlation, Kernel(\"1 2 | 3 4\", Columns = 2, InputChannels = 2)]", Flat, "CONV004", "for a volume write Planes")]
    [InlineData("[Correlation, Kernel(\"1 2 3 4\", Planes = 2, InputChannels = 2)]", Flat, "CONV004", "and no Columns")]
    [InlineData("[Correlation, Kernel(\"1 2 3 4\", Planes = 0, Columns = 2)]", Flat, "CONV015", "number of planes")]
    [InlineData("[Correlation, Kernel(1, 2, 1, 2, 3, 4, Planes = 0)]", Flat, "CONV015", "number of planes")]
    [InlineData(
        "[Correlation, Kernel(\"1 2 3 4\", Planes = 2, Columns = 3, InputChannels = 2)]",
        Flat,
        "CONV004",
        "A kernel of 2 x 1 x 3 x 2 x 1 has 12 weights, and 4 are given"
    )]
    [InlineData(
        "[Correlation, Kernel(\"1 2 3 4\", Planes = 2, Columns = 2)]",
        "void M(float[] source, int width, int height, float[] destination)",
        "CONV004",
        "The kernel has 2 planes and the signature has two axes"
    )]
    [InlineData(
        "[Correlation(Combine = Combine.Sum), Kernel(\"1 | 2\"), Kernel(\"2 | 1\")]",
        Flat,
        "CONV007",
        "declare the kernels as methods of their own"
    )]
    [InlineData("[Unfold, KernelShape(3, 3)]", Flat, "CONV002", "a matrix of windows is that of an image or of a signal")]
    public void What_does_not_fit_three_axes(string attributes, string method, string rule, string text)
    {
        Refusal? refusal = Parse(attributes, method).Refusal;
        Assert.Equal(rule, refusal?.Rule.Id);
        Assert.Contains(text, refusal!.Message, StringComparison.Ordinal);
    }

    /// <summary>Weights in the order of the layout, as numbers too, beside how many planes they have.</summary>
    [Theory]
    [InlineData("Kernel(\"1 2 3 4 5 6 7 8 9 10 11 12\", Planes = 3, Rows = 2, Columns = 1, InputChannels = 2)", 3, 2, 1, 2)]
    [InlineData("Kernel(2, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, Planes = 3, OutputChannels = 2)", 3, 2, 1, 2)]
    [InlineData("Kernel(2, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, Planes = 2)", 2, 2, 3, 1)]
    [InlineData("Kernel(\"1 2 3 4\", Columns = 2, InputChannels = 2)", 1, 1, 2, 2)]
    public void Planes_are_counted_beside_weights(string attribute, int planes, int rows, int columns, int depth)
    {
        KernelMatrix kernel = Parse($"[Correlation, {attribute}]", Flat).Model!.Kernel;
        Assert.Equal((planes, rows, columns, depth), (kernel.Planes, kernel.RowsOfPlane, kernel.Columns, kernel.Depth));
        Assert.Equal(kernel.Count, kernel.Weights!.Value.Count);
    }

    /// <summary>Two tensors are volumes where a kernel says that it has planes.</summary>
    [Theory]
    [InlineData("KernelShape(1, 3, 3, InputChannels = 2, OutputChannels = 4)", ", System.ReadOnlySpan<float> kernel")]
    [InlineData("Kernel(\"1 2\", Planes = 1, Columns = 1, InputChannels = 2)", "")]
    public void Tensors_of_layers_have_the_axes_of_the_kernel(string attribute, string kernel)
    {
        ConvolutionModel model = Parse(
            $"[Correlation(Layout = ChannelLayout.Planar), {attribute}]",
            $"void M(System.Numerics.Tensors.ReadOnlyTensorSpan<float> source{kernel}, System.Numerics.Tensors.TensorSpan<float> destination)"
        ).Model!;
        Assert.Equal((3, 2, true), (model.Form.Axes, model.SourceChannels, model.HasPlanes));
    }

    /// <summary>Planes are part of what is compared: the same weights in one plane are another model.</summary>
    [Fact]
    public void Planes_make_another_model()
    {
        ConvolutionModel[] models =
        [
            .. new[] { "1 2 | 3 4", "1 2 | 3 4", "1 2; 3 4" }.Select(text => Parse($"[Correlation, Kernel(\"{text}\")]", Flat).Model!),
        ];
        Assert.Equal(models[0], models[1]);
        Assert.NotEqual(models[0], models[2]);
    }

    private static ParseResult Parse(string attributes, string method) =>
        Compilations.Parse($"{attributes} public static partial {method};");
}
