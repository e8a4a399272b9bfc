using ConvGen.Analyzers.Naming.Execution.Running;
using ConvGen.Analyzers.Naming.Execution.Values;

namespace ConvGen.Analyzers.Naming.Execution.Concluding;

/// <summary>How the source's subscripts follow the kernel's in one sum: from one tap to the next on each axis.</summary>
/// <param name="Cell">The sum.</param>
/// <param name="Kernel">The taps, in their order.</param>
/// <param name="Levels">The axes, innermost first: the step in the source, the step in the kernel as a sign, how many taps it has.</param>
/// <param name="Base">Where the source is read for a tap at the kernel's origin, on each axis of the source.</param>
internal sealed record TapFit(Cell Cell, Place[] Kernel, (int[] Step, int Taps)[] Levels, int[] Base)
{
    /// <summary>Reads a sum; null where the taps lie in no such order.</summary>
    public static TapFit? Read(Cell cell, Store source, Store kernel)
    {
        (Place Tap, Place At)[] pairs = InOrder([.. Pairs(cell, source, kernel)]);
        if (pairs.Length < 2)
        {
            return null;
        }

        for (int index = 1; index < pairs.Length; index++)
        {
            if (
                pairs[index].Tap.Equals(pairs[index - 1].Tap)
                || pairs[index].At.Rank != pairs[0].At.Rank
                || pairs[index].Tap.Rank != pairs[0].Tap.Rank
            )
            {
                return null;
            }
        }

        return (pairs[0].Tap.Rank > 1 ? Linear(cell, pairs) : null) ?? Nested(cell, pairs);
    }

    /// <summary>The taps of a sum and where each is multiplied with the source.</summary>
    public static IEnumerable<(Place Tap, Place At)> Pairs(Cell cell, Store source, Store kernel)
    {
        foreach (SampleTerm term in cell.Sum.Terms)
        {
            if (term.Second is { } second && IsOf(term, source, kernel))
            {
                yield return term.First.Array == kernel ? (term.First.Place, second.Place) : (second.Place, term.First.Place);
            }
        }
    }

    /// <summary>By their taps, as most loops add them anyway.</summary>
    private static (Place Tap, Place At)[] InOrder((Place Tap, Place At)[] pairs)
    {
        for (int index = 1; index < pairs.Length; index++)
        {
            if (pairs[index - 1].Tap.CompareTo(pairs[index].Tap) > 0)
            {
                return [.. pairs.OrderBy(static pair => pair.Tap, PlaceComparer.Instance)];
            }
        }

        return pairs;
    }

    /// <summary>Whether a product is one of these two arrays.</summary>
    public static bool IsOf(SampleTerm term, Store source, Store kernel) =>
        (term.First.Array == source && term.Second!.Array == kernel) || (term.First.Array == kernel && term.Second!.Array == source);

    /// <summary>A kernel with several subscripts: each moves the source by one step, whichever taps are left out.</summary>
    private static TapFit? Linear(Cell cell, (Place Tap, Place At)[] pairs)
    {
        int rank = pairs[0].Tap.Rank;
        int[]?[] steps = new int[]?[rank];
        int[] extents = new int[rank];
        for (int axis = 0; axis < rank; axis++)
        {
            extents[axis] = pairs.Max(pair => pair.Tap[axis]) - pairs.Min(pair => pair.Tap[axis]) + 1;
            steps[axis] = extents[axis] == 1 ? new int[pairs[0].At.Rank] : StepOf(pairs, axis);
            if (steps[axis] is null)
            {
                return null;
            }
        }

        int[] origin = Origin(pairs[0], steps);
        if (pairs.Any(pair => !Origin(pair, steps).SequenceEqual(origin)))
        {
            return null;
        }

        return new TapFit(
            cell,
            [.. pairs.Select(static pair => pair.Tap)],
            [.. Enumerable.Range(0, rank).Reverse().Where(axis => extents[axis] > 1).Select(axis => (steps[axis]!, extents[axis]))],
            origin
        );
    }

    private static int[]? StepOf((Place Tap, Place At)[] pairs, int axis)
    {
        foreach ((Place tap, Place at) in pairs)
        {
            foreach ((Place other, Place there) in pairs)
            {
                int distance = other[axis] - tap[axis];
                if (distance <= 0 || !AreAlike(tap, other, axis))
                {
                    continue;
                }

                int[] moved = there.Minus(at);
                return moved.All(step => step % distance == 0) ? [.. moved.Select(step => step / distance)] : null;
            }
        }

        return null;
    }

    private static bool AreAlike(Place one, Place other, int axis)
    {
        for (int dimension = 0; dimension < one.Rank; dimension++)
        {
            if (dimension != axis && one[dimension] != other[dimension])
            {
                return false;
            }
        }

        return true;
    }

    private static int[] Origin((Place Tap, Place At) pair, int[]?[] steps)
    {
        int[] origin = pair.At.ToArray();
        for (int axis = 0; axis < steps.Length; axis++)
        {
            for (int dimension = 0; dimension < origin.Length; dimension++)
            {
                origin[dimension] -= steps[axis]![dimension] * pair.Tap[axis];
            }
        }

        return origin;
    }

    /// <summary>Taps one behind the other: runs of equal steps, then runs of such runs.</summary>
    private static TapFit? Nested(Cell cell, (Place Tap, Place At)[] pairs)
    {
        List<(int[] Step, int Taps)> levels = [];
        (Place Tap, Place At)[] starts = pairs;
        while (starts.Length > 1)
        {
            int[] step = starts[1].At.Minus(starts[0].At);
            int[] tap = starts[1].Tap.Minus(starts[0].Tap);
            int run = 1;
            while (
                run < starts.Length
                && starts[run].At.Minus(starts[run - 1].At).SequenceEqual(step)
                && starts[run].Tap.Minus(starts[run - 1].Tap).SequenceEqual(tap)
            )
            {
                run++;
            }

            if (run < 2 || starts.Length % run != 0)
            {
                return null;
            }

            for (int index = 0; index < starts.Length; index++)
            {
                if (index % run != 0 && !starts[index].At.Minus(starts[index - 1].At).SequenceEqual(step))
                {
                    return null;
                }
            }

            levels.Add((step, run));
            starts = [.. starts.Where((_, index) => index % run == 0)];
        }

        int[] first = pairs[0].At.ToArray();
        bool isLine = levels.Count == 1 && first.Length == 1 && pairs[0].Tap.Rank == 1 && pairs[1].Tap[0] - pairs[0].Tap[0] == 1;
        return new TapFit(
            cell,
            [.. pairs.Select(static pair => pair.Tap)],
            [.. levels],
            isLine ? [first[0] - (levels[0].Step[0] * pairs[0].Tap[0])] : first
        );
    }
}
