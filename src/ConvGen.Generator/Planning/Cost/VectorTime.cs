using ConvGen.Generator.Lowering;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Sums;

namespace ConvGen.Generator.Planning.Cost;

/// <summary>
/// The time that integer results take in vectors, by which ways to compute them are compared: that of their programs, and of what no
/// program has, which is what becomes of a finished sum and its way between passes. The unit is an operation on a vector of 256 bits, for
/// 16 results.
/// </summary>
internal static class VectorTime
{
    /// <summary>
    /// What sums of 64 bits take on their way through the buffer, for 16 of them, beyond their loads and stores; and what results of as
    /// many bits take, which share the cache with them.
    /// </summary>
    private const double LongTraffic = 4,
        LongResults = 12;

    /// <summary>
    /// Kernel rows up to which the registers hold the sums of all output rows that wait for the rest of theirs.
    /// </summary>
    private const int MostWaiting = 3;

    /// <summary>How much longer it takes where they do not.</summary>
    private const double Spilling = 1.3;

    /// <summary>Two sums of 16 bits added in 32, for 16 results.</summary>
    private const double GroupAddition = 6;

    /// <summary>Eight prefix sums of 32 bits, each of which waits for the one before it.</summary>
    private const double PrefixSum = 6;

    /// <summary>One pass, from the source to the destination, with the pairs that are best for it.</summary>
    public static double OnePass(KernelPlan plan) => Of(PairProducts.Apply(plan));

    /// <summary>Passes over one axis each; what lies between is stored and loaded again.</summary>
    public static double Passes(Separation separation) => Passes(separation, Of, OnePass);

    /// <summary>The same of passes that are planned to their end.</summary>
    public static double FormedPasses(Separation separation) => Passes(separation, OfFormed, OfFormed);

    private static double Passes(Separation separation, Func<KernelPlan, double> vertical, Func<KernelPlan, double> horizontal) =>
        (OperationCost.Phases(separation.Horizontal) * separation.Vertical.Sum(vertical))
        + horizontal(separation.Horizontal)
        + Traffic(separation)
        + (separation.Prefixes is { } prefixes ? Vectors(prefixes) * PrefixSum : 0);

    /// <summary>One pass whose pairs are chosen.</summary>
    public static double Of(KernelPlan plan) => OfFormed(Planner.Formed(plan));

    /// <summary>
    /// The same of taps that are not grouped by their weights. Sums of groups take registers, of which the instructions of a program say
    /// nothing: of three kernels in which groups alone made taps take less than pairs, two took longer for it, up to 1.9 times.
    /// </summary>
    public static double WithoutGroups(KernelPlan plan) => OfFormed(Planner.FormedWithoutGroups(plan));

    /// <summary>One pass that is planned to its end.</summary>
    public static double OfFormed(KernelPlan pass)
    {
        double spills = pass is { Sum: SharedSum, Model.Kernel.Rows: > MostWaiting } ? Spilling : 1;
        return (spills * ProgramTime.Of(pass)) + Store(pass);
    }

    private static double Traffic(Separation separation) =>
        separation.Intermediate != ElementType.Int64
            ? 0
            : (separation.Vertical.Count * LongTraffic)
                + (separation.Horizontal.Model.Form.Destination.Element == ElementType.Int64 ? LongResults : 0);

    /// <summary>Vectors of 256 bits that hold 16 sums.</summary>
    private static double Vectors(ElementType type) => type.Size() / 2.0;

    /// <summary>Sums as they are stored: packed, or narrowed by steps where vectors are not packed; several are added before.</summary>
    private static double Store(KernelPlan plan)
    {
        int sum = plan.StoredType.Size(),
            result = plan.Model.Form.Destination.Element.Size();
        double groups = plan.Sum is PairedSum { ShortSums: ShortSums.Added } added ? (added.Groups - 1) * GroupAddition : 0;
        return groups
            + (plan.Sum is PairedSum, sum, result) switch
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
}
