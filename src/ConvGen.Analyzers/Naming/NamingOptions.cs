using System.Collections.Immutable;

namespace ConvGen.Analyzers.Naming;

/// <summary>The options of a file.</summary>
/// <param name="Convention"><c>convgen_naming_convention</c>.</param>
/// <param name="ConvolutionWords"><c>convgen_convolution_words</c>: words, in lower case, that name a convolution beside the built-in ones.</param>
/// <param name="CorrelationWords"><c>convgen_correlation_words</c>: the same for a correlation.</param>
internal sealed record NamingOptions(NamingConvention Convention, ImmutableArray<string> ConvolutionWords, ImmutableArray<string> CorrelationWords)
{
    /// <summary>What holds where no file says otherwise.</summary>
    public static NamingOptions Default { get; } = new(NamingConvention.SignalProcessing, ImmutableArray<string>.Empty, ImmutableArray<string>.Empty);
}
