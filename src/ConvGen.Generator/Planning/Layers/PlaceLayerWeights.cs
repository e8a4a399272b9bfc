using ConvGen.Generator.Model;

namespace ConvGen.Generator.Planning.Layers;

/// <summary>
/// Chooses where weights are read. Blocks of output channels are read one after the other, so that each is a stream; rearranging them costs
/// as much as computing a few pixels. Where the
/// kernel as written has that order and type already, it is read in place; but a prepared one whose weights are loaded by the vector is
/// worth a copy that begins at a cache line.
/// </summary>
internal static class PlaceLayerWeights
{
    public static LayerPlan Apply(LayerPlan plan)
    {
        ConvolutionModel model = plan.Model;
        if (model.Kernel.Weights is not null)
        {
            return plan.Because("the weights are constants of this file, in the order in which they are read");
        }

        bool isInPlace =
            model.Form.Kernel!.Element == plan.Accumulator
            && !plan.PairsChannels
            && IsInOrder(plan)
            && !(model.Form.Kernel.Carrier == Carrier.Prepared && plan.LoadsWeights);
        return (plan with { ReadsWeightsInPlace = isInPlace }).Because(
            isInPlace ? "the weights are read where they are, because they stand in the order in which they are needed"
            : model.Form.Kernel.Carrier == Carrier.Prepared ? "the weights are put in order when the kernel is first used"
            : "the weights are rearranged once a call, into pooled memory"
        );
    }

    /// <summary>Whether the kernel as written is what the passes read: rows, columns, inputs, and then one block of outputs.</summary>
    private static bool IsInOrder(LayerPlan plan)
    {
        ConvolutionModel model = plan.Model;
        bool isReversed = model.Operation == OperationKind.Convolution && model.Kernel.Rows * model.Kernel.Columns > 1;
        if (plan.SplitsPlanes)
        {
            // A plane's weights lie side by side.
            return !isReversed && plan.Layer.KernelLayout == KernelLayout.OutputFirst;
        }

        bool isOneBlock = plan.Layer.OutputChannels == plan.Block;
        bool isOutputLast = plan.Layer.KernelLayout == KernelLayout.InputFirst || (plan.Block == 1 && plan.Layer.GroupInputs == 1);
        return !isReversed && isOneBlock && isOutputLast;
    }
}
