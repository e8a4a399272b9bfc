using ConvGen.Benchmarks.Images;
using ConvGen.Benchmarks.Rows;

namespace ConvGen.Benchmarks.Contestants;

/// <summary>The generated filter or layer.</summary>
internal sealed unsafe class GeneratedContestant<TSource, TDestination>(
    FilterCall<TSource, TDestination> call,
    int width,
    int height,
    int sourceLength,
    int resultLength
) : IContestant
    where TSource : unmanaged
    where TDestination : unmanaged
{
    /// <inheritdoc/>
    public string Name => ContestantNames.Generated;

    /// <inheritdoc/>
    public string Way => "";

    /// <inheritdoc/>
    public bool InteriorOnly => false;

    /// <inheritdoc/>
    public void Run(in Placement placement) =>
        call(
            new ReadOnlySpan<TSource>((void*)placement.Source, sourceLength),
            width,
            height,
            new Span<TDestination>((void*)placement.Destination, resultLength)
        );
}
