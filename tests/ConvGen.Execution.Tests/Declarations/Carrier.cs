namespace ConvGen.Execution.Tests.Declarations;

/// <summary>The types in which samples and weights travel.</summary>
internal enum Carrier
{
    ReadOnlySpan,
    Span,
    Array,
    ReadOnlyMemory,
    Memory,
    Rectangle,
    ReadOnlySpan2D,
    Span2D,
    ReadOnlyTensorSpan,
    TensorSpan,
    Prepared,
}
