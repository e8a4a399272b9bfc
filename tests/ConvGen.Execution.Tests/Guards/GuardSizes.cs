using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Subjects;
using ConvGen.LongRuns;

namespace ConvGen.Execution.Tests.Guards;

/// <summary>
/// The sizes that a subject is run on at guards: from nothing to a little over four vectors of results, and a few so large that most
/// rows are read where they lie.
/// </summary>
internal static class GuardSizes
{
    /// <summary>Columns from which a picture may be so wide that its rows are not copied first.</summary>
    private const int Wide = 257;

    /// <summary>Multiplications of one call at most.</summary>
    private const long MostWork = 1 << 22;

    /// <param name="subject">The subject.</param>
    /// <param name="index">Its place among the subjects; every subject is given other sizes.</param>
    /// <param name="vectorBytes">Bytes of the widest vectors that the process uses.</param>
    /// <param name="thinning">One of how many sizes is taken.</param>
    public static IEnumerable<GuardPosition> Of(Subject subject, int index, int vectorBytes, int thinning)
    {
        int axes = subject.Geometry.Axes;
        int reach = subject.Geometry.Dilation(axes - 1) * (subject.Geometry.Columns - 1);
        int lanes = 4 * vectorBytes * 8 / Math.Min(subject.Source.Bits(), subject.Result.Bits());
        int four = (lanes / subject.PixelElements * subject.Geometry.Stride(axes - 1)) + 6;
        int rows = axes == 1 ? 0 : subject.Geometry.Dilation(0) * (subject.Geometry.Rows - 1);
        int[] heights =
            axes == 1 ? [1]
            : Effort.IsLong ? [0, 1, 2, 3, 4, 7, rows + 1, rows + 2, rows + 9, rows + 17]
            : [1, 2, 5, rows + 1, rows + 9];
        IEnumerable<(int Width, int Height)> sizes =
            from height in heights.Distinct()
            from width in Enumerable.Range(0, reach + four)
            select (width, height);
        IEnumerable<(int Width, int Height)> large =
            from width in Enumerable.Range(Wide, (thinning == 1 ? four : 11 * thinning) + reach).Append(1541)
            select (width, axes == 1 ? 1 : rows + 9 + (width % 3));
        return from size in sizes.Concat(large)
            where ((size.Width + (5 * size.Height) + index) % thinning) == 0 && Work(subject, size.Width, size.Height) <= MostWork
            select new GuardPosition(index, size.Width, size.Height, size.Width % 4, size.Width % 3);
    }

    private static long Work(Subject subject, int width, int height)
    {
        (Extent source, Extent result) = subject.Extents(width, height);
        return Math.Max(
            ((long)result.Rows * result.Row * subject.Terms) / 4,
            Math.Max((long)source.Rows * source.Row, (long)result.Rows * result.Row) * 16
        );
    }
}
