using System.Numerics;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Sums;

namespace ConvGen.Generator.Tests.Lowering;

/// <summary>Which column of a tile each lane of stored sums belongs to.</summary>
internal static class StoreOrder
{
    private const int LaneBytes = 16;

    /// <summary>The results of a store as whole sums, by their columns behind its place.</summary>
    public static IEnumerable<(int Column, Lane Sum)> Results(KernelPlan plan, StoredSums stored, VectorWidth? width)
    {
        Lane[][] sums = (width, plan.Sum) switch
        {
            (not null, PairedSum { ShortSums: ShortSums.InTurn }) => Joined(stored.Sums),
            (not null, PairedSum { ShortSums: ShortSums.Added } added) => Added(added, stored.Sums),
            _ => stored.Sums,
        };
        int lanes = sums[0].Length;
        for (int vector = 0; vector < sums.Length; vector++)
        {
            for (int lane = 0; lane < lanes; lane++)
            {
                yield return (width is null ? 0 : Column(plan, vector, lane, lanes), sums[vector][lane]);
            }
        }
    }

    /// <summary>
    /// Vectors of pairs come in twos: of even and odd outputs, or of those of the lower and of the upper halves of lanes.
    /// </summary>
    private static int Column(KernelPlan plan, int vector, int lane, int lanes)
    {
        int pair = vector / 2 * 2 * lanes,
            isSecond = vector % 2;
        if (plan.Sum is not PairedSum { IsByStride: false } paired)
        {
            return (vector * lanes) + lane;
        }

        int half = LaneBytes / plan.SumType.Size();
        return paired.Unpacks ? pair + (lane / half * 2 * half) + (isSecond * half) + (lane % half) : pair + (2 * lane) + isSecond;
    }

    /// <summary>Sums of 32 bits in the order of those of 16 bits that unpacking took apart.</summary>
    private static Lane[][] Joined(Lane[][] sums) =>
        [
            .. sums.Chunk(2)
                .Select(halves =>
                    Enumerable.Range(0, 2 * halves[0].Length).Select(i => halves[i / 4 % 2][(i / 8 * 4) + (i % 4)]).ToArray()
                ),
        ];

    /// <summary>Sums of 16 bits, each less the middle of its range, added in 32.</summary>
    private static Lane[][] Added(PairedSum paired, Lane[][] sums)
    {
        BigInteger[] middles = PairGroups.Middles(paired);
        BigInteger middle = middles.Aggregate(BigInteger.Zero, BigInteger.Add);
        return
        [
            .. sums.Chunk(middles.Length)
                .Select(groups =>
                    Enumerable
                        .Range(0, groups[0].Length)
                        .Select(lane =>
                            Lane.Of(
                                ElementType.Int32,
                                middle
                                    + groups
                                        .Select((group, i) => ElementType.Int16.Wrap(group[lane].Whole - middles[i]))
                                        .Aggregate(BigInteger.Zero, BigInteger.Add)
                            )
                        )
                        .ToArray()
                ),
        ];
    }
}
