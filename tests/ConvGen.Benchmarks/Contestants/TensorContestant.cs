using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using ConvGen.Benchmarks.Images;
using ConvGen.Benchmarks.Rows;

namespace ConvGen.Benchmarks.Contestants;

/// <summary>
/// What one writes with <see cref="TensorPrimitives"/>: a row of the result at a time, one multiply-add of whole rows a tap, in memory that
/// stays in the cache. Kernels that are a column times a row are computed so.
/// </summary>
/// <typeparam name="TSource">A source sample.</typeparam>
/// <typeparam name="TWork">What sums are made in.</typeparam>
/// <typeparam name="TDestination">A sample of the result.</typeparam>
internal abstract unsafe class TensorContestant<TSource, TWork, TDestination> : IContestant
    where TSource : unmanaged, INumber<TSource>
    where TWork : unmanaged, INumber<TWork>
    where TDestination : unmanaged, INumber<TDestination>
{
    private readonly int samples;
    private readonly int channels;
    private readonly int height;
    private readonly int pitch;
    private readonly int rows;
    private readonly int columns;
    private readonly TWork[] weights;
    private readonly TWork[]? column;
    private readonly TWork[]? row;
    private readonly TWork[][] ring;
    private readonly TWork[] columnSums;
    private readonly TWork[] sums;

    /// <summary>Prepares weights and rows.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="arena">Its images' sizes.</param>
    /// <param name="divisor">Divides the weights beforehand.</param>
    protected TensorContestant(KernelMatrix kernel, Arena arena, double divisor)
    {
        (samples, channels, height, pitch) = (arena.RowSamples, arena.Channels, arena.Height, arena.PaddedPitch);
        (rows, columns) = (kernel.Rows, kernel.Columns);
        weights = Convert(kernel.Weights, divisor);
        column = kernel.Column is null ? null : Convert(kernel.Column, 1);
        row = kernel.Row is null ? null : Convert(kernel.Row, divisor);
        int bordered = samples + ((columns - 1) * channels);
        ring = [.. Enumerable.Range(0, rows).Select(_ => new TWork[bordered])];
        columnSums = new TWork[bordered];
        sums = new TWork[samples];
    }

    /// <inheritdoc/>
    public string Name => ContestantNames.Tensor;

    /// <inheritdoc/>
    public string Way => row is null ? "" : "separable";

    /// <inheritdoc/>
    public bool InteriorOnly => false;

    /// <inheritdoc/>
    public void Run(in Placement placement)
    {
        TSource* first = (TSource*)placement.Padded - ((nint)(rows / 2) * pitch) - (columns / 2 * channels);
        for (int y = 0; y < height + rows - 1; y++)
        {
            // The padded row y takes the place of the row that the window has left.
            TensorPrimitives.ConvertTruncating(
                new ReadOnlySpan<TSource>(first + ((nint)y * pitch), columnSums.Length),
                ring[y % rows].AsSpan()
            );
            int top = y - rows + 1;
            if (top >= 0)
            {
                OneRow(top, new Span<TDestination>((TDestination*)placement.Destination + ((nint)top * samples), samples));
            }
        }
    }

    private static bool IsWhole => typeof(TWork) != typeof(float) && typeof(TWork) != typeof(double);

    /// <summary>Turns sums into results.</summary>
    protected abstract void Finish(Span<TWork> total, Span<TDestination> result);

    private static TWork[] Convert(double[] values, double divisor) => [.. values.Select(value => TWork.CreateChecked(value / divisor))];

    private void OneRow(int top, Span<TDestination> result)
    {
        // Floating sums are made where the result lies.
        Span<TWork> total = typeof(TWork) == typeof(TDestination) && !IsWhole ? MemoryMarshal.Cast<TDestination, TWork>(result) : sums;
        bool started = false;
        if (column is not null && row is not null)
        {
            for (int r = 0; r < rows; r++)
            {
                Add(ring[(top + r) % rows], column[r], columnSums, ref started);
            }

            started = false;
            for (int c = 0; c < columns; c++)
            {
                Add(columnSums.AsSpan(c * channels, samples), row[c], total, ref started);
            }
        }
        else
        {
            for (int i = 0; i < weights.Length; i++)
            {
                Add(ring[(top + (i / columns)) % rows].AsSpan(i % columns * channels, samples), weights[i], total, ref started);
            }
        }

        Finish(total, result);
    }

    private static void Add(ReadOnlySpan<TWork> samples, TWork weight, Span<TWork> total, ref bool started)
    {
        if (weight == TWork.Zero)
        {
            return;
        }

        if (started)
        {
            TensorPrimitives.MultiplyAdd(samples, weight, total, total);
        }
        else
        {
            TensorPrimitives.Multiply(samples, weight, total);
            started = true;
        }
    }
}
