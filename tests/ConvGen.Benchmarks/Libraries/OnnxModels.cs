using System.Runtime.InteropServices;
using ConvGen.Benchmarks.Rows;
using Google.Protobuf;
using Onnx;
using Element = Onnx.TensorProto.Types.DataType;

namespace ConvGen.Benchmarks.Libraries;

/// <summary>Models of one operation, in the format that runtimes for networks read.</summary>
internal static class OnnxModels
{
    /// <summary>The names of what goes in and what comes out.</summary>
    public const string Source = "source",
        Result = "result";

    private const string Quantised = "QLinearConv";

    private static readonly string[] QuantisedInputs = [Source, "one", "zero", "weights", "scale", "signedZero", "one", "zero"];

    // The version of the operators, and that of the format that came with it.
    private const int Operators = 13,
        Format = 7;

    /// <summary>The operation that a layer is.</summary>
    public static string Operation(LayerShape layer, Type sourceType) =>
        layer.Scale is not null ? Quantised
        : sourceType == typeof(float) ? "Conv"
        : "ConvInteger";

    /// <summary>A layer of <c>float</c>, of bytes into 32-bit sums, or of bytes into bytes.</summary>
    public static byte[] Layer(LayerShape layer, Type sourceType)
    {
        bool isFloat = sourceType == typeof(float);
        TensorProto[] scales = layer.Scale is { } scale ? Scales(scale) : [];
        long[] shape = [layer.Outputs, layer.GroupInputs, layer.Size, layer.Size];
        TensorProto weights = isFloat
            ? Floats("weights", shape, [.. layer.OutputFirstWeights.Select(static weight => (float)weight)])
            : SignedBytes("weights", shape, [.. layer.OutputFirstWeights.Select(static weight => (sbyte)weight)]);
        long[] padding = [layer.Padding, layer.Padding, layer.Padding, layer.Padding];
        string[] inputs = layer.Scale is null ? [Source, "weights"] : QuantisedInputs;
        NodeProto node = Convolution(Operation(layer, sourceType), inputs, padding, layer.Size, layer.Size, layer.Stride);
        node.Attribute.Add(
            new AttributeProto
            {
                Name = "group",
                Type = AttributeProto.Types.AttributeType.Int,
                I = layer.Groups,
            }
        );
        int size = layer.Output(layer.Width);
        return Model(
            node,
            [weights, .. scales],
            isFloat ? Element.Float : Element.Uint8,
            [1, layer.Inputs, layer.Width, layer.Width],
            isFloat ? Element.Float
                : layer.Scale is null ? Element.Int32
                : Element.Uint8,
            [1, layer.Outputs, size, size]
        );
    }

    /// <summary>A filter of one channel of <c>float</c>, with zeros around its source.</summary>
    public static byte[] Filter(KernelMatrix kernel, int width, int height)
    {
        float[] weights = [.. kernel.Weights.Select(weight => (float)(weight / kernel.Divisor))];
        TensorProto tensor = Floats("weights", [1, 1, kernel.Rows, kernel.Columns], weights);
        NodeProto node = Convolution("Conv", [Source, "weights"], Around(kernel), kernel.Rows, kernel.Columns, 1);
        return Model(node, [tensor], Element.Float, [1, 1, height, width], Element.Float, [1, 1, height, width]);
    }

    /// <summary>
    /// A filter of one channel of bytes into bytes, with zeros around its source: the sum is divided, rounded to the nearest number, halves
    /// to
    /// the even one, and limited.
    /// </summary>
    public static byte[] ByteFilter(KernelMatrix kernel, int width, int height)
    {
        sbyte[] weights = [.. kernel.Weights.Select(static weight => (sbyte)weight)];
        TensorProto[] tensors = [.. Scales(1f / kernel.Divisor), SignedBytes("weights", [1, 1, kernel.Rows, kernel.Columns], weights)];
        NodeProto node = Convolution(Quantised, QuantisedInputs, Around(kernel), kernel.Rows, kernel.Columns, 1);
        return Model(node, tensors, Element.Uint8, [1, 1, height, width], Element.Uint8, [1, 1, height, width]);
    }

    /// <summary>What a quantised operation takes beside its source and weights: they and the results are as many units, and 0 stands for 0.</summary>
    private static TensorProto[] Scales(float scale) =>
        [Floats("one", [], [1]), Floats("scale", [], [scale]), Tensor("zero", Element.Uint8, [], [0]), SignedBytes("signedZero", [], [0])];

    /// <summary>Zeros before and after, so that the result is as large as the source and the window lies on it as in the rows.</summary>
    private static long[] Around(KernelMatrix kernel)
    {
        int above = kernel.Rows / 2,
            beside = kernel.Columns / 2;
        return [above, beside, kernel.Rows - 1 - above, kernel.Columns - 1 - beside];
    }

    private static NodeProto Convolution(string operation, string[] inputs, long[] padding, long rows, long columns, long stride)
    {
        NodeProto node = new() { OpType = operation, Name = operation };
        node.Input.Add(inputs);
        node.Output.Add(Result);
        node.Attribute.Add(Numbers("pads", padding));
        node.Attribute.Add(Numbers("kernel_shape", rows, columns));
        node.Attribute.Add(Numbers("strides", stride, stride));
        return node;
    }

    private static AttributeProto Numbers(string name, params long[] values)
    {
        AttributeProto attribute = new() { Name = name, Type = AttributeProto.Types.AttributeType.Ints };
        attribute.Ints.Add(values);
        return attribute;
    }

    private static TensorProto Floats(string name, long[] shape, float[] values) =>
        Tensor(name, Element.Float, shape, MemoryMarshal.AsBytes<float>(values));

    private static TensorProto SignedBytes(string name, long[] shape, sbyte[] values) =>
        Tensor(name, Element.Int8, shape, MemoryMarshal.AsBytes<sbyte>(values));

    private static TensorProto Tensor(string name, Element type, long[] shape, ReadOnlySpan<byte> values)
    {
        TensorProto tensor = new()
        {
            Name = name,
            DataType = (int)type,
            RawData = ByteString.CopyFrom(values),
        };
        tensor.Dims.Add(shape);
        return tensor;
    }

    private static byte[] Model(
        NodeProto node,
        TensorProto[] weights,
        Element source,
        long[] sourceShape,
        Element result,
        long[] resultShape
    )
    {
        GraphProto graph = new() { Name = node.OpType };
        graph.Node.Add(node);
        graph.Initializer.Add(weights);
        graph.Input.Add(Value(Source, source, sourceShape));
        graph.Output.Add(Value(Result, result, resultShape));
        ModelProto model = new()
        {
            IrVersion = Format,
            ProducerName = "ConvGen.Benchmarks",
            Graph = graph,
        };
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = Operators });
        return model.ToByteArray();
    }

    private static ValueInfoProto Value(string name, Element type, long[] shape)
    {
        TensorShapeProto sizes = new();
        sizes.Dim.Add(shape.Select(static size => new TensorShapeProto.Types.Dimension { DimValue = size }));
        TypeProto.Types.Tensor tensor = new() { ElemType = (int)type, Shape = sizes };
        return new ValueInfoProto
        {
            Name = name,
            Type = new TypeProto { TensorType = tensor },
        };
    }
}
