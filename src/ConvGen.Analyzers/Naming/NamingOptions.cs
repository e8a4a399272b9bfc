using System.Collections.Immutable;

namespace ConvGen.Analyzers.Naming;

/// <summary>The options of a file.</summary>
/// <param name="Convention"><c>convgen_naming_convention</c>.</param>
/// <param name="ConvolutionWords"><c>convgen_convolution_words</c>: words, in lower case, that name a convolution beside the built-in
/// ones.</param>
/// <param name="CorrelationWords"><c>convgen_correlation_words</c>: the same for a correlation.</param>
/// <param name="Explains"><c>convgen_explain</c>: whether members are listed that say an operation and were not read.</param>
/// <param name="HearsClasses"><c>convgen_class_names</c>: whether the name of a class and the comment of a member say what the member
/// computes.</param>
internal sealed record NamingOptions(
    NamingConvention Convention,
    ImmutableArray<string> ConvolutionWords,
    ImmutableArray<string> CorrelationWords,
    bool Explains = false,
    bool HearsClasses = true
)
{
    /// <summary>What holds where no file says otherwise.</summary>
    public static NamingOptions Default { get; } =
        new(NamingConvention.SignalProcessing, ImmutableArray<string>.Empty, ImmutableArray<string>.Empty);
}
