namespace ConvGen.Generator.Model;

/// <summary>The kinds of type in which samples travel.</summary>
internal enum Carrier
{
    /// <summary><c>ReadOnlySpan&lt;T&gt;</c> or <c>Span&lt;T&gt;</c>.</summary>
    Span,

    /// <summary><c>T[]</c>.</summary>
    Array,

    /// <summary><c>ReadOnlyMemory&lt;T&gt;</c> or <c>Memory&lt;T&gt;</c>.</summary>
    Memory,

    /// <summary><c>T[,]</c>.</summary>
    Array2D,

    /// <summary><c>T[,,]</c>.</summary>
    Array3D,

    /// <summary><c>ReadOnlySpan2D&lt;T&gt;</c> or <c>Span2D&lt;T&gt;</c> of CommunityToolkit.HighPerformance.</summary>
    Span2D,

    /// <summary><c>ReadOnlyTensorSpan&lt;T&gt;</c> or <c>TensorSpan&lt;T&gt;</c> of System.Numerics.Tensors.</summary>
    TensorSpan,

    /// <summary><c>PreparedKernel&lt;T&gt;</c> of ConvGen, which only holds weights.</summary>
    Prepared,
}
