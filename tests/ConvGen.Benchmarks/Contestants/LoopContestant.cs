using System.Numerics;
using ConvGen.Benchmarks.Images;
using ConvGen.Benchmarks.Rows;

namespace ConvGen.Benchmarks.Contestants;

/// <summary>Four nested loops over rows, columns and taps, on the padded image, so that they need no thought for the border.</summary>
internal sealed unsafe class LoopContestant<TSource, TDestination> : IContestant
    where TSource : unmanaged, INumber<TSource>
    where TDestination : unmanaged, INumber<TDestination>
{
    private readonly int width;
    private readonly int height;
    private readonly int pitch;
    private readonly int rows;
    private readonly int columns;
    private readonly int divisor;
    private readonly int shift;
    private readonly int step;
    private readonly int[] wholeWeights;
    private readonly float[] weights;

    /// <summary>Prepares the weights: divided where they are floating, whole where they are not.</summary>
    public LoopContestant(KernelMatrix kernel, Arena arena, int step)
    {
        (width, height, pitch) = (arena.Width, arena.Height, arena.PaddedPitch);
        (rows, columns, divisor) = (kernel.Rows, kernel.Columns, kernel.Divisor);
        this.step = step;
        shift = int.IsPow2(divisor) ? int.Log2(divisor) : -1;
        wholeWeights = [.. kernel.Weights.Select(static weight => (int)weight)];
        weights = [.. kernel.Weights.Select(weight => (float)(weight / divisor))];
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
        TSource* first = (TSource*)placement.Padded - ((nint)(rows / 2) * pitch) - (columns / 2);
        if (typeof(TSource) == typeof(float))
        {
            RunFloating((float*)first, (float*)placement.Destination);
        }
        else
        {
            RunWhole((byte*)first, (TDestination*)placement.Destination);
        }
    }

    private void RunFloating(float* source, float* destination)
    {
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x += step)
            {
                float sum = 0;
                for (int r = 0; r < rows; r++)
                {
                    for (int c = 0; c < columns; c++)
                    {
                        sum += source[((nint)(y + r) * pitch) + x + c] * weights[(r * columns) + c];
                    }
                }

                destination[((nint)y * width) + (x / step)] = sum;
            }
        }
    }

    private void RunWhole(byte* source, TDestination* destination)
    {
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                int sum = divisor / 2;
                for (int r = 0; r < rows; r++)
                {
                    for (int c = 0; c < columns; c++)
                    {
                        sum += source[((nint)(y + r) * pitch) + x + c] * wholeWeights[(r * columns) + c];
                    }
                }

                // No divisor of the table meets a negative sum unless it is a power of two, and a shift rounds down.
                sum = shift >= 0 ? sum >> shift : sum / divisor;
                destination[((nint)y * width) + x] = TDestination.CreateSaturating(sum);
            }
        }
    }
}
