namespace ConvGen.Benchmarks.Rows;

/// <summary>The shape that all generated filters of the table have, or are given.</summary>
internal delegate void FilterCall<TSource, TDestination>(
    ReadOnlySpan<TSource> source,
    int width,
    int height,
    Span<TDestination> destination
)
    where TSource : unmanaged
    where TDestination : unmanaged;
