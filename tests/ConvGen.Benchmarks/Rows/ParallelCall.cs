namespace ConvGen.Benchmarks.Rows;

/// <summary>The shape of the generated filters that several threads compute: a span cannot cross threads.</summary>
internal delegate void ParallelCall<TSource, TDestination>(
    ReadOnlyMemory<TSource> source,
    int width,
    int height,
    Memory<TDestination> destination
)
    where TSource : unmanaged
    where TDestination : unmanaged;
