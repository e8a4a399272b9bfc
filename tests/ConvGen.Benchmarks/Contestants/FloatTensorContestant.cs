using ConvGen.Benchmarks.Images;
using ConvGen.Benchmarks.Rows;

namespace ConvGen.Benchmarks.Contestants;

/// <summary>The version with <c>TensorPrimitives</c> for images of <c>float</c>.</summary>
internal sealed class FloatTensorContestant(KernelMatrix kernel, Arena arena) : TensorContestant<float, float, float>(kernel, arena, kernel.Divisor)
{
    /// <inheritdoc/>
    protected override void Finish(Span<float> total, Span<float> result)
    {
        // The sums are the result.
    }
}
