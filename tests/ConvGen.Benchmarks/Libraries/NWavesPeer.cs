using System.Numerics;
using ConvGen.Benchmarks.Contestants;
using ConvGen.Benchmarks.Images;
using ConvGen.Benchmarks.Rows;
using NWaves.Filters.Base;
using NWaves.Operations.Convolution;
using NWaves.Signals;

namespace ConvGen.Benchmarks.Libraries;

/// <summary>
/// NWaves' filters of signals, sample by sample and in blocks through transforms. It takes and gives arrays of its own, and begins as after
/// zeros, so that only the interior agrees with the others. Its result begins half a kernel before that of the rows; the part that both
/// have is copied.
/// </summary>
internal sealed class NWavesPeer : IPeer
{
    /// <summary>Transforms are this many times as long as the kernel, at least.</summary>
    private const int Tile = 4;

    /// <summary>Beyond, sums sample by sample would take seconds.</summary>
    private const int MostDirect = 400;

    /// <inheritdoc/>
    public string Name => ContestantNames.NWaves;

    /// <inheritdoc/>
    public string Version { get; } = "NWaves " + Peers.VersionOf(typeof(FirFilter));

    /// <inheritdoc/>
    public IEnumerable<IPeerWay> Ways(Row row, Arena arena)
    {
        bool isSignal = row.Kernel.Rows == 1 && row.Step == 1 && row.Layer is null && arena.Channels == 1;
        if (!isSignal || row.SourceType != typeof(float) || row.Threads == ThreadCount.All)
        {
            yield break;
        }

        // A filter is a convolution, the rows are correlations.
        float[] taps = [.. row.Kernel.Weights.Reverse().Select(weight => (float)(weight / row.Kernel.Divisor))];
        DiscreteSignal signal = new(1, Samples(arena));
        if (taps.Length <= MostDirect)
        {
            FirFilter filter = new(taps);
            yield return Way("FirFilter", arena, taps.Length, () => filter.ApplyTo(signal, FilteringMethod.DifferenceEquation));
        }

        // It gives its first result when a block is full.
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)(Tile * taps.Length));
        if (size - taps.Length + 1 > arena.Width)
        {
            yield break;
        }

        OlsBlockConvolver convolver = new(taps, size);
        yield return Way(
            "OlsBlockConvolver",
            arena,
            taps.Length,
            () =>
            {
                convolver.Reset();
                return convolver.ApplyTo(signal);
            }
        );
    }

    private static unsafe float[] Samples(Arena arena) => new ReadOnlySpan<float>((void*)arena.Current.Source, arena.Width).ToArray();

    private static unsafe PeerWay Way(string name, Arena arena, int taps, Func<DiscreteSignal> filter) =>
        new(
            ContestantNames.NWaves,
            name,
            interiorOnly: true,
            (in Placement placement) =>
            {
                ReadOnlySpan<float> result = filter().Samples.AsSpan(taps - 1 - (taps / 2));
                result = result[..Math.Min(result.Length, arena.Width)];
                result.CopyTo(new Span<float>((void*)placement.Destination, result.Length));
            }
        );
}
