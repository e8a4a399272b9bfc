using System.Numerics;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Kernels.Designs;

/// <summary>
/// Replaces weights by multiples of a negative power of two, for integer results, which are exact and so need whole numbers. Equal weights
/// stay equal and opposite ones opposite, the sum stays as near to itself as the power allows,
/// and a product stays one. The power is the smallest with which no result changes by more than a level; where no sum of 64 bits has room
/// for it, as with samples of 32 bits, it is the best one that has.
/// </summary>
internal static class Quantisation
{
    private const int FewestBits = 4,
        MostBits = 48;

    /// <param name="column">The factor down the columns.</param>
    /// <param name="row">The factor along the rows.</param>
    /// <param name="samples">The smallest and the largest sample.</param>
    /// <param name="cancellation">Stops the search.</param>
    public static QuantisedKernel Product(
        EquatableArray<Rational> column,
        EquatableArray<Rational> row,
        (BigInteger Least, BigInteger Most) samples,
        CancellationToken cancellation
    )
    {
        EquatableArray<Rational> exact = DesignedKernel.Outer(column, row);
        int most = RoomInBits(exact, samples);
        QuantisedKernel? best = null;
        for (int bits = Math.Min(2 * FewestBits, most); bits <= most; bits++)
        {
            cancellation.ThrowIfCancellationRequested();
            bool isLine = column.Count == 1;
            int down = isLine ? 0 : bits / 2;
            EquatableArray<Rational> quantisedColumn = isLine ? column : Rounded(column, down),
                quantisedRow = Rounded(row, bits - down);
            EquatableArray<Rational> weights = DesignedKernel.Outer(quantisedColumn, quantisedRow);
            QuantisedKernel candidate = new(weights, bits, Error(exact, weights, samples)) { Column = quantisedColumn, Row = quantisedRow };
            best = best is null || candidate.LargestError.CompareTo(best.LargestError) < 0 ? candidate : best;
            if (candidate.LargestError.CompareTo(Rational.One) <= 0)
            {
                return candidate;
            }
        }

        // Half of the bits for each factor are too few: tap by tap there are twice as many.
        QuantisedKernel taps = Taps(exact, samples, cancellation);
        return taps.LargestError.CompareTo(best!.LargestError) < 0 ? taps : best;
    }

    /// <param name="exact">The weights.</param>
    /// <param name="samples">The smallest and the largest sample.</param>
    /// <param name="cancellation">Stops the search.</param>
    public static QuantisedKernel Taps(
        EquatableArray<Rational> exact,
        (BigInteger Least, BigInteger Most) samples,
        CancellationToken cancellation
    )
    {
        int most = RoomInBits(exact, samples);
        QuantisedKernel? best = null;
        for (int bits = Math.Min(2 * FewestBits, most); bits <= most; bits++)
        {
            cancellation.ThrowIfCancellationRequested();
            EquatableArray<Rational> weights = Rounded(exact, bits);
            QuantisedKernel candidate = new(weights, bits, Error(exact, weights, samples));
            best = best is null || candidate.LargestError.CompareTo(best.LargestError) < 0 ? candidate : best;
            if (candidate.LargestError.CompareTo(Rational.One) <= 0)
            {
                return candidate;
            }
        }

        return best!;
    }

    /// <summary>
    /// The largest difference between the sums of two kernels over all samples of a type: each tap's difference meets the sample that makes
    /// most of it. With samples from 0 on and equal sums, this is the largest sample times the
    /// sum of the positive differences.
    /// </summary>
    public static Rational Error(
        EquatableArray<Rational> exact,
        EquatableArray<Rational> other,
        (BigInteger Least, BigInteger Most) samples
    )
    {
        Rational least = new(samples.Least, BigInteger.One),
            most = new(samples.Most, BigInteger.One);
        Rational high = Rational.Zero,
            low = Rational.Zero;
        foreach (Rational difference in exact.Zip(other, static (a, b) => b - a))
        {
            bool isPositive = difference.Numerator.Sign > 0;
            high += difference * (isPositive ? most : least);
            low += difference * (isPositive ? least : most);
        }

        return Rational.Abs(low).CompareTo(high) > 0 ? Rational.Abs(low) : high;
    }

    /// <summary>The weights as multiples of <c>2^-bits</c>.</summary>
    public static EquatableArray<Rational> Rounded(EquatableArray<Rational> exact, int bits)
    {
        Rational scale = new(BigInteger.One << bits, BigInteger.One);
        BigInteger[] whole = [.. exact.Select(weight => Nearest(weight * scale))];
        BigInteger missing =
            Nearest(exact.Aggregate(Rational.Zero, static (sum, weight) => sum + weight) * scale)
            - whole.Aggregate(BigInteger.Zero, static (sum, value) => sum + value);
        Spread(exact, whole, scale, missing);
        return whole.Select(value => new Rational(value, BigInteger.One) / scale).ToEquatableArray();
    }

    /// <summary>
    /// Gives what the rounding has lost or won to those weights whose rounding is nearest to the other side. Weights of one size move
    /// together; what is left, too small for any of them together, goes to the
    /// smallest group, which in a kernel with a middle is the middle tap, and else tap by tap.
    /// </summary>
    private static void Spread(EquatableArray<Rational> exact, BigInteger[] whole, Rational scale, BigInteger missing)
    {
        if (missing.IsZero)
        {
            return;
        }

        int sign = missing.Sign;
        int[][] groups =
        [
            .. Enumerable
                .Range(0, exact.Count)
                .Where(index => !exact[index].IsZero)
                .GroupBy(index => exact[index])
                .Select(static group => group.ToArray()),
        ];
        Rational Gain(int[] group) => ((exact[group[0]] * scale) - new Rational(whole[group[0]], BigInteger.One)) * sign;
        foreach (
            int[] group in groups
                .Where(group => !HasOpposite(groups, exact, group))
                .OrderByDescending(Gain)
                .ThenByDescending(static group => group.Length)
        )
        {
            if (Gain(group).Numerator.Sign > 0 && group.Length <= BigInteger.Abs(missing))
            {
                Move(whole, group, sign);
                missing -= sign * group.Length;
            }
        }

        // At most a few units are left.
        int[] smallest = groups.OrderBy(static group => group.Length).ThenByDescending(group => Rational.Abs(exact[group[0]])).First();
        for (int next = 0; !missing.IsZero; next++, missing -= sign)
        {
            whole[smallest[next % smallest.Length]] += sign;
        }
    }

    private static bool HasOpposite(int[][] groups, EquatableArray<Rational> exact, int[] group) =>
        groups.Any(other => exact[other[0]].Equals(-exact[group[0]]));

    private static void Move(BigInteger[] whole, int[] group, int sign)
    {
        foreach (int index in group)
        {
            whole[index] += sign;
        }
    }

    /// <summary>The nearest whole number, of two the one away from zero, so that opposite weights stay opposite.</summary>
    private static BigInteger Nearest(Rational value)
    {
        BigInteger magnitude = (Rational.Abs(value) + new Rational(BigInteger.One, 2)).Floor();
        return value.Numerator.Sign < 0 ? -magnitude : magnitude;
    }

    /// <summary>Bits with which the largest sum, and half a unit for rounding, stay within 64 bits.</summary>
    private static int RoomInBits(EquatableArray<Rational> exact, (BigInteger Least, BigInteger Most) samples)
    {
        BigInteger largest = BigInteger.Max(BigInteger.Abs(samples.Least), samples.Most);
        BigInteger sum = (
            exact.Aggregate(Rational.One, static (total, weight) => total + Rational.Abs(weight)) * new Rational(largest, BigInteger.One)
        ).Ceiling();
        int bits = 0;
        while (bits < MostBits && (sum << (bits + 1)) < BigInteger.One << 62)
        {
            bits++;
        }

        return bits;
    }
}
