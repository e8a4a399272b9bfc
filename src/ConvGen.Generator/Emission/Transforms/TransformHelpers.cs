using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Operations;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Transforms;

namespace ConvGen.Generator.Emission.Transforms;

/// <summary>
/// What the transforms of an assembly's kernels share, which is all that does not depend on weights, borders and results: a kernel
/// requests the transform of its tiles, that requests its passes, and these what they multiply by.
/// </summary>
internal static class TransformHelpers
{
    /// <summary>The transform of a plan's tiles.</summary>
    public static HelperKey Of(TransformPlan plan, ElementType type, ElementType sample) =>
        new(plan.HasTwoAxes ? HelperKind.TransformPlane : HelperKind.TransformLine, type)
        {
            Sample = sample,
            Points = plan.Rows.Points,
            Columns = plan.Columns.Points,
        };

    /// <summary>The spectrum of weights in such tiles.</summary>
    public static HelperKey SpectrumOf(TransformPlan plan, ElementType type) =>
        new(plan.HasTwoAxes ? HelperKind.PlaneSpectrum : HelperKind.LineSpectrum, type)
        {
            Points = plan.Rows.Points,
            Columns = plan.Columns.Points,
        };

    /// <summary>The tiles of a key, whose results are not part of it.</summary>
    public static TransformPlan Tiles(HelperKey key) =>
        new(
            new LineTransform(key.Points),
            new LineTransform(key.Columns),
            HasTwoAxes: key.Kind is HelperKind.TransformPlane or HelperKind.PlaneSpectrum,
            Height: 1,
            Width: 1
        );

    /// <summary>Prints a member of the helper type.</summary>
    public static void Emit(SourceWriter writer, HelperKey key)
    {
        switch (key.Kind)
        {
            case HelperKind.TransformPlane or HelperKind.TransformLine:
                TransformTile.Emit(writer, key);
                break;
            case >= HelperKind.Divide and <= HelperKind.MultiplySpectrum:
                TransformPasses.Emit(writer, key);
                break;
            case HelperKind.Turn:
                foreach (VectorWidth width in writer.Widths)
                {
                    Transposition.Emit(writer, new Lanes(width, key.Type));
                }

                break;
            case HelperKind.UnpackLower or HelperKind.UnpackUpper:
                Transposition.EmitInterleaving(writer, key);
                break;
            case HelperKind.LoadSamples:
                LoadEmitter.EmitHelper(writer, key);
                break;
            default:
                TransformConstants.Emit(writer, key);
                break;
        }
    }
}
