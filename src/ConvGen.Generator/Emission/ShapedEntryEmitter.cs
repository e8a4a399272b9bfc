using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;
using Buffer = ConvGen.Generator.Model.Buffer;

namespace ConvGen.Generator.Emission;

/// <summary>Prints checks and call for carriers that know their shape.</summary>
internal sealed class ShapedEntryEmitter
{
    private readonly SourceWriter writer;
    private readonly ConvolutionModel model;
    private readonly SignatureForm form;
    private readonly string kernelType;
    private readonly string channels;

    private ShapedEntryEmitter(SourceWriter writer, ConvolutionModel model)
    {
        this.writer = writer;
        this.model = model;
        form = model.Form;
        kernelType = KernelNames.KernelType(model.Header);
        channels = Literals.Of(model.PixelChannels);
    }

    public static void Emit(SourceWriter writer, ConvolutionModel model)
    {
        ShapedEntryEmitter emitter = new(writer, model);
        CommonChecks.EmitNulls(writer, model.Form);
        if (model.Form.Axes == 1)
        {
            emitter.EmitLine();
        }
        else
        {
            emitter.EmitPlane();
        }
    }

    /// <summary>One axis: tensors of rank one, or two with channels.</summary>
    private void EmitLine()
    {
        writer.Line("RequireContiguous(source.Lengths, source.Strides, nameof(source));");
        writer.Line("int length = (int)source.Lengths[0];");
        writer.Line("long sourceExtent = " + (model.PixelChannels > 1 ? "length * " + channels + "L" : "length") + ";");
        CommonChecks.EmitKernel(writer, model);
        writer.Line("long outputLength = " + kernelType + ".OutputWidth(length);");
        writer.Line("long destinationExtent = " + Elements("outputLength") + ";");
        writer.Line("RequireContiguous(destination.Lengths, destination.Strides, nameof(destination));");
        writer.Line("RequireCount(destination.Lengths[0], outputLength, nameof(destination));");
        EmitReturnIf("destinationExtent == 0");
        EmitRun("ref firstSource, length, ref firstDestination");
    }

    /// <summary>Two axes.</summary>
    private void EmitPlane()
    {
        EmitSource();
        CommonChecks.EmitKernel(writer, model);
        writer.Line();
        writer.Line("long outputWidth = " + kernelType + ".OutputWidth(width);");
        writer.Line("long outputHeight = " + kernelType + ".OutputHeight(height);");
        writer.Line("long destinationRow = " + Elements("outputWidth") + ";");
        EmitDestination();
        EmitReturnIf("outputHeight == 0 || destinationRow == 0");
        writer.Line();
        writer.Line("long sourceExtent = Extent(height, sourcePitch, " + (model.PixelChannels > 1 ? "width * " + channels + "L" : "width") + ");");
        writer.Line("long destinationExtent = Extent(outputHeight, destinationPitch, destinationRow);");
        EmitRun("ref firstSource, sourcePitch, width, height, ref firstDestination, destinationPitch");
    }

    private void EmitSource()
    {
        Buffer source = form.Source;
        if (source.Carrier == Carrier.TensorSpan)
        {
            // Reading rows that lie within each other harms nothing, so any distance forward will do.
            writer.Line("nint sourcePitch = RequireRows(source.Lengths, source.Strides, mayOverlap: true, nameof(source));");
            writer.Line("int height = (int)source.Lengths[0];");
            writer.Line("int width = (int)source.Lengths[1];");
            return;
        }

        writer.Line("int height = " + Carriers.Rows(source, SignatureRoles.Source) + ";");
        if (model.PixelChannels == 1)
        {
            writer.Line("int width = " + Carriers.Columns(source, SignatureRoles.Source) + ";");
        }
        else
        {
            writer.Line("int columns = " + Carriers.Columns(source, SignatureRoles.Source) + ";");
            writer.Line("int width = columns / " + channels + ";");
            writer.Line("RequireMultiple(columns, " + channels + ", width, nameof(source));");
        }

        writer.Line("nint sourcePitch = " + Carriers.Pitch(source, SignatureRoles.Source) + ";");
    }

    private void EmitDestination()
    {
        Buffer destination = form.Destination;
        string name = SignatureRoles.Destination;
        if (form.ReturnsResult)
        {
            string element = destination.Element.Keyword();
            writer.Line("RequireArray(Math.Max(Product(outputHeight, destinationRow), Math.Max(outputHeight, destinationRow)), nameof(source));");
            writer.Line(element + "[,] destination = new " + element + "[outputHeight, destinationRow];");
            writer.Line("nint destinationPitch = (nint)destinationRow;");
        }
        else if (destination.Carrier == Carrier.TensorSpan)
        {
            writer.Line("nint destinationPitch = RequireRows(destination.Lengths, destination.Strides, mayOverlap: false, nameof(destination));");
            string columns = Carriers.Columns(destination, name) + (model.PixelChannels > 1 ? " * " + channels : "");
            writer.Line("RequireShape(" + Carriers.Rows(destination, name) + ", " + columns + ", outputHeight, destinationRow, nameof(destination));");
        }
        else
        {
            writer.Line("RequireShape(" + Carriers.Rows(destination, name) + ", " + Carriers.Columns(destination, name) + ", outputHeight, destinationRow, nameof(destination));");
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

    private void EmitRun(string arguments)
    {
        CommonChecks.EmitReferences(writer, form);
        CommonChecks.EmitOverlap(writer, model);
        writer.Line(kernelType + ".Run(" + arguments + (form.Kernel is null ? "" : ", ref firstWeight") + ");");
        if (form.ReturnsResult)
        {
            writer.Line("return destination;");
        }
    }

    /// <summary>A count of pixels as a count of elements.</summary>
    private string Elements(string pixels) => model.PixelChannels == 1 ? pixels : "Product(" + pixels + ", " + channels + ")";
}
