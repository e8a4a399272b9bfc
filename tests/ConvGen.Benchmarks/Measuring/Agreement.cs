using System.Globalization;
using System.Numerics;
using System.Numerics.Tensors;
using ConvGen.Benchmarks.Images;
using ConvGen.Benchmarks.Rows;

namespace ConvGen.Benchmarks.Measuring;

/// <summary>
/// Compares a result with the formula, computed in <c>double</c>: whole numbers exactly, floating ones within
/// <c>(taps + 2) * epsilon * sum(|weight| * |sample|)</c>.
/// </summary>
internal sealed unsafe class Agreement<TSource, TDestination>
    where TSource : unmanaged, INumber<TSource>
    where TDestination : unmanaged, INumber<TDestination>
{
    // The distance from 1 to the next float.
    private const double Epsilon = 1.0 / (1 << 23);

    private readonly KernelMatrix kernel;
    private readonly Arena arena;
    private readonly int step;
    private readonly double[] exact;
    private readonly double[] allowed;

    /// <summary>Computes the formula for every sample.</summary>
    public Agreement(KernelMatrix kernel, Arena arena, int step)
    {
        (this.kernel, this.arena, this.step) = (kernel, arena, step);
        exact = new double[arena.Samples];
        allowed = new double[arena.Samples];
        int beside = kernel.Columns / 2;
        double[] line = new double[arena.Width + kernel.Columns - 1];
        for (int row = -(kernel.Rows / 2); row < arena.Height + (kernel.Rows / 2); row++)
        {
            TSource* first = (TSource*)arena.Current.Padded + ((nint)row * arena.PaddedPitch) - beside;
            TensorPrimitives.ConvertTruncating(new ReadOnlySpan<TSource>(first, line.Length), line.AsSpan());
            AddRow(row, line);
        }
    }

    private static bool IsFloating => typeof(TDestination) == typeof(float);

    /// <summary>Whether this was computed for an image.</summary>
    public bool IsFor(Arena other) => ReferenceEquals(arena, other);

    /// <summary>The first sample that is wrong, in words, or null.</summary>
    public string? Check(in Placement placement, bool interior, bool ties)
    {
        int above = interior ? kernel.Rows / 2 : 0;
        int beside = interior ? kernel.Columns / 2 : 0;
        TDestination* result = (TDestination*)placement.Destination;
        for (int row = above; row < arena.Height - above; row++)
        {
            for (int column = beside; column < arena.Width - beside; column += step)
            {
                long index = ((long)row * arena.Width) + column;
                TDestination value = result[((long)row * arena.Width) + (column / step)];
                if (!(IsFloating ? Math.Abs(double.CreateChecked(value) - exact[index]) <= allowed[index] : IsWhole(value, exact[index], ties)))
                {
                    return string.Create(CultureInfo.InvariantCulture, $"row {row}, column {column} is {value}, the formula gives {exact[index] / (IsFloating ? 1 : kernel.Divisor):R}");
                }
            }
        }

        return null;
    }

    /// <summary>Adds what a source row contributes to the rows of the result.</summary>
    private void AddRow(int row, double[] line)
    {
        for (int r = 0; r < kernel.Rows; r++)
        {
            int target = row + (kernel.Rows / 2) - r;
            if (target < 0 || target >= arena.Height)
            {
                continue;
            }

            Span<double> sums = exact.AsSpan(target * arena.Width, arena.Width);
            Span<double> bounds = allowed.AsSpan(target * arena.Width, arena.Width);
            for (int c = 0; c < kernel.Columns; c++)
            {
                // Whole weights are divided at the end, so that the sum stays exact. No sample is negative.
                double weight = kernel.At(r, c) / (IsFloating ? kernel.Divisor : 1);
                TensorPrimitives.MultiplyAdd(line.AsSpan(c, arena.Width), weight, sums, sums);
                TensorPrimitives.MultiplyAdd(line.AsSpan(c, arena.Width), Math.Abs(weight) * (kernel.Taps + 2) * Epsilon, bounds, bounds);
            }
        }
    }

    private bool IsWhole(TDestination value, double sum, bool ties)
    {
        double quotient = sum / kernel.Divisor;
        return value == TDestination.CreateSaturating(Math.Floor(quotient + 0.5))
            || (ties && value == TDestination.CreateSaturating(Math.Ceiling(quotient - 0.5)));
    }
}
