using ConvGen.Generator.Emission.Entry;
using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Parts;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using Buffer = ConvGen.Generator.Model.Buffer;

namespace ConvGen.Generator.Emission.Volumes;

/// <summary>
/// Prints checks and call for arrays and tensors of three axes. The planes of a tensor may lie any distance apart, and are themselves
/// without gaps.
/// </summary>
internal sealed class ShapedVolumeEmitter
{
    private readonly SourceWriter writer;
    private readonly ConvolutionModel model;
    private readonly SignatureForm form;
    private readonly ShapedChannels channels;

    /// <summary>Elements of a pixel of the source, and of one of the result, where they lie side by side.</summary>
    private readonly int sourcePixel,
        resultPixel;

    private ShapedVolumeEmitter(SourceWriter writer, ConvolutionModel model)
    {
        this.writer = writer;
        this.model = model;
        form = model.Form;
        channels = new ShapedChannels(writer, model);
        (sourcePixel, resultPixel) = model.HasPlanes ? (1, 1) : (model.SourceChannels, model.ResultChannels);
    }

    public static void Emit(SourceWriter writer, ConvolutionModel model) => new ShapedVolumeEmitter(writer, model).Emit();

    private void Emit()
    {
        string kernelType = KernelNames.KernelType(model.Header);
        EmitSource();
        CommonChecks.EmitKernel(writer, model);
        writer.Line();
        writer.Line("long outputWidth = " + kernelType + ".OutputWidth(width);");
        writer.Line("long outputHeight = " + kernelType + ".OutputHeight(height);");
        writer.Line("long outputDepth = " + kernelType + ".OutputDepth(depth);");
        writer.Line($"long destinationRow = {(model.HasPlanes ? "outputWidth" : channels.ResultElements("outputWidth"))};");
        writer.Line($"long destinationArea = {writer.Use(HelperKind.Product)}(outputHeight, destinationRow);");
        EmitDestination();
        using (writer.Block("if (outputDepth == 0 || destinationArea == 0)"))
        {
            writer.Line(form.ReturnsResult ? "return destination;" : "return;");
        }

        writer.Line();
        writer.Line("long sourceArea = (long)height * sourcePitch;");
        writer.Line(
            $"long sourceExtent = {writer.Use(HelperKind.Extent)}({channels.OfAll("depth", model.SourceChannels)}, sourcePlanePitch, sourceArea);"
        );
        writer.Line(
            $"long destinationExtent = {writer.Use(HelperKind.Extent)}({channels.OfAll("outputDepth", model.ResultChannels)}, destinationPlanePitch, destinationArea);"
        );
        CommonChecks.EmitReferences(writer, form);
        CommonChecks.EmitOverlap(writer, model, Touched(form.Source, "source"), Touched(form.Destination, "destination"));
        if (form.IsParallel)
        {
            ParallelEmitter.EmitRun(
                writer,
                model,
                new("sourcePitch", ("", "", "", ""), "(nint)destinationRow", "", ("", "0", "", "(nint)outputDepth"), "destinationArea")
                {
                    Volume = ("depth", "sourcePlanePitch", "destinationPlanePitch"),
                }
            );
        }
        else
        {
            writer.Line(
                kernelType
                    + ".Run(ref firstSource, sourcePitch, sourcePlanePitch, width, height, depth, ref firstDestination, "
                    + "(nint)destinationRow, destinationPlanePitch"
                    + WeightArguments.AtEntry(model)
                    + ");"
            );
        }

        if (form.ReturnsResult)
        {
            writer.Line("return destination;");
        }
    }

    private TouchedRows Touched(Buffer buffer, string name) =>
        buffer.Carrier == Carrier.Array3D || model.HasPlanes
            ? TouchedRows.Dense(name + "Extent")
            : new TouchedRows(name + "Extent", name + "PlanePitch", name + "Area");

    private void EmitSource()
    {
        string source = SignatureRoles.Source;
        if (form.Source.Carrier == Carrier.TensorSpan)
        {
            EmitPlanePitch(source, mayOverlap: true);
            channels.EmitCount(source, model.SourceChannels);
            writer.Line($"int depth = (int)source.Lengths[{Literals.Of(channels.FirstAxis)}];");
            writer.Line($"int height = (int)source.Lengths[{Literals.Of(channels.FirstAxis + 1)}];");
            writer.Line($"int width = (int)source.Lengths[{Literals.Of(channels.FirstAxis + 2)}];");
            writer.Line("nint sourcePitch = width" + (sourcePixel > 1 ? " * (nint)" + Literals.Of(sourcePixel) : "") + ";");
            if (model.HasPlanes)
            {
                writer.Line("nint sourcePlanePitch = height * sourcePitch;");
            }

            return;
        }

        string pixel = Literals.Of(sourcePixel);
        writer.Line("int depth = source.GetLength(0);");
        writer.Line("int height = source.GetLength(1);");
        writer.Line("int columns = source.GetLength(2);");
        writer.Line("int width = columns" + (sourcePixel > 1 ? " / " + pixel : "") + ";");
        if (sourcePixel > 1)
        {
            writer.Line($"{writer.Use(HelperKind.RequireMultiple)}(columns, {pixel}, width, \"columns\", nameof(source));");
        }

        writer.Line("nint sourcePitch = columns;");
        writer.Line("nint sourcePlanePitch = (nint)height * columns;");
    }

    private void EmitDestination()
    {
        Buffer destination = form.Destination;
        string name = SignatureRoles.Destination;
        if (form.ReturnsResult)
        {
            string element = destination.Element.Keyword();
            string most = "Math.Max(outputDepth, Math.Max(outputHeight, destinationRow))";
            writer.Line(
                $"{writer.Use(HelperKind.RequireArray)}(Math.Max({writer.Use(HelperKind.Product)}(outputDepth, destinationArea), "
                    + $"{most}), nameof(source));"
            );
            writer.Line($"{element}[,,] destination = new {element}[outputDepth, outputHeight, destinationRow];");
            writer.Line("nint destinationPlanePitch = (nint)destinationArea;");
            return;
        }

        bool isTensor = destination.Carrier == Carrier.TensorSpan;
        if (isTensor)
        {
            EmitPlanePitch(name, mayOverlap: false);
            channels.EmitCount(name, model.ResultChannels);
        }

        int first = isTensor ? channels.FirstAxis : 0;
        string columns =
            Carriers.Length(destination, name, first + 2) + (resultPixel > 1 && isTensor ? " * " + Literals.Of(resultPixel) : "");
        writer.Line(
            $"{writer.Use(HelperKind.RequireVolume)}({Carriers.Length(destination, name, first)}, "
                + $"{Carriers.Length(destination, name, first + 1)}, {columns}, outputDepth, outputHeight, destinationRow, nameof(destination));"
        );
        if (!isTensor || model.HasPlanes)
        {
            writer.Line("nint destinationPlanePitch = (nint)destinationArea;");
        }
    }

    /// <summary>
    /// Checks how a tensor lies. Where channels stand in planes of their own, they lie as far apart as all of these reach, which only a
    /// tensor without gaps says.
    /// </summary>
    private void EmitPlanePitch(string name, bool mayOverlap)
    {
        if (model.HasPlanes)
        {
            channels.EmitContiguous(name);
            return;
        }

        writer.Line($"nint {name}PlanePitch = {channels.OuterPitch(name, mayOverlap)};");
    }
}
