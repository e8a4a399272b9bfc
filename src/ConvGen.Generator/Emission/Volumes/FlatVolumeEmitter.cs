using ConvGen.Generator.Emission.Entry;
using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Volumes;

/// <summary>Prints checks and call for volumes in buffers without a shape.</summary>
internal sealed class FlatVolumeEmitter(FlatCall call)
{
    private readonly SourceWriter writer = call.Writer;
    private readonly ConvolutionModel model = call.Model;
    private readonly SignatureForm form = call.Form;
    private readonly FlatSizes sizes = call.Sizes;

    public void Emit()
    {
        sizes.EmitNotNegative(SignatureRoles.Width);
        sizes.EmitNotNegative(SignatureRoles.Height);
        sizes.EmitNotNegative(SignatureRoles.Depth);
        writer.Line();
        (int sourcePixel, int sourceVolumes) = model.HasPlanes ? (1, model.SourceChannels) : (model.SourceChannels, 1);
        (int resultPixel, int resultVolumes) = model.HasPlanes ? (1, model.ResultChannels) : (model.ResultChannels, 1);
        writer.Line("long sourceRow = " + sizes.Elements("width", sourcePixel, isLong: false) + ";");
        string sourcePitch = sizes.EmitPitch(form.HasSourcePitch, SignatureRoles.SourcePitch, "sourceRow");
        string sourcePlane = EmitPlanePitch(
            writer,
            sizes,
            form.HasSourcePlanePitch,
            SignatureRoles.SourcePlanePitch,
            "source",
            "height",
            sourcePitch
        );
        string sourcePlanes = sizes.InBatch(sizes.Elements("depth", sourceVolumes, isLong: false));
        writer.Line($"long sourceExtent = {writer.Use(HelperKind.Extent)}({sourcePlanes}, {sourcePlane}, sourceArea);");
        sizes.EmitLength("source", "sourceExtent");
        CommonChecks.EmitKernel(writer, model);
        writer.Line();
        writer.Line("long outputWidth = " + call.KernelType + ".OutputWidth(width);");
        writer.Line("long outputHeight = " + call.KernelType + ".OutputHeight(height);");
        writer.Line("long outputDepth = " + call.KernelType + ".OutputDepth(depth);");
        writer.Line("long destinationRow = " + sizes.Elements("outputWidth", resultPixel, isLong: true) + ";");
        string destinationPitch = sizes.EmitPitch(form.HasDestinationPitch, SignatureRoles.DestinationPitch, "destinationRow");
        string destinationPlane = EmitPlanePitch(
            writer,
            sizes,
            form.HasDestinationPlanePitch,
            SignatureRoles.DestinationPlanePitch,
            "destination",
            "outputHeight",
            destinationPitch
        );
        string destinationPlanes = sizes.InBatch(sizes.Elements("outputDepth", resultVolumes, isLong: true));
        writer.Line($"long destinationExtent = {writer.Use(HelperKind.Extent)}({destinationPlanes}, {destinationPlane}, destinationArea);");
        call.EmitDestination(
            SignatureRoles.Width,
            Touched(form.HasSourcePlanePitch, "sourceExtent", "source", sourcePitch, sourcePlane),
            Touched(form.HasDestinationPlanePitch, "destinationExtent", "destination", destinationPitch, destinationPlane)
        );
        string sourceStep = FlatSizes.Native(sourcePlane) + " * depth" + Times(sourceVolumes),
            destinationStep = FlatSizes.Native(destinationPlane) + " * (nint)outputDepth" + Times(resultVolumes);
        if (form.IsParallel)
        {
            call.EmitPart(
                new(
                    FlatSizes.Native(sourcePitch),
                    ("", "", "", ""),
                    FlatSizes.Native(destinationPitch),
                    "",
                    ("", "0", "", "(nint)outputDepth"),
                    "destinationArea"
                )
                {
                    Volume = ("depth", FlatSizes.Native(sourcePlane), FlatSizes.Native(destinationPlane)),
                    SourceStep = sourceStep,
                    DestinationStep = destinationStep,
                }
            );
            return;
        }

        string sourceSteps = FlatSizes.Native(sourcePitch) + ", " + FlatSizes.Native(sourcePlane),
            destinationSteps = FlatSizes.Native(destinationPitch) + ", " + FlatSizes.Native(destinationPlane);
        call.EmitRun(
            sourceStep,
            destinationStep,
            (source, destination) => $"ref {source}, {sourceSteps}, width, height, depth, ref {destination}, {destinationSteps}"
        );
    }

    /// <summary>A factor for the volumes of channels that stand one after the other.</summary>
    private static string Times(int volumes) => volumes == 1 ? "" : " * " + Literals.Of(volumes);

    /// <summary>
    /// Checks the distance from plane to plane, which is that of as many rows where it is not given; returns what stands for it.
    /// </summary>
    public static string EmitPlanePitch(
        SourceWriter writer,
        FlatSizes sizes,
        bool isGiven,
        string parameter,
        string buffer,
        string rows,
        string pitch
    )
    {
        writer.Line($"long {buffer}Area = {writer.Use(HelperKind.Extent)}({rows}, {pitch}, {buffer}Row);");
        if (isGiven)
        {
            return sizes.EmitPitch(isGiven, parameter, buffer + "Area");
        }

        writer.Line($"long {buffer}Plane = {writer.Use(HelperKind.Product)}({rows}, {pitch});");
        return buffer + "Plane";
    }

    /// <summary>
    /// Rows lie on one grid where planes lie whole rows apart; otherwise what lies between the rows of a plane counts as touched.
    /// </summary>
    public static TouchedRows Touched(bool hasPlanePitch, string extent, string buffer, string pitch, string plane) =>
        hasPlanePitch ? new TouchedRows(extent, plane, buffer + "Area") : new TouchedRows(extent, pitch, buffer + "Row");
}
