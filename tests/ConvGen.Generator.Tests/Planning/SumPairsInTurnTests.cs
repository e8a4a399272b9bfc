using System.Numerics;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Sums;

namespace ConvGen.Generator.Tests.Planning;

public class SumPairsInTurnTests
{
    /// <summary>
    /// Even outputs meet a pair of samples with two weights, odd ones with the weights one further back, or meet the samples one further
    /// on; either way each weight is there once.
    /// </summary>
    [Theory]
    [InlineData(5, 5, 45)]
    [InlineData(4, 6, 45)]
    [InlineData(7, 7, 30)]
    [InlineData(9, 9, 15)]
    [InlineData(10, 8, 15)]
    [InlineData(3, 31, 12)]
    [InlineData(1, 129, 12)]
    [InlineData(1, 180, 12)]
    public void Pairs_hold_every_weight_for_even_and_for_odd_outputs(int rows, int columns, int least)
    {
        Random random = new(rows * columns);
        int inTurn = 0;
        for (int trial = 0; trial < 20; trial++)
        {
            int most = least + trial;
            int[] weights = [.. Enumerable.Range(0, rows * columns).Select(_ => random.Next(8) == 0 ? 0 : random.Next(-most, most + 1))];
            KernelPlan plan = PlanModels.Bytes(rows, columns, 64, weights).Plan();
            if (plan.Sum is not PairedSum { ShortSums: ShortSums.InTurn } paired)
            {
                continue;
            }

            inTurn++;
            Assert.Equal((ElementType.Int32, ElementType.Int16, 8), (plan.Accumulator, plan.SumType, paired.Bits));
            foreach (bool isOdd in new[] { false, true })
            {
                Assert.Equal(weights, Enumerable.Range(0, weights.Length).Select(i => Weight(plan, i / columns, i % columns, isOdd)));
            }
        }

        Assert.InRange(inTurn, 5, 20);
    }

    /// <summary>Every partial sum of bytes must fit into 16 bits, whatever the samples, once its middle is taken away.</summary>
    [Theory]
    [InlineData(5, 5, 60)]
    [InlineData(7, 7, 40)]
    [InlineData(9, 9, 20)]
    [InlineData(11, 15, 40)]
    [InlineData(31, 31, 5)]
    [InlineData(1, 131, 12)]
    [InlineData(1, 150, 30)]
    public void Each_sum_fits(int rows, int columns, int most)
    {
        int[] weights = [.. Enumerable.Range(1, rows * columns).Select(i => (i * i * 37 % ((2 * most) + 1)) - most)];
        KernelPlan plan = PlanModels.Bytes(rows, columns, 256, weights).Plan();
        Assert.Equal(ShortSums.InTurn, plan.Paired.ShortSums);
        BigInteger[] middles = PairGroups.Middles(plan.Paired);
        Assert.Equal(middles.Length, plan.Paired.Groups);
        Assert.Equal(plan.Pairs.Select(pair => pair.Group), plan.Pairs.Select(pair => pair.Group).Order());
        foreach (IGrouping<int, ProductPair> sum in plan.Pairs.GroupBy(pair => pair.Group))
        {
            foreach (int output in Enumerable.Range(0, sum.First().Weights.Count()))
            {
                ProductPair[] own = [.. sum.Select(pair => pair.Weights.ElementAt(output))];
                Assert.All(own, pair => Assert.True(PairProducts.IsExact(pair, 8)));
                BigInteger low = own.Aggregate(BigInteger.Zero, (total, pair) => total + PairGroups.Low(pair)),
                    high = own.Aggregate(BigInteger.Zero, (total, pair) => total + PairGroups.High(pair));
                Assert.InRange((low * 255) - middles[sum.Key], short.MinValue, short.MaxValue);
                Assert.InRange((high * 255) - middles[sum.Key], short.MinValue, short.MaxValue);
            }
        }
    }

    /// <summary>
    /// More pairs than are written out run in a loop; sums of too few pairs are left to samples of 16 bits, and so are pairs that could
    /// saturate.
    /// </summary>
    [Theory]
    [InlineData(7, 7, 60, true, nameof(Unrolling.Everywhere))]
    [InlineData(9, 9, 20, true, nameof(Unrolling.Everywhere))]
    [InlineData(10, 10, 20, true, nameof(Unrolling.Everywhere))]
    [InlineData(11, 11, 20, true, nameof(Unrolling.Columns))]
    [InlineData(31, 31, 6, true, nameof(Unrolling.Columns))]
    [InlineData(47, 47, 6, true, nameof(Unrolling.Columns))]
    [InlineData(63, 63, 6, false, nameof(Unrolling.Nowhere))]
    [InlineData(11, 66, 6, false, nameof(Unrolling.Nowhere))]
    [InlineData(1, 201, 9, true, nameof(Unrolling.Columns))]
    [InlineData(5, 5, 127, false, nameof(Unrolling.Everywhere))]
    [InlineData(3, 3, 120, false, nameof(Unrolling.Everywhere))]
    [InlineData(11, 11, 120, false, nameof(Unrolling.Columns))]
    public void Where_it_is_worthwhile(int rows, int columns, int most, bool inTurn, string unrolling)
    {
        Random random = new(rows * columns);
        int[] weights = [.. Enumerable.Range(0, rows * columns).Select(_ => random.Next(1, most + 1) * (random.Next(2) == 0 ? 1 : -1))];
        KernelPlan plan = PlanModels.Bytes(rows, columns, 256, weights).Plan();
        Assert.Equal((inTurn, unrolling), (plan.Paired.ShortSums == ShortSums.InTurn, plan.Unrolling.ToString()));
        Assert.Equal(inTurn ? 8 : 16, plan.Paired.Bits);
    }

    /// <summary>
    /// 100 and 50 add up to more than a sum of 16 bits holds, so each is multiplied alone, of the same samples: for even outputs by one
    /// pair of places, for odd ones by another.
    /// </summary>
    [Fact]
    public void A_pair_that_could_saturate_is_split()
    {
        int[] weights =
        [
            .. Enumerable
                .Range(0, 25)
                .Select(i =>
                    i switch
                    {
                        0 => 100,
                        1 => 50,
                        21 => -90,
                        22 => -60,
                        _ => (i * i * i * 29 % 23) - 11,
                    }
                ),
        ];
        KernelPlan plan = PlanModels.Bytes(5, 5, 256, weights).Plan();
        Assert.True(plan is { Sum: PairedSum { ShortSums: ShortSums.InTurn }, Unrolling: Unrolling.Everywhere });
        Assert.Equal(
            [(100, 0), (0, 50)],
            plan.Pairs.Where(pair => pair is { Row: 0, Column: 0 }).Select(pair => ((int)pair.First, (int)pair.Second))
        );
        Assert.Equal(
            [(0, 100), (0, 0)],
            plan.Pairs.Where(pair => pair is { Row: 0, Column: 0 }).Select(pair => ((int)pair.Odd!.First, (int)pair.Odd.Second))
        );
        Assert.Equal(weights, Enumerable.Range(0, 25).Select(i => Weight(plan, i / 5, i % 5, isOdd: true)));
    }

    /// <summary>Samples that lie apart are unpacked for either half of lanes, so that both have the same weights.</summary>
    [Fact]
    public void Channels_share_their_weights()
    {
        int[] weights = [.. Enumerable.Range(1, 63).Select(i => (i * i * 37 % 41) - 20)];
        KernelPlan plan = (PlanModels.Bytes(9, 7, 256, weights) with { PixelChannels = 3 }).Plan();
        Assert.True(plan is { Sum: PairedSum { ShortSums: ShortSums.InTurn, Unpacks: true }, Unrolling: Unrolling.Columns });
        Assert.All(plan.Pairs, pair => Assert.Null(pair.Odd));
    }

    private static int Weight(KernelPlan plan, int row, int column, bool isOdd)
    {
        BigInteger sum = BigInteger.Zero;
        foreach (ProductPair pair in plan.Pairs.Where(pair => pair.Row == row))
        {
            ProductPair own = isOdd ? pair.Weights.Last() : pair;
            sum += (own.Column == column ? own.First : BigInteger.Zero) + (own.Column + 1 == column ? own.Second : BigInteger.Zero);
        }

        return (int)sum;
    }
}
