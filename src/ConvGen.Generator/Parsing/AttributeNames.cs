namespace ConvGen.Generator.Parsing;

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

    /// <summary>Those that say what is computed.</summary>
    public static readonly string[] Operations = [Convolution, Correlation, Unfold, Fold];

    /// <summary>All of them; where a method has several, the first one here stands for it.</summary>
    public static readonly string[] All = [Convolution, Correlation, Kernel, KernelShape, KernelFile, Unfold, Fold];
}
