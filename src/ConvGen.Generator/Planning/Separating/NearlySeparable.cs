using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Planning.Separating;

/// <summary>
/// Splits a floating-point kernel that is a sum of few products only nearly, as one is that was printed with some digits, where the
/// contract's bound proves that nobody could tell.
/// </summary>
/// <remarks>
/// <para>The contract allows <c>(taps + 2) * u * sum |w| |x|</c> for the weights w as written, with u half the distance of 1 to the next
/// number. Let v be the weights of the split, <c>v = sum over t of a_t b_t</c>, and r the roundings that a
/// sample's product meets at most: one for each coefficient of its factors and one for each addition on its way, counted as for exact
/// factors. What is computed then differs from the exact sum with v by at most
/// <c>g * sum over t of |a_t b_t| |x|</c> with <c>g = r u / (1 - r u)</c> (N. Higham, Accuracy and Stability of Numerical Algorithms, lemma
/// 3.1), and that one from the exact sum with w by <c>sum |w - v| |x|</c>.</para>
/// <para>Samples can be anything, so the bound must hold tap by tap: <c>g * sum over t of |a_t b_t| + |w - v| &lt;= (taps + 2) u |w|</c>.
/// All of it is evaluated in exact numbers; where it fails for one tap nothing is split. Taps
/// that are zero stay zero. So 9 x 9 weights may be off by about 60 u of their size, which decimals of 7 significant digits are; decimals
/// with a fixed number of places are not where they are small.</para>
/// </remarks>
internal static class NearlySeparable
{
    /// <summary>Weights beyond which the search would cost more than it is likely to find.</summary>
    private const int MostWeights = 4096;

    /// <summary>The factors that are proven to suffice, or null.</summary>
    public static IReadOnlyList<(Rational[] Column, Rational[] Row)>? Factors(
        KernelPlan plan,
        Rational[,] matrix,
        int mostTerms,
        CancellationToken cancellation
    )
    {
        if (plan.Accumulator.IsInteger() || matrix.Length > MostWeights)
        {
            return null;
        }

        Rational unit = Unit(plan);
        if (NearFactors.Relative(matrix, cancellation) is { } product && IsProven(matrix, [product], unit, cancellation))
        {
            return [product];
        }

        Rational part = unit * Taps(matrix);
        return NearFactors.Of(matrix, mostTerms, part, cancellation) is { } terms && IsProven(matrix, terms, unit, cancellation)
            ? terms
            : null;
    }

    /// <summary>What the plan says: the factors shortened, and how far the weights are off.</summary>
    public static string Words(Rational[,] matrix, IReadOnlyList<(Rational[] Column, Rational[] Row)> terms, int taps)
    {
        string factors = string.Join(" plus ", terms.Select(static term => $"({Text(term.Column)}) by ({Text(term.Row)})"));
        int used = terms.Sum(static term =>
            term.Column.Count(static value => !value.IsZero) + term.Row.Count(static value => !value.IsZero)
        );
        return FormattableString.Invariant(
                $"nearly separable: {factors}, {used} taps instead of {taps}; no weight is off by more than {Short(LargestPart(matrix, terms))} of itself, "
            ) + "and the sum stays within its bound";
    }

    /// <summary>Half the distance of 1 to the next number of the type in which a plan sums.</summary>
    public static Rational Unit(KernelPlan plan) =>
        new(BigInteger.One, BigInteger.One << (plan.Accumulator == ElementType.Single ? 24 : 53));

    /// <summary>The largest part of itself by which a weight is off.</summary>
    public static Rational LargestPart(Rational[,] matrix, IReadOnlyList<(Rational[] Column, Rational[] Row)> terms)
    {
        Rational largest = Rational.Zero;
        for (int i = 0; i < matrix.GetLength(0); i++)
        {
            for (int j = 0; j < matrix.GetLength(1); j++)
            {
                Rational part = matrix[i, j].IsZero ? Rational.Zero : Rational.Abs((Value(terms, i, j) - matrix[i, j]) / matrix[i, j]);
                largest = part.CompareTo(largest) > 0 ? part : largest;
            }
        }

        return largest;
    }

    /// <summary>Whether what roundings and weights that are off add up to is within the contract's bound, tap by tap.</summary>
    /// <param name="matrix">The weights.</param>
    /// <param name="terms">The products that stand for them.</param>
    /// <param name="growth">What the roundings of a product make of it at most, in parts of itself.</param>
    /// <param name="unit">See <see cref="Unit"/>.</param>
    /// <param name="cancellation">Stops it.</param>
    public static bool IsWithinBound(
        Rational[,] matrix,
        IReadOnlyList<(Rational[] Column, Rational[] Row)> terms,
        Rational growth,
        Rational unit,
        CancellationToken cancellation
    )
    {
        Rational allowed = unit * (Taps(matrix) + 2);
        for (int i = 0; i < matrix.GetLength(0); i++)
        {
            for (int j = 0; j < matrix.GetLength(1); j++)
            {
                cancellation.ThrowIfCancellationRequested();
                Rational size = terms.Aggregate(Rational.Zero, (sum, term) => sum + Rational.Abs(term.Column[i] * term.Row[j]));
                Rational error = (growth * size) + Rational.Abs(matrix[i, j] - Value(terms, i, j));
                if (error.CompareTo(allowed * Rational.Abs(matrix[i, j])) > 0)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool IsProven(
        Rational[,] matrix,
        IReadOnlyList<(Rational[] Column, Rational[] Row)> terms,
        Rational unit,
        CancellationToken cancellation
    )
    {
        int roundings = terms.Max(static term => Count(term.Column)) + terms.Sum(static term => Count(term.Row)) + 2;
        return IsWithinBound(matrix, terms, unit * roundings / (Rational.One - (unit * roundings)), unit, cancellation);
    }

    private static Rational Value(IReadOnlyList<(Rational[] Column, Rational[] Row)> terms, int i, int j) =>
        terms.Aggregate(Rational.Zero, (sum, term) => sum + (term.Column[i] * term.Row[j]));

    private static int Taps(Rational[,] matrix) => matrix.Cast<Rational>().Count(static weight => !weight.IsZero);

    /// <summary>The taps of a factor.</summary>
    public static int Count(Rational[] factor) => factor.Count(static value => !value.IsZero);

    private static string Text(Rational[] factor) => string.Join(" ", factor.Select(Short));

    /// <summary>Four significant digits.</summary>
    public static string Short(Rational value) => ShortestDecimal.Rounded(value, 4).ToString();
}
