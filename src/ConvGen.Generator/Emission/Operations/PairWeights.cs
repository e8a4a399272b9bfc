using System.Numerics;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Sums;

namespace ConvGen.Generator.Emission.Operations;

/// <summary>
/// Prints the weights of pairs: each pair as an <c>int</c>, which holds it once for samples of 16 bits and twice for bytes.
/// </summary>
internal static class PairWeights
{
    private const int PairsInALine = 8;

    /// <summary>The local that holds a pair's weights, as in <c>k0_2</c>.</summary>
    public static string Name(ProductPair pair) => "k" + Literals.Of(pair.Row) + "_" + Literals.Of(pair.Column);

    /// <summary>
    /// Whether a pair is one byte as it is, so that a mask cuts it out of its vector, or unpacking it with zeros is enough: samples of its
    /// column are unpacked with others where another row has a pair there.
    /// </summary>
    public static bool IsMask(KernelPlan plan, ProductPair pair) =>
        plan is { Sum: PairedSum sum, Loaded: ElementType.Byte, Coefficients: CoefficientSource.Locals }
        && pair is { First.IsOne: true, Second.IsZero: true }
        && (!sum.Unpacks || sum.IsSingle(pair.Column));

    /// <summary>Prints the table, where one is read.</summary>
    public static void EmitTable(SourceWriter writer, KernelPlan plan)
    {
        if (plan is not { Sum: PairedSum sum, Coefficients: CoefficientSource.Table })
        {
            return;
        }

        writer.Line(
            "/// <summary>The weights of neighbouring taps, two "
                + (plan.Loaded == ElementType.Byte ? "bytes, twice" : "numbers of 16 bits")
                + " in each number; the first is the lower one.</summary>"
        );
        writer.Line("private static ReadOnlySpan<int> PairWeights =>");
        writer.Line("[");
        using (writer.Indent())
        {
            string[] numbers = [.. Numbers(plan, sum).Select(Literals.Of)];
            for (int first = 0; first < numbers.Length; first += PairsInALine)
            {
                writer.Line(string.Join(", ", numbers.Skip(first).Take(PairsInALine)) + ",");
            }
        }

        writer.Line("];");
        writer.Line();
    }

    /// <summary>
    /// The entries of the table. Where sums in turn are formed in a loop, those of a kernel row are followed by the numbers, twice 16 bits,
    /// with which its sums begin.
    /// </summary>
    public static IEnumerable<BigInteger> Numbers(KernelPlan plan, PairedSum sum)
    {
        if (sum.ShortSums != ShortSums.InTurn || plan.Unrolling == Unrolling.Everywhere)
        {
            return sum.Pairs.SelectMany(pair => pair.Weights).Select(pair => Number(plan, pair));
        }

        BigInteger[] middles = PairGroups.Middles(sum);
        int inUnit = SumPairsInTurn.PairsOfUnit(plan.Model, sum);
        return sum
            .Pairs.Select((pair, index) => (pair, index))
            .GroupBy(item => item.index / inUnit, item => item.pair)
            .SelectMany(unit =>
                unit.SelectMany(pair => pair.Weights)
                    .Select(pair => Number(plan, pair))
                    .Concat(unit.Select(pair => pair.Group).Distinct().Select(group => Number(-middles[group], -middles[group])))
            );
    }

    /// <summary>The weights of a pair as a number of 32 bits.</summary>
    public static BigInteger Number(KernelPlan plan, ProductPair pair)
    {
        if (plan.Loaded != ElementType.Byte)
        {
            return Number(pair.First, pair.Second);
        }

        uint twice = Low(pair.First, 8) | (Low(pair.Second, 8) << 8);
        return Number(twice, twice);
    }

    private static BigInteger Number(BigInteger first, BigInteger second) => unchecked((int)(Low(first, 16) | (Low(second, 16) << 16)));

    private static uint Low(BigInteger value, int bits) => (uint)(value & ((BigInteger.One << bits) - 1));
}
