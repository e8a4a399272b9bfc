using ConvGen.Generator.Model;

namespace ConvGen.Generator.Planning;

/// <summary>
/// Sizes the blocks in which windows that leave the source are copied side by side, so that borders run through the same code as the interior. A horizontal
/// stride is handled the same way: its samples are gathered so that neighbouring outputs read neighbouring elements.
/// </summary>
internal static class SizeHalo
{
    /// <summary>Output rows that are computed together, edges and interior, while their source rows are in the cache.</summary>
    public const int BandRows = 32;

    private const int Columns = 256;

    public static KernelPlan Apply(KernelPlan plan)
    {
        if (!IsNeeded(plan.Model))
        {
            return plan with { Halo = new Halo(false, 0, 0) };
        }

        bool sharesRows = plan.Tile.Rows > 1;
        return plan with { Halo = new Halo(true, Columns, sharesRows ? BandRows : 1) };
    }

    private static bool IsNeeded(ConvolutionModel model) =>
        model.Horizontal.Stride > 1 || LeavesSource(model.Mode, model.Horizontal) || LeavesSource(model.Mode, model.Vertical);

    private static bool LeavesSource(OutputMode mode, AxisGeometry axis) => mode switch
    {
        OutputMode.Valid => false,
        OutputMode.Padded => axis.Before > 0 || axis.After > 0,
        _ => axis.Size > 1,
    };
}
