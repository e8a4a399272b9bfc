using ConvGen.Generator.Emission.Borders;
using ConvGen.Generator.Emission.Operations;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Emission.Transforms;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Helpers;

/// <summary>Prints a member of the helper type. What it calls of the other members it requests as a kernel does.</summary>
internal static class HelperPrinter
{
    public static void Emit(SourceWriter writer, HelperKey key)
    {
        switch (key.Kind)
        {
            case HelperKind.PlaneImage or HelperKind.LineImage:
                FrameEmitter.EmitSharedImage(writer, hasTwoAxes: key.Kind == HelperKind.PlaneImage);
                break;
            case HelperKind.Bands:
                ThreadBands.Emit(writer);
                break;
            case HelperKind.TilePairs:
                TilePairing.Emit(writer);
                break;
            case HelperKind.Fold:
                BorderFold.Emit(writer, key);
                break;
            case HelperKind.Windows
            or HelperKind.Gather
            or HelperKind.GatherLines
            or HelperKind.GatherLine
            or HelperKind.FillColumn
            or HelperKind.RepeatColumn:
                Gathering.Emit(writer, key);
                break;
            case HelperKind.CopyLines:
                VectorCopy.EmitLines(writer, key.Type);
                break;
            case HelperKind.CopyLine:
                VectorCopy.EmitLine(writer, key.Type);
                break;
            case HelperKind.Transpose:
                Transposing.Emit(writer, key.Type);
                break;
            case >= HelperKind.Has512 and <= HelperKind.HasQuadSums:
                VectorWidth.EmitCondition(writer, key.Kind);
                break;
            case >= HelperKind.MultiplyAdd and <= HelperKind.AlternateHigh:
                EmitOperation(writer, key);
                break;
            case HelperKind.RequireRegion or HelperKind.RequireHeld or HelperKind.RefuseRegion or HelperKind.RegionText:
                RegionChecks.Emit(writer, key.Kind);
                break;
            case HelperKind.RequireDegree or HelperKind.RequireWindow or HelperKind.RequireFinite or HelperKind.RequireWithin:
                CallChecks.Emit(writer, key.Kind);
                break;
            case >= HelperKind.TransformPlane and <= HelperKind.Reversed:
                TransformHelpers.Emit(writer, key);
                break;
            default:
                ArgumentChecks.Emit(writer, key.Kind);
                break;
        }
    }

    /// <summary>Prints what is done to numbers and vectors.</summary>
    private static void EmitOperation(SourceWriter writer, HelperKey key)
    {
        switch (key.Kind)
        {
            case HelperKind.Requantise:
                Requantising.Emit(writer, key);
                break;
            case HelperKind.PairSum:
                PairHelpers.EmitPairSum(writer, isBytes: key.Type == ElementType.Byte);
                break;
            case HelperKind.Pack:
                Packing.EmitHelper(writer, key);
                break;
            case HelperKind.PackWords:
                PairHelpers.EmitPackWords(writer, key);
                break;
            case HelperKind.AlternateLow:
                PairHelpers.EmitAlternate(writer, key.Type, "Low", "Lower");
                break;
            case HelperKind.AlternateHigh:
                PairHelpers.EmitAlternate(writer, key.Type, "High", "Upper");
                break;
            default:
                Multiplying.Emit(writer, key);
                break;
        }
    }
}
