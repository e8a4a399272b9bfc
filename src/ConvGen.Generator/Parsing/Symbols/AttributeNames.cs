using ConvGen.Generator.Kernels.Designs;
using ConvGen.Generator.Parsing.Weights;

namespace ConvGen.Generator.Parsing.Symbols;

/// <summary>Metadata names of the attributes that make a declaration.</summary>
internal static class AttributeNames
{
    public const string Convolution = "ConvGen.ConvolutionAttribute";
    public const string Correlation = "ConvGen.CorrelationAttribute";
    public const string Kernel = "ConvGen.KernelAttribute";
    public const string KernelShape = "ConvGen.KernelShapeAttribute";
    public const string KernelFile = "ConvGen.KernelFileAttribute";
    public const string Unfold = "ConvGen.UnfoldAttribute";
    public const string Fold = "ConvGen.FoldAttribute";
    public const string InputOf = "ConvGen.InputOfAttribute";
    public const string Separable = "ConvGen.SeparableKernelAttribute";
    public const string Mask = "ConvGen.PixelMaskAttribute";

    private const string Prefix = "ConvGen.",
        Suffix = "Attribute";

    /// <summary>The designed kernels, in the order of their list.</summary>
    public static readonly string[] Designs = [.. KernelDesigns.All.Select(static design => Prefix + design.Name + Suffix)];

    /// <summary>Those that say what is computed.</summary>
    public static readonly string[] Operations = [Convolution, Correlation, Unfold, Fold];

    /// <summary>All of them; where a method has several, the first one here stands for it.</summary>
    public static readonly string[] All =
    [
        Convolution,
        Correlation,
        Kernel,
        KernelShape,
        KernelFile,
        Unfold,
        Fold,
        InputOf,
        Separable,
        .. Designs,
        Mask,
    ];

    /// <summary>Those that say which kernel.</summary>
    public static readonly string[] Kernels = [Kernel, KernelShape, KernelFile, Separable, .. Designs];

    /// <summary>A name as it stands in brackets.</summary>
    public static string Short(string name) => name.Substring(Prefix.Length, name.Length - Prefix.Length - Suffix.Length);
}
