using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Emission;

/// <summary>Where the samples and weights of the taps of a block lie, for vector and scalar code: in loops whose variables are <c>block</c> and <c>j</c>.</summary>
internal sealed class BlockPlaces
{
    private readonly KernelParts parts;
    private readonly TapBlock block;

    public BlockPlaces(KernelParts parts, TapBlock block)
    {
        this.parts = parts;
        this.block = block;
        Distance = block.Terms == 1 ? 0 : Place(block.First + 1) - Place(block.First);
    }

    /// <summary>Elements from the sample of a step's tap to that of the next one.</summary>
    public int Distance { get; }

    /// <summary>Where the sample of a step's first tap lies behind the window's first.</summary>
    public string Sample
    {
        get
        {
            int start = Place(block.First);
            int again = block.Repeats == 1 ? 0 : Place(block.First + block.Count) - start;
            int step = block.Steps == 1 ? 1 : Place(block.First + block.Terms) - start;
            return Sum(start, again, step);
        }
    }

    /// <summary>Where its weight lies in the table.</summary>
    public string Weight => Sum(block.First, block.Repeats == 1 ? 0 : block.Count, block.Terms);

    /// <summary>Opens the loops over blocks of the shape, where there are several, and over the steps of one.</summary>
    public IEnumerable<SourceWriter.Scope> Open(SourceWriter writer)
    {
        if (block.Repeats > 1)
        {
            yield return writer.Block($"for (nint block = 0; block < {Literals.Of(block.Repeats)}; block++)");
        }

        yield return writer.Block($"for (nint j = 0; j < {Literals.Of(block.Steps)}; j++)");
    }

    private static string Sum(int start, int again, int step) =>
        (start == 0 ? "" : Literals.Of(start) + " + ") + (again == 0 ? "" : $"(block * {Literals.Of(again)}) + ") + (step == 1 ? "j" : $"(j * {Literals.Of(step)})");

    private int Place(int tap) => parts.Layout.Offset(parts.Plan.Taps[tap].Column);
}
