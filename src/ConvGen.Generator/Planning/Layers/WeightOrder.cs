using ConvGen.Generator.Model;

namespace ConvGen.Generator.Planning.Layers;

/// <summary>
/// Where a weight stands: in the kernel as written, whose order its layout says, and in the order in which a layer reads them.
/// </summary>
internal static class WeightOrder
{
    /// <summary>The output channel of the weight at a position of the kernel as written.</summary>
    public static int OutputOf(ConvolutionModel model, LayerOptions layer, int index) =>
        layer.KernelLayout == KernelLayout.OutputFirst
            ? index / (model.Kernel.Rows * model.Kernel.Columns * layer.GroupInputs)
            : index % layer.OutputChannels;

    /// <summary>
    /// The position in the kernel as written of a weight of the kernel as applied; only places are reversed, never channels.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="layer">Its channels.</param>
    /// <param name="place">Row times columns plus column in the kernel as applied.</param>
    /// <param name="input">Input channel within the group.</param>
    /// <param name="output">Output channel.</param>
    public static int Written(ConvolutionModel model, LayerOptions layer, int place, int input, int output)
    {
        int places = model.Kernel.Rows * model.Kernel.Columns;
        int written = model.Operation == OperationKind.Convolution ? places - 1 - place : place;
        return layer.KernelLayout == KernelLayout.OutputFirst
            ? (((output * layer.GroupInputs) + input) * places) + written
            : (((written * layer.GroupInputs) + input) * layer.OutputChannels) + output;
    }
}
