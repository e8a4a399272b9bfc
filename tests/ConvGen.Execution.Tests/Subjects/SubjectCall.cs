namespace ConvGen.Execution.Tests.Subjects;

/// <summary>Any generated method called in one way; what a method has no parameter for is ignored.</summary>
internal delegate void SubjectCall<TSource, TWeight, TBias, TResult>(
    ReadOnlySpan<TSource> source,
    int width,
    int height,
    int sourcePitch,
    ReadOnlySpan<TWeight> kernel,
    ReadOnlySpan<TBias> bias,
    Span<TResult> destination,
    int destinationPitch
);
