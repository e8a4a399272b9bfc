using System.Numerics;
using System.Numerics.Tensors;
using ConvGen.Benchmarks.Images;
using ConvGen.Benchmarks.Rows;

namespace ConvGen.Benchmarks.Contestants;

/// <summary>The version with <c>TensorPrimitives</c> for images of whole numbers.</summary>
/// <typeparam name="TSource">A source sample.</typeparam>
/// <typeparam name="TWork">The narrowest type that holds every sum.</typeparam>
/// <typeparam name="TDestination">A sample of the result.</typeparam>
internal sealed class IntegerTensorContestant<TSource, TWork, TDestination>(KernelMatrix kernel, Arena arena)
    : TensorContestant<TSource, TWork, TDestination>(kernel, arena, 1)
    where TSource : unmanaged, IBinaryInteger<TSource>
    where TWork : unmanaged, IBinaryInteger<TWork>
    where TDestination : unmanaged, IBinaryInteger<TDestination>
{
    private readonly int divisor = kernel.Divisor;

    /// <inheritdoc/>
    protected override void Finish(Span<TWork> total, Span<TDestination> result)
    {
        if (divisor != 1)
        {
            TensorPrimitives.Add(total, TWork.CreateChecked(divisor / 2), total);
            if (int.IsPow2(divisor))
            {
                TensorPrimitives.ShiftRightArithmetic(total, int.Log2(divisor), total);
            }
            else
            {
                TensorPrimitives.Divide(total, TWork.CreateChecked(divisor), total);
            }
        }

        TensorPrimitives.ConvertSaturating<TWork, TDestination>(total, result);
    }
}
