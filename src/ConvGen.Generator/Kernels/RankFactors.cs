using System.Numerics;

namespace ConvGen.Generator.Kernels;

/// <summary>
/// A matrix as a sum of products of a column by a row, exactly: each step takes the largest element as its pivot and subtracts the product of the pivot's column
/// and row, until nothing is left (Gaussian elimination with complete pivoting).
/// </summary>
internal static class RankFactors
{
    /// <summary>The factors of a matrix, or null when it has a higher rank than <paramref name="mostTerms"/>.</summary>
    /// <returns>Columns of whole numbers without a common divisor, the first of them positive, and the rows that belong to them.</returns>
    public static IReadOnlyList<(Rational[] Column, Rational[] Row)>? Of(Rational[,] matrix, int mostTerms)
    {
        Rational[,] rest = (Rational[,])matrix.Clone();
        List<(Rational[] Column, Rational[] Row)> terms = [];
        while (Pivot(rest) is var (pivotRow, pivotColumn))
        {
            if (terms.Count == mostTerms)
            {
                return null;
            }

            Rational[] column = Primitive([.. Enumerable.Range(0, rest.GetLength(0)).Select(i => rest[i, pivotColumn])]);
            Rational[] row = [.. Enumerable.Range(0, rest.GetLength(1)).Select(j => rest[pivotRow, j] / column[pivotRow])];
            for (int i = 0; i < column.Length; i++)
            {
                for (int j = 0; j < row.Length; j++)
                {
                    rest[i, j] -= column[i] * row[j];
                }
            }

            terms.Add((column, row));
        }

        return terms;
    }

    /// <summary>
    /// The factors of a matrix that is one product but for its largest element, as the kernel of an unsharp mask is, which takes a blurred image from a multiple of the image: the
    /// product, and the rest of that element.
    /// </summary>
    /// <returns>Both, or null when the matrix is no such sum.</returns>
    public static IReadOnlyList<(Rational[] Column, Rational[] Row)>? ButOne(Rational[,] matrix)
    {
        if (Pivot(matrix) is not var (row, column) || Product(matrix, row, column) is not { } product)
        {
            return null;
        }

        Rational[,] patched = (Rational[,])matrix.Clone();
        patched[row, column] = product;
        return Of(patched, 1) is { Count: 1 } factors
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

    private static (int Row, int Column)? Pivot(Rational[,] matrix)
    {
        (int Row, int Column)? best = null;
        Rational largest = Rational.Zero;
        for (int i = 0; i < matrix.GetLength(0); i++)
        {
            for (int j = 0; j < matrix.GetLength(1); j++)
            {
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

    private static Rational[] Primitive(Rational[] vector)
    {
        BigInteger denominator = BigInteger.One, divisor = BigInteger.Zero;
        foreach (Rational value in vector)
        {
            denominator = denominator / BigInteger.GreatestCommonDivisor(denominator, value.Denominator) * value.Denominator;
        }

        foreach (Rational value in vector)
        {
            divisor = BigInteger.GreatestCommonDivisor(divisor, value.Numerator * (denominator / value.Denominator));
        }

        Rational scale = new(denominator * vector.First(value => !value.IsZero).Numerator.Sign, divisor);
        return [.. vector.Select(value => value * scale)];
    }
}
