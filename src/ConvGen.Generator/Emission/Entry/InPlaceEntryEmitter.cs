using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Parts;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Emission.Volumes;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Parts;

namespace ConvGen.Generator.Emission.Entry;

/// <summary>Prints checks and call for an image that is source and destination at once.</summary>
internal sealed class InPlaceEntryEmitter
{
    private readonly SourceWriter writer;
    private readonly ConvolutionModel model;
    private readonly SignatureForm form;
    private readonly FlatSizes sizes;
    private readonly string run;
    private readonly PartTiles? tiles;

    private InPlaceEntryEmitter(SourceWriter writer, ConvolutionModel model, PartTiles? tiles)
    {
        this.tiles = tiles;
        this.writer = writer;
        this.model = model;
        form = model.Form;
        sizes = new FlatSizes(writer, form);
        run = KernelNames.KernelType(model.Header) + "." + InPlaceEmitter.Name + ".Run";
    }

    public static void Emit(SourceWriter writer, ConvolutionModel model, PartTiles? tiles) =>
        new InPlaceEntryEmitter(writer, model, tiles).Emit();

    private void Emit()
    {
        CommonChecks.EmitNull(writer, form.Destination, SignatureRoles.Image);
        CommonChecks.EmitNull(writer, form.Kernel, SignatureRoles.Kernel);
        CommonChecks.EmitNull(writer, form.Bias, SignatureRoles.Bias);
        CommonChecks.EmitDegree(writer, form);
        if (form.HasBatch)
        {
            sizes.EmitNotNegative(SignatureRoles.Batch);
        }

        if (form.Axes == 1)
        {
            EmitLine();
        }
        else if (form.IsVolume)
        {
            EmitVolume();
        }
        else
        {
            EmitPlane();
        }
    }

    private void EmitLine()
    {
        string channels = Literals.Of(model.SourceChannels);
        if (form.HasLength)
        {
            sizes.EmitNotNegative(SignatureRoles.Length);
            writer.Line($"long extent = {sizes.InBatch(sizes.Elements("length", model.SourceChannels, isLong: false))};");
            sizes.EmitLength("image", "extent");
        }
        else if (form.HasBatch || model.SourceChannels > 1)
        {
            writer.Line("long extent = image.Length;");
            writer.Line($"long unit = {(form.HasBatch ? sizes.Elements("batch", model.SourceChannels, isLong: false) : channels)};");
            writer.Line("int length = unit == 0 ? 0 : (int)(extent / unit);");
            writer.Line($"{writer.Use(HelperKind.RequireMultiple)}(extent, unit, length, \"elements\", nameof(image));");
        }
        else
        {
            writer.Line("long extent = image.Length;");
            writer.Line("int length = image.Length;");
        }

        EmitCalls(TouchedRows.Dense("extent"), "length", model.SourceChannels == 1 ? "length" : "(nint)length * " + channels, channels);
    }

    private void EmitPlane()
    {
        sizes.EmitNotNegative(SignatureRoles.Width);
        sizes.EmitNotNegative(SignatureRoles.Height);
        writer.Line();
        (int pixel, int planes) = model.HasPlanes ? (1, model.SourceChannels) : (model.SourceChannels, 1);
        writer.Line($"long sourceRow = {sizes.Elements("width", pixel, isLong: false)};");
        string pitch = sizes.EmitPitch(form.HasSourcePitch, SignatureRoles.SourcePitch, "sourceRow");
        writer.Line(
            $"long extent = {writer.Use(HelperKind.Extent)}({sizes.InBatch(sizes.Elements("height", planes, isLong: false))}, {pitch}, sourceRow);"
        );
        sizes.EmitLength("image", "extent");
        EmitWindow();
        string times = planes == 1 ? "" : " * " + Literals.Of(planes);
        EmitCalls(
            new TouchedRows("extent", pitch, "sourceRow"),
            FlatSizes.Native(pitch) + ", width, height",
            $"(nint){pitch} * height{times}",
            "sourceRow" + times
        );
    }

    private void EmitVolume()
    {
        FlatVolumeEmitter.Steps steps = FlatVolumeEmitter.EmitSource(writer, model, sizes, "image", "extent");
        EmitWindow();
        EmitCalls(
            steps.Touched,
            $"{FlatSizes.Native(steps.Pitch)}, {FlatSizes.Native(steps.Plane)}, width, height, depth",
            steps.Batch,
            steps.Area
        );
    }

    /// <summary>What a window sees is copied into one array.</summary>
    private void EmitWindow() =>
        writer.Line(
            $"{writer.Use(HelperKind.RequireWindow)}({InPlaceEmitter.LeastBytes(writer, model, tiles)}, nameof({(form.IsVolume ? "height" : "width")}));"
        );

    /// <summary>Prints what is left to check, and the calls.</summary>
    /// <param name="touched">What is read and written of the image.</param>
    /// <param name="size">The arguments that say how large it is.</param>
    /// <param name="step">Elements from one image of a batch to the next.</param>
    /// <param name="elements">Elements of a row, in all planes; of one axis those of a pixel, of three those of a plane.</param>
    private void EmitCalls(TouchedRows touched, string size, string step, string elements)
    {
        CommonChecks.EmitKernel(writer, model);
        using (writer.Block("if (extent == 0)"))
        {
            writer.Line("return;");
        }

        writer.Line();
        CommonChecks.EmitReference(writer, form.Destination, SignatureRoles.Image, "firstSample");
        if (form.Kernel is { Carrier: not Carrier.Prepared } kernel)
        {
            CommonChecks.EmitReference(writer, kernel, SignatureRoles.Kernel, "firstWeight");
            CommonChecks.EmitApart(
                writer,
                "firstWeight",
                TouchedRows.Dense(Literals.Of(model.Kernel.Count)),
                touched,
                SignatureRoles.Kernel,
                "firstSample",
                SignatureRoles.Image
            );
        }

        if (form.Bias is { } bias)
        {
            CommonChecks.EmitReference(writer, bias, SignatureRoles.Bias, "firstBias");
            CommonChecks.EmitApart(
                writer,
                "firstBias",
                TouchedRows.Dense(Literals.Of(model.ResultChannels)),
                touched,
                SignatureRoles.Bias,
                "firstSample",
                SignatureRoles.Image
            );
        }

        if (form.HasBatch)
        {
            writer.Line($"nint step = {step};");
        }

        if (form.IsParallel)
        {
            InPlaceThreads.EmitRun(writer, model, size, elements, () => EmitOneThread(size));
        }
        else
        {
            EmitOneThread(size);
        }
    }

    /// <summary>Prints what one thread does, for each image of a batch.</summary>
    private void EmitOneThread(string size)
    {
        string weights = WeightArguments.AtEntry(model) + (form.IsParallel ? ", default" : "");
        if (!form.HasBatch)
        {
            writer.Line($"{run}(ref firstSample, {size}{weights});");
            return;
        }

        using (writer.Block("for (nint item = 0; item < batch; item++)"))
        {
            writer.Line($"{run}(ref Unsafe.Add(ref firstSample, item * step), {size}{weights});");
        }
    }
}
