using System.Globalization;
using System.Numerics;
using System.Numerics.Tensors;
using ConvGen.Benchmarks.Images;
using ConvGen.Benchmarks.Rows;

namespace ConvGen.Benchmarks.Measuring;

/// <summary>
/// Compares a result with the formula, computed in <c>double</c>: whole numbers exactly, or as many levels off as is allowed, floating ones
/// within
/// <c>(taps + 2) * epsilon * sum(|weight| * |sample|)</c>.
/// </summary>
internal sealed unsafe class Agreement<TSource, TDestination>
    where TSource : unmanaged, INumber<TSource>
    where TDestination : unmanaged, INumber<TDestination>
{
    /// <summary>Sums that stay in the cache while all taps of a row are added.</summary>
    private const int Chunk = 4096;

    private readonly KernelMatrix kernel;
    private readonly Arena arena;
    private readonly int step;
    private readonly double[] exact;
    private readonly double[] allowed;

    /// <summary>Computes the formula for every sample.</summary>
    public Agreement(Row row, Arena arena)
    {
        (kernel, this.arena, step) = (row.Kernel, arena, row.Step);
        exact = new double[arena.Samples];
        allowed = new double[arena.Samples];
        AddKernel(kernel);
        if (row.Other is { } other)
        {
            double[] first = [.. exact];
            Array.Clear(exact);
            AddKernel(other);
            TensorPrimitives.Hypot<double>(first, exact, exact);
        }

        for (int i = row.Kept; i >= 0 && i < exact.Length; i += arena.Channels)
        {
            exact[i] = double.CreateChecked(((TSource*)arena.Current.Source)[i]) * kernel.Divisor;
        }
    }

    /// <summary>Whether this was computed for an image.</summary>
    public bool IsFor(Arena other) => ReferenceEquals(arena, other);

    private static bool IsFloating => typeof(TDestination) == typeof(float) || typeof(TDestination) == typeof(double);

    private static double Smallest => double.CreateChecked(TDestination.CreateSaturating(double.MinValue));

    private static double Largest => double.CreateChecked(TDestination.CreateSaturating(double.MaxValue));

    /// <summary>The distance from 1 to the next number.</summary>
    private static double Epsilon => typeof(TDestination) == typeof(float) ? 1.0 / (1 << 23) : 1.0 / (1L << 52);

    private void AddKernel(KernelMatrix kernel)
    {
        int beside = kernel.Columns / 2 * arena.Channels;
        double[] line = new double[arena.RowSamples + ((kernel.Columns - 1) * arena.Channels)];
        for (int row = -(kernel.Rows / 2); row < arena.Height + (kernel.Rows / 2); row++)
        {
            TSource* first = (TSource*)arena.Current.Padded + ((nint)row * arena.PaddedPitch) - beside;
            TensorPrimitives.ConvertTruncating(new ReadOnlySpan<TSource>(first, line.Length), line.AsSpan());
            AddRow(kernel, row, line);
        }
    }

    /// <summary>The first sample that is wrong, in words, or null.</summary>
    public string? Check(in Placement placement, bool interior, bool ties, int levels)
    {
        int above = interior ? kernel.Rows / 2 : 0;
        int beside = interior ? kernel.Columns / 2 * arena.Channels : 0;
        TDestination* result = (TDestination*)placement.Destination;
        for (int row = above; row < arena.Height - above; row++)
        {
            for (int column = beside; column < arena.RowSamples - beside; column += step)
            {
                long index = ((long)row * arena.RowSamples) + column;
                TDestination value = result[((long)row * arena.RowSamples) + (column / step)];
                if (
                    !(
                        IsFloating
                            ? Math.Abs(double.CreateChecked(value) - exact[index]) <= allowed[index]
                            : IsWhole(value, exact[index], ties, levels)
                    )
                )
                {
                    return string.Create(
                        CultureInfo.InvariantCulture,
                        $"row {row}, column {column} is {value}, the formula gives {exact[index] / (IsFloating ? 1 : kernel.Divisor):R}"
                    );
                }
            }
        }

        return null;
    }

    /// <summary>Adds what a source row contributes to the rows of the result.</summary>
    private void AddRow(KernelMatrix kernel, int row, double[] line)
    {
        for (int r = 0; r < kernel.Rows; r++)
        {
            int target = row + (kernel.Rows / 2) - r;
            if (target < 0 || target >= arena.Height)
            {
                continue;
            }

            for (int start = 0; start < arena.RowSamples; start += Chunk)
            {
                int count = Math.Min(Chunk, arena.RowSamples - start);
                Span<double> sums = exact.AsSpan((target * arena.RowSamples) + start, count);
                Span<double> bounds = allowed.AsSpan((target * arena.RowSamples) + start, count);
                for (int c = 0; c < kernel.Columns; c++)
                {
                    // Whole weights are divided at the end, so that the sum stays exact. No sample is negative.
                    double weight = kernel.At(r, c) / (IsFloating ? kernel.Divisor : 1);
                    Span<double> samples = line.AsSpan(start + (c * arena.Channels), count);
                    TensorPrimitives.MultiplyAdd(samples, weight, sums, sums);
                    if (IsFloating)
                    {
                        TensorPrimitives.MultiplyAdd(samples, Math.Abs(weight) * (kernel.Taps + 2) * Epsilon, bounds, bounds);
                    }
                }
            }
        }
    }

    private bool IsWhole(TDestination value, double sum, bool ties, int levels)
    {
        double quotient = sum / kernel.Divisor;
        if (levels > 0)
        {
            return Math.Abs(double.CreateChecked(value) - Math.Clamp(quotient, Smallest, Largest)) <= 0.5 + levels;
        }

        return value == TDestination.CreateSaturating(Math.Floor(quotient + 0.5))
            || (ties && value == TDestination.CreateSaturating(Math.Ceiling(quotient - 0.5)));
    }
}
