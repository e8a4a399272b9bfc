using System.Numerics;

namespace ConvGen.Generator.Kernels;

/// <summary>
/// A matrix as a sum of products of a column by a row, exactly: each step takes the largest element as its pivot and subtracts the
/// product of the pivot's column and row, until nothing is left (Gaussian elimination with complete pivoting).
/// </summary>
internal static class RankFactors
{
    /// <summary>
    /// Bits of the numbers up to which a matrix is split: those of every <c>double</c>, the smallest included. Larger ones, which each
    /// step doubles, would cost seconds, and are in no kernel that anyone meant to be a product.
    /// </summary>
    private const int MostBits = 2048;

    private static readonly BigInteger Largest = BigInteger.One << MostBits;

    /// <summary>
    /// The factors of a matrix, or null when it has a higher rank than <paramref name="mostTerms"/>, or factors whose numbers are
    /// larger than any kernel needs.
    /// </summary>
    /// <returns>Columns of whole numbers without a common divisor, the first of them positive, and the rows that belong to them.</returns>
    public static IReadOnlyList<(Rational[] Column, Rational[] Row)>? Of(
        Rational[,] matrix,
        int mostTerms,
        CancellationToken cancellation = default
    )
    {
        if (ResidueRank.Exceeds(matrix, mostTerms, cancellation))
        {
            return null;
        }

        Rational[,] rest = (Rational[,])matrix.Clone();
        List<(Rational[] Column, Rational[] Row)> terms = [];
        while (Pivot(rest, cancellation) is var (pivotRow, pivotColumn))
        {
            Rational[] written = [.. Enumerable.Range(0, rest.GetLength(0)).Select(i => rest[i, pivotColumn])];
            if (terms.Count == mostTerms || !AreShort(rest) || Primitive(written, cancellation) is not { } column)
            {
                return null;
            }

            Rational[] row = [.. Enumerable.Range(0, rest.GetLength(1)).Select(j => rest[pivotRow, j])];
            Subtract(rest, written, row, written[pivotRow], cancellation);
            terms.Add((column, [.. row.Select(value => value / column[pivotRow])]));
        }

        return terms;
    }

    /// <summary>
    /// Takes the product of a column by a row from a matrix, over the element in which they meet. The numbers are those of the matrix:
    /// the whole numbers that the column is written with in the end have the digits of all its denominators.
    /// </summary>
    private static void Subtract(Rational[,] rest, Rational[] column, Rational[] row, Rational pivot, CancellationToken cancellation)
    {
        for (int i = 0; i < column.Length; i++)
        {
            for (int j = 0; j < row.Length; j++)
            {
                cancellation.ThrowIfCancellationRequested();

                // Most matrices that come here are one product, which leaves nothing.
                rest[i, j] = Rational.AreProductsEqual(rest[i, j], pivot, column[i], row[j])
                    ? Rational.Zero
                    : rest[i, j] - (column[i] * row[j] / pivot);
            }
        }
    }

    private static bool AreShort(Rational[,] matrix)
    {
        foreach (Rational value in matrix)
        {
            if (value.Denominator > Largest || BigInteger.Abs(value.Numerator) > Largest)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// The factors of a matrix that is one product but for its largest element, as the kernel of an unsharp mask is, which takes a
    /// blurred image from a multiple of the image: the product, and the rest of that element.
    /// </summary>
    /// <returns>Both, or null when the matrix is no such sum.</returns>
    public static IReadOnlyList<(Rational[] Column, Rational[] Row)>? ButOne(Rational[,] matrix, CancellationToken cancellation = default)
    {
        // One element changes the rank by one at most.
        if (
            ResidueRank.Exceeds(matrix, 2, cancellation)
            || Pivot(matrix, cancellation) is not var (row, column)
            || Product(matrix, row, column) is not { } product
        )
        {
            return null;
        }

        Rational[,] patched = (Rational[,])matrix.Clone();
        patched[row, column] = product;
        return Of(patched, 1, cancellation) is { Count: 1 } factors
            ? [.. factors, (Unit(matrix.GetLength(0), row, Rational.One), Unit(matrix.GetLength(1), column, matrix[row, column] - product))]
            : null;
    }

    /// <summary>What an element would be if its matrix were a product; null where the others do not say.</summary>
    private static Rational? Product(Rational[,] matrix, int row, int column)
    {
        for (int i = 0; i < matrix.GetLength(0); i++)
        {
            for (int j = 0; j < matrix.GetLength(1); j++)
            {
                if (i != row && j != column && !matrix[i, j].IsZero)
                {
                    return matrix[i, column] * matrix[row, j] / matrix[i, j];
                }
            }
        }

        return null;
    }

    private static Rational[] Unit(int length, int place, Rational value)
    {
        Rational[] vector = new Rational[length];
        vector[place] = value;
        return vector;
    }

    private static (int Row, int Column)? Pivot(Rational[,] matrix, CancellationToken cancellation)
    {
        (int Row, int Column)? best = null;
        Rational largest = Rational.Zero;
        for (int i = 0; i < matrix.GetLength(0); i++)
        {
            for (int j = 0; j < matrix.GetLength(1); j++)
            {
                cancellation.ThrowIfCancellationRequested();
                Rational size = Rational.Abs(matrix[i, j]);
                if (size.CompareTo(largest) > 0)
                {
                    largest = size;
                    best = (i, j);
                }
            }
        }

        return best;
    }

    /// <summary>A multiple of the vector in whole numbers without a common divisor; null where these would be too large.</summary>
    private static Rational[]? Primitive(Rational[] vector, CancellationToken cancellation)
    {
        if (CommonDenominator.Of(vector, Largest) is not { } denominator)
        {
            return null;
        }

        BigInteger divisor = BigInteger.Zero;
        foreach (Rational value in vector)
        {
            cancellation.ThrowIfCancellationRequested();
            divisor = BigInteger.GreatestCommonDivisor(divisor, value.Numerator * (denominator / value.Denominator));
        }

        Rational scale = new(denominator * vector.First(value => !value.IsZero).Numerator.Sign, divisor);
        return [.. vector.Select(value => value * scale)];
    }
}
