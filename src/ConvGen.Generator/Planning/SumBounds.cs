using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Planning;

/// <summary>How large an integer sum can become, computed exactly from the kernel and the element types.</summary>
internal static class SumBounds
{
    /// <summary>The least common denominator of the weights; one for weights that arrive at run time.</summary>
    public static BigInteger Denominator(KernelPlan plan)
    {
        BigInteger common = BigInteger.One;
        foreach (Tap tap in plan.Taps)
        {
            BigInteger denominator = tap.Weight.Denominator;
            common = common / BigInteger.GreatestCommonDivisor(common, denominator) * denominator;
        }

        return common;
    }

    /// <summary>The smallest and the largest sample.</summary>
    public static SumRange Samples(KernelPlan plan)
    {
        ElementType source = plan.Model.Form.Source.Element;
        return plan.Samples ?? new SumRange(source.Minimum(), source.Maximum());
    }

    /// <summary>The range of the sum with every weight multiplied by <paramref name="denominator"/>, for taps that are not folded yet.</summary>
    public static SumRange Of(KernelPlan plan, BigInteger denominator)
    {
        SumRange samples = Samples(plan);
        BigInteger low = BigInteger.Zero, high = BigInteger.Zero;
        foreach (Tap tap in plan.Taps)
        {
            (BigInteger smallest, BigInteger largest) = Weight(plan, tap, denominator);
            BigInteger[] products = [smallest * samples.Minimum, smallest * samples.Maximum, largest * samples.Minimum, largest * samples.Maximum];
            low += products.Min();
            high += products.Max();
        }

        return new SumRange(low, high);
    }

    private static (BigInteger Smallest, BigInteger Largest) Weight(KernelPlan plan, Tap tap, BigInteger denominator)
    {
        if (plan.Model.Form.Kernel is { } kernel)
        {
            return (kernel.Element.Minimum(), kernel.Element.Maximum());
        }

        BigInteger weight = (tap.Weight * new Rational(denominator, BigInteger.One)).Numerator;
        return (weight, weight);
    }
}
