using ConvGen.Analyzers.Naming.Execution.Running;
using ConvGen.Analyzers.Naming.Execution.Values;
using ConvGen.Analyzers.Naming.Weights;

namespace ConvGen.Analyzers.Naming.Execution.Concluding;

/// <summary>
/// Decides which way a result slides one array over another. With y as the result, the source's subscript is that of the result plus the
/// kernel's in
/// a correlation, and minus the kernel's in a convolution; both must be seen: how the subscripts run from tap to tap, and from result to
/// result.
/// </summary>
internal static class DirectionReader
{
    private const int MostCells = 48;

    /// <summary>How many taps windows lie apart at most: farther apart they are rows of a matrix.</summary>
    private const int FarthestWindows = 4;

    /// <summary>The directions of a result, one for each two arrays that are multiplied.</summary>
    public static IEnumerable<Direction> Read(IReadOnlyList<Cell> cells, bool hasStride)
    {
        List<(Store One, Store Other)> seen = [];
        foreach (SampleTerm term in cells.SelectMany(static cell => cell.Sum.Terms))
        {
            if (term.Second is { } second && term.First.Array != second.Array && !IsSeen(seen, term))
            {
                seen.Add((term.First.Array, second.Array));
                Cell[] own = [.. cells.Where(cell => CountOf(cell, term.First.Array, second.Array) > 1)];
                if (own.Length > 0 && Decide(own, term.First.Array, second.Array, hasStride) is { } direction)
                {
                    yield return direction;
                }
            }
        }
    }

    /// <summary>Whether a result adds two products of the same two arrays.</summary>
    public static bool HasSums(List<Cell> cells) =>
        cells.Exists(static cell =>
        {
            for (int index = 1; index < cell.Sum.Terms.Length; index++)
            {
                if (
                    cell.Sum.Terms[index] is { Second: { } second } term
                    && cell.Sum.Terms[index - 1].Second is not null
                    && TapFit.IsOf(cell.Sum.Terms[index - 1], term.First.Array, second.Array)
                )
                {
                    return true;
                }
            }

            return cell.Sum.Terms.Length > 8;
        });

    /// <summary>Whether a result adds half a kernel on both sides, as far as the border lets it.</summary>
    public static bool HasHalves(List<Cell> cells)
    {
        SampleTerm? term = cells
            .SelectMany(static cell => cell.Sum.Terms)
            .FirstOrDefault(static term => term.Second is { } second && second.Array != term.First.Array);
        if (term is null)
        {
            return false;
        }

        Store one = term.First.Array;
        Store other = term.Second!.Array;
        return HasHalves([.. cells.Where(cell => CountOf(cell, one, other) > 1)], one, other);
    }

    private static bool HasHalves(Cell[] cells, Store one, Store other) =>
        Contradictions.IsSmaller(cells, one, other)
            ? Contradictions.HasHalves(cells, other, one)
            : Contradictions.HasHalves(cells, one, other);

    private static bool IsSeen(List<(Store One, Store Other)> seen, SampleTerm term)
    {
        foreach ((Store one, Store other) in seen)
        {
            if (TapFit.IsOf(term, one, other))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many products of two arrays a result adds.</summary>
    public static int CountOf(Cell cell, Store one, Store other)
    {
        int count = 0;
        foreach (SampleTerm term in cell.Sum.Terms)
        {
            count += term.Second is not null && TapFit.IsOf(term, one, other) ? 1 : 0;
        }

        return count;
    }

    private static Direction? Decide(Cell[] cells, Store one, Store other, bool hasStride)
    {
        // The fullest results lie away from the border, where some samples meet several taps, or those of the other side.
        HashSet<Place> places = [];
        Cell[] fullest =
        [
            .. cells
                .OrderByDescending(cell =>
                    WeightReader.Distinct(cell, one, other, places) + WeightReader.Distinct(cell, other, one, places)
                )
                .ThenBy(cell => WeightReader.Span(cell, one, other) + WeightReader.Span(cell, other, one))
                .Take(2),
        ];
        Direction?[] both = [InRoles(cells, fullest, one, other, hasStride), InRoles(cells, fullest, other, one, hasStride)];
        Direction[] decided = [.. both.OfType<Direction>()];
        if (Array.Find(decided, static direction => direction.Symmetry == Symmetry.Symmetric) is { } symmetric)
        {
            return symmetric;
        }

        if (HasHalves(cells, one, other))
        {
            return null;
        }

        if (decided.Length == 2)
        {
            // In a convolution both play the same part; the smaller one is the kernel, or the one that is called so.
            return decided[0].IsOpposite != decided[1].IsOpposite
                ? null
                : decided.FirstOrDefault(static direction => Loops.BorderWords.IsKernel(direction.Kernel.Path)) ?? decided[0];
        }

        return decided.FirstOrDefault();
    }

    private static Direction? InRoles(Cell[] cells, Cell[] fullest, Store source, Store kernel, bool hasStride)
    {
        Symmetry symmetry = WeightReader.Read(fullest[0], source, kernel);
        symmetry = symmetry == WeightReader.Read(fullest[fullest.Length - 1], source, kernel) ? symmetry : Symmetry.Unknown;
        SampleTerm sample = fullest[0].Sum.Terms.First(term => term.Second is not null && TapFit.IsOf(term, source, kernel));
        if (symmetry == Symmetry.Symmetric && WeightReader.Distinct(fullest[0], source, kernel, []) > 2)
        {
            return new Direction(false, symmetry, source, kernel, sample, 1);
        }

        TapFit[] fits = [.. Spread(cells).Select(cell => TapFit.Read(cell, source, kernel)).OfType<TapFit>()];
        if (fits.Length == 0)
        {
            return null;
        }

        int most = fits.Max(static fit => fit.Kernel.Length);
        TapFit[] full = [.. fits.Where(fit => fit.Kernel.Length == most && most > 2)];
        Direction? found = null;
        foreach (IGrouping<Place[], TapFit> group in full.GroupBy(static fit => fit.Kernel, PlacesComparer.Instance))
        {
            if (group.Count() > 1 && OfGroup([.. group], hasStride) is var (isOpposite, axes))
            {
                if (found is not null && found.IsOpposite != isOpposite)
                {
                    return null;
                }

                found = new Direction(isOpposite, symmetry, source, kernel, sample, axes, group.First())
                {
                    Whole = [.. group.Select(static fit => fit.Cell.Place)],
                };
            }
        }

        if (
            found is { Example: { } example }
            && (
                cells.Any(cell => Contradictions.IsOutOfStep(cell, example, source, kernel, most))
                || Contradictions.IsTransposedCopy(example, sample, kernel)
            )
        )
        {
            return null;
        }

        TapFit[] lines = [.. fits.Where(static fit => fit.Levels is [{ Step: [1 or -1] }] && fit.Kernel[0].Rank == 1)];
        return found
            ?? (
                lines.Length == fits.Length && lines.Length > 1 && OfGroup(lines, hasStride, isLag: true) is var (isLagOpposite, lagAxes)
                    ? new Direction(isLagOpposite, symmetry, source, kernel, sample, lagAxes)
                    : null
            );
    }

    private static IEnumerable<Cell> Spread(Cell[] cells)
    {
        // Many results say the same; what is asked needs neighbours, rows and columns.
        int step = 1 + (cells.Length / MostCells);
        return step == 1 ? cells : cells.Where((_, index) => index < MostCells / 2 || index % step == 0);
    }

    /// <summary>The windows of which no two taps meet one sample, as they do in a border; all of them where these are too few.</summary>
    private static TapFit[] Open(TapFit[] fits)
    {
        TapFit[] open =
        [
            .. fits.Where(static fit => !Array.Exists(fit.Levels, static level => Array.TrueForAll(level.Step, static step => step == 0))),
        ];
        return open.Length > 1 ? open : fits;
    }

    /// <summary>The direction of results with the same taps.</summary>
    private static (bool IsOpposite, int Axes)? OfGroup(TapFit[] fits, bool hasStride, bool isLag = false)
    {
        // Windows that lie wholly in a mirrored border run the other way; the others are far more.
        fits = Open(fits);
        IGrouping<(int[] Step, int Taps)[], TapFit>[] kinds =
        [
            .. fits.GroupBy(static fit => fit.Levels, isLag ? LevelsComparer.OfSteps : LevelsComparer.Instance)
                .OrderByDescending(static kind => kind.Count()),
        ];
        if (kinds[0].Count() * 3 < fits.Length * 2)
        {
            return null;
        }

        TapFit[] alike = [.. kinds[0].OrderBy(static fit => fit.Cell.Place, PlaceComparer.Instance)];
        (int[] Step, int Taps)[] levels = alike[0].Levels;
        int rank = levels[0].Step.Length;
        int axes = 0;
        int sign = 0;
        for (int axis = 0; axis < rank; axis++)
        {
            (int[] Step, int Taps)[] own = [.. levels.Where(level => level.Step[axis] != 0)];
            if (own.Any(level => level.Step.Count(static step => step != 0) != 1))
            {
                return null;
            }

            if (own.Length == 0 || MovesOf(alike, axis, own) is not { } moves)
            {
                continue;
            }

            foreach ((int[] step, int taps) in own)
            {
                int size = Math.Abs(step[axis]);
                bool isSpatial =
                    (rank > 1 && own.Length == 1)
                    || (moves.Common <= (hasStride ? size : size * Math.Min(taps - 1, FarthestWindows)) && moves.Largest >= size);
                if (!isSpatial)
                {
                    continue;
                }

                int way = Math.Sign(step[axis]);
                if (moves.Sign <= 0 || (sign != 0 && sign != way))
                {
                    return null;
                }

                sign = way;
                axes++;
            }
        }

        return sign == 0 ? null : (sign < 0, axes);
    }

    /// <summary>
    /// How the source moves. Where results lie in another order than the samples, as those of a pass that transposes, windows that overlap
    /// tell.
    /// </summary>
    private static (int Sign, int Common, int Largest)? MovesOf(TapFit[] fits, int axis, (int[] Step, int Taps)[] levels) =>
        Moves(fits, axis, int.MaxValue) is not { } moves ? null
        : moves.Sign == 0 && levels is [var (step, taps)] ? Moves(fits, axis, Math.Abs(step[axis]) * (taps - 1)) ?? moves
        : moves;

    /// <summary>
    /// How the source moves from result to result on an axis: which way, by multiples of what, and how far; null where it does not.
    /// </summary>
    private static (int Sign, int Common, int Largest)? Moves(TapFit[] fits, int axis, int farthest)
    {
        int sign = 0;
        int common = 0;
        int largest = 0;
        bool isMixed = false;
        for (int first = 0; first < fits.Length; first++)
        {
            for (int second = first + 1; second < fits.Length; second++)
            {
                int moved = MovedOnlyOn(axis, fits[first].Base, fits[second].Base);
                if (moved == 0 || moved > farthest || moved < -farthest || !AreNeighbours(fits[first].Cell.Place, fits[second].Cell.Place))
                {
                    continue;
                }

                isMixed |= sign != 0 && sign != Math.Sign(moved);
                sign = Math.Sign(moved);
                common = Divisor(common, Math.Abs(moved));
                largest = Math.Max(largest, Math.Abs(moved));
            }
        }

        return sign == 0 ? null
            : isMixed ? (0, common, largest)
            : (sign, common, largest);
    }

    /// <summary>The distance on an axis; 0 where others are moved along as well.</summary>
    private static int MovedOnlyOn(int axis, int[] from, int[] to)
    {
        for (int dimension = 0; dimension < from.Length; dimension++)
        {
            if (dimension != axis && from[dimension] != to[dimension])
            {
                return 0;
            }
        }

        return to[axis] - from[axis];
    }

    /// <summary>Whether two results differ on one axis only.</summary>
    private static bool AreNeighbours(Place one, Place other)
    {
        int count = 0;
        for (int dimension = 0; dimension < one.Rank; dimension++)
        {
            count += one[dimension] != other[dimension] ? 1 : 0;
        }

        return count == 1;
    }

    private static int Divisor(int a, int b) => b == 0 ? a : Divisor(b, a % b);
}
