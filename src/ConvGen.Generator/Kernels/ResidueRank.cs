using System.Numerics;

namespace ConvGen.Generator.Kernels;

/// <summary>
/// A lower bound of a matrix' rank, found in numbers of 32 bits: what is left of the matrix modulo a prime has no higher rank than the
/// matrix itself. Nearly every kernel that is no sum of few products is told apart by that, whatever the size of its numbers.
/// </summary>
internal static class ResidueRank
{
    /// <summary>Tried in turn, because a prime that divides a denominator says nothing.</summary>
    private static readonly uint[] Primes = [2147483647, 2147483629, 2147483587];

    /// <summary>Whether the rank is certain to exceed <paramref name="most"/>; false where nothing is certain.</summary>
    public static bool Exceeds(Rational[,] matrix, int most, CancellationToken cancellation)
    {
        foreach (uint prime in Primes)
        {
            if (Residues(matrix, prime, cancellation) is { } residues)
            {
                return Exceeds(residues, prime, most);
            }
        }

        return false;
    }

    private static ulong[,]? Residues(Rational[,] matrix, uint prime, CancellationToken cancellation)
    {
        ulong[,] residues = new ulong[matrix.GetLength(0), matrix.GetLength(1)];
        for (int i = 0; i < residues.GetLength(0); i++)
        {
            for (int j = 0; j < residues.GetLength(1); j++)
            {
                cancellation.ThrowIfCancellationRequested();
                ulong denominator = Residue(matrix[i, j].Denominator, prime);
                if (denominator == 0)
                {
                    return null;
                }

                residues[i, j] = Residue(matrix[i, j].Numerator, prime) * (denominator == 1 ? 1 : Inverse(denominator, prime)) % prime;
            }
        }

        return residues;
    }

    /// <summary>Elimination that ends with the pivot that is one too many.</summary>
    private static bool Exceeds(ulong[,] rest, uint prime, int most)
    {
        for (int rank = 0; Pivot(rest) is var (row, column); rank++)
        {
            if (rank == most)
            {
                return true;
            }

            ulong inverse = Inverse(rest[row, column], prime);
            ulong[] pivotRow = [.. Enumerable.Range(0, rest.GetLength(1)).Select(j => rest[row, j])];
            for (int i = 0; i < rest.GetLength(0); i++)
            {
                ulong factor = rest[i, column] * inverse % prime;
                for (int j = 0; factor != 0 && j < pivotRow.Length; j++)
                {
                    rest[i, j] = (rest[i, j] + prime - (factor * pivotRow[j] % prime)) % prime;
                }
            }
        }

        return false;
    }

    private static (int Row, int Column)? Pivot(ulong[,] rest)
    {
        for (int i = 0; i < rest.GetLength(0); i++)
        {
            for (int j = 0; j < rest.GetLength(1); j++)
            {
                if (rest[i, j] != 0)
                {
                    return (i, j);
                }
            }
        }

        return null;
    }

    private static ulong Residue(BigInteger value, uint prime)
    {
        BigInteger remainder = value % prime;
        return (ulong)(remainder.Sign < 0 ? remainder + prime : remainder);
    }

    /// <summary>By Fermat's little theorem the power whose exponent is two less than the prime.</summary>
    private static ulong Inverse(ulong value, uint prime)
    {
        ulong inverse = 1;
        ulong power = value;
        for (uint exponent = prime - 2; exponent > 0; exponent >>= 1)
        {
            if ((exponent & 1) != 0)
            {
                inverse = inverse * power % prime;
            }

            power = power * power % prime;
        }

        return inverse;
    }
}
