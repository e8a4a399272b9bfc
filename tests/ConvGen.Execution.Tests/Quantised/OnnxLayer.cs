using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Layers;
using ConvGen.Execution.Tests.Numbers;
using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Onnx;

namespace ConvGen.Execution.Tests.Quantised;

/// <summary>The same layer as a model of one QLinearConv, run by ONNX Runtime.</summary>
internal static class OnnxLayer
{
    private const int Version = 13;

    /// <summary>The results in planes, item by item.</summary>
    /// <param name="layer">A correlation of two axes with weights that arrive at run time, and zeros outside.</param>
    /// <param name="numbers">What it is run on, in planes without gaps, with outputs first.</param>
    /// <param name="scales">Scale of the samples, of each channel's weights, and of the results.</param>
    public static int[] Run(DeclaredLayer layer, QuantisedNumbers numbers, (float Source, float[] Kernel, float Destination) scales)
    {
        byte[] model = Model(layer, numbers, scales).ToByteArray();
        using SessionOptions options = new() { IntraOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };
        using InferenceSession session = new(model, options);
        int[] shape = [numbers.Source.Batch, layer.Inputs, numbers.Source.Height, numbers.Source.Width];
        NamedOnnxValue input =
            layer.Space.Source == Element.Byte
                ? NamedOnnxValue.CreateFromTensor(
                    "x",
                    new DenseTensor<byte>(numbers.Source.Elements.Select(sample => (byte)sample).ToArray(), shape)
                )
                : NamedOnnxValue.CreateFromTensor(
                    "x",
                    new DenseTensor<sbyte>(numbers.Source.Elements.Select(sample => (sbyte)sample).ToArray(), shape)
                );
        using IDisposableReadOnlyCollection<DisposableNamedOnnxValue> results = session.Run([input]);
        return layer.Space.Destination == Element.Byte
            ? [.. results[0].AsTensor<byte>().Select(result => (int)result)]
            : [.. results[0].AsTensor<sbyte>().Select(result => (int)result)];
    }

    private static ModelProto Model(DeclaredLayer layer, QuantisedNumbers numbers, (float Source, float[] Kernel, float Destination) scales)
    {
        Declared space = layer.Space;
        NodeProto node = new()
        {
            OpType = "QLinearConv",
            Name = "layer",
            Input = { "x", "xs", "xz", "w", "ws", "wz", "ys", "yz" },
            Output = { "y" },
        };
        node.Attribute.Add(List("strides", space.Stride(0), space.Stride(1)));
        node.Attribute.Add(List("dilations", space.Dilation(0), space.Dilation(1)));
        node.Attribute.Add(List("pads", [.. space.Paddings]));
        node.Attribute.Add(
            new AttributeProto
            {
                Name = "group",
                Type = AttributeProto.Types.AttributeType.Int,
                I = layer.Groups,
            }
        );
        GraphProto graph = new()
        {
            Name = "layer",
            Node = { node },
            Input = { Value("x", space.Source, numbers.Source.Batch, layer.Inputs, numbers.Source.Height, numbers.Source.Width) },
            Output = { Value("y", space.Destination) },
            Initializer =
            {
                Floats("xs", scales.Source),
                Bytes("xz", space.Source, [], [numbers.SourceZero]),
                Bytes("w", space.Kernel!.Value, [layer.Outputs, layer.GroupInputs, space.Rows, space.Columns], numbers.Weights),
                Floats("ws", scales.Kernel),
                Bytes("wz", space.Kernel.Value, [layer.Outputs], [.. Enumerable.Repeat(numbers.KernelZero, layer.Outputs)]),
                Floats("ys", scales.Destination),
                Bytes("yz", space.Destination, [], [numbers.DestinationZero]),
            },
        };
        if (layer.Bias is not null)
        {
            node.Input.Add("b");
            graph.Initializer.Add(
                new TensorProto
                {
                    Name = "b",
                    DataType = (int)TensorProto.Types.DataType.Int32,
                    Dims = { layer.Outputs },
                    Int32Data = { numbers.Bias },
                }
            );
        }

        return new ModelProto
        {
            IrVersion = 8,
            OpsetImport = { new OperatorSetIdProto { Version = Version } },
            Graph = graph,
        };
    }

    private static AttributeProto List(string name, params int[] values)
    {
        AttributeProto attribute = new() { Name = name, Type = AttributeProto.Types.AttributeType.Ints };
        attribute.Ints.AddRange(values.Select(value => (long)value));
        return attribute;
    }

    private static ValueInfoProto Value(string name, Element type, params int[] shape)
    {
        TypeProto.Types.Tensor tensor = new() { ElemType = (int)DataType(type) };
        if (shape.Length > 0)
        {
            tensor.Shape = new TensorShapeProto();
            tensor.Shape.Dim.AddRange(shape.Select(length => new TensorShapeProto.Types.Dimension { DimValue = length }));
        }

        return new ValueInfoProto
        {
            Name = name,
            Type = new TypeProto { TensorType = tensor },
        };
    }

    private static TensorProto Floats(string name, params float[] values)
    {
        TensorProto tensor = new() { Name = name, DataType = (int)TensorProto.Types.DataType.Float };
        tensor.FloatData.AddRange(values);
        if (values.Length > 1)
        {
            tensor.Dims.Add(values.Length);
        }

        return tensor;
    }

    private static TensorProto Bytes(string name, Element type, int[] shape, int[] values)
    {
        TensorProto tensor = new()
        {
            Name = name,
            DataType = (int)DataType(type),
            RawData = ByteString.CopyFrom([.. values.Select(value => unchecked((byte)value))]),
        };
        tensor.Dims.AddRange(shape.Select(length => (long)length));
        return tensor;
    }

    private static TensorProto.Types.DataType DataType(Element type) =>
        type == Element.Byte ? TensorProto.Types.DataType.Uint8 : TensorProto.Types.DataType.Int8;
}
