namespace ConvGen.Analyzers.Naming.Execution.Values;

/// <summary>What an array holds, as far as reading it differs.</summary>
internal enum ElementKind
{
    /// <summary>Samples or weights.</summary>
    Samples,

    /// <summary>Arrays or lists.</summary>
    Rows,

    /// <summary>Flags.</summary>
    Flags,

    /// <summary>Subscripts of samples, by its name.</summary>
    Subscripts,

    /// <summary>The extents of a tensor, by its name.</summary>
    Extents,
}
