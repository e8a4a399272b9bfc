using System.Numerics;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Planning.Sums;

/// <summary>Multiplies samples in pairs that a stride of two leaves side by side.</summary>
internal static class StridedPairs
{
    /// <summary>Channels of which two pixels of 16-bit sums lie in a vector of 128 bits.</summary>
    private const int MostPairedChannels = 4;

    /// <summary>
    /// Sums of 16 bits of a stride of two: the samples of a pair lie side by side, or come to do so within each pair of pixels, and the
    /// next output's pair follows them. Null for other passes, and for more pairs
    /// than are written out. Pairs of such sums take an accumulator of 32 bits; a shift divides there as well.
    /// </summary>
    public static KernelPlan? Of(KernelPlan plan)
    {
        if (
            plan
                is not {
                    ReadsExtendedSums: true,
                    Model:
                    { PixelChannels: <= MostPairedChannels, Horizontal: { Stride: 2, Dilation: 1 }, Form.Source.Element: ElementType.Int16 }
                }
            || plan.Accumulator.Size() > sizeof(int)
            || (plan.Accumulator != ElementType.Int32 && plan.Division is { Multiplier.IsOne: false } or { Offset.IsZero: false })
        )
        {
            return null;
        }

        ProductPair[] pairs = [.. InColumns(plan)];
        return pairs.Length > PairProducts.MostWrittenOfFour || !pairs.All(pair => PairProducts.IsExact(pair, 16))
            ? null
            : (
                plan with
                {
                    Sum = new PairedSum(pairs.ToEquatableArray(), 16, PairPlacement.ByStride),
                    Accumulator = ElementType.Int32,
                }
            ).Because(
                FormattableString.Invariant(
                    $"neighbours are multiplied in pairs: {pairs.Length} of them for {plan.Taps.Count} taps, which a stride of 2 "
                ) + "leaves side by side"
            );
    }

    /// <summary>Pairs that begin at even columns, without those of zeros.</summary>
    private static IEnumerable<ProductPair> InColumns(KernelPlan plan) =>
        plan
            .Taps.GroupBy(tap => (tap.Row, Column: tap.Column / 2 * 2))
            .OrderBy(pair => pair.Key)
            .Select(pair => new ProductPair(pair.Key.Row, pair.Key.Column, WholeWeight(plan, pair, 0), WholeWeight(plan, pair, 1)));

    private static BigInteger WholeWeight(KernelPlan plan, IEnumerable<Tap> pair, int remainder) =>
        pair.Where(tap => tap.Column % 2 == remainder).Select(tap => plan.Whole(tap.Weight).Numerator).SingleOrDefault();
}
