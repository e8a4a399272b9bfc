using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Transforms;

namespace ConvGen.Generator.Planning.Plan;

/// <summary>How a kernel is computed: the expression of one output sample, and how the image is traversed. Passes fill it in.</summary>
internal sealed record KernelPlan(ConvolutionModel Model)
{
    /// <summary>
    /// The terms of the sum in the order in which they are added: row-major in the kernel as applied, or that of the blocks of a long row.
    /// </summary>
    public EquatableArray<Tap> Taps { get; init; }

    /// <summary>
    /// The terms that are multiplied: those without a group, and of each group the first, by whose weight the group's sum is.
    /// </summary>
    public IEnumerable<Tap> Products => Taps.Where(IsMultiplied);

    /// <summary>Whether a term is one of these.</summary>
    public bool IsMultiplied(Tap tap) => tap.Group is not { } group || tap == Leader(group);

    /// <summary>The first term of a group.</summary>
    public Tap Leader(int group) => Taps.First(tap => tap.Group == group);

    /// <summary>What the sum is in vector code.</summary>
    public Sum Sum { get; init; } = new DirectSum();

    /// <summary>
    /// The type of the sums in vectors as they are stored: the accumulator's, or 16 bits where several such sums make one in the end.
    /// </summary>
    public ElementType StoredType => Sum.StoredFor(Accumulator);

    /// <summary>The type of the sums in vectors while they are formed.</summary>
    public ElementType SumType => Sum.FormedFor(Accumulator);

    /// <summary>The type that samples have in vectors before they are multiplied: that of the sum, or half as wide for pairs.</summary>
    public ElementType Loaded => Sum.LoadedFor(Accumulator);

    /// <summary>Whether samples have that type already.</summary>
    public bool LoadsInPlace => Model.Form.Source.Element == Loaded;

    /// <summary>The type in which the sum is formed.</summary>
    public ElementType Accumulator { get; init; }

    /// <summary>
    /// What integer weights are multiplied by to make them integers, and their sum divided by at the end; one for floating-point sums.
    /// </summary>
    public BigInteger Denominator { get; init; } = BigInteger.One;

    /// <summary>The smallest and the largest sum that the element types and weights allow, for integer sums; null otherwise.</summary>
    public SumRange? Range { get; init; }

    /// <summary>
    /// The smallest and the largest sample that a pass can read, where that is less than what the source's type holds; null otherwise.
    /// </summary>
    public SumRange? Samples { get; init; }

    /// <summary>Whether samples and weights fit into 32 bits where their products take 64.</summary>
    public bool HasWideProducts { get; init; }

    /// <summary>
    /// The type in which vector code holds the weights of taps: that of the sums, or 32 bits where those are all that a product reads.
    /// </summary>
    public ElementType WeightType => HasWideProducts ? ElementType.Int32 : Accumulator;

    /// <summary>Weights that arrive at run time up to which they are converted on the stack.</summary>
    private const int MostOnStack = 512;

    /// <summary>Whether weights that arrive at run time are converted on the stack, and not in rented memory.</summary>
    public bool ConvertsOnStack => Model.Kernel.Count <= MostOnStack;

    /// <summary>
    /// Whether so many samples, added or subtracted, are still multiplied as one is: those of wide products must not outgrow 32 bits.
    /// </summary>
    public bool MultipliesSumsOf(int samples)
    {
        if (!HasWideProducts)
        {
            return true;
        }

        SumRange range = SumBounds.Samples(this);
        return samples * BigInteger.Max(BigInteger.Abs(range.Minimum), BigInteger.Abs(range.Maximum)) <= ElementType.Int32.Maximum();
    }

    /// <summary>The passes that compute the sum one axis after the other, or null where one pass computes it whole.</summary>
    public Separation? Separation => Sum as Separation;

    /// <summary>
    /// How the sum of three axes is formed along planes first, and then within them; null where kernel rows of all planes are summed
    /// together. The other fields then say nothing of how sums are formed: these two plans do.
    /// </summary>
    public PlaneSums? PlaneSums => Sum as PlaneSums;

    /// <summary>
    /// Whether a pass reads sums that were formed for the columns of the source as they lie, with those outside beside them; see
    /// <see cref="Separation.ExtendsSums"/>.
    /// </summary>
    public bool ReadsExtendedSums { get; init; }

    /// <summary>Whether the passes of a separated sum read rows of the source in place, whatever the border.</summary>
    public bool ExtendsSums => Separation is { Horizontal.ReadsExtendedSums: true };

    /// <summary>
    /// The tiles through whose transforms results are computed; null where sums are formed directly, by what else the plan says.
    /// </summary>
    public TransformPlan? Transform { get; init; }

    /// <summary>
    /// The transforms through which integer sums of large sources are computed, exactly; null where all are formed directly.
    /// </summary>
    public ExactTransform? Exact { get; init; }

    /// <summary>Whether a transform is allowed, so that one was taken or there is a reason in the decisions why not.</summary>
    public bool AsksTransform { get; init; }

    /// <summary>How an integer sum is divided by <see cref="Denominator"/>; null where nothing is divided.</summary>
    public Division? Division { get; init; }

    /// <summary>Whether multiplication and addition are fused where the hardware can.</summary>
    public bool Fuses { get; init; }

    /// <summary>How many rows and vectors one pass of the inner loop computes.</summary>
    public Tile Tile { get; init; } = new(1, 1, 1, 1);

    /// <summary>Output elements that one pass of vectors of a width writes to a row.</summary>
    public int PassElements(int bits) => bits / 8 / SumType.Size() * Tile.Vectors(bits);

    /// <summary>Pixels that it computes, the last of which may be a part of one.</summary>
    public int PassPixels(int bits) => (PassElements(bits) + Model.PixelChannels - 1) / Model.PixelChannels;

    /// <summary>Where the vector code finds its coefficients.</summary>
    public CoefficientSource Coefficients { get; init; }

    /// <summary>Which passes have their taps written out; the others run over them in a loop.</summary>
    public Unrolling Unrolling { get; init; }

    /// <summary>Why no pass has its taps written out, or null.</summary>
    public string? LoopReason { get; init; }

    /// <summary>Why there is no vector code, or null when there is.</summary>
    public string? ScalarReason { get; init; }

    /// <summary>How windows that reach outside the source are gathered.</summary>
    public Halo Halo { get; init; } = new(false, 0, 0);

    /// <summary>Channels whose samples stores take from the source, in ascending order; most plans have none.</summary>
    public EquatableArray<int> Kept { get; init; }

    /// <summary>The decisions in words, one a pass that decided something; the generated header prints them.</summary>
    public EquatableArray<string> Decisions { get; init; }

    /// <summary>
    /// Whether a sum may be formed in another order than the taps': integers are exact, and floating point allows it unless it is strict.
    /// </summary>
    public bool MayRegroup => Accumulator.IsInteger() || Model.FloatingPoint == FloatingPointMode.Fast;

    /// <summary>Whether results are packed from two vectors of 16-bit sums to one of bytes.</summary>
    public bool PacksBytes => Accumulator is ElementType.Int16 or ElementType.UInt16 && Model.Form.Destination.Element.Size() == 1;

    /// <summary>Whether several vectors of 32-bit sums, which are read as they are, are packed to one of narrower results.</summary>
    public bool PacksWords =>
        Sum is not PairedSum
        && Accumulator == ElementType.Int32
        && Model.Form.Source.Element == ElementType.Int32
        && Model.Form.Destination.Element is var destination
        && destination.IsInteger()
        && destination.Size() <= 2;

    /// <summary>How sums are stored.</summary>
    public StoreKind Store =>
        Sum.StoreOf(this) is { } own ? own
        : PacksBytes ? StoreKind.Bytes
        : PacksWords ? StoreKind.Words
        : Kept.Count == 0 && Division is null && Accumulator == Model.Form.Destination.Element ? StoreKind.InPlace
        : StoreKind.Narrowed;

    /// <summary>A weight of an integer sum as the whole number that is multiplied by; the weight itself for floating point.</summary>
    public Rational Whole(Rational weight) => Denominator.IsOne ? weight : weight * new Rational(Denominator, BigInteger.One);

    /// <summary>The same plan with one more decision.</summary>
    public KernelPlan Because(string decision) => this with { Decisions = Decisions.Append(decision).ToEquatableArray() };

    /// <summary>
    /// A step of planning applied to whatever forms sums: the plan itself, or each of the passes that it is separated into.
    /// </summary>
    public KernelPlan EachSum(Func<KernelPlan, KernelPlan> step) =>
        PlaneSums is { } sums ? this with { Sum = new PlaneSums(step(sums.Across), sums.Within.EachSum(step)) }
        : Separation is { } separation
            ? this with
            {
                Sum = separation with
                {
                    Vertical = separation.Vertical.Select(step).ToEquatableArray(),
                    Partial = separation.Partial is { } partial ? step(partial) : null,
                    Horizontal = step(separation.Horizontal),
                },
            }
        : step(this);

    /// <summary>
    /// A step of planning applied to what filters images: the plan itself, or what filters those of sums along planes.
    /// </summary>
    public KernelPlan EachImage(Func<KernelPlan, KernelPlan> step) =>
        PlaneSums is { } sums ? this with { Sum = sums with { Within = step(sums.Within) } } : step(this);
}

/// <summary>The smallest and the largest value of an integer sum, before it is divided.</summary>
internal readonly record struct SumRange(BigInteger Minimum, BigInteger Maximum)
{
    /// <summary>Whether an integer type holds every sum.</summary>
    public bool IsWithin(ElementType type) => Minimum >= type.Minimum() && Maximum <= type.Maximum();
}

/// <summary>Output samples of one pass of the inner loop.</summary>
/// <param name="Rows">Output rows that share the loads of their common source rows.</param>
/// <param name="Vectors512">Vectors side by side in a row at 512 bits.</param>
/// <param name="Vectors256">Vectors side by side in a row at 256 bits.</param>
/// <param name="Vectors128">Vectors side by side in a row at 128 bits.</param>
internal sealed record Tile(int Rows, int Vectors512, int Vectors256, int Vectors128)
{
    /// <summary>Output rows at 128 bits: as many, or one.</summary>
    public int Rows128 { get; init; } = Rows;

    /// <summary>Whether a processor with wider vectors does without more than one row at 128 bits.</summary>
    public bool IsSlowAt128 { get; init; }

    /// <summary>Vectors side by side in a row at a width.</summary>
    public int Vectors(int bits) =>
        bits switch
        {
            512 => Vectors512,
            256 => Vectors256,
            _ => Vectors128,
        };
}

/// <summary>Which passes have their taps written out.</summary>
internal enum Unrolling
{
    /// <summary>All of them.</summary>
    Everywhere,

    /// <summary>Those that compute nearly everything: whole tiles at 512 and 256 bits.</summary>
    WideTiles,

    /// <summary>The columns of the kernel, or pairs of them, in a loop over its rows; none in scalar code.</summary>
    Columns,

    /// <summary>None, nor pairs of them.</summary>
    Nowhere,
}

/// <summary>Where vector code finds its coefficients.</summary>
internal enum CoefficientSource
{
    /// <summary>Constants in local variables ahead of the loop.</summary>
    Locals,

    /// <summary>Read from a table inside the loop, which keeps the registers free.</summary>
    Table,
}

/// <summary>
/// How windows that reach outside the source, or whose samples are strided, are copied side by side before they are summed.
/// </summary>
/// <param name="IsNeeded">Whether any window ever is copied.</param>
/// <param name="Columns">Output pixels per row of a copied block.</param>
/// <param name="Rows">Output rows of a copied block.</param>
internal sealed record Halo(bool IsNeeded, int Columns, int Rows);
