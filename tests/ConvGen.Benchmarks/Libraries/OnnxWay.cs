using ConvGen.Benchmarks.Contestants;
using ConvGen.Benchmarks.Images;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace ConvGen.Benchmarks.Libraries;

/// <summary>A model of ONNX Runtime, bound to where the images lie.</summary>
internal sealed class OnnxWay(
    InferenceSession session,
    string way,
    bool interiorOnly,
    (TensorElementType Type, long[] Shape) source,
    (TensorElementType Type, long[] Shape) result
) : IPeerWay
{
    private readonly RunOptions options = new();
    private OrtIoBinding? binding;
    private OrtValue? from;
    private OrtValue? to;
    private Placement bound;

    /// <inheritdoc/>
    public string Name => ContestantNames.Onnx;

    /// <inheritdoc/>
    public string Way => way;

    /// <inheritdoc/>
    public bool InteriorOnly => interiorOnly;

    /// <inheritdoc/>
    public void Run(in Placement placement)
    {
        if (binding is null || placement != bound)
        {
            Bind(placement);
        }

        session.RunWithBinding(options, binding);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Unbind();
        options.Dispose();
        session.Dispose();
    }

    private void Bind(in Placement placement)
    {
        Unbind();
        binding = session.CreateIoBinding();
        from = Value(source, placement.Source);
        to = Value(result, placement.Destination);
        binding.BindInput(OnnxModels.Source, from);
        binding.BindOutput(OnnxModels.Result, to);
        bound = placement;
    }

    private void Unbind()
    {
        binding?.Dispose();
        from?.Dispose();
        to?.Dispose();
    }

    private static OrtValue Value((TensorElementType Type, long[] Shape) tensor, nint address)
    {
        long bytes =
            tensor.Shape.Aggregate(1L, static (a, b) => a * b) * (tensor.Type == TensorElementType.UInt8 ? sizeof(byte) : sizeof(float));
        return OrtValue.CreateTensorValueWithData(OrtMemoryInfo.DefaultInstance, tensor.Type, tensor.Shape, address, bytes);
    }
}
