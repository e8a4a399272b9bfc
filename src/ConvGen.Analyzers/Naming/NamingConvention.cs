namespace ConvGen.Analyzers.Naming;

/// <summary>What the word "convolution" means in a file: <c>convgen_naming_convention</c> in <c>.editorconfig</c>.</summary>
internal enum NamingConvention
{
    /// <summary><c>signal_processing</c>, the default: a convolution reverses its kernel.</summary>
    SignalProcessing,

    /// <summary><c>deep_learning</c>: what is named convolution may correlate; what is named correlation may not convolve.</summary>
    DeepLearning,
}
