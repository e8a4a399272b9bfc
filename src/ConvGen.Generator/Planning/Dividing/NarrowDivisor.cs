using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Planning.Dividing;

/// <summary>
/// Finds a divisor with which sums that take 64 bits would take 32, where the weights' common denominator is what makes them large.
/// </summary>
internal static class NarrowDivisor
{
    /// <summary>Powers of two that are tried: whole weights over a smaller one would differ much from those that were meant.</summary>
    private const int MostBits = 24,
        FewestBits = 8;

    /// <summary>
    /// The largest power of two below the common denominator such that 32 bits hold the sum of whole weights over it, each rounded up if
    /// need be, and the half of it that rounds; null where there is none, or where sums are
    /// not of 64 bits.
    /// </summary>
    public static BigInteger? Of(KernelPlan plan)
    {
        if (plan.Accumulator != ElementType.Int64 || plan.Model.Kernel.Weights is not { } weights)
        {
            return null;
        }

        SumRange samples = SumBounds.Samples(plan);
        BigInteger largest = BigInteger.Max(BigInteger.Abs(samples.Minimum), BigInteger.Abs(samples.Maximum));
        Rational total = weights.Aggregate(Rational.Zero, (sum, weight) => sum + Rational.Abs(weight));
        for (int bits = MostBits; bits >= FewestBits; bits--)
        {
            BigInteger divisor = BigInteger.One << bits;
            Rational sum = ((total * new Rational(divisor, BigInteger.One)) + weights.Count) * new Rational(largest, BigInteger.One);
            if (
                divisor < plan.Denominator
                && (sum + new Rational(divisor / 2, BigInteger.One)).CompareTo(new Rational(ElementType.Int32.Maximum(), BigInteger.One))
                    <= 0
            )
            {
                return divisor;
            }
        }

        return null;
    }
}
