using ConvGen.Generator.Model;

namespace ConvGen.Generator.Planning.Plan;

/// <summary>
/// A sum that is formed one axis after the other: first down the columns, into rows of intermediate sums that stay in the first-level
/// cache, then along
/// those rows. Each pass is a plan of its own over a kernel of one axis. A kernel of rank r has r vertical passes, whose rows the
/// horizontal pass adds.
/// </summary>
/// <param name="Vertical">The passes down the columns, one a term of the kernel's factorisation.</param>
/// <param name="Horizontal">The pass along the rows. Row t of its kernel weighs what vertical pass t computed.</param>
internal sealed record Separation(EquatableArray<KernelPlan> Vertical, KernelPlan Horizontal) : Sum
{
    /// <summary>Output rows for which intermediate sums are kept at a time.</summary>
    public const int Rows = 4;

    /// <summary>Bytes of intermediate sums that leave room for source and result in a first-level cache of 32 KB.</summary>
    private const int BufferBytes = 16 * 1024;

    /// <summary>Output elements that a strip has at least.</summary>
    public const int FewestColumns = 256;

    /// <summary>Elements beside the source that lie in the same strip as those that stand for them.</summary>
    private const int MostExtended = 64;

    /// <summary>The type of the intermediate sums.</summary>
    public ElementType Intermediate => Vertical[0].Model.Form.Destination.Element;

    /// <summary>
    /// The pass that adds neighbours of what the vertical pass computed, or null where there is none; row 1 of the horizontal pass's kernel
    /// weighs its sums.
    /// </summary>
    public KernelPlan? Partial { get; init; }

    /// <summary>What lies between the first passes and the horizontal one: the rows of as many passes.</summary>
    public int Planes => Vertical.Count + (Partial is null ? 0 : 1);

    /// <summary>
    /// The type of the prefix sums that the horizontal pass reads in their place, or null where it reads them as they are.
    /// </summary>
    public ElementType? Prefixes { get; init; }

    /// <summary>Whether the sums down the columns slide from one kept row to the next.</summary>
    public bool Slides => Vertical.All(pass => pass.Sum is SlidingSum { Sliding: Sliding.FromRowToRow });

    /// <summary>Output elements of a row that are computed at a time.</summary>
    public int StripElements => Math.Max(FewestColumns, BufferBytes / (Intermediate.Size() + (Prefixes?.Size() ?? 0)) / (Rows * Planes));

    /// <summary>
    /// Elements of the widest strip: the last one of a row may be up to half as wide again, so that none is too narrow for vectors.
    /// </summary>
    public int WidestStrip => StripElements + (StripElements / 2);

    /// <summary>
    /// Whether the vertical passes read rows of the source in place to both ends: what stands for columns outside is copied from the sums
    /// of those inside. The horizontal pass then finds them in its
    /// row, and only rows above and below the source need copies of their windows. A constant outside has sums of its own, and a wrapped
    /// row lies in another strip.
    /// With a long stride most of the sums would be skipped.
    /// </summary>
    public static bool ExtendsSums(ConvolutionModel model)
    {
        AxisGeometry axis = model.Horizontal;
        return (model.Border is not (BorderMode.Constant or BorderMode.Wrap) || (model.Mode == OutputMode.Valid && axis.Stride > 1))
            && Math.Max(axis.EffectiveSize - 1L, Math.Max(axis.Before, axis.After)) * model.PixelChannels <= MostExtended
            && axis.Stride <= MostExtended;
    }
}
