using System.Numerics;
using ConvGen.Benchmarks.Contestants;
using ConvGen.Benchmarks.Images;
using ConvGen.Benchmarks.Measuring;

namespace ConvGen.Benchmarks.Rows;

/// <summary>A row with its types.</summary>
/// <typeparam name="TSource">A source sample.</typeparam>
/// <typeparam name="TDestination">A sample of the result.</typeparam>
internal sealed class FilterRow<TSource, TDestination> : Row
    where TSource : unmanaged, INumber<TSource>
    where TDestination : unmanaged, INumber<TDestination>
{
    /// <summary>Taps up to which the naive loop joins in; it would take seconds for an image.</summary>
    private const int MostLooped = 400;

    private Agreement<TSource, TDestination>? agreement;

    /// <summary>The generated method, unless it is one that several threads compute.</summary>
    public FilterCall<TSource, TDestination>? Call { get; init; }

    /// <summary>The generated method that several threads compute.</summary>
    public ParallelCall<TSource, TDestination>? ParallelCall { get; init; }

    /// <summary>Makes the version that is written with <c>TensorPrimitives</c>, where there is one.</summary>
    public Func<KernelMatrix, Arena, IContestant>? Tensor { get; init; }

    /// <inheritdoc/>
    public override Type SourceType => typeof(TSource);

    /// <inheritdoc/>
    public override Type DestinationType => typeof(TDestination);

    /// <inheritdoc/>
    public override Arena CreateArena(int width, int height) =>
        Arena.Create<TSource, TDestination>(width, height, Kernel.Rows / 2, Kernel.Columns / 2, Channels, Opaque);

    /// <inheritdoc/>
    public override IContestant Generated(int width, int height) => Contestant(Call, ParallelCall, width, height);

    /// <inheritdoc/>
    public override IContestant Idle(int width, int height) =>
        Contestant(Call is null ? null : static (_, _, _, _) => { }, static (_, _, _, _) => { }, width, height);

    /// <inheritdoc/>
    public override IEnumerable<IContestant> Managed(Arena arena) =>
        Tensor is null ? []
        : Kernel.Rows * Kernel.Columns <= MostLooped
            ? [Tensor(Kernel, arena), new LoopContestant<TSource, TDestination>(Kernel, arena, Step)]
        : [Tensor(Kernel, arena)];

    /// <inheritdoc/>
    public override string? Disagreement(Arena arena, bool interior, bool ties, int levels)
    {
        if (agreement?.IsFor(arena) != true)
        {
            agreement = new Agreement<TSource, TDestination>(this, arena);
        }

        return agreement.Check(arena.Current, interior, ties, Math.Max(levels, Levels));
    }

    private IContestant Contestant(
        FilterCall<TSource, TDestination>? call,
        ParallelCall<TSource, TDestination>? parallelCall,
        int width,
        int height
    )
    {
        int samples = width * height * Channels;
        return call is not null ? new GeneratedContestant<TSource, TDestination>(call, width, height, samples, samples)
            : parallelCall is not null
                ? new ParallelContestant<TSource, TDestination>(parallelCall, width, height, new(samples), new(samples))
            : throw new InvalidOperationException($"{Name} has no method.");
    }
}
