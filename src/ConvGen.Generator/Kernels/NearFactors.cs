using System.Numerics;
using ConvGen.Generator.Kernels.Designs.Arithmetic;

namespace ConvGen.Generator.Kernels;

/// <summary>
/// A matrix as a sum of few products of a column by a row, nearly: what printing to some digits has made of a product is none any more.
/// Computed in fixed-point numbers, so that every machine finds the same factors;
/// whether they are near enough is the caller's to prove, from the exact numbers that are returned.
/// </summary>
internal static class NearFactors
{
    /// <summary>How far an element of a nearly exact product may be off before the search for better factors.</summary>
    private static readonly FixedPoint Coarse = FixedPoint.Of(new Rational(BigInteger.One, 1000));

    private const int Rounds = 8;

    /// <summary>
    /// The factors of a matrix whose elements are those of one product up to a small part of each, with the largest such part as small as
    /// may be: each row's, then each column's factor is moved to the middle between the
    /// largest and the smallest ratio, in turn. Elements that are zero stay zero.
    /// </summary>
    /// <returns>Null where no product is near every element, relative to it.</returns>
    public static (Rational[] Column, Rational[] Row)? Relative(Rational[,] matrix, CancellationToken cancellation)
    {
        FixedPoint[,] written = Fixed(matrix);
        if (Largest(written) is not var (pivotRow, pivotColumn))
        {
            return null;
        }

        FixedPoint[] column = [.. Enumerable.Range(0, written.GetLength(0)).Select(i => written[i, pivotColumn])];
        FixedPoint[] row =
        [
            .. Enumerable.Range(0, written.GetLength(1)).Select(j => written[pivotRow, j] / written[pivotRow, pivotColumn]),
        ];
        if (!IsNear(written, column, row))
        {
            return null;
        }

        for (int round = 0; round < Rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            Centre(column, row, (i, j) => written[i, j]);
            Centre(row, column, (j, i) => written[i, j]);
        }

        return Balanced(column, row);
    }

    /// <summary>
    /// The products that are left when each step takes the largest element as its pivot, until every element is met up to a part of it.
    /// </summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="mostTerms">Products at most.</param>
    /// <param name="part">The part of each element that may be left.</param>
    /// <param name="cancellation">Stops the search.</param>
    public static IReadOnlyList<(Rational[] Column, Rational[] Row)>? Of(
        Rational[,] matrix,
        int mostTerms,
        Rational part,
        CancellationToken cancellation
    )
    {
        FixedPoint[,] written = Fixed(matrix),
            rest = Fixed(matrix);
        FixedPoint share = FixedPoint.Of(part);
        List<(Rational[] Column, Rational[] Row)> terms = [];
        while (terms.Count < mostTerms && Largest(rest) is var (pivotRow, pivotColumn))
        {
            cancellation.ThrowIfCancellationRequested();
            FixedPoint[] column =
            [
                .. Enumerable.Range(0, rest.GetLength(0)).Select(i => rest[i, pivotColumn] / rest[pivotRow, pivotColumn]),
            ];
            FixedPoint[] row = [.. Enumerable.Range(0, rest.GetLength(1)).Select(j => rest[pivotRow, j])];
            terms.Add((Exact(column), Exact(row)));
            bool isMet = true;
            for (int i = 0; i < column.Length; i++)
            {
                for (int j = 0; j < row.Length; j++)
                {
                    rest[i, j] -= column[i] * row[j];
                    isMet &= !(FixedPoint.Abs(rest[i, j]) > FixedPoint.Abs(written[i, j]) * share);
                }
            }

            if (isMet)
            {
                return terms;
            }
        }

        return null;
    }

    /// <summary>The product that is nearest to a matrix in the sum of squares, by the power method; null for zeros.</summary>
    public static (Rational[] Column, Rational[] Row)? Absolute(Rational[,] matrix, CancellationToken cancellation)
    {
        FixedPoint[,] written = Fixed(matrix);
        if (Largest(written) is not var (pivotRow, _))
        {
            return null;
        }

        FixedPoint[] column = new FixedPoint[written.GetLength(0)];
        FixedPoint[] row = [.. Enumerable.Range(0, written.GetLength(1)).Select(j => written[pivotRow, j])];
        for (int round = 0; round < Rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            Project(column, row, (i, j) => written[i, j]);
            Project(row, column, (j, i) => written[i, j]);
        }

        return Balanced(column, row);
    }

    /// <summary>Least squares: one factor for a given other one.</summary>
    private static void Project(FixedPoint[] one, FixedPoint[] other, Func<int, int, FixedPoint> element)
    {
        FixedPoint square = other.Aggregate(FixedPoint.Zero, static (sum, value) => sum + (value * value));
        for (int i = 0; i < one.Length; i++)
        {
            FixedPoint sum = FixedPoint.Zero;
            for (int j = 0; j < other.Length; j++)
            {
                sum += element(i, j) * other[j];
            }

            one[i] = sum / square;
        }
    }

    private static void Centre(FixedPoint[] one, FixedPoint[] other, Func<int, int, FixedPoint> element)
    {
        for (int i = 0; i < one.Length; i++)
        {
            FixedPoint? least = null,
                most = null;
            for (int j = 0; j < other.Length && !one[i].IsZero; j++)
            {
                if (!other[j].IsZero)
                {
                    FixedPoint ratio = element(i, j) / (one[i] * other[j]);
                    least = least is { } smallest ? FixedPoint.Min(smallest, ratio) : ratio;
                    most = most is { } largest ? FixedPoint.Max(largest, ratio) : ratio;
                }
            }

            one[i] = least is { } low && most is { } high ? one[i] * (low + high) / 2 : one[i];
        }
    }

    private static bool IsNear(FixedPoint[,] written, FixedPoint[] column, FixedPoint[] row)
    {
        for (int i = 0; i < column.Length; i++)
        {
            for (int j = 0; j < row.Length; j++)
            {
                FixedPoint product = column[i] * row[j];
                if (FixedPoint.Abs(written[i, j] - product) > FixedPoint.Abs(product) * Coarse || (product.IsZero && !written[i, j].IsZero))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static (int Row, int Column)? Largest(FixedPoint[,] matrix)
    {
        (int Row, int Column)? best = null;
        FixedPoint largest = FixedPoint.Zero;
        for (int i = 0; i < matrix.GetLength(0); i++)
        {
            for (int j = 0; j < matrix.GetLength(1); j++)
            {
                if (FixedPoint.Abs(matrix[i, j]) > largest)
                {
                    (largest, best) = (FixedPoint.Abs(matrix[i, j]), (i, j));
                }
            }
        }

        return best;
    }

    private static FixedPoint[,] Fixed(Rational[,] matrix)
    {
        FixedPoint[,] numbers = new FixedPoint[matrix.GetLength(0), matrix.GetLength(1)];
        for (int i = 0; i < numbers.GetLength(0); i++)
        {
            for (int j = 0; j < numbers.GetLength(1); j++)
            {
                numbers[i, j] = FixedPoint.Of(matrix[i, j]);
            }
        }

        return numbers;
    }

    /// <summary>
    /// The column as shares of the sum of their sizes, which the row takes over: what lies between the passes is then of the size of
    /// samples.
    /// </summary>
    private static (Rational[] Column, Rational[] Row) Balanced(FixedPoint[] column, FixedPoint[] row)
    {
        FixedPoint size = Size(column);
        return (Exact([.. column.Select(value => value / size)]), Exact([.. row.Select(value => value * size)]));
    }

    private static FixedPoint Size(FixedPoint[] values) =>
        values.Aggregate(FixedPoint.Zero, static (sum, value) => sum + FixedPoint.Abs(value));

    private static Rational[] Exact(FixedPoint[] values) => [.. values.Select(static value => value.ToRational())];
}
