using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Shape;
using ConvGen.Generator.Planning.Sums;

namespace ConvGen.Generator.Planning.Cost;

/// <summary>
/// The time that integer results take in vectors, as an estimate by which one pass is compared with several: a vector holds few sums of a
/// wide type, whose multiplication takes several operations, and products in pairs
/// need half of these. The unit is an operation on a vector of 256 bits, for 16 results. Among 149 kernels that were timed both ways, what
/// it chose took 2 % longer than the faster way on average.
/// </summary>
internal static class VectorTime
{
    /// <summary>A load, which is half of the operation that takes its operand from memory, and the conversion of what it loads.</summary>
    private const double InPlaceLoad = 0.5,
        Conversion = 1;

    /// <summary>
    /// Multiplications of 32 bits (<c>vpmulld</c>), and of numbers of 64 bits, which are several of their halves, in operations.
    /// </summary>
    private const double WideMultiplication = 3,
        LongMultiplication = 5;

    /// <summary>
    /// What sums of 64 bits take on their way through the buffer, for 16 of them, beyond their loads and stores; and what results of as
    /// many bits take, which share the cache with them.
    /// </summary>
    private const double LongTraffic = 4,
        LongResults = 12;

    /// <summary>
    /// Kernel rows up to which the registers hold the sums of all output rows that wait for the rest of theirs, and how much longer it
    /// takes where they do not.
    /// </summary>
    private const double MostWaiting = 3,
        Spilling = 1.3;

    /// <summary>Two sums of 16 bits added in 32, for 16 results.</summary>
    private const double GroupAddition = 6;

    /// <summary>Eight prefix sums of 32 bits, each of which waits for the one before it.</summary>
    private const double PrefixSum = 6;

    /// <summary>One pass, from the source to the destination.</summary>
    public static double OnePass(KernelPlan plan)
    {
        KernelPlan pass = PairProducts.Apply(plan);
        return Sums(pass.Sum is PairedSum ? pass : FoldSymmetry.Apply(pass), Rows(plan)) + Store(pass);
    }

    /// <summary>Passes over one axis each; what lies between is stored and loaded again.</summary>
    public static double Passes(Separation separation)
    {
        KernelPlan horizontal = PairProducts.Apply(separation.Horizontal);
        return (
                OperationCost.Phases(horizontal)
                * separation.Vertical.Sum(pass => Sums(FoldSymmetry.Apply(pass), Separation.Rows) + Store(pass))
            )
            + Sums(horizontal.Sum is PairedSum ? horizontal : FoldSymmetry.Apply(horizontal), 1)
            + Store(horizontal)
            + Traffic(separation)
            + (separation.Prefixes is { } prefixes ? Vectors(prefixes) * PrefixSum : 0);
    }

    private static double Traffic(Separation separation) =>
        separation.Intermediate != ElementType.Int64
            ? 0
            : (separation.Vertical.Count * LongTraffic)
                + (separation.Horizontal.Model.Form.Destination.Element == ElementType.Int64 ? LongResults : 0);

    private static double Rows(KernelPlan plan) => ChooseTile.IsTall(plan) ? ChooseTile.TallRows : Separation.Rows;

    /// <summary>Vectors of 256 bits that hold 16 sums.</summary>
    private static double Vectors(ElementType type) => type.Size() / 2.0;

    /// <summary>Loads, products and additions in a tile of so many rows.</summary>
    private static double Sums(KernelPlan plan, double rows)
    {
        double shared = OperationCost.SharedRows(plan, rows);
        double load = plan.LoadsInPlace ? InPlaceLoad : InPlaceLoad + Conversion;
        double uses = plan.Sum.RowSums.Sum(sum =>
            (sum.Levels * RowCascade.Addition) + sum.VectorUses.Sum(use => Product(plan with { HasWideProducts = false }, use.Factor))
        );
        if (plan.Sum is PairedSum paired)
        {
            // Even and odd outputs have loads of their own; a product is multiplied and added.
            double pairLoad = (paired.SampleBias.IsZero ? load : load + 1) + (paired.Unpacks ? 1 : 0);
            double pairs =
                (paired.Pairs.Select(pair => pair.Column).Distinct().Count() * pairLoad * shared)
                + (((paired.Pairs.Count * 2) - 1) * (plan.Sum.RowSums.Count > 0 ? shared : 1));
            return (Vectors(plan.SumType) * (pairs + Math.Max(0, uses - 1))) + ((paired.Groups - 1) * GroupAddition);
        }

        HashSet<(int, int?)> operands = [.. plan.Taps.Select(Operand), .. plan.Sum.RowSums.SelectMany(sum => sum.Taps).Select(Operand)];
        double along =
            operands.Sum(operand => operand.Item2 is null ? load : (2 * load) + 1)
            + plan.Sum.RowSums.Sum(sum => sum.Taps.Sum(tap => Product(plan, tap.Weight)) - 1);
        double spills = plan.Sum.RowSums.Count > 0 && plan.Model.Kernel.Rows > MostWaiting ? Spilling : 1;
        return spills
            * Vectors(plan.Accumulator)
            * ((along * shared) + uses + plan.Taps.Sum(tap => Product(plan, plan.Whole(tap.Weight))) - 1);
    }

    private static (int Column, int? Other) Operand(Tap tap) => (tap.Column, tap.Mirror?.Column);

    /// <summary>Sums as they are stored: packed, or narrowed by steps where vectors are not packed.</summary>
    private static double Store(KernelPlan plan)
    {
        int sum = plan.StoredType.Size(),
            result = plan.Model.Form.Destination.Element.Size();
        return (plan.Sum is PairedSum, sum, result) switch
        {
            (true, 2, 2) => 3,
            (true, 4, 4) => 6,
            (_, 2, 1) => 2,
            (true, 4, _) => 4,
            _ when plan.PacksWords => 4,
            _ when sum == result => Vectors(plan.Accumulator),
            _ => Vectors(plan.Accumulator) * 4,
        };
    }

    /// <summary>A product and its addition.</summary>
    private static double Product(KernelPlan plan, Rational weight)
    {
        Rational size = Rational.Abs(weight);
        return weight.IsZero ? 0
            : size.Equals(Rational.One) ? 1
            : plan.Accumulator.Size() == 2 || plan.HasWideProducts || size.Numerator.IsPowerOfTwo ? 2
            : plan.Accumulator != ElementType.Int64 ? 1 + WideMultiplication
            : !IsOfTwoPowers(size.Numerator) ? 1 + LongMultiplication
            : size.Numerator.IsEven ? 4
            : 3;
    }

    /// <summary>Whether a number is the sum or the difference of two powers of two, by which shifts multiply.</summary>
    private static bool IsOfTwoPowers(BigInteger size)
    {
        for (; size.IsEven; size >>= 1) { }

        return (size - 1).IsPowerOfTwo || (size + 1).IsPowerOfTwo;
    }
}
