using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Description;

/// <summary>The formulas of a geometry, with its numbers put in.</summary>
internal static class FormulaText
{
    /// <summary>As in <c>y[i, j] = sum over r, c of K[2 - r, 2 - c] * x[i + r - 1, j + c - 1]</c>.</summary>
    public static string Index(ConvolutionModel model)
    {
        bool reverses = model.Operation == OperationKind.Convolution;
        List<Axis> axes = Axes(model);
        if (model.IsComplex)
        {
            return Complex(model, axes, reverses);
        }

        if (model.Layer is { } layer)
        {
            return Layer(model, layer, axes, reverses);
        }

        string[] channel = model.PixelChannels > 1 ? ["p"] : [];
        string taps = string.Join(", ", axes.Where(axis => axis.Geometry.Size > 1).Select(axis => axis.Tap));
        return "y["
            + List(axes.Select(axis => axis.Output), channel)
            + "] = "
            + (taps.Length > 0 ? "sum over " + taps + " of " : "")
            + "K["
            + List(axes.Select(axis => Weight(axis, reverses)), [])
            + "] * "
            + "x["
            + List(axes.Select(Sample), channel)
            + "]";
    }

    /// <summary>As in <c>y[n] = sum over k of conj(K[k]) * x[n + k - 1]</c>, of complex numbers.</summary>
    private static string Complex(ConvolutionModel model, List<Axis> axes, bool reverses)
    {
        string taps = string.Join(", ", axes.Where(axis => axis.Geometry.Size > 1).Select(axis => axis.Tap));
        string weight = "K[" + List(axes.Select(axis => Weight(axis, reverses)), []) + "]";
        return "y["
            + List(axes.Select(axis => axis.Output), [])
            + "] = "
            + (model.Form.Bias is null ? "" : "b + ")
            + (taps.Length > 0 ? "sum over " + taps + " of " : "")
            + (model.Kernel.Complex is null || reverses ? weight : "conj(" + weight + ")")
            + " * x["
            + List(axes.Select(Sample), [])
            + "]";
    }

    private static List<Axis> Axes(ConvolutionModel model) =>
        model.Form.Axes switch
        {
            1 => [new(model.IsStream ? model.Horizontal with { Before = model.PastPixels } : model.Horizontal, "n", "k")],
            2 => [new(model.Vertical, "i", "r"), new(model.Horizontal, "j", "c")],
            _ => [new(model.Depth, "h", "d"), new(model.Vertical, "i", "r"), new(model.Horizontal, "j", "c")],
        };

    /// <summary>
    /// As in <c>y[i, j, o] = b[o] + sum over r, c, m of K[r, c, m, o] * x[i + r - 1, j + c - 1, m]</c>, with the indices in the order of
    /// the layouts.
    /// </summary>
    private static string Layer(ConvolutionModel model, LayerOptions layer, List<Axis> axes, bool reverses)
    {
        string[] output = layer.OutputChannels > 1 ? ["o"] : [];
        string[] input = layer.GroupInputs > 1 ? ["m"] : [];
        string group = layer.GroupOutputs == 1 ? "o" : "floor(o / " + Literals.Of(layer.GroupOutputs) + ")";
        string[] source =
            layer.InputChannels == 1 ? []
            : layer.Groups == 1 ? ["m"]
            : layer.GroupInputs == 1 ? [group]
            : [Literals.Of(layer.GroupInputs) + "*" + group + " + m"];
        List<string> weight = axes.Select(axis => Weight(axis, reverses)).ToList();
        string Placed(IEnumerable<string> places, string[] channel) =>
            List(layer.IsPlanar ? channel.Concat(places) : places.Concat(channel), []);
        string kernel = List(
            layer.KernelLayout == KernelLayout.OutputFirst ? output.Concat(input).Concat(weight) : weight.Concat(input).Concat(output),
            []
        );
        string taps = string.Join(", ", axes.Where(axis => axis.Geometry.Size > 1).Select(axis => axis.Tap).Concat(input));
        string channel = output.Length > 0 ? "[o]" : "[0]",
            weights = "K[" + kernel + "]",
            samples = "x[" + Placed(axes.Select(Sample), source) + "]";
        string Sum(string weightText, string sampleText) =>
            (model.Form.Bias is null ? "" : "b" + channel + " + ")
            + (taps.Length > 0 ? "sum over " + taps + " of " : "")
            + weightText
            + " * "
            + sampleText;
        string result = "y[" + Placed(axes.Select(axis => axis.Output), output) + "] = ";
        return model.Form.Requantisation is not { } quantised
            ? result + Sum(weights, samples)
            : result
                + (quantised.HasDestinationZeroPoint ? "destinationZeroPoint + " : "")
                + "round(scale"
                + channel
                + " * ("
                + Sum(
                    quantised.HasKernelZeroPoint ? "(" + weights + " - kernelZeroPoint)" : weights,
                    quantised.HasSourceZeroPoint ? "(" + samples + " - sourceZeroPoint)" : samples
                )
                + "))";
    }

    /// <summary>The shape of the result, as in <c>height - 2 by width - 2</c>.</summary>
    public static string Output(ConvolutionModel model)
    {
        const string Empty = "; an empty source gives an empty result.";
        if (model.IsStream)
        {
            int stride = model.Horizontal.Stride;
            return (stride == 1 ? "length" : "length / " + Literals.Of(stride))
                + Pixels(model)
                + "; an empty block gives none, and leaves the history as it is.";
        }

        if (model.Form.Axes == 1)
        {
            return Length(model.Horizontal, model.Mode, "length") + Pixels(model) + Empty;
        }

        string rows = Length(model.Vertical, model.Mode, "height");
        string columns = Length(model.Horizontal, model.Mode, "width");
        string planes = model.Form.IsVolume ? Length(model.Depth, model.Mode, "depth") + " planes of " : "";
        return planes + rows + " rows of " + columns + Pixels(model) + Empty;
    }

    private static string Pixels(ConvolutionModel model) => model.ResultChannels > 1 && !model.IsComplex ? " pixels" : " samples";

    /// <summary>Samples of the result along one axis of <paramref name="size"/> samples.</summary>
    public static string Length(AxisGeometry axis, OutputMode mode, string size)
    {
        // Sums of options may exceed an int.
        long effective = axis.EffectiveSize;
        if (mode == OutputMode.Same)
        {
            return axis.Stride == 1 ? size : "ceil(" + size + " / " + Literals.Of(axis.Stride) + ")";
        }

        long added = mode switch
        {
            OutputMode.Valid => -effective,
            OutputMode.Full => effective - 2,
            _ => (long)axis.Before + axis.After - effective,
        };
        string length =
            axis.Stride == 1 ? size + Signed(added + 1) : "floor((" + size + Signed(added) + ") / " + Literals.Of(axis.Stride) + ") + 1";

        // A source is never shorter than one sample here, so most lengths cannot come out negative.
        return added + 1 < -axis.Stride ? "max(0, " + length + ")" : length;
    }

    private static string Weight(Axis axis, bool reverses)
    {
        int last = axis.Geometry.Size - 1;
        return last == 0 ? "0"
            : reverses ? Literals.Of(last) + " - " + axis.Tap
            : axis.Tap;
    }

    private static string Sample(Axis axis) => Sample(axis.Geometry, axis.Output, axis.Tap);

    /// <summary>The place in the source that a tap of an output sees, as in <c>2*i + r - 1</c>.</summary>
    public static string Sample(AxisGeometry axis, string output, string tap) =>
        Times(axis.Stride, output) + (axis.Size > 1 ? " + " + Times(axis.Dilation, tap) : "") + Signed(-(long)axis.Before);

    private static string Times(int factor, string index) => factor == 1 ? index : Literals.Of(factor) + "*" + index;

    private static string Signed(long offset) =>
        offset == 0 ? ""
        : offset > 0 ? " + " + Literals.Of(offset)
        : " - " + Literals.Of(-offset);

    private static string List(IEnumerable<string> indices, string[] channel) => string.Join(", ", indices.Concat(channel));

    /// <summary>An axis with the names of its output index and its tap index.</summary>
    private sealed record Axis(AxisGeometry Geometry, string Output, string Tap);
}
