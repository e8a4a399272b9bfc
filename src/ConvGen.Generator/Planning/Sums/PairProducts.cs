using System.Numerics;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Cost;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Shape;

namespace ConvGen.Generator.Planning.Sums;

/// <summary>
/// Multiplies samples of integers two at a time: one instruction multiplies neighbours by two weights and adds the products, into sums of
/// twice the samples' width. Such a vector holds
/// the sums of every other output; a second one, from samples one further on, holds those between. Bytes give sums of 16 bits
/// (<c>vpmaddubsw</c>), which must not
/// saturate within a pair; samples of 16 bits, widened bytes among them, give sums of 32 bits (<c>vpmaddwd</c>). Where neighbours lie apart
/// in memory, as those of interleaved channels, of dilated kernels
/// and of strided ones do, unpacking two loads brings them together, and the two vectors hold the sums of the lower and of the upper halves
/// of lanes.
/// </summary>
internal static class PairProducts
{
    /// <summary>Pairs up to which they are written out; the text of all widths grows too long beyond.</summary>
    private const int MostWritten = 32;

    /// <summary>The same for bytes that are packed from four sums.</summary>
    public const int MostWrittenOfFour = 30;

    /// <summary>The same for pairs in several sums of 16 bits, which cannot run in a loop and have fewer vectors side by side.</summary>
    private const int MostGrouped = 50;

    /// <summary>Pairs of a kernel row that are written out where the rows run in a loop.</summary>
    private const int MostInRow = 13;

    /// <summary>
    /// Pairs and places of pairs, together, up to which they are written out where samples lie apart: each place has two loads then. The
    /// second is for several sums of 16 bits, the third for bytes that are packed from four sums.
    /// </summary>
    private const int MostUnpacked = 64,
        MostUnpackedGrouped = 110,
        MostUnpackedOfFour = 52;

    /// <summary>Such pairs of a kernel row that are written out where the rows run in a loop.</summary>
    private const int MostUnpackedInRow = 10;

    /// <summary>
    /// Kernel rows from which they can run in a loop: as many as the smallest tile has output rows; see <see cref="ChooseTile"/>.
    /// </summary>
    private const int FewestLooped = 2;

    /// <summary>
    /// Kernel rows up to which the registers hold all output sums that wait for the rest of their rows, where no cascade makes them fewer.
    /// </summary>
    private const int MostWaiting = 3;

    public static KernelPlan Apply(KernelPlan plan)
    {
        if (AlongRows(plan) is { } along)
        {
            string how =
                FormattableString.Invariant(
                    $"neighbours along a source row are multiplied in pairs: {along.Pairs.Count} of them for {plan.Model.Kernel.Columns} columns"
                ) + Unpacking(plan.Model);
            return (plan with { Sum = along }).Because(how);
        }

        if (!IsCandidate(plan))
        {
            return plan;
        }

        if (StridedPairs.Of(plan) is { } strided)
        {
            return strided;
        }

        foreach ((int bits, BigInteger bias) in Samples(plan))
        {
            if (Choose(plan, bits) is { } chosen && chosen.Pairs.All(pair => IsExact(pair, bits)))
            {
                ShortSums sums = chosen.Pairs.Any(pair => pair.Group > 0) ? ShortSums.Added : ShortSums.None;
                KernelPlan paired = Paired(plan, chosen, bits, bias, sums);
                if (VectorTime.Of(paired) < VectorTime.WithoutGroups(plan))
                {
                    return paired;
                }
            }

            if (bits == 8 && plan.Accumulator == ElementType.Int32 && SumPairsInTurn.Choose(plan, AreApart(plan.Model)) is { } inTurn)
            {
                return Paired(plan, inTurn, bits, bias, ShortSums.InTurn);
            }
        }

        return plan;
    }

    private static KernelPlan Paired(
        KernelPlan plan,
        (ProductPair[] Pairs, Unrolling Unrolling) chosen,
        int bits,
        BigInteger bias,
        ShortSums sums
    )
    {
        KernelPlan paired = (
            plan with
            {
                Sum = new PairedSum(chosen.Pairs.ToEquatableArray(), bits, PlacementIn(plan.Model)) { Bias = bias, ShortSums = sums },
                Unrolling = chosen.Unrolling,
            }
        ).Because(Words(plan, chosen.Pairs, bias) + SumsInWords(chosen.Pairs, sums));
        return chosen.Unrolling switch
        {
            Unrolling.Columns => paired.Because(
                plan.Model.Kernel.Rows == 1
                    ? "pieces of the kernel run in a loop, with their pairs written out"
                    : "kernel rows run in a loop, with their pairs written out"
            ),
            Unrolling.Nowhere => paired.Because("pairs run in a loop"),
            _ => paired,
        };
    }

    private static PairPlacement PlacementIn(ConvolutionModel model) => AreApart(model) ? PairPlacement.Apart : PairPlacement.SideBySide;

    /// <summary>
    /// The pairs, and how far they are written out: all of them, those of a kernel row, or none. Null where they take more sums of 16 bits
    /// than a loop has.
    /// </summary>
    private static (ProductPair[] Pairs, Unrolling Unrolling)? Choose(KernelPlan plan, int bits)
    {
        if (PairGroups.Divide(plan, [.. Pairs(plan, isRegular: false)], bits) is not { } written)
        {
            return null;
        }

        bool isGrouped = written.Any(pair => pair.Group > 0);
        if (IsShort(plan.Model, written, isGrouped, PairedSum.PacksFour(plan.Model, bits)))
        {
            return (written, Unrolling.Everywhere);
        }

        if (isGrouped)
        {
            return null;
        }

        ProductPair[] looped = [.. Pairs(plan, isRegular: true)];
        int rows = plan.Model.Kernel.Rows;
        int mostInRow = AreApart(plan.Model) ? MostUnpackedInRow : MostInRow;
        if (rows >= FewestLooped && plan.Model.Kernel.Planes == 1 && looped.Length <= mostInRow * rows)
        {
            return (looped, Unrolling.Columns);
        }

        // A loop over pairs, which lie two columns apart, finds them evenly spaced among copies sorted by their phase only where there are
        // two phases.
        return plan.Model.Horizontal.Stride <= 2 ? (looped, Unrolling.Nowhere) : null;
    }

    /// <summary>Whether pairs are few enough to be written out.</summary>
    private static bool IsShort(ConvolutionModel model, ProductPair[] pairs, bool isGrouped, bool packsFour)
    {
        int unpacked =
            isGrouped ? MostUnpackedGrouped
            : packsFour ? MostUnpackedOfFour
            : MostUnpacked;
        int places = model.Kernel.Rows * pairs.Select(pair => pair.Column).Distinct().Count();
        return pairs.Length
                <= (
                    isGrouped ? MostGrouped
                    : packsFour ? MostWrittenOfFour
                    : MostWritten
                )
            && (!AreApart(model) || pairs.Length + places <= unpacked);
    }

    /// <summary>
    /// The pairs of the one sum along a source row that all kernel rows share, for bytes in 16 bits; null where there is no such sum. What
    /// comes back together without being packed takes operations
    /// for that, which the conversion of two columns only does not.
    /// </summary>
    public static PairedRowSum? AlongRows(KernelPlan plan)
    {
        if (
            plan
                is not {
                    Sum: SharedSum { Rows: { Count: 1 } rows },
                    Taps.Count: 0,
                    Accumulator: ElementType.Int16 or ElementType.UInt16,
                    ScalarReason: null,
                    Model.Kernel.Columns: > 1,
                    Model.Horizontal.Stride: 1
                }
            || plan.Model.Form.Source.Element != ElementType.Byte
            || (!plan.PacksBytes && (rows[0].Weights.Count() < 3 || AreApart(plan.Model)))
            || (rows[0].Levels == 0 && plan.Model.Kernel.Rows > MostWaiting)
        )
        {
            return null;
        }

        Dictionary<int, BigInteger> weights = rows[0].Weights.ToDictionary(sample => sample.Column, sample => sample.Weight.Numerator);
        EquatableArray<ProductPair> pairs = InRow(0, weights, plan.Model.Kernel.Columns, isRegular: false).ToEquatableArray();
        return pairs.All(pair => IsExact(pair, 8)) ? new PairedRowSum(rows[0], pairs, PlacementIn(plan.Model)) : null;
    }

    private static string Words(KernelPlan plan, ProductPair[] pairs, BigInteger bias) =>
        FormattableString.Invariant($"neighbours are multiplied in pairs: {pairs.Length} of them for {plan.Taps.Count} taps")
        + (bias.IsZero ? "" : FormattableString.Invariant($", of samples less {bias}"))
        + Unpacking(plan.Model);

    private static string SumsInWords(ProductPair[] pairs, ShortSums sums) =>
        sums switch
        {
            ShortSums.InTurn => SumPairsInTurn.Words(pairs),
            ShortSums.Added => FormattableString.Invariant(
                $", in {pairs.Max(pair => pair.Group) + 1} sums of 16 bits that are added in 32"
            ),
            _ => "",
        };

    private static bool IsCandidate(KernelPlan plan)
    {
        ConvolutionModel model = plan.Model;
        return plan.Sum is DirectSum
            && plan.ScalarReason is null
            && plan.Accumulator.IsInteger()
            && model.Kernel is { Weights: not null, Columns: > 1 }
            && plan.Taps.Count > 1;
    }

    /// <summary>Whether taps side by side read samples that lie apart.</summary>
    public static bool AreApart(ConvolutionModel model) => model is not { PixelChannels: 1, Horizontal: { Stride: 1, Dilation: 1 } };

    private static string Unpacking(ConvolutionModel model) => AreApart(model) ? ", each unpacked from two loads" : "";

    /// <summary>Bits of the samples as they may be multiplied, and what is taken from them before, the best first.</summary>
    private static IEnumerable<(int Bits, BigInteger Bias)> Samples(KernelPlan plan)
    {
        ElementType source = plan.Model.Form.Source.Element;
        SumRange samples = SumBounds.Samples(plan);
        bool isShort = plan.Accumulator is ElementType.Int16 or ElementType.UInt16;
        if (
            source == ElementType.Byte
            && (isShort || (plan.Accumulator == ElementType.Int32 && plan.Model.Form.Destination.Element.Size() <= 2))
        )
        {
            yield return (8, BigInteger.Zero);
        }

        if (plan.Accumulator == ElementType.Int32 && source.Size() <= 2)
        {
            yield return (16, samples.IsWithin(ElementType.Int16) ? BigInteger.Zero : -ElementType.Int16.Minimum());
        }
    }

    /// <summary>
    /// Pairs from the right, so that no vector reads past the last sample of a window; regular ones stand in the same columns of all rows,
    /// zeros among them.
    /// </summary>
    public static IEnumerable<ProductPair> Pairs(KernelPlan plan, bool isRegular)
    {
        ILookup<int, Tap> rows = plan.Taps.ToLookup(tap => tap.Row);
        return Enumerable
            .Range(0, plan.Model.Kernel.Rows)
            .SelectMany(row =>
                InRow(
                    row,
                    rows[row].ToDictionary(tap => tap.Column, tap => plan.Whole(tap.Weight).Numerator),
                    plan.Model.Kernel.Columns,
                    isRegular
                )
            );
    }

    private static Stack<ProductPair> InRow(int row, Dictionary<int, BigInteger> weights, int columns, bool isRegular)
    {
        BigInteger At(int column) => weights.TryGetValue(column, out BigInteger weight) ? weight : BigInteger.Zero;
        Stack<ProductPair> pairs = new();
        for (int column = columns - 1; column >= 0; column--)
        {
            if (isRegular || !At(column).IsZero)
            {
                // The first tap of all has its partner to the right, which another pair may have taken.
                pairs.Push(
                    column == 0
                        ? new ProductPair(row, 0, At(0), BigInteger.Zero)
                        : new ProductPair(row, column - 1, At(column - 1), At(column))
                );
                column--;
            }
        }

        return pairs;
    }

    /// <summary>Whether one instruction multiplies and adds a pair without saturating.</summary>
    public static bool IsExact(ProductPair pair, int bits)
    {
        if (bits == 16)
        {
            // The one sum that a pair of 16-bit products cannot hold has the smallest number in all four places.
            return IsWithin(pair.First, short.MinValue + 1, short.MaxValue) && IsWithin(pair.Second, short.MinValue + 1, short.MaxValue);
        }

        return IsWithin(pair.First, sbyte.MinValue, sbyte.MaxValue)
            && IsWithin(pair.Second, sbyte.MinValue, sbyte.MaxValue)
            && PairGroups.High(pair) * byte.MaxValue <= short.MaxValue
            && PairGroups.Low(pair) * byte.MaxValue >= short.MinValue;
    }

    private static bool IsWithin(BigInteger value, int low, int high) => value >= low && value <= high;
}
