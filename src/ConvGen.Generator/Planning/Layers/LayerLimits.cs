using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;

namespace ConvGen.Generator.Planning.Layers;

/// <summary>Refuses layers whose weights no buffer, or no generated file, can reasonably hold.</summary>
internal static class LayerLimits
{
    /// <summary>Run-time weights: 1 GB of floats.</summary>
    private const long RunTimeWeights = 1 << 28;

    /// <summary>Weights in a generated table.</summary>
    private const long ConstantWeights = 1 << 16;

    public static Refusal? Refuse(ConvolutionModel model)
    {
        long count = (long)model.Kernel.Rows * model.Kernel.Columns * model.Kernel.Depth;
        long limit = model.Kernel.Weights is null ? RunTimeWeights : ConstantWeights;
        return count <= limit ? null : Refusals.Of(
            DeclarationRules.OptionOutOfRange,
            RefusalSite.Kernel,
            "The kernel's number of weights",
            Refusals.Text(count),
            "at most " + Refusals.Text(limit) + " are supported" + (model.Kernel.Weights is null ? "" : " in the source; use [KernelShape] and let them come at run time"));
    }
}
