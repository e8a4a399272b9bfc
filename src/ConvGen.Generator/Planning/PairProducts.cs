using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Planning;

/// <summary>
/// Multiplies samples of integers two at a time: one instruction multiplies neighbours by two weights and adds the products, into sums of twice the samples' width. Such a vector holds
/// the sums of every other output; a second one, from samples one further on, holds those between. Bytes give sums of 16 bits (<c>vpmaddubsw</c>), which must not
/// saturate within a pair; samples of 16 bits, widened bytes among them, give sums of 32 bits (<c>vpmaddwd</c>).
/// </summary>
internal static class PairProducts
{
    /// <summary>Pairs beyond which the text of all widths grows too long.</summary>
    private const int MostPairs = 72;

    public static KernelPlan Apply(KernelPlan plan)
    {
        if (!IsCandidate(plan) || SampleBits(plan) is not { } bits)
        {
            return plan;
        }

        EquatableArray<ProductPair> pairs = Pairs(plan).ToEquatableArray();
        if (pairs.Count > MostPairs || !IsWorthwhile(plan, pairs, bits) || !pairs.All(pair => IsExact(plan, pair, bits)))
        {
            return plan;
        }

        return (plan with { Pairs = pairs }).Because(FormattableString.Invariant($"neighbours are multiplied in pairs: {pairs.Count} of them for {plan.Taps.Count} taps"));
    }

    private static bool IsCandidate(KernelPlan plan)
    {
        ConvolutionModel model = plan.Model;
        return plan.Separation is null && plan.ScalarReason is null && plan.Accumulator.IsInteger() && model.Kernel is { Weights: not null, Columns: > 1 } && plan.Taps.Count > 1
            && model.PixelChannels == 1 && model.Horizontal is { Dilation: 1, Stride: 1 };
    }

    /// <summary>Bits of the samples as they are multiplied, or null where no instruction fits.</summary>
    private static int? SampleBits(KernelPlan plan)
    {
        ElementType source = plan.Model.Form.Source.Element;
        SumRange samples = plan.Samples ?? new SumRange(source.Minimum(), source.Maximum());
        int destination = plan.Model.Form.Destination.Element.Size();
        return plan.Accumulator switch
        {
            ElementType.Int16 or ElementType.UInt16 when source == ElementType.Byte => 8,
            ElementType.Int32 when destination <= 4 && source.Size() <= 2 && samples.IsWithin(ElementType.Int16) => 16,
            _ => null,
        };
    }

    /// <summary>Pairs from the right, so that no vector reads past the last sample of a window.</summary>
    private static IEnumerable<ProductPair> Pairs(KernelPlan plan)
    {
        foreach (IGrouping<int, Tap> row in plan.Taps.GroupBy(tap => tap.Row).OrderBy(row => row.Key))
        {
            Dictionary<int, BigInteger> weights = row.ToDictionary(tap => tap.Column, tap => (tap.Weight * new Rational(plan.Denominator, 1)).Numerator);
            BigInteger At(int column) => weights.TryGetValue(column, out BigInteger weight) ? weight : BigInteger.Zero;
            Stack<ProductPair> pairs = new();
            for (int column = plan.Model.Kernel.Columns - 1; column >= 0; column--)
            {
                if (!At(column).IsZero)
                {
                    // The first tap of all has its partner to the right, which another pair may have taken.
                    pairs.Push(column == 0
                        ? new ProductPair(row.Key, 0, At(0), BigInteger.Zero)
                        : new ProductPair(row.Key, column - 1, At(column - 1), At(column)));
                    column--;
                }
            }

            foreach (ProductPair pair in pairs)
            {
                yield return pair;
            }
        }
    }

    private static bool IsExact(KernelPlan plan, ProductPair pair, int bits)
    {
        if (bits == 16)
        {
            // The one sum that a pair of 16-bit products cannot hold has the smallest number in all four places.
            return IsWithin(pair.First, short.MinValue + 1, short.MaxValue) && IsWithin(pair.Second, short.MinValue + 1, short.MaxValue);
        }

        BigInteger high = BigInteger.Max(pair.First, 0) + BigInteger.Max(pair.Second, 0), low = BigInteger.Min(pair.First, 0) + BigInteger.Min(pair.Second, 0);
        return IsWithin(pair.First, sbyte.MinValue, sbyte.MaxValue) && IsWithin(pair.Second, sbyte.MinValue, sbyte.MaxValue)
            && high * byte.MaxValue <= short.MaxValue && low * byte.MaxValue >= short.MinValue;
    }

    private static bool IsWithin(BigInteger value, int low, int high) => value >= low && value <= high;

    /// <summary>Operations for two vectors of results: pairs multiply and add for either; single taps widen, multiply unless they are units, and add.</summary>
    private static bool IsWorthwhile(KernelPlan plan, EquatableArray<ProductPair> pairs, int bits)
    {
        const double MultiplicationOf32Bits = 3;
        double paired = 4 * pairs.Count;
        double single = 0;
        foreach (Tap tap in plan.Taps)
        {
            BigInteger weight = BigInteger.Abs((tap.Weight * new Rational(plan.Denominator, 1)).Numerator);
            double product = weight.IsOne ? 1 : weight.IsPowerOfTwo || bits == 8 ? 2 : 1 + MultiplicationOf32Bits;
            single += 2 * product;
        }

        double columns = plan.Taps.Select(tap => tap.Column).Distinct().Count();
        return paired < single + (2 * columns * (plan.Model.Form.Source.Element.Size() * 8 < plan.Accumulator.Size() * 8 ? 2 : 1));
    }
}
