namespace ConvGen.Analyzers.Naming.Weights.Tracing;

/// <summary>What a statement does to the weights that a variable holds.</summary>
internal enum KernelEventKind
{
    /// <summary>The variable holds other weights from here on.</summary>
    Definition,

    /// <summary>The weights are reversed in place.</summary>
    Reversal,

    /// <summary>All weights are multiplied by one factor.</summary>
    Scale,

    /// <summary>A weight is written.</summary>
    Fill,

    /// <summary>Something that is not understood.</summary>
    Unknown,
}
