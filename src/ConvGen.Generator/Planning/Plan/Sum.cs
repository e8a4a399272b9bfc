using System.Numerics;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Planning.Plan;

/// <summary>
/// What the sum of an output sample is in vector code. The cases are all there are, each with its own few values: taps one by one
/// (<see cref="DirectSum"/>), two at a time (<see cref="PairedSum"/>), along rows that share what they add (<see cref="SharedSum"/>), a
/// few of a long row at a time (<see cref="BlockSum"/>), from the sum above (<see cref="SlidingSum"/>), one axis after the other
/// (<see cref="Separation"/>), or along planes and then within them (<see cref="PlaneSums"/>).
/// </summary>
internal abstract record Sum
{
    private protected Sum() { }

    /// <summary>Sums along source rows that several kernel rows share; the taps of these are not among the plan's.</summary>
    public virtual EquatableArray<RowSum> RowSums => EquatableArray<RowSum>.Empty;

    /// <summary>What is taken from samples before they are multiplied.</summary>
    public virtual BigInteger SampleBias => BigInteger.Zero;

    /// <summary>What that takes from a sum.</summary>
    public virtual BigInteger TakenBySampleBias => BigInteger.Zero;

    /// <summary>The type that samples have in vectors before they are multiplied.</summary>
    /// <param name="accumulator">The type of the whole sum.</param>
    public virtual ElementType LoadedFor(ElementType accumulator) => accumulator;

    /// <summary>The type of sums in vectors as they are stored.</summary>
    /// <param name="accumulator">The type of the whole sum.</param>
    public virtual ElementType StoredFor(ElementType accumulator) => accumulator;

    /// <summary>The type in which they are formed.</summary>
    /// <param name="accumulator">The type of the whole sum.</param>
    public virtual ElementType FormedFor(ElementType accumulator) => StoredFor(accumulator);

    /// <summary>How the sums of a plan are stored where that follows from their kind; null where it does not.</summary>
    public virtual StoreKind? StoreOf(KernelPlan plan) => null;
}
