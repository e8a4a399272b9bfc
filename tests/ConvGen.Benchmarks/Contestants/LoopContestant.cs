using System.Numerics;
using ConvGen.Benchmarks.Images;
using ConvGen.Benchmarks.Rows;

namespace ConvGen.Benchmarks.Contestants;

/// <summary>Four nested loops over rows, columns and taps, on the padded image, so that they need no thought for the border.</summary>
internal sealed unsafe class LoopContestant<TSource, TDestination> : IContestant
    where TSource : unmanaged, INumber<TSource>
    where TDestination : unmanaged, INumber<TDestination>
{
    private readonly int samples;
    private readonly int channels;
    private readonly int height;
    private readonly int pitch;
    private readonly int rows;
    private readonly int columns;
    private readonly int divisor;
    private readonly int shift;
    private readonly int step;
    private readonly int[] wholeWeights;
    private readonly TDestination[] weights;

    /// <summary>Prepares the weights: divided where they are floating, whole where they are not.</summary>
    public LoopContestant(KernelMatrix kernel, Arena arena, int step)
    {
        (samples, channels, height, pitch) = (arena.RowSamples, arena.Channels, arena.Height, arena.PaddedPitch);
        (rows, columns, divisor) = (kernel.Rows, kernel.Columns, kernel.Divisor);
        this.step = step;
        shift = int.IsPow2(divisor) ? int.Log2(divisor) : -1;
        wholeWeights = [.. kernel.Weights.Select(static weight => (int)weight)];
        weights = [.. kernel.Weights.Select(weight => TDestination.CreateTruncating(weight / divisor))];
    }

    /// <inheritdoc/>
    public string Name => ContestantNames.Loop;

    /// <inheritdoc/>
    public string Way => "";

    /// <inheritdoc/>
    public bool InteriorOnly => false;

    /// <inheritdoc/>
    public void Run(in Placement placement)
    {
        TSource* first = (TSource*)placement.Padded - ((nint)(rows / 2) * pitch) - (columns / 2 * channels);
        if (typeof(TSource) == typeof(float) || typeof(TSource) == typeof(double))
        {
            RunFloating((TDestination*)first, (TDestination*)placement.Destination);
        }
        else
        {
            RunWhole(first, (TDestination*)placement.Destination);
        }
    }

    /// <summary>Source and result have one type.</summary>
    private void RunFloating(TDestination* source, TDestination* destination)
    {
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < samples; x += step)
            {
                TDestination sum = TDestination.Zero;
                for (int r = 0; r < rows; r++)
                {
                    TDestination* sample = source + ((nint)(y + r) * pitch) + x;
                    for (int c = 0; c < columns; c++)
                    {
                        sum += *sample * weights[(r * columns) + c];
                        sample += channels;
                    }
                }

                destination[((nint)y * samples) + (x / step)] = sum;
            }
        }
    }

    private void RunWhole(TSource* source, TDestination* destination)
    {
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < samples; x++)
            {
                int sum = divisor / 2;
                for (int r = 0; r < rows; r++)
                {
                    TSource* sample = source + ((nint)(y + r) * pitch) + x;
                    for (int c = 0; c < columns; c++)
                    {
                        sum += int.CreateTruncating(*sample) * wholeWeights[(r * columns) + c];
                        sample += channels;
                    }
                }

                // No divisor of the table meets a negative sum unless it is a power of two, and a shift rounds down.
                sum = shift >= 0 ? sum >> shift : sum / divisor;
                destination[((nint)y * samples) + x] = TDestination.CreateSaturating(sum);
            }
        }
    }
}
