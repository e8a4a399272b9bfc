using System.Collections.Immutable;
using System.Numerics;
using ConvGen.CodeFixes.Lifting.Exact;

namespace ConvGen.CodeFixes.Lifting;

/// <summary>Compares the order of the weights in memory with the order of the taps in the source.</summary>
internal static class KernelMapper
{
    private const int MostTaps = 1 << 16;

    /// <summary>Whether the weights are applied as they are written (false), reversed (true), or, for one tap, either (null).</summary>
    /// <param name="index">The kernel's subscripts.</param>
    /// <param name="columns">The columns of a kernel of two dimensions; 0 for one dimension.</param>
    /// <param name="axes">The taps of each axis, outermost first: the variable, and its value at the first and the last tap of the kernel
    /// as applied.</param>
    /// <param name="isKnown">False where the order is neither.</param>
    public static bool? IsReversed(
        ImmutableArray<ExactIndex> index,
        int columns,
        ImmutableArray<(ExactAtom? Variable, BigInteger First, BigInteger Last)> axes,
        out bool isKnown
    )
    {
        BigInteger count = BigInteger.One;
        foreach ((_, BigInteger first, BigInteger last) in axes)
        {
            count *= BigInteger.Abs(last - first) + 1;
        }

        isKnown = false;
        if (count > MostTaps)
        {
            return null;
        }

        bool isAsWritten = true;
        bool isReversed = true;
        BigInteger place = BigInteger.Zero;
        foreach (ImmutableArray<ExactIndex> weight in Visit(index, axes, 0))
        {
            if (Linear(weight, columns) is not { } linear)
            {
                return null;
            }

            isAsWritten &= linear == place;
            isReversed &= linear == count - 1 - place;
            place++;
        }

        isKnown = isAsWritten || isReversed;
        return isAsWritten && isReversed ? null : isReversed;
    }

    private static IEnumerable<ImmutableArray<ExactIndex>> Visit(
        ImmutableArray<ExactIndex> index,
        ImmutableArray<(ExactAtom? Variable, BigInteger First, BigInteger Last)> axes,
        int axis
    )
    {
        if (axis == axes.Length)
        {
            yield return index;
            yield break;
        }

        (ExactAtom? variable, BigInteger first, BigInteger last) = axes[axis];
        int direction = last >= first ? 1 : -1;
        for (BigInteger value = first; ; value += direction)
        {
            ImmutableArray<ExactIndex> fixedIndex = variable is null
                ? index
                : [.. index.Select(form => form.Replace(variable, ExactIndex.Of(value)) ?? form)];
            foreach (ImmutableArray<ExactIndex> weight in Visit(fixedIndex, axes, axis + 1))
            {
                yield return weight;
            }

            if (value == last)
            {
                break;
            }
        }
    }

    private static BigInteger? Linear(ImmutableArray<ExactIndex> weight, int columns) =>
        weight.Length switch
        {
            1 => weight[0].Constant,
            2 when weight[0].Constant is { } i && weight[1].Constant is { } j && j.Sign >= 0 && j < columns => (i * columns) + j,
            _ => null,
        };
}
