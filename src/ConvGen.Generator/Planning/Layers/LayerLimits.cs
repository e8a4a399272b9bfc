using ConvGen.Generator.Model;
using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Planning.Layers;

/// <summary>Refuses layers whose weights no buffer, or no generated file, can reasonably hold, and strides beyond any source.</summary>
internal static class LayerLimits
{
    /// <summary>Run-time weights: 1 GB of floats.</summary>
    private const long RunTimeWeights = 1 << 28;

    /// <summary>Weights in a generated table.</summary>
    private const long ConstantWeights = 1 << 16;

    /// <summary>Elements from one output pixel's samples to the next one's, which generated code writes as constants.</summary>
    private const long Step = 1 << 24;

    public static Refusal? Refuse(ConvolutionModel model)
    {
        long step = (long)model.Horizontal.Stride * model.SourceChannels;
        if (step > Step)
        {
            return Refusal.Of(
                DeclarationRules.OptionOutOfRange,
                RefusalSite.Kernel,
                "The horizontal stride times the input channels",
                MessageText.Text(step),
                "at most " + MessageText.Text(Step) + " are supported, so reduce the stride"
            );
        }

        long count = (long)model.Kernel.Rows * model.Kernel.Columns * model.Kernel.Depth;
        long limit = model.Kernel.Weights is null ? RunTimeWeights : ConstantWeights;
        return count <= limit
            ? null
            : Refusal.Of(
                DeclarationRules.OptionOutOfRange,
                RefusalSite.Kernel,
                "The kernel's number of weights",
                MessageText.Text(count),
                "at most "
                    + MessageText.Text(limit)
                    + " are supported"
                    + (model.Kernel.Weights is null ? "" : " in the source; use [KernelShape] and let them come at run time")
            );
    }
}
