namespace ConvGen.Execution.Tests.Compilation;

internal delegate void Line<TSource, TResult>(ReadOnlySpan<TSource> source, Span<TResult> destination);

internal delegate void LineWeights<TSource, TWeight, TResult>(
    ReadOnlySpan<TSource> source,
    ReadOnlySpan<TWeight> kernel,
    Span<TResult> destination
);

internal delegate void SizedLine<TSource, TResult>(ReadOnlySpan<TSource> source, int length, Span<TResult> destination);

internal delegate void SizedLineWeights<TSource, TWeight, TResult>(
    ReadOnlySpan<TSource> source,
    int length,
    ReadOnlySpan<TWeight> kernel,
    Span<TResult> destination
);

internal delegate void Plane<TSource, TResult>(ReadOnlySpan<TSource> source, int width, int height, Span<TResult> destination);

internal delegate void PlaneWeights<TSource, TWeight, TResult>(
    ReadOnlySpan<TSource> source,
    int width,
    int height,
    ReadOnlySpan<TWeight> kernel,
    Span<TResult> destination
);

internal delegate void PitchedPlane<TSource, TResult>(
    ReadOnlySpan<TSource> source,
    int width,
    int height,
    int sourcePitch,
    Span<TResult> destination,
    int destinationPitch
);

internal delegate void PitchedPlaneWeights<TSource, TWeight, TResult>(
    ReadOnlySpan<TSource> source,
    int width,
    int height,
    int sourcePitch,
    ReadOnlySpan<TWeight> kernel,
    Span<TResult> destination,
    int destinationPitch
);

/// <summary>
/// A declaration called in one way whatever its form; a declaration without run-time weights ignores <paramref name="kernel"/>.
/// </summary>
internal delegate void Invocation<TSource, TWeight, TResult>(
    ReadOnlySpan<TSource> source,
    int width,
    int height,
    int sourcePitch,
    ReadOnlySpan<TWeight> kernel,
    Span<TResult> destination,
    int destinationPitch
);
