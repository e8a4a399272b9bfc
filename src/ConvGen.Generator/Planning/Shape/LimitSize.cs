using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Sums;
using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Planning.Shape;

/// <summary>
/// Keeps the taps of large kernels in a loop. The JIT compiler compiles a method without optimisation beyond 8,000 references to locals,
/// which is about
/// 2,000 multiply-adds; and the text of a kernel, printed for every vector width, should stay readable and quick to compile. A loop adds
/// the
/// same taps in the same order.
/// </summary>
internal static class LimitSize
{
    /// <summary>Taps up to which every pass writes them out.</summary>
    private const int SmallKernel = 40;

    /// <summary>The same where each product is a call of an instruction, whose text is longer.</summary>
    private const int SmallWideKernel = 25;

    /// <summary>Kernel columns up to which a loop over kernel rows has all that lies outside of it written out as well.</summary>
    public const int WrittenColumns = 9;

    /// <summary>The most that a pass may count of what the JIT compiler limits to 8,000.</summary>
    public const int MostReferences = 6000;

    /// <summary>Taps from which kernel rows run in a loop, where that is as fast.</summary>
    private const int LoopedTaps = 49;

    /// <summary>Kernel columns up to which they are written out in a loop over kernel rows.</summary>
    private const int MostColumns = 32;

    /// <summary>Kernel rows from which most rows of the source are seen by all output rows of a tile.</summary>
    private const int LoopedRows = 6;

    /// <summary>Kernel rows of a plane from which planes run in a loop: one for each output row of a tile but the last.</summary>
    private const int LoopedRowsOfPlane = Separation.Rows - 1;

    /// <summary>
    /// Taps up to which the passes that compute nearly everything write them out; the second is for bytes, which are packed from two
    /// vectors however many taps there are.
    /// </summary>
    private const int UnrolledTaps = 112,
        UnrolledTapsOfBytes = 88;

    /// <summary>Taps up to which a sum is formed directly; beyond, even its tables would be unreasonable.</summary>
    private const int DirectTaps = 1 << 16;

    /// <summary>
    /// The number of taps up to which every pass writes out those of a plan. Only these may be folded: a loop reads one sample a tap.
    /// </summary>
    public static int MostWritten(KernelPlan plan) => plan.HasWideProducts ? SmallWideKernel : SmallKernel;

    /// <summary>Refuses kernels that no direct sum is the right tool for.</summary>
    public static Refusal? Refuse(ConvolutionModel model) =>
        model.Kernel.Count <= DirectTaps
            ? null
            : new Refusal(
                DeclarationRules.OptionOutOfRange,
                EquatableArray.Of(
                    "The kernel's size",
                    Text(model.Kernel.Count) + " taps",
                    $"write at most {Text(DirectTaps)}; larger kernels are a task for a Fourier transform"
                ),
                RefusalSite.Kernel
            );

    public static KernelPlan Apply(KernelPlan plan)
    {
        if (plan is { Sum: BlockSum } or { Sum: PairedSum, Unrolling: not Unrolling.Everywhere })
        {
            return plan;
        }

        if (CanLoopRows(plan))
        {
            return (plan with { Unrolling = Unrolling.Columns }).Because(
                plan.Model.Kernel.Planes > 1
                    ? "kernel planes run in a loop, and the rows within them, with their columns written out"
                    : "kernel rows run in a loop, with their columns written out"
            );
        }

        if (plan.Taps.Count <= MostWritten(plan) || plan.Sum is PairedSum)
        {
            return plan;
        }

        int unrolled = plan.PacksBytes ? UnrolledTapsOfBytes : UnrolledTaps;
        if (plan.Taps.Count <= unrolled)
        {
            return (plan with { Unrolling = Unrolling.WideTiles }).Because(
                "taps are written out for whole tiles, and a loop for what is left over"
            );
        }

        string reason = $"{plan.Taps.Count} taps are more than the {unrolled} that can be written out within the JIT compiler's limits";
        return (plan with { Unrolling = Unrolling.Nowhere, LoopReason = reason }).Because("taps in a loop: " + reason);
    }

    /// <summary>Whether a zero tap may stay, because without it the kernel's rows would not all look alike.</summary>
    public static bool KeepsZeros(ConvolutionModel model, int zeros) =>
        zeros <= model.Kernel.Count / 5
        && (model.Kernel.Rows == 1 ? BlockTaps.IsLong(model) : HasLoopedRows(model.Kernel) && HasColumns(model));

    /// <summary>
    /// An estimate of the references to locals in a pass over so many rows by so many vectors whose kernel rows run in a loop.
    /// </summary>
    public static int References(int kernelColumns, int rows, int vectors)
    {
        const int MultiplyAdd = 4,
            Load = 4,
            Weight = 3;
        int whole = kernelColumns * ((vectors * Load) + (rows * (Weight + (vectors * MultiplyAdd))));
        int partialColumns = kernelColumns <= WrittenColumns ? kernelColumns : 1;
        int partial = partialColumns * (rows - 1) * ((2 * vectors * Load) + (rows * (Weight + (vectors * MultiplyAdd))));
        return whole + partial;
    }

    private static bool CanLoopRows(KernelPlan plan) =>
        plan.ScalarReason is null
        && plan.Sum is not PairedSum
        && plan.Taps.Count == plan.Model.Kernel.Count
        && HasLoopedRows(plan.Model.Kernel)
        && HasColumns(plan.Model)
        && plan.Taps.All(tap => tap.Mirror is null);

    /// <summary>Enough rows for a loop; planes run in one where their taps cannot all be written out.</summary>
    private static bool HasLoopedRows(KernelMatrix kernel) =>
        kernel.Planes == 1
            ? kernel.Count >= LoopedTaps && kernel.Rows >= LoopedRows
            : kernel.Count > UnrolledTaps && kernel.RowsOfPlane >= LoopedRowsOfPlane;

    /// <summary>
    /// Columns that can be written out; with a horizontal stride, their samples do not lie evenly, so that no loop can run over them.
    /// </summary>
    private static bool HasColumns(ConvolutionModel model) =>
        model.Kernel.Columns is > 1 and <= MostColumns
        && References(model.Kernel.Columns, 4, 2) <= MostReferences
        && (model.Horizontal.Stride == 1 || model.Kernel.Columns <= WrittenColumns);

    private static string Text(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
