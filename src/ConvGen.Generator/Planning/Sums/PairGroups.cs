using System.Numerics;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Planning.Sums;

/// <summary>Divides pairs of bytes among sums of 16 bits, where one such sum does not hold them all and the accumulator has 32.</summary>
internal static class PairGroups
{
    /// <summary>Sums that wait side by side until they are added: more leave no registers.</summary>
    private const int MostGroups = 2;

    /// <summary>The most that weights may differ by in what they add up to: so many times a byte fill 16 bits.</summary>
    public const int MostSpread = ushort.MaxValue / byte.MaxValue;

    /// <summary>
    /// The pairs divided among sums whose spread fits, the largest first; as they are where the accumulator takes them all.
    /// Null where that takes too many sums.
    /// </summary>
    public static ProductPair[]? Divide(KernelPlan plan, ProductPair[] pairs, int bits)
    {
        if (bits == 16 || plan.Accumulator != ElementType.Int32)
        {
            return pairs;
        }

        List<(BigInteger Low, BigInteger High)> sums = [];
        Dictionary<ProductPair, int> groups = [];
        foreach (ProductPair pair in pairs.OrderByDescending(pair => High(pair) - Low(pair)))
        {
            int group = sums.FindIndex(sum => Fits(sum.Low + Low(pair), sum.High + High(pair)));
            if (group < 0)
            {
                if (sums.Count == MostGroups)
                {
                    return null;
                }

                group = sums.Count;
                sums.Add((BigInteger.Zero, BigInteger.Zero));
            }

            sums[group] = (sums[group].Low + Low(pair), sums[group].High + High(pair));
            groups.Add(pair, group);
        }

        // A single one would fit into 16 bits but for the division, and nothing adds it in 32.
        return sums.Count > 1 ? [.. pairs.Select(pair => pair with { Group = groups[pair] })] : null;
    }

    /// <summary>Whether a sum of 16 bits holds the products of pairs with bytes, less a number that does not depend on these.</summary>
    public static bool Fits(IEnumerable<ProductPair> pairs)
    {
        (BigInteger low, BigInteger high) = Range(pairs);
        return Fits(low, high);
    }

    /// <summary>
    /// The middle of each group's sums, which are formed modulo 65,536: less the middle, they are signed numbers of 16 bits. Zero where
    /// they are without.
    /// </summary>
    public static BigInteger[] Middles(PairedSum sum) =>
        [.. sum.Pairs.GroupBy(pair => pair.Group).OrderBy(group => group.Key).Select(Middle)];

    private static BigInteger Middle(IEnumerable<ProductPair> pairs)
    {
        (BigInteger low, BigInteger high) = Range(pairs);
        SumRange range = new(low * byte.MaxValue, high * byte.MaxValue);
        return range.IsWithin(ElementType.Int16) ? BigInteger.Zero : range.Minimum - short.MinValue;
    }

    private static bool Fits(BigInteger low, BigInteger high) => high - low <= MostSpread;

    /// <summary>The least and the most that the weights of pairs add up to, for even or for odd outputs.</summary>
    private static (BigInteger Low, BigInteger High) Range(IEnumerable<ProductPair> pairs)
    {
        (BigInteger Low, BigInteger High)[] sums =
        [
            .. pairs
                .SelectMany(pair => pair.Weights.Select((weights, output) => (weights, output)))
                .GroupBy(item => item.output, item => item.weights)
                .Select(output => (Sum(output, Low), Sum(output, High))),
        ];
        return (sums.Min(sum => sum.Low), sums.Max(sum => sum.High));
    }

    /// <summary>What the weights of a pair that are above zero add up to.</summary>
    public static BigInteger High(ProductPair pair) => BigInteger.Max(pair.First, 0) + BigInteger.Max(pair.Second, 0);

    /// <summary>What those below zero add up to.</summary>
    public static BigInteger Low(ProductPair pair) => BigInteger.Min(pair.First, 0) + BigInteger.Min(pair.Second, 0);

    private static BigInteger Sum(IEnumerable<ProductPair> pairs, Func<ProductPair, BigInteger> part) =>
        pairs.Aggregate(BigInteger.Zero, (sum, pair) => sum + part(pair));
}
