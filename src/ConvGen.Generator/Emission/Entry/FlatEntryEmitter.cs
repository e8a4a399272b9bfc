using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Parts;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Emission.Volumes;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Parts;

namespace ConvGen.Generator.Emission.Entry;

/// <summary>
/// Prints checks and call for spans, arrays and memory, whose sizes are arguments. Sizes are computed in 64 bits, where they cannot
/// overflow.
/// </summary>
internal sealed class FlatEntryEmitter
{
    private readonly SourceWriter writer;
    private readonly ConvolutionModel model;
    private readonly SignatureForm form;
    private readonly FlatSizes sizes;
    private readonly string kernelType;
    private readonly FlatCall call;

    private FlatEntryEmitter(SourceWriter writer, ConvolutionModel model, PartTiles? tiles)
    {
        this.writer = writer;
        this.model = model;
        form = model.Form;
        sizes = new FlatSizes(writer, form);
        call = new FlatCall(writer, model, sizes, tiles);
        kernelType = call.KernelType;
    }

    public static void Emit(SourceWriter writer, ConvolutionModel model, PartTiles? tiles)
    {
        FlatEntryEmitter emitter = new(writer, model, tiles);
        CommonChecks.EmitNulls(writer, model.Form);
        if (model.Form.HasBatch)
        {
            emitter.sizes.EmitNotNegative(SignatureRoles.Batch);
        }

        if (model.IsStream)
        {
            emitter.EmitStream();
        }
        else if (model.Form.Axes == 1)
        {
            emitter.EmitLine();
        }
        else if (model.Form.IsVolume)
        {
            new FlatVolumeEmitter(emitter.call).Emit();
        }
        else
        {
            emitter.EmitPlane();
        }
    }

    /// <summary>One axis.</summary>
    private void EmitLine()
    {
        if (form.HasRegion)
        {
            EmitStretch();
            return;
        }

        EmitLength();
        CommonChecks.EmitKernel(writer, model);
        writer.Line();
        writer.Line("long outputLength = " + kernelType + ".OutputWidth(length);");
        writer.Line("long destinationExtent = " + sizes.InBatch(sizes.Elements("outputLength", model.ResultChannels, isLong: true)) + ";");
        call.EmitDestination(
            form.HasLength ? SignatureRoles.Length : SignatureRoles.Source,
            TouchedRows.Dense("sourceExtent"),
            TouchedRows.Dense("destinationExtent")
        );
        string sourceStep = "(nint)" + Reference.Grouped(sizes.Elements("length", model.SourceChannels, isLong: false));
        string destinationStep = "(nint)" + Reference.Grouped(sizes.Elements("outputLength", model.ResultChannels, isLong: true));
        if (form.IsParallel)
        {
            call.EmitPart(
                new(
                    "",
                    ("0", "", "length", ""),
                    "",
                    "(nint)outputLength",
                    ("0", "", "(nint)outputLength", ""),
                    Literals.Of(model.ResultChannels)
                )
                {
                    Image = ("length", ""),
                    SourceStep = sourceStep,
                    DestinationStep = destinationStep,
                }
            );
            return;
        }

        call.EmitRun(sourceStep, destinationStep, (source, destination) => "ref " + source + ", length, ref " + destination);
    }

    /// <summary>A block of a signal: as many results as samples, or one for so many, whatever lies before it.</summary>
    private void EmitStream()
    {
        EmitLength();
        int stride = model.Horizontal.Stride;
        if (stride > 1)
        {
            string step = Literals.Of((long)stride * (form.HasLength ? 1 : model.SourceChannels));
            (string has, string parameter) = form.HasLength ? ("length", "length") : ("sourceExtent", "source");
            writer.Line(
                $"{writer.Use(HelperKind.RequireMultiple)}({has}, {step}, length / {Literals.Of(stride)}, \"elements\", "
                    + $"nameof({parameter}));"
            );
        }

        writer.Line(
            $"{writer.Use(HelperKind.RequireCount)}(history.Length, {Literals.Of(StreamHistory.Of(model).Elements)}, nameof(history));"
        );
        CommonChecks.EmitKernel(writer, model);
        writer.Line();
        writer.Line("long outputLength = length" + (stride > 1 ? " / " + Literals.Of(stride) : "") + ";");
        writer.Line("long destinationExtent = " + sizes.Elements("outputLength", model.ResultChannels, isLong: true) + ";");
        call.EmitDestination(
            form.HasLength ? SignatureRoles.Length : SignatureRoles.Source,
            TouchedRows.Dense("sourceExtent"),
            TouchedRows.Dense("destinationExtent")
        );
        writer.Line(
            $"{kernelType}.{StreamEmitter.Name}(ref firstPast, ref firstSource, length, ref "
                + $"firstDestination{WeightArguments.AtEntry(model)});"
        );
        if (form.ReturnsResult)
        {
            writer.Line("return destination;");
        }
    }

    /// <summary>The length of the source: an argument, or else what the source holds.</summary>
    private void EmitLength()
    {
        if (form.HasLength)
        {
            sizes.EmitNotNegative(SignatureRoles.Length);
            writer.Line("long sourceExtent = " + sizes.InBatch(sizes.Elements("length", model.SourceChannels, isLong: false)) + ";");
            sizes.EmitLength("source", "sourceExtent");
            return;
        }

        writer.Line("long sourceExtent = source.Length;");
        if (form.HasBatch)
        {
            writer.Line("long unit = " + sizes.Elements("batch", model.SourceChannels, isLong: false) + ";");
            writer.Line("int length = unit == 0 ? 0 : (int)(sourceExtent / unit);");
            writer.Line($"{writer.Use(HelperKind.RequireMultiple)}(sourceExtent, unit, length, \"elements\", nameof(source));");
        }
        else if (model.SourceChannels > 1)
        {
            string channels = Literals.Of(model.SourceChannels);
            writer.Line("int length = source.Length / " + channels + ";");
            writer.Line($"{writer.Use(HelperKind.RequireMultiple)}(sourceExtent, {channels}, length, \"elements\", nameof(source));");
        }
        else
        {
            writer.Line("int length = source.Length;");
        }
    }

    /// <summary>Two axes: the whole result, or a rectangle of it, whose source may hold only what it sees.</summary>
    private void EmitPlane()
    {
        sizes.EmitNotNegative(SignatureRoles.Width);
        sizes.EmitNotNegative(SignatureRoles.Height);
        writer.Line();
        (int sourcePixel, int sourcePlanes) = model.HasPlanes ? (1, model.SourceChannels) : (model.SourceChannels, 1);
        (int resultPixel, int resultPlanes) = model.HasPlanes ? (1, model.ResultChannels) : (model.ResultChannels, 1);
        if (form.HasRegion)
        {
            RegionChecks.EmitRectangles(writer, form, kernelType);
        }

        (string columns, string rows) = form.HasHeld ? ("held.Width", "held.Height") : (SignatureRoles.Width, SignatureRoles.Height);
        writer.Line("long sourceRow = " + sizes.Elements(columns, sourcePixel, isLong: false) + ";");
        string sourcePitch = sizes.EmitPitch(form.HasSourcePitch, SignatureRoles.SourcePitch, "sourceRow");
        writer.Line(
            "long sourceExtent = "
                + $"{writer.Use(HelperKind.Extent)}({sizes.InBatch(sizes.Elements(rows, sourcePlanes, isLong: false))}, {sourcePitch}, "
                + "sourceRow);"
        );
        sizes.EmitLength("source", "sourceExtent");
        CommonChecks.EmitKernel(writer, model);
        writer.Line();
        if (!form.HasRegion)
        {
            writer.Line("long outputWidth = " + kernelType + ".OutputWidth(width);");
            writer.Line("long outputHeight = " + kernelType + ".OutputHeight(height);");
        }

        (string resultColumns, string resultRows) = form.HasRegion ? ("region.Width", "region.Height") : ("outputWidth", "outputHeight");
        writer.Line("long destinationRow = " + sizes.Elements(resultColumns, resultPixel, isLong: !form.HasRegion) + ";");
        string destinationPitch = sizes.EmitPitch(form.HasDestinationPitch, SignatureRoles.DestinationPitch, "destinationRow");
        string elements = sizes.InBatch(sizes.Elements(resultRows, resultPlanes, isLong: !form.HasRegion));
        writer.Line($"long destinationExtent = {writer.Use(HelperKind.Extent)}({elements}, {destinationPitch}, destinationRow);");
        call.EmitDestination(
            form.HasRegion ? SignatureRoles.Region : SignatureRoles.Width,
            new TouchedRows("sourceExtent", sourcePitch, "sourceRow"),
            new TouchedRows("destinationExtent", destinationPitch, "destinationRow")
        );
        if (form.HasRegion)
        {
            call.EmitPart(RegionOf(sourcePitch, destinationPitch, sourcePlanes, resultPlanes));
            return;
        }

        EmitWholeCall(sourcePitch, destinationPitch, sourcePlanes, resultPlanes);
    }

    /// <summary>The call that computes all of an image's result.</summary>
    private void EmitWholeCall(string sourcePitch, string destinationPitch, int sourcePlanes, int resultPlanes)
    {
        string sourceStep = (form.HasSourcePitch ? "(nint)sourcePitch * height" : "(nint)sourceRow * height") + Planes(sourcePlanes);
        string destinationPlane = form.HasDestinationPitch
            ? "destinationPitch * (nint)outputHeight"
            : "(nint)destinationRow * (nint)outputHeight";
        if (form.IsParallel)
        {
            call.EmitPart(
                new(
                    FlatSizes.Native(sourcePitch),
                    ("0", "0", "width", "height"),
                    FlatSizes.Native(destinationPitch),
                    destinationPlane,
                    ("0", "0", "(nint)outputWidth", "(nint)outputHeight"),
                    "destinationRow"
                )
                {
                    SourceStep = sourceStep,
                    DestinationStep = destinationPlane + Planes(resultPlanes),
                }
            );
            return;
        }

        call.EmitRun(
            sourceStep,
            destinationPlane + Planes(resultPlanes),
            (source, destination) =>
                "ref "
                + source
                + ", "
                + FlatSizes.Native(sourcePitch)
                + ", width, height, ref "
                + destination
                + ", "
                + FlatSizes.Native(destinationPitch)
        );
    }

    /// <summary>The rectangle that a call asks for.</summary>
    private PartText RegionOf(string sourcePitch, string destinationPitch, int sourcePlanes, int resultPlanes)
    {
        string destinationPlane = "(nint)" + destinationPitch + " * region.Height";
        return new(
            FlatSizes.Native(sourcePitch),
            form.HasHeld ? ("held.Left", "held.Top", "held.Width", "held.Height") : ("0", "0", "width", "height"),
            FlatSizes.Native(destinationPitch),
            destinationPlane,
            ("region.Left", "region.Top", "(nint)region.Left + region.Width", "(nint)region.Top + region.Height"),
            "destinationRow"
        )
        {
            SourceStep = $"(nint){sourcePitch} * {(form.HasHeld ? "held.Height" : "height")}{Planes(sourcePlanes)}",
            DestinationStep = destinationPlane + Planes(resultPlanes),
        };
    }

    /// <summary>A stretch of the result of a signal, whose source may hold only what it sees.</summary>
    private void EmitStretch()
    {
        if (form.HasHeld)
        {
            sizes.EmitNotNegative(SignatureRoles.Length);
        }
        else
        {
            EmitLength();
        }

        RegionChecks.EmitRectangles(writer, form, kernelType);
        if (form.HasHeld)
        {
            string held = sizes.InBatch(sizes.Elements("held.Width", model.SourceChannels, isLong: false));
            writer.Line($"long sourceExtent = held.IsEmpty ? 0 : {held};");
            sizes.EmitLength("source", "sourceExtent");
        }

        CommonChecks.EmitKernel(writer, model);
        writer.Line();
        string columns = sizes.Elements("region.Width", model.ResultChannels, isLong: false);
        writer.Line($"long destinationExtent = region.IsEmpty ? 0 : {sizes.InBatch(columns)};");
        call.EmitDestination(SignatureRoles.Region, TouchedRows.Dense("sourceExtent"), TouchedRows.Dense("destinationExtent"));
        string source = form.HasHeld ? "held.Width" : "length";
        call.EmitPart(
            new(
                "",
                (form.HasHeld ? "held.Left" : "0", "", source, ""),
                "",
                "region.Width",
                ("region.Left", "", "(nint)region.Left + region.Width", ""),
                Literals.Of(model.ResultChannels)
            )
            {
                Image = ("length", ""),
                SourceStep = "(nint)" + Reference.Grouped(sizes.Elements(source, model.SourceChannels, isLong: false)),
                DestinationStep = "(nint)" + Reference.Grouped(columns),
            }
        );
    }

    private static string Planes(int planes) => planes == 1 ? "" : " * " + Literals.Of(planes);
}
