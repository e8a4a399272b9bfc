using ConvGen.Benchmarks.Contestants;
using ConvGen.Benchmarks.Images;
using ConvGen.Benchmarks.Rows;
using OpenCvSharp;
using OpenCvSharp.Dnn;

namespace ConvGen.Benchmarks.Libraries;

/// <summary>OpenCV's module for networks with a network of one layer. It gives its result in memory of its own, which is copied.</summary>
internal static class OpenCvNetwork
{
    /// <summary>The layer of a row, or null where the module has none: it works on planes of <c>float</c>.</summary>
    public static unsafe PeerWay? Way(Row row, LayerShape layer)
    {
        if (!layer.IsPlanar || row.SourceType != typeof(float))
        {
            return null;
        }

        Net network =
            CvDnn.ReadNetFromOnnx(OnnxModels.Layer(layer, row.SourceType))
            ?? throw new InvalidOperationException("OpenCV does not read the model.");

        network.SetPreferableBackend(Backend.OPENCV);
        int bytes = layer.Output(layer.Width) * layer.Output(layer.Width) * layer.Outputs * sizeof(float);
        return new PeerWay(
            ContestantNames.OpenCvSharp,
            "dnn",
            interiorOnly: false,
            (in Placement placement) =>
            {
                using Mat source = Mat.FromPixelData([1, layer.Inputs, layer.Width, layer.Width], MatType.CV_32F, placement.Source);
                network.SetInput(source);
                using Mat result = network.Forward();
                Buffer.MemoryCopy((void*)result.Data, (void*)placement.Destination, bytes, bytes);
            },
            network
        );
    }
}
