using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Planning.Groups;

/// <summary>
/// Has a kernel take the channels that are kept from the source where it stores its results: copying them afterwards loads and stores every
/// result once more, which takes up to half as long as the kernel itself.
/// </summary>
internal static class KeepAtStores
{
    /// <summary>Bytes of a pixel up to which a table of masks is worth its place.</summary>
    private const int MostPixelBytes = 64;

    public static KernelPlan Apply(KernelPlan plan, EquatableArray<int> kept) => IsPossible(plan) ? plan with { Kept = kept } : plan;

    /// <summary>
    /// Whether passes that store results have the pixels under them at hand: sums that are formed one axis after the other, or through
    /// transforms, are stored where the source no longer is.
    /// </summary>
    private static bool IsPossible(KernelPlan plan) =>
        plan is { Separation: null, Transform: null }
        && plan.Model is { Kernel.Planes: 1, Form.IsVolume: false } model
        && model.Form.Source.Element != ElementType.Half
        && model.PixelChannels * model.Form.Source.Element.Size() <= MostPixelBytes
        && (model.Vertical.Dilation == 1 || plan.Tile.Rows == 1)
        && SeesItsPixel(model.Vertical)
        && SeesItsPixel(model.Horizontal);

    /// <summary>Whether a tap lies on the pixel that a window belongs to, so that its place is one that passes know.</summary>
    private static bool SeesItsPixel(AxisGeometry axis) =>
        axis.Before >= 0 && axis.Before < axis.EffectiveSize && axis.Before % axis.Dilation == 0;
}
