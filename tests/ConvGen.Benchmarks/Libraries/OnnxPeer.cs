using ConvGen.Benchmarks.Contestants;
using ConvGen.Benchmarks.Images;
using ConvGen.Benchmarks.Rows;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace ConvGen.Benchmarks.Libraries;

/// <summary>
/// ONNX Runtime with models of one convolution. Beyond the edges of filters it sees zeros, so that only the interior agrees with the
/// others;
/// its layers are planes.
/// </summary>
internal sealed class OnnxPeer : IPeer
{
    /// <summary>Beyond, a filter of one channel would take seconds for an image: what is spread over lanes are channels.</summary>
    private const int MostTaps = 400;

    /// <summary>Finds out whether the native library loads.</summary>
    public OnnxPeer() => Version = "ONNX Runtime " + OrtEnv.Instance().GetVersionString();

    /// <inheritdoc/>
    public string Name => ContestantNames.Onnx;

    /// <inheritdoc/>
    public string Version { get; }

    /// <inheritdoc/>
    public IEnumerable<IPeerWay> Ways(Row row, Arena arena)
    {
        if (row.Layer is { } layer)
        {
            int size = layer.Output(layer.Width);
            long[] source = [1, layer.Inputs, layer.Width, layer.Width],
                result = [1, layer.Outputs, size, size];
            return layer is { IsPlanar: true, Depth: 1 }
                ? [Way(row, OnnxModels.Layer(layer, row.SourceType), source, result, OnnxModels.Operation(layer, row.SourceType))]
                : [];
        }

        KernelMatrix kernel = row.Kernel;
        bool isPlain =
            row.Kind is not (FilterKind.Magnitude or FilterKind.Blur)
            && row.Step == 1
            && arena.Channels == 1
            && kernel.Rows * kernel.Columns <= MostTaps
            && row.SourceType == row.DestinationType;
        bool fitsBytes =
            row.SourceType == typeof(byte) && kernel.Weights.All(static weight => weight is >= sbyte.MinValue and <= sbyte.MaxValue);
        long[] shape = [1, 1, arena.Height, arena.Width];
        return !isPlain ? []
            : row.SourceType == typeof(float) ? [Way(row, OnnxModels.Filter(kernel, arena.Width, arena.Height), shape, shape, "Conv")]
            : fitsBytes ? [Way(row, OnnxModels.ByteFilter(kernel, arena.Width, arena.Height), shape, shape, "QLinearConv")]
            : [];
    }

    private static OnnxWay Way(Row row, byte[] model, long[] source, long[] result, string way)
    {
        using SessionOptions options = new()
        {
            IntraOpNumThreads = row.Threads == ThreadCount.All ? Environment.ProcessorCount : 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        InferenceSession session = new(model, options);
        return new OnnxWay(session, way, row.Layer is null, (ElementOf(row.SourceType), source), (ElementOf(row.DestinationType), result));
    }

    private static TensorElementType ElementOf(Type type) =>
        type == typeof(float) ? TensorElementType.Float
        : type == typeof(byte) ? TensorElementType.UInt8
        : TensorElementType.Int32;
}
