using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Parts;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Emission.Volumes;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Parts;
using Buffer = ConvGen.Generator.Model.Buffer;

namespace ConvGen.Generator.Emission.Entry;

/// <summary>Prints checks and call for carriers that know their shape.</summary>
internal sealed class ShapedEntryEmitter
{
    private readonly SourceWriter writer;
    private readonly ConvolutionModel model;
    private readonly SignatureForm form;
    private readonly string kernelType;
    private readonly string sourceChannels;
    private readonly string resultChannels;
    private readonly ShapedChannels channels;

    private readonly PartTiles? tiles;

    /// <summary>Columns and rows of the source.</summary>
    private string Columns => form.HasHeld ? "held.Width" : SignatureRoles.Width;

    private string Rows => form.HasHeld ? "held.Height" : SignatureRoles.Height;

    private ShapedEntryEmitter(SourceWriter writer, ConvolutionModel model, PartTiles? tiles)
    {
        this.tiles = tiles;
        this.writer = writer;
        this.model = model;
        form = model.Form;
        kernelType = KernelNames.KernelType(model.Header);
        sourceChannels = Literals.Of(model.SourceChannels);
        resultChannels = Literals.Of(model.ResultChannels);
        channels = new ShapedChannels(writer, model);
    }

    public static void Emit(SourceWriter writer, ConvolutionModel model, PartTiles? tiles)
    {
        ShapedEntryEmitter emitter = new(writer, model, tiles);
        CommonChecks.EmitNulls(writer, model.Form);
        if (model.Form.Axes == 1)
        {
            emitter.EmitLine();
        }
        else if (model.Form.IsVolume)
        {
            ShapedVolumeEmitter.Emit(writer, model);
        }
        else
        {
            emitter.EmitPlane();
        }
    }

    /// <summary>One axis: tensors of rank one, or two with channels.</summary>
    private void EmitLine()
    {
        string axis = Literals.Of(channels.FirstAxis);
        channels.EmitContiguous(SignatureRoles.Source);
        channels.EmitCount(SignatureRoles.Source, model.SourceChannels);
        if (form.HasHeld)
        {
            writer.Line("ArgumentOutOfRangeException.ThrowIfNegative(length);");
        }
        else
        {
            writer.Line("int length = (int)source.Lengths[" + axis + "];");
        }

        if (form.HasRegion)
        {
            RegionChecks.EmitRectangles(writer, form, kernelType);
        }

        string samples = form.HasHeld ? "(held.IsEmpty ? 0 : held.Width)" : "length";
        if (form.HasHeld)
        {
            writer.Line($"{writer.Use(HelperKind.RequireCount)}(source.Lengths[{axis}], {samples}, nameof(source));");
        }

        writer.Line("long sourceExtent = " + (model.SourceChannels > 1 ? samples + " * " + sourceChannels + "L" : samples) + ";");
        CommonChecks.EmitKernel(writer, model);
        writer.Line($"long outputLength = {(form.HasRegion ? "region.IsEmpty ? 0 : region.Width" : kernelType + ".OutputWidth(length)")};");
        writer.Line("long destinationExtent = " + channels.ResultElements("outputLength") + ";");
        channels.EmitContiguous(SignatureRoles.Destination);
        channels.EmitCount(SignatureRoles.Destination, model.ResultChannels);
        writer.Line($"{writer.Use(HelperKind.RequireCount)}(destination.Lengths[{axis}], outputLength, nameof(destination));");
        EmitReturnIf("destinationExtent == 0");
        PartText part = new(
            "",
            form.HasHeld ? ("held.Left", "", "held.Width", "") : ("0", "", "length", ""),
            "",
            "(nint)outputLength",
            ("region.Left", "", "(nint)region.Left + region.Width", ""),
            resultChannels
        )
        {
            Image = ("length", ""),
        };
        EmitRun(
            part,
            "ref firstSource, length, ref firstDestination",
            TouchedRows.Dense("sourceExtent"),
            TouchedRows.Dense("destinationExtent")
        );
    }

    /// <summary>Two axes.</summary>
    private void EmitPlane()
    {
        if (form.HasHeld)
        {
            writer.Line("ArgumentOutOfRangeException.ThrowIfNegative(width);");
            writer.Line("ArgumentOutOfRangeException.ThrowIfNegative(height);");
        }

        EmitSource();
        CommonChecks.EmitKernel(writer, model);
        writer.Line();
        writer.Line($"long outputWidth = {(form.HasRegion ? "region.Width" : kernelType + ".OutputWidth(width)")};");
        writer.Line($"long outputHeight = {(form.HasRegion ? "region.Height" : kernelType + ".OutputHeight(height)")};");
        writer.Line("long destinationRow = " + (model.HasPlanes ? "outputWidth" : channels.ResultElements("outputWidth")) + ";");
        EmitDestination();
        EmitReturnIf("outputHeight == 0 || destinationRow == 0");
        writer.Line();
        writer.Line($"long sourceRow = {Columns}{(model.SourceChannels > 1 && !model.HasPlanes ? $" * {sourceChannels}L" : "")};");
        writer.Line(
            $"long sourceExtent = {writer.Use(HelperKind.Extent)}({channels.OfAll(Rows, model.SourceChannels)}, sourcePitch, sourceRow);"
        );
        writer.Line(
            $"long destinationExtent = {writer.Use(HelperKind.Extent)}({channels.OfAll("outputHeight", model.ResultChannels)}, destinationPitch, destinationRow);"
        );
        PartText part = new(
            "sourcePitch",
            form.HasHeld ? ("held.Left", "held.Top", "held.Width", "held.Height") : ("0", "0", "width", "height"),
            "destinationPitch",
            "destinationPitch * (nint)outputHeight",
            form.HasRegion
                ? ("region.Left", "region.Top", "(nint)region.Left + region.Width", "(nint)region.Top + region.Height")
                : ("0", "0", "(nint)outputWidth", "(nint)outputHeight"),
            "destinationRow"
        );
        EmitRun(
            part,
            "ref firstSource, sourcePitch, width, height, ref firstDestination, destinationPitch",
            Touched(form.Source, "sourceExtent", "sourcePitch", "sourceRow"),
            Touched(form.Destination, "destinationExtent", "destinationPitch", "destinationRow")
        );
    }

    /// <summary>Rows of arrays follow each other, and so do those of tensors whose planes do.</summary>
    private TouchedRows Touched(Buffer buffer, string extent, string pitch, string row) =>
        buffer.Carrier == Carrier.Array2D || model.HasPlanes ? TouchedRows.Dense(extent) : new TouchedRows(extent, pitch, row);

    private void EmitSource()
    {
        Buffer source = form.Source;
        if (source.Carrier == Carrier.TensorSpan)
        {
            if (model.HasPlanes)
            {
                // Planes lie as far apart as their rows reach, which only a tensor without gaps says of all of its axes.
                channels.EmitContiguous(SignatureRoles.Source);
            }
            else
            {
                writer.Line($"nint sourcePitch = {channels.OuterPitch(SignatureRoles.Source, mayOverlap: true)};");
            }

            channels.EmitCount(SignatureRoles.Source, model.SourceChannels);
            string rows = $"source.Lengths[{Literals.Of(channels.FirstAxis)}]",
                columns = $"source.Lengths[{Literals.Of(channels.FirstAxis + 1)}]";
            if (form.HasHeld)
            {
                EmitHeld(rows, columns, 1);
            }
            else
            {
                writer.Line($"int height = (int){rows};");
                writer.Line($"int width = (int){columns};");
                EmitRegion();
            }

            if (model.HasPlanes)
            {
                writer.Line($"nint sourcePitch = {Columns};");
            }

            return;
        }

        EmitSizes(source);
        writer.Line("nint sourcePitch = " + Carriers.Pitch(source, SignatureRoles.Source) + ";");
    }

    /// <summary>The size of an image whose rows hold whole pixels, or what is asked of a part of one.</summary>
    private void EmitSizes(Buffer source)
    {
        if (form.HasHeld)
        {
            EmitHeld(Carriers.Rows(source, SignatureRoles.Source), Carriers.Columns(source, SignatureRoles.Source), model.SourceChannels);
            return;
        }

        writer.Line("int height = " + Carriers.Rows(source, SignatureRoles.Source) + ";");
        if (model.SourceChannels == 1)
        {
            writer.Line("int width = " + Carriers.Columns(source, SignatureRoles.Source) + ";");
        }
        else
        {
            writer.Line("int columns = " + Carriers.Columns(source, SignatureRoles.Source) + ";");
            writer.Line("int width = columns / " + sourceChannels + ";");
            writer.Line($"{writer.Use(HelperKind.RequireMultiple)}(columns, {sourceChannels}, width, \"columns\", nameof(source));");
        }

        EmitRegion();
    }

    private void EmitRegion()
    {
        if (form.HasRegion)
        {
            RegionChecks.EmitRectangles(writer, form, kernelType);
        }
    }

    /// <summary>A source that is a rectangle of an image has just its shape.</summary>
    private void EmitHeld(string rows, string columns, int channels)
    {
        EmitRegion();
        string needed = channels == 1 ? "held.Width" : $"held.Width * {Literals.Of(channels)}L";
        writer.Line($"{writer.Use(HelperKind.RequireShape)}({rows}, {columns}, held.Height, {needed}, nameof(source));");
    }

    private void EmitDestination()
    {
        Buffer destination = form.Destination;
        string name = SignatureRoles.Destination;
        if (form.ReturnsResult)
        {
            string element = destination.Element.Keyword();
            writer.Line(
                $"{writer.Use(HelperKind.RequireArray)}(Math.Max({writer.Use(HelperKind.Product)}(outputHeight, destinationRow), "
                    + $"Math.Max(outputHeight, destinationRow)), nameof({(form.HasRegion ? SignatureRoles.Region : SignatureRoles.Source)}));"
            );
            writer.Line(element + "[,] destination = new " + element + "[outputHeight, destinationRow];");
            writer.Line("nint destinationPitch = (nint)destinationRow;");
        }
        else if (destination.Carrier == Carrier.TensorSpan && model.HasPlanes)
        {
            channels.EmitContiguous(name);
            channels.EmitCount(name, model.ResultChannels);
            writer.Line(
                $"{writer.Use(HelperKind.RequireShape)}(destination.Lengths[{Literals.Of(channels.FirstAxis)}], "
                    + $"destination.Lengths[{Literals.Of(channels.FirstAxis + 1)}], outputHeight, destinationRow, nameof(destination));"
            );
            writer.Line("nint destinationPitch = (nint)destinationRow;");
        }
        else if (destination.Carrier == Carrier.TensorSpan)
        {
            writer.Line($"nint destinationPitch = {channels.OuterPitch(name, mayOverlap: false)};");
            channels.EmitCount(name, model.ResultChannels);
            string columns = Carriers.Columns(destination, name) + (model.ResultChannels > 1 ? " * " + resultChannels : "");
            writer.Line(
                $"{writer.Use(HelperKind.RequireShape)}({Carriers.Rows(destination, name)}, {columns}, outputHeight, "
                    + "destinationRow, nameof(destination));"
            );
        }
        else
        {
            writer.Line(
                $"{writer.Use(HelperKind.RequireShape)}({Carriers.Rows(destination, name)}, {Carriers.Columns(destination, name)}, "
                    + "outputHeight, destinationRow, nameof(destination));"
            );
            writer.Line("nint destinationPitch = " + Carriers.Pitch(destination, name) + ";");
        }
    }

    private void EmitReturnIf(string condition)
    {
        using (writer.Block("if (" + condition + ")"))
        {
            writer.Line(form.ReturnsResult ? "return destination;" : "return;");
        }
    }

    private void EmitRun(PartText part, string arguments, TouchedRows read, TouchedRows written)
    {
        CommonChecks.EmitReferences(writer, form);
        CommonChecks.EmitOverlap(writer, model, read, written);
        if (form.IsParallel)
        {
            ParallelEmitter.EmitRun(writer, model, part, tiles);
        }
        else if (form.HasRegion)
        {
            part.EmitCalls(writer, model);
        }
        else
        {
            writer.Line(kernelType + ".Run(" + arguments + WeightArguments.AtEntry(model) + ");");
        }

        if (form.ReturnsResult)
        {
            writer.Line("return destination;");
        }
    }
}
