using System.Collections.Immutable;
using System.Numerics;
using ConvGen.CodeFixes.Lifting.Exact;
using Microsoft.CodeAnalysis;

namespace ConvGen.CodeFixes.Lifting.Nests;

/// <summary>A nest seen from its outputs: each is a sum over taps of a sample and a weight.</summary>
/// <param name="Source">The sample that is read.</param>
/// <param name="Kernel">The weight that it is multiplied by.</param>
/// <param name="Outputs">The variables that number the outputs.</param>
/// <param name="Taps">The variables that number the taps, in the order in which an output's taps are visited.</param>
/// <param name="Guards">Forms that are at least zero where a product is added.</param>
/// <param name="Target">The subscripts of the output.</param>
internal sealed record SlidingNest(
    LoopElement Source,
    LoopElement Kernel,
    ImmutableArray<OutputRange> Outputs,
    ImmutableArray<TapRange> Taps,
    ImmutableArray<ExactIndex> Guards,
    ImmutableArray<ExactIndex> Target
)
{
    /// <summary>Turns a nest that gathers, or one that scatters, to its outputs; null where it does neither.</summary>
    public static SlidingNest? Of(LoopNest nest, LoopElement source, LoopElement kernel, LoopScope scope)
    {
        ImmutableArray<LoopHeader> outputs =
        [
            .. nest.Loops.Where(
                (loop, depth) => nest.Outer >= 0 ? depth < nest.Outer : nest.Target.Index.Any(form => form.Contains(loop.Variable))
            ),
        ];
        return
            nest.Target.Index.Any(form => outputs.Count(loop => form.Contains(loop.Variable)) > 1)
            && nest.NeedsZeros
            && nest.Target.Index.Length == source.Index.Length
            ? ScatterTurner.Turn(nest, source, kernel, scope)
            : Gathered(nest, source, kernel, outputs);
    }

    private static SlidingNest? Gathered(LoopNest nest, LoopElement source, LoopElement kernel, ImmutableArray<LoopHeader> outputs)
    {
        List<ExactIndex> guards = [.. nest.Guards, .. source.Inside];
        ImmutableArray<OutputRange> ranges = [.. outputs.Select(OutputRange.Of).OfType<OutputRange>()];
        ImmutableArray<TapRange> taps = [.. nest.Loops.Except(outputs).Select(loop => TapRange.Of(loop, guards)).OfType<TapRange>()];
        return ranges.Length == outputs.Length && taps.Length == nest.Loops.Length - outputs.Length
            ? new SlidingNest(source, kernel, ranges, taps, [.. guards], nest.Target.Index)
            : null;
    }
}

/// <summary>A variable that numbers the outputs along an axis.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="First">Its value at the first output.</param>
/// <param name="Count">The number of outputs.</param>
internal sealed record OutputRange(ExactAtom Variable, BigInteger First, ExactIndex Count)
{
    /// <summary>The range of a loop that starts at a constant and has one end.</summary>
    public static OutputRange? Of(LoopHeader loop)
    {
        ExactIndex value = ExactIndex.Of(loop.Variable);
        if (loop.Bounds.Length != 2)
        {
            return null;
        }

        ExactIndex a = loop.Bounds[0];
        ExactIndex b = loop.Bounds[1];
        (ExactIndex low, ExactIndex high) = a.FactorOf(loop.Variable).IsOne ? (a, b) : (b, a);
        return
            low.FactorOf(loop.Variable).IsOne && high.FactorOf(loop.Variable) == BigInteger.MinusOne && (value - low).Constant is { } first
            ? new OutputRange(loop.Variable, first, high + value - ExactIndex.Of(first) + 1)
            : null;
    }
}

/// <summary>A variable that numbers taps along an axis.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="From">Its smallest value.</param>
/// <param name="To">Its largest value.</param>
/// <param name="IsAscending">Whether it is visited upwards.</param>
internal sealed record TapRange(ExactAtom Variable, BigInteger From, BigInteger To, bool IsAscending)
{
    /// <summary>The range between the constant bounds of a loop; its other bounds leave out taps, as guards do.</summary>
    public static TapRange? Of(LoopHeader loop, List<ExactIndex> guards)
    {
        ExactIndex value = ExactIndex.Of(loop.Variable);
        List<BigInteger> lows = [];
        List<BigInteger> highs = [];
        foreach (ExactIndex bound in loop.Bounds)
        {
            if ((bound - value).Constant is { } low)
            {
                lows.Add(-low);
            }
            else if ((bound + value).Constant is { } high)
            {
                highs.Add(high);
            }
            else
            {
                guards.Add(bound);
            }
        }

        return lows.Count > 0 && highs.Count > 0 ? new TapRange(loop.Variable, lows.Max(), highs.Min(), loop.IsAscending) : null;
    }
}
