using ConvGen.Benchmarks.Contestants;
using ConvGen.Benchmarks.Images;

namespace ConvGen.Benchmarks.Rows;

/// <summary>One row of the table: a filter, and everyone who computes it.</summary>
internal abstract class Row
{
    /// <summary>The row's name, unique in the table.</summary>
    public required string Name { get; init; }

    /// <summary>What it computes.</summary>
    public required FilterKind Kind { get; init; }

    /// <summary>Its kernel.</summary>
    public required KernelMatrix Kernel { get; init; }

    /// <summary>Source samples from one result to the next, in a signal.</summary>
    public int Step { get; init; } = 1;

    /// <summary>What bounds it.</summary>
    public required LimitKind Limit { get; init; }

    /// <summary>Products for a sample of the result.</summary>
    public virtual int Taps => Kernel.Taps;

    /// <summary>How many times as fast as the best peer the row should be.</summary>
    public virtual double Goal => 1.2;

    /// <summary>How far from the processor's peak of fused multiply-adds counts as reached.</summary>
    public virtual double PeakTolerance => 1.3;

    /// <summary>The layer that the row is, or null where it is a filter.</summary>
    public virtual LayerShape? Layer => null;

    /// <summary>The type of a source sample.</summary>
    public abstract Type SourceType { get; }

    /// <summary>The type of a sample of the result.</summary>
    public abstract Type DestinationType { get; }

    /// <summary>The size of this row's source in a run of a size: a signal is one row.</summary>
    public virtual (int Width, int Height) Shape(ImageSize size) => Kernel.Rows == 1 ? (size.Length, 1) : (size.Width, size.Height);

    /// <summary>Memory for the source and the results, filled with the same samples in every run.</summary>
    public abstract Arena CreateArena(int width, int height);

    /// <summary>The generated filter.</summary>
    public abstract IContestant Generated(int width, int height);

    /// <summary>A filter of the same shape that does nothing: what is compiled for calling one at all.</summary>
    public abstract IContestant Idle(int width, int height);

    /// <summary>The versions that a program without this generator could have, in managed code.</summary>
    public abstract IEnumerable<IContestant> Managed(Arena arena);

    /// <summary>Whether a result agrees with the formula; null where it does, else what is wrong.</summary>
    /// <param name="arena">The source and the result.</param>
    /// <param name="interior">Whether only samples are looked at whose windows lie inside the source.</param>
    /// <param name="ties">Whether halves may be rounded either way, as no two libraries agree on them.</param>
    public abstract string? Disagreement(Arena arena, bool interior, bool ties);
}
