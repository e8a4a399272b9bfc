using System.Numerics.Tensors;
using CommunityToolkit.HighPerformance;

namespace ConvGen.Execution.Tests.Signatures;

internal delegate void Views<TSource, TResult>(ReadOnlySpan2D<TSource> source, Span2D<TResult> destination);

internal delegate void Tensors<TSource, TResult>(ReadOnlyTensorSpan<TSource> source, TensorSpan<TResult> destination);

internal delegate void BatchedPlane<TSource, TResult>(
    ReadOnlySpan<TSource> source,
    int batch,
    int width,
    int height,
    Span<TResult> destination
);

internal delegate void BatchedPitchedPlane<TSource, TResult>(
    ReadOnlySpan<TSource> source,
    int batch,
    int width,
    int height,
    int sourcePitch,
    Span<TResult> destination,
    int destinationPitch
);

internal delegate void BatchedLine<TSource, TResult>(ReadOnlySpan<TSource> source, int batch, Span<TResult> destination);
