using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Lowering;

/// <summary>
/// Where the samples and weights of the taps of a block lie, for vector and scalar code: in loops whose variables are <c>block</c> and
/// <c>j</c>.
/// </summary>
internal sealed class BlockPlaces
{
    private readonly KernelParts parts;
    private readonly TapBlock block;

    public BlockPlaces(KernelParts parts, TapBlock block)
    {
        this.parts = parts;
        this.block = block;
        Distance = block.Terms == 1 ? 0 : Place(block.First + 1) - Place(block.First);
        WeightDistance = block.Terms == 1 ? 1 : Index(block.First + 1) - Index(block.First);
    }

    /// <summary>Elements from the sample of a step's tap to that of the next one.</summary>
    public int Distance { get; }

    /// <summary>Elements from the weight of a step's tap to that of the next one.</summary>
    public int WeightDistance { get; }

    /// <summary>Where the sample of a step's first tap lies behind the window's first.</summary>
    public Offset Sample => OfStep(Place);

    /// <summary>Where its weight lies among the weights.</summary>
    public Offset Weight => OfStep(Index);

    /// <summary>The loops over blocks of the shape, where there are several, and over the steps of one.</summary>
    public EquatableArray<Statement> Loops(EquatableArray<Statement> step)
    {
        Statement steps = new Statement.Loop("j", 0, block.Steps, step);
        return EquatableArray.Of(block.Repeats == 1 ? steps : new Statement.Loop("block", 0, block.Repeats, EquatableArray.Of(steps)));
    }

    /// <summary>
    /// Where something of a step's first tap lies, given where it lies for each tap: steps, and blocks of the shape, lie equally far apart.
    /// </summary>
    private Offset OfStep(Func<int, int> ofTap)
    {
        int start = ofTap(block.First);
        int again = block.Repeats == 1 ? 0 : ofTap(block.First + block.Count) - start;
        int step = block.Steps == 1 ? 1 : ofTap(block.First + block.Terms) - start;
        return start + (again == 0 ? 0 : (Offset)"block" * again) + ((Offset)"j" * step);
    }

    /// <summary>
    /// A table of constants is in the order in which taps are added; weights that arrive at run time stay in that of the kernel.
    /// </summary>
    private int Index(int tap) => parts.HasRunTimeWeights ? parts.Plan.Taps[tap].Column : tap;

    private int Place(int tap) => parts.Layout.Offset(parts.Plan.Taps[tap].Column);
}
