using System.Numerics;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Planning.Sums;

/// <summary>
/// Forms sums of 16 bits one after the other, as many products as are certain to fit into each, and adds every one to a sum of 32 bits.
/// Bytes are multiplied two at a time in lanes of 16 bits, and widening
/// a sum of many products costs less than multiplying widened samples, which takes twice as many instructions. Kernels whose rows are long
/// have them in a loop, a few rows to a sum; a long row is
/// cut into pieces.
/// </summary>
internal static class SumPairsInTurn
{
    /// <summary>Pairs of a piece of a long row.</summary>
    public const int PiecePairs = 16;

    /// <summary>Pairs up to which they are written out.</summary>
    private const int MostWritten = 50;

    /// <summary>Pairs of a sum in a loop for which it is worth widening, which costs as much as two pairs.</summary>
    private const int FewestInSum = 3;

    /// <summary>Pairs of a kernel row up to which they are written out in a loop; the second is for pairs that have two loads.</summary>
    private const int MostInRow = 32,
        MostUnpackedInRow = 16;

    /// <summary>Pairs up to which they run in a loop; each has two entries in a table, which would be most of the text beyond.</summary>
    private const int MostLooped = 1500;

    /// <summary>The pairs with the sums that take them up, and whether they run in a loop; null where too few fit into a sum.</summary>
    public static (ProductPair[] Pairs, Unrolling Unrolling)? Choose(KernelPlan plan, bool areApart)
    {
        ConvolutionModel model = plan.Model;
        bool sharesSamples = !areApart && model.Kernel.Columns % 2 > 0;
        ProductPair[] regular = sharesSamples ? [.. SharedPlaces(plan)] : [.. PairProducts.Pairs(plan, isRegular: true)];
        ProductPair[] written = sharesSamples ? [.. regular.Where(pair => !pair.IsZero)] : [.. PairProducts.Pairs(plan, isRegular: false)];
        if (written.Length <= (areApart ? MostWritten / 2 : MostWritten))
        {
            return Written(written) is { } pairs ? (pairs, Unrolling.Everywhere) : null;
        }

        if (regular.Length > MostLooped || !regular.SelectMany(pair => pair.Weights).All(IsExact))
        {
            return null;
        }

        if (model.Kernel.Rows == 1)
        {
            return areApart ? null : Looped(regular, PiecePairs);
        }

        int inRow = regular.Length / model.Kernel.Rows;
        return inRow > (areApart ? MostUnpackedInRow : MostInRow) ? null : Looped(regular, inRow);
    }

    /// <summary>Pairs of a kernel row, or of a piece of a long one.</summary>
    public static int PairsOfUnit(ConvolutionModel model, PairedSum sum) =>
        model.Kernel.Rows == 1 ? PiecePairs : sum.Pairs.Count / model.Kernel.Rows;

    /// <summary>What the sums are, in words.</summary>
    public static string Words(IReadOnlyList<ProductPair> pairs)
    {
        int sums = pairs.Max(pair => pair.Group) + 1;
        return (pairs.Any(pair => pair.Odd is not null) ? ", of the same samples for even and odd outputs" : "")
            + (
                sums == 1
                    ? ", in a sum of 16 bits that 32 bits take up"
                    : FormattableString.Invariant($", in {sums} sums of 16 bits one after the other that 32 bits take up")
            );
    }

    /// <summary>
    /// Pairs from the left whose samples, two by two, serve even outputs and odd ones: the window of an odd output ends with their second
    /// one.
    /// </summary>
    private static IEnumerable<ProductPair> SharedPlaces(KernelPlan plan)
    {
        Dictionary<(int Row, int Column), BigInteger> weights = plan.Taps.ToDictionary(
            tap => (tap.Row, tap.Column),
            tap => plan.Whole(tap.Weight).Numerator
        );
        BigInteger At(int row, int column) => weights.TryGetValue((row, column), out BigInteger weight) ? weight : BigInteger.Zero;
        for (int row = 0; row < plan.Model.Kernel.Rows; row++)
        {
            for (int column = 0; column < plan.Model.Kernel.Columns; column += 2)
            {
                yield return new ProductPair(row, column, At(row, column), At(row, column + 1))
                {
                    Odd = new ProductPair(row, column - 1, At(row, column - 1), At(row, column)),
                };
            }
        }
    }

    /// <summary>
    /// Pairs in their order, each in the sum of the one before it as long as that fits. A pair that could saturate is multiplied one by
    /// one. Null where all that costs nearly as much as samples of 16 bits, of which
    /// an instruction multiplies half as many.
    /// </summary>
    private static ProductPair[]? Written(ProductPair[] pairs)
    {
        ProductPair[] exact = [.. pairs.SelectMany(Split)];
        List<ProductPair> divided = [];
        List<ProductPair> current = [];
        int group = 0;
        foreach (ProductPair pair in exact)
        {
            current.Add(pair);
            if (!PairGroups.Fits(current))
            {
                current = [pair];
                group++;
            }

            divided.Add(pair with { Group = group });
        }

        int outputs = pairs[0].Weights.Count();
        int products = exact.Sum(pair => pair.Weights.Count(weights => !weights.IsZero)) / outputs;
        return exact.SelectMany(pair => pair.Weights).All(IsExact) && 2 * (products + group + 1) < 3 * pairs.Length ? [.. divided] : null;
    }

    private static bool IsExact(ProductPair pair) => PairProducts.IsExact(pair, 8);

    /// <summary>The pair, or where it could saturate, its first and its second one.</summary>
    private static IEnumerable<ProductPair> Split(ProductPair pair)
    {
        if (pair.Weights.All(IsExact))
        {
            return [pair];
        }

        ProductPair First(ProductPair whole) => IsExact(whole) ? whole : whole with { Second = BigInteger.Zero };
        ProductPair Second(ProductPair whole) =>
            IsExact(whole) ? whole with { First = BigInteger.Zero, Second = BigInteger.Zero } : whole with { First = BigInteger.Zero };
        return
        [
            First(pair) with
            {
                Odd = pair.Odd is { } odd ? First(odd) : null,
            },
            Second(pair) with
            {
                Odd = pair.Odd is { } other ? Second(other) : null,
            },
        ];
    }

    /// <summary>
    /// Units of so many pairs each, as many to a sum as fit everywhere, or as few sums to a unit; null where sums would take too few pairs.
    /// </summary>
    private static (ProductPair[] Pairs, Unrolling Unrolling)? Looped(ProductPair[] pairs, int inUnit)
    {
        int units = pairs.Length / inUnit;

        // So many sums there must be at least, and fewer units in each than give one sum less: longer ones need not be tried.
        BigInteger spread = pairs
            .Take(units * inUnit)
            .Aggregate(BigInteger.Zero, (sum, pair) => sum + PairGroups.High(pair) - PairGroups.Low(pair));
        BigInteger fewest = (spread + PairGroups.MostSpread - 1) / PairGroups.MostSpread;
        int most = fewest <= BigInteger.One ? units : (int)((units - 1) / (fewest - 1));
        for (int count = most; count > 0 && count * inUnit >= FewestInSum; count--)
        {
            int sums = (units + count - 1) / count;
            if (Divided(pairs, index => index / inUnit < units ? index / inUnit / count : sums) is { } divided)
            {
                return (divided, Unrolling.Columns);
            }
        }

        for (int parts = 2; parts * FewestInSum <= inUnit; parts++)
        {
            int inPart = (inUnit + parts - 1) / parts;
            if (Divided(pairs, index => (index / inUnit * parts) + (index % inUnit / inPart)) is { } divided)
            {
                return (divided, Unrolling.Columns);
            }
        }

        return null;
    }

    /// <summary>The pairs divided among sums, or null where one does not fit.</summary>
    private static ProductPair[]? Divided(ProductPair[] pairs, Func<int, int> sumOf)
    {
        ProductPair[] divided = [.. pairs.Select((pair, index) => pair with { Group = sumOf(index) })];
        return divided.GroupBy(pair => pair.Group).All(PairGroups.Fits) ? divided : null;
    }
}
