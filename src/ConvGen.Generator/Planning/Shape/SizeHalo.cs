using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Planning.Shape;

/// <summary>
/// Sizes the blocks in which windows that leave the source are copied side by side, so that borders run through the same code as the
/// interior. A horizontal
/// stride is handled the same way, but for separated sums that are formed in place: its samples are gathered so that neighbouring outputs
/// read neighbouring elements.
/// </summary>
internal static class SizeHalo
{
    /// <summary>Output rows of a copied block, and of what is computed while its source rows are in the cache.</summary>
    public const int BandRows = 32;

    /// <summary>
    /// Rows of the result in which edges and interior alternate, so that they meet in the cache. Fewer would turn often from the streams
    /// of the interior, which the processor fetches ahead, to the edges: with 32 rows a 5 x 5 Gaussian of bytes is a tenth slower.
    /// </summary>
    public const int AlternatingRows = 128;

    private const int Columns = 256;

    /// <summary>With a stride, a block holds as many samples of each phase.</summary>
    private const int StridedColumns = 128;

    /// <summary>Columns of the narrowest block.</summary>
    public const int FewestColumns = 16;

    /// <summary>Channels up to which even the narrowest block of strided samples has its intermediate sums in one strip.</summary>
    public const int MostStridedChannels = Separation.FewestColumns / FewestColumns;

    /// <summary>Elements beyond which a block gets narrower; very tall kernels would make it huge.</summary>
    private const long MostElements = 1 << 22;

    public static KernelPlan Apply(KernelPlan plan)
    {
        if (!IsNeeded(plan.Model))
        {
            return plan with { Halo = new Halo(false, 0, 0) };
        }

        int rows = SharesLines(plan.Model) ? Math.Max(1, BandRows / plan.Model.Vertical.Stride) : 1;
        bool isStrided = plan.Model is { Form.HasRows: true, Horizontal.Stride: > 1 };
        int columns =
            !isStrided ? Columns
            : plan.ExtendsSums ? Columns
            : plan.Separation is { } passes ? Math.Min(Columns, passes.StripElements / plan.Model.PixelChannels)
            : StridedColumns;
        while (columns > FewestColumns && Elements(plan.Model, rows, columns) > MostElements)
        {
            columns /= 2;
        }

        while (rows > 1 && Elements(plan.Model, rows, columns) > MostElements)
        {
            rows /= 2;
        }

        return plan with
        {
            Halo = new Halo(true, columns, rows),
            Sum =
                isStrided && plan.Sum is Separation separation
                    ? separation with
                    {
                        Horizontal = Sized(separation, new Halo(false, columns, rows)),
                    }
                    : plan.Sum,
        };
    }

    /// <summary>
    /// The horizontal pass of strided columns. What lies between the passes has the phases of a copied row, and a block's all lie in one
    /// strip; where rows of the source are read in place, a strip's sums are brought into
    /// the order in which they are read.
    /// </summary>
    private static KernelPlan Sized(Separation separation, Halo block)
    {
        KernelPlan pass = separation.Horizontal;
        int channels = pass.Model.PixelChannels;
        if (!pass.ReadsExtendedSums)
        {
            return pass with { Halo = block };
        }

        KernelPlan sized = pass with { Halo = block with { Columns = (separation.WidestStrip + channels - 1) / channels } };
        return pass.Sum is not PairedSum { IsByStride: true } ? sized.Because("sums are first sorted by the phases of the stride")
            : channels > 1 ? sized.Because("the sums of two pixels are first alternated, channel by channel")
            : sized;
    }

    /// <summary>
    /// Whether output rows see lines that their neighbours see as well; the lines of a dilated kernel's next row lie between its own.
    /// </summary>
    private static bool SharesLines(ConvolutionModel model) =>
        model is { Form.HasRows: true, Vertical.Dilation: 1 } && model.Vertical.Size >= model.Vertical.Stride;

    /// <summary>Elements of a block: with a horizontal stride, a row holds the samples of each phase that tap columns can have.</summary>
    private static long Elements(ConvolutionModel model, int rows, int columns)
    {
        AxisGeometry axis = model.Horizontal;
        long phases = Math.Min(axis.Size, axis.Stride);
        long overhang = (axis.EffectiveSize - 1L) / axis.Stride;
        return (((rows - 1L) * model.Vertical.Stride) + model.Vertical.Size)
            * model.Kernel.Planes
            * phases
            * (columns + overhang)
            * model.PixelChannels;
    }

    private static bool IsNeeded(ConvolutionModel model) =>
        model.Horizontal.Stride > 1
        || LeavesSource(model.Mode, model.Horizontal)
        || LeavesSource(model.Mode, model.Vertical)
        || LeavesSource(model.Mode, model.Depth);

    /// <summary>Whether windows may see beyond the ends of an axis.</summary>
    public static bool LeavesSource(OutputMode mode, AxisGeometry axis) =>
        mode switch
        {
            OutputMode.Valid => false,
            OutputMode.Padded => axis.Before > 0 || axis.After > 0,
            _ => axis.Size > 1,
        };
}
