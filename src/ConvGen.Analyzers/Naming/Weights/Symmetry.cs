namespace ConvGen.Analyzers.Naming.Weights;

/// <summary>How a kernel behaves under a rotation by 180 degrees, which is the reversal of its weights in row-major order.</summary>
internal enum Symmetry
{
    /// <summary>The weights are not known here.</summary>
    Unknown,

    /// <summary>It stays the same: convolution and correlation agree.</summary>
    Symmetric,

    /// <summary>It changes its sign: convolution and correlation differ by their sign only.</summary>
    Antisymmetric,

    /// <summary>It becomes another kernel.</summary>
    Asymmetric,
}
