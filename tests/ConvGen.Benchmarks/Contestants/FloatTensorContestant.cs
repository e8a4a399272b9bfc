using System.Numerics;
using ConvGen.Benchmarks.Images;
using ConvGen.Benchmarks.Rows;

namespace ConvGen.Benchmarks.Contestants;

/// <summary>The version with <c>TensorPrimitives</c> for images of <c>float</c> or <c>double</c>.</summary>
internal sealed class FloatTensorContestant<T>(KernelMatrix kernel, Arena arena) : TensorContestant<T, T, T>(kernel, arena, kernel.Divisor)
    where T : unmanaged, IFloatingPoint<T>
{
    /// <inheritdoc/>
    protected override void Finish(Span<T> total, Span<T> result)
    {
        // The sums are the result.
    }
}
