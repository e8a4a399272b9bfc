using System.Collections.Immutable;
using System.Numerics;
using ConvGen.CodeFixes.Lifting.Exact;

namespace ConvGen.CodeFixes.Lifting.Nests;

/// <summary>
/// Turns <c>y[i + k] += x[i] * h[k]</c>, which hands each sample to its outputs, into the sums that the outputs collect: with <c>o = i +
/// k</c> each
/// is the sum of <c>x[o - k] * h[k]</c> over the taps for which <c>o - k</c> lies inside.
/// </summary>
internal static class ScatterTurner
{
    public static SlidingNest? Turn(LoopNest nest, LoopElement source, LoopElement kernel, LoopScope scope)
    {
        if (
            !nest.Guards.IsEmpty
            || !source.Inside.IsEmpty
            || !scope.Extents.TryGetValue(nest.Target.Array, out ImmutableArray<ExactIndex> extents)
            || nest.Loops.Length != 2 * source.Index.Length
        )
        {
            return null;
        }

        List<ExactIndex> guards = [];
        List<OutputRange> outputs = [];
        List<TapRange> taps = [];
        List<ExactIndex> positions = [];
        List<ExactIndex> target = [];
        for (int axis = 0; axis < source.Index.Length; axis++)
        {
            LoopHeader? sample = nest.Loops.FirstOrDefault(loop =>
                source.Index[axis].Contains(loop.Variable) && nest.Target.Index[axis].FactorOf(loop.Variable).IsOne
            );
            LoopHeader? tap = nest.Loops.FirstOrDefault(loop => loop != sample && nest.Target.Index[axis].Contains(loop.Variable));
            if (sample is null || tap is null || source.Index[axis].Contains(tap.Variable) || TapRange.Of(tap, guards) is not { } range)
            {
                return null;
            }

            // i = o - (target - i)
            OutputAtom output = new(axis);
            ExactIndex own = ExactIndex.Of(output) - (nest.Target.Index[axis] - ExactIndex.Of(sample.Variable));
            if (!AddBounds(sample, own, guards))
            {
                return null;
            }

            if (own.Contains(sample.Variable) || source.Index[axis].Replace(sample.Variable, own) is not { } position)
            {
                return null;
            }

            // Whichever loop is further out says in which order an output meets its taps.
            bool isSampleFirst = nest.Loops.IndexOf(sample) < nest.Loops.IndexOf(tap);
            bool isAscending = isSampleFirst ? sample.IsAscending == position.FactorOf(tap.Variable).Sign > 0 : tap.IsAscending;
            taps.Add(range with { IsAscending = isAscending });
            outputs.Add(new OutputRange(output, BigInteger.Zero, extents[axis]));
            positions.Add(position);
            target.Add(ExactIndex.Of(output));
        }

        int First(int axis) =>
            nest
                .Loops.Select((loop, depth) => (loop, depth))
                .First(pair => pair.loop.Variable == taps[axis].Variable || source.Index[axis].Contains(pair.loop.Variable))
                .depth;
        ImmutableArray<TapRange> order = [.. Enumerable.Range(0, taps.Count).OrderBy(First).Select(axis => taps[axis])];
        return new SlidingNest(source with { Index = [.. positions] }, kernel, [.. outputs], order, [.. guards], [.. target]);
    }

    /// <summary>The bounds of a loop over samples, as what holds of an output and its tap.</summary>
    private static bool AddBounds(LoopHeader sample, ExactIndex own, List<ExactIndex> guards)
    {
        foreach (ExactIndex bound in sample.Bounds)
        {
            if (bound.Replace(sample.Variable, own) is not { } guard)
            {
                return false;
            }

            guards.Add(guard);
        }

        return true;
    }
}
