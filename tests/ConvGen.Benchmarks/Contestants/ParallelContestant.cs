using ConvGen.Benchmarks.Images;
using ConvGen.Benchmarks.Rows;

namespace ConvGen.Benchmarks.Contestants;

/// <summary>The generated filter or layer that several threads compute.</summary>
internal sealed class ParallelContestant<TSource, TDestination>(
    ParallelCall<TSource, TDestination> call,
    int width,
    int height,
    PlacedMemory<TSource> source,
    PlacedMemory<TDestination> result
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
    public void Run(in Placement placement)
    {
        source.Place(placement.Source);
        result.Place(placement.Destination);
        call(source.Memory, width, height, result.Memory);
    }
}
