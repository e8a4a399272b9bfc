using System.Numerics;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Sums;

namespace ConvGen.Generator.Planning.Cost;

/// <summary>The time that pairs of products take in vectors, as an estimate by which they are compared with taps one by one.</summary>
internal static class PairTime
{
    /// <summary>
    /// Whether pairs take less time than taps one by one: operations for two vectors of results, where pairs multiply and add for either,
    /// and single taps widen, multiply unless they are units, and add.
    /// </summary>
    public static bool IsLess(KernelPlan plan, ProductPair[] pairs, int bits, BigInteger bias)
    {
        const double MultiplicationOf32Bits = 3,
            Addition = 12,
            Pair = 5,
            Interleaving = 4,
            Unpacking = 2;
        bool areApart = PairProducts.AreApart(plan.Model);
        double load = (bias.IsZero ? 2 : 4) + (areApart ? Unpacking : 0);
        double paired =
            (Pair * pairs.Length)
            + (Addition * pairs.Max(pair => pair.Group))
            + (load * pairs.Select(pair => pair.Column).Distinct().Count())
            + (plan.Model.Form.Destination.Element.Size() > 1 && !areApart ? Interleaving : 0);
        double single = 0;
        foreach (Tap tap in plan.Taps)
        {
            BigInteger weight = BigInteger.Abs(plan.Whole(tap.Weight).Numerator);
            double product =
                weight.IsOne ? 1
                : weight.IsPowerOfTwo || plan.Accumulator != ElementType.Int32 ? 2
                : 1 + MultiplicationOf32Bits;
            single += 2 * product;
        }

        double columns = plan.Taps.Select(tap => tap.Column).Distinct().Count();
        return paired < single + (2 * columns * (plan.Model.Form.Source.Element.Size() * 8 < plan.Accumulator.Size() * 8 ? 2 : 1));
    }
}
