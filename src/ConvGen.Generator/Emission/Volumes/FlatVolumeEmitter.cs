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
        Steps source = EmitSource(writer, model, sizes, "source", "sourceExtent");
        CommonChecks.EmitKernel(writer, model);
        writer.Line();
        Steps destination = EmitDestination();
        call.EmitDestination(SignatureRoles.Width, source.Touched, destination.Touched);
        EmitCall(source, destination);
    }

    /// <summary>Checks sizes and source, or the image that is overwritten, and returns how its rows, planes and volumes lie.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="model">The method.</param>
    /// <param name="sizes">The sizes of its buffers.</param>
    /// <param name="buffer">The parameter.</param>
    /// <param name="extent">The local for the elements that it needs.</param>
    public static Steps EmitSource(SourceWriter writer, ConvolutionModel model, FlatSizes sizes, string buffer, string extent)
    {
        SignatureForm form = model.Form;
        sizes.EmitNotNegative(SignatureRoles.Width);
        sizes.EmitNotNegative(SignatureRoles.Height);
        sizes.EmitNotNegative(SignatureRoles.Depth);
        writer.Line();
        (int pixel, int volumes) = model.HasPlanes ? (1, model.SourceChannels) : (model.SourceChannels, 1);
        writer.Line("long sourceRow = " + sizes.Elements("width", pixel, isLong: false) + ";");
        string pitch = sizes.EmitPitch(form.HasSourcePitch, SignatureRoles.SourcePitch, "sourceRow");
        string plane = EmitPlanePitch(writer, sizes, form.HasSourcePlanePitch, SignatureRoles.SourcePlanePitch, "source", "height", pitch);
        string planes = sizes.InBatch(sizes.Elements("depth", volumes, isLong: false));
        writer.Line($"long {extent} = {writer.Use(HelperKind.Extent)}({planes}, {plane}, sourceArea);");
        sizes.EmitLength(buffer, extent);
        return new(
            pitch,
            plane,
            FlatSizes.Native(plane) + " * depth" + Times(volumes),
            "sourceArea" + Times(volumes),
            Touched(form.HasSourcePlanePitch, extent, "source", pitch, plane)
        );
    }

    /// <summary>Computes the size of the result, and returns how the rows, planes and volumes of the destination lie.</summary>
    private Steps EmitDestination()
    {
        (int pixel, int volumes) = model.HasPlanes ? (1, model.ResultChannels) : (model.ResultChannels, 1);
        writer.Line("long outputWidth = " + call.KernelType + ".OutputWidth(width);");
        writer.Line("long outputHeight = " + call.KernelType + ".OutputHeight(height);");
        writer.Line("long outputDepth = " + call.KernelType + ".OutputDepth(depth);");
        writer.Line("long destinationRow = " + sizes.Elements("outputWidth", pixel, isLong: true) + ";");
        string pitch = sizes.EmitPitch(form.HasDestinationPitch, SignatureRoles.DestinationPitch, "destinationRow");
        string plane = EmitPlanePitch(
            writer,
            sizes,
            form.HasDestinationPlanePitch,
            SignatureRoles.DestinationPlanePitch,
            "destination",
            "outputHeight",
            pitch
        );
        string planes = sizes.InBatch(sizes.Elements("outputDepth", volumes, isLong: true));
        writer.Line($"long destinationExtent = {writer.Use(HelperKind.Extent)}({planes}, {plane}, destinationArea);");
        return new(
            pitch,
            plane,
            FlatSizes.Native(plane) + " * (nint)outputDepth" + Times(volumes),
            "destinationArea" + Times(volumes),
            Touched(form.HasDestinationPlanePitch, "destinationExtent", "destination", pitch, plane)
        );
    }

    private void EmitCall(Steps source, Steps destination)
    {
        if (form.IsParallel)
        {
            call.EmitPart(
                new(
                    FlatSizes.Native(source.Pitch),
                    ("", "", "", ""),
                    FlatSizes.Native(destination.Pitch),
                    "",
                    ("", "0", "", "(nint)outputDepth"),
                    "destinationArea"
                )
                {
                    Volume = ("depth", FlatSizes.Native(source.Plane), FlatSizes.Native(destination.Plane)),
                    SourceStep = source.Batch,
                    DestinationStep = destination.Batch,
                }
            );
            return;
        }

        string sourceSteps = FlatSizes.Native(source.Pitch) + ", " + FlatSizes.Native(source.Plane),
            destinationSteps = FlatSizes.Native(destination.Pitch) + ", " + FlatSizes.Native(destination.Plane);
        call.EmitRun(
            source.Batch,
            destination.Batch,
            (from, to) => $"ref {from}, {sourceSteps}, width, height, depth, ref {to}, {destinationSteps}"
        );
    }

    /// <summary>What stands for the distances of a buffer.</summary>
    /// <param name="Pitch">From row to row.</param>
    /// <param name="Plane">From plane to plane.</param>
    /// <param name="Batch">From one volume of a batch to the next.</param>
    /// <param name="Area">The elements of a plane, in all volumes of channels.</param>
    /// <param name="Touched">What is read of it, or written.</param>
    public sealed record Steps(string Pitch, string Plane, string Batch, string Area, TouchedRows Touched);

    /// <summary>A factor for the volumes of channels that stand one after the other.</summary>
    private static string Times(int volumes) => volumes == 1 ? "" : " * " + Literals.Of(volumes);

    /// <summary>
    /// Checks the distance from plane to plane, which is that of as many rows where it is not given; returns what stands for it.
    /// </summary>
    private static string EmitPlanePitch(
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
    private static TouchedRows Touched(bool hasPlanePitch, string extent, string buffer, string pitch, string plane) =>
        hasPlanePitch ? new TouchedRows(extent, plane, buffer + "Area") : new TouchedRows(extent, pitch, buffer + "Row");
}
