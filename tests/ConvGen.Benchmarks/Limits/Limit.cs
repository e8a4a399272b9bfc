using ConvGen.Benchmarks.Contestants;
using ConvGen.Benchmarks.Images;
using ConvGen.Benchmarks.Rows;

namespace ConvGen.Benchmarks.Limits;

/// <summary>
/// What the machine could do at best, measured among the contestants of a row, so that clock and neighbours weigh the same on all.
/// </summary>
internal abstract class Limit : IContestant
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public string Way => "";

    /// <inheritdoc/>
    public bool InteriorOnly => false;

    /// <summary>How far from this limit counts as reached.</summary>
    public abstract double Tolerance { get; }

    /// <summary>The limit of a row, or null where this processor has no instruction to measure it with.</summary>
    public static Limit? Of(Row row, Arena arena) =>
        row.Limit switch
        {
            LimitKind.FusedMultiplyAdd => FusedMultiplyAddLimit.IsSupported
                ? new FusedMultiplyAddLimit((double)row.Taps / row.Step * FloatsOf(row), row.PeakTolerance)
                : null,
            LimitKind.ShortMultiplyAdd => ShortMultiplyAddLimit.IsSupported ? new ShortMultiplyAddLimit(row.Taps) : null,
            LimitKind.WideningCopy => new WideningCopyLimit(arena),
            LimitKind.None => null,
            _ => new CopyLimit(arena),
        };

    /// <inheritdoc/>
    public abstract void Run(in Placement placement);

    /// <summary>A vector holds half as many samples of <c>double</c>.</summary>
    private static int FloatsOf(Row row) => row.DestinationType == typeof(double) ? 2 : 1;

    /// <summary>Nanoseconds per sample, from those of a call.</summary>
    public abstract double PerSample(double nanosecondsPerCall);
}
