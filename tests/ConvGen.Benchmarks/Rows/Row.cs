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

    /// <summary>Interleaved channels that share the kernel.</summary>
    public int Channels { get; init; } = 1;

    /// <summary>The channel that is copied from the source instead of filtered, or -1.</summary>
    public int Kept { get; init; } = -1;

    /// <summary>The channel that holds the largest sample everywhere, as alpha does in an opaque picture, or -1.</summary>
    public int Opaque { get; init; } = -1;

    /// <summary>The standard deviation of a <see cref="FilterKind.Blur"/>.</summary>
    public double Sigma { get; init; }

    /// <summary>
    /// How many levels a whole result may be off, for everyone: where weights are no fractions, libraries quantise them differently.
    /// </summary>
    public int Levels { get; init; }

    /// <summary>The second kernel of a <see cref="FilterKind.Magnitude"/>.</summary>
    public KernelMatrix? Other { get; init; }

    /// <summary>How many threads everyone uses.</summary>
    public ThreadCount Threads { get; init; }

    /// <summary>The size of the row's image, where it has one of its own.</summary>
    public ImageSize? OwnSize { get; init; }

    /// <summary>Whether a page that shows the most important rows shows this one.</summary>
    public bool IsOnPage { get; init; } = true;

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
    public virtual (int Width, int Height) Shape(ImageSize size)
    {
        // A run on small images is a quick one.
        ImageSize own = OwnSize is not null && OwnSize.Length < size.Length ? OwnSize : size;
        return Kernel.Rows == 1 ? (own.Length, 1) : (own.Width, own.Height);
    }

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
    /// <param name="levels">How many levels a whole result may be off, where that is more than the row allows everyone.</param>
    public abstract string? Disagreement(Arena arena, bool interior, bool ties, int levels);
}
