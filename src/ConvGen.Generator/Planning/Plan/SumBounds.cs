using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Planning.Plan;

/// <summary>How large an integer sum can become, computed exactly from the kernel and the element types.</summary>
internal static class SumBounds
{
    /// <summary>
    /// The largest common denominator of which a message tells where it leads; one of more than 64 bits is refused in any case, because its
    /// half, which rounds, does not fit.
    /// </summary>
    private static readonly BigInteger MostDenominator = BigInteger.One << 128;

    /// <summary>What a message says in place of the largest sum where the common denominator is not even worked out.</summary>
    public static string BeyondMost =>
        "more than "
        + (MostDenominator - BigInteger.One).ToString(System.Globalization.CultureInfo.InvariantCulture)
        + ", which the common denominator of its weights exceeds,";

    /// <summary>
    /// The least common denominator of the weights, or null where it is out of all proportion; one for weights that arrive at run time.
    /// </summary>
    public static BigInteger? Denominator(KernelPlan plan) => Denominator(plan.Taps.Select(tap => tap.Weight));

    /// <summary>The same of any weights.</summary>
    public static BigInteger? Denominator(IEnumerable<Rational> weights) => CommonDenominator.Of(weights, MostDenominator);

    /// <summary>A weight as a whole number over the common denominator.</summary>
    public static BigInteger Whole(Rational weight, BigInteger denominator) => weight.Numerator * (denominator / weight.Denominator);

    /// <summary>The smallest and the largest sample.</summary>
    public static SumRange Samples(KernelPlan plan)
    {
        ElementType source = plan.Model.Form.Source.Element;
        return plan.Samples ?? new SumRange(source.Minimum(), source.Maximum());
    }

    /// <summary>
    /// The range of the sum with every weight multiplied by <paramref name="denominator"/>, for taps that are not folded yet.
    /// </summary>
    public static SumRange Of(KernelPlan plan, BigInteger denominator)
    {
        SumRange samples = Samples(plan);
        BigInteger low = BigInteger.Zero,
            high = BigInteger.Zero;
        foreach (Tap tap in plan.Taps)
        {
            (BigInteger smallest, BigInteger largest) = Weight(plan, tap, denominator);
            BigInteger[] products =
            [
                smallest * samples.Minimum,
                smallest * samples.Maximum,
                largest * samples.Minimum,
                largest * samples.Maximum,
            ];
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

        BigInteger weight = Whole(tap.Weight, denominator);
        return (weight, weight);
    }
}
