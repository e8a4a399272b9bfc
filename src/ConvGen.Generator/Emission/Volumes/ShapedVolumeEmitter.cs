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
    private readonly string channels;

    private ShapedVolumeEmitter(SourceWriter writer, ConvolutionModel model)
    {
        this.writer = writer;
        this.model = model;
        form = model.Form;
        channels = Literals.Of(model.PixelChannels);
    }

    private bool HasPixels => model.PixelChannels > 1;

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
        writer.Line(
            "long destinationRow = " + (HasPixels ? $"{writer.Use(HelperKind.Product)}(outputWidth, {channels})" : "outputWidth") + ";"
        );
        writer.Line($"long destinationArea = {writer.Use(HelperKind.Product)}(outputHeight, destinationRow);");
        EmitDestination();
        using (writer.Block("if (outputDepth == 0 || destinationArea == 0)"))
        {
            writer.Line(form.ReturnsResult ? "return destination;" : "return;");
        }

        writer.Line();
        writer.Line("long sourceArea = (long)height * sourcePitch;");
        writer.Line($"long sourceExtent = {writer.Use(HelperKind.Extent)}(depth, sourcePlanePitch, sourceArea);");
        writer.Line($"long destinationExtent = {writer.Use(HelperKind.Extent)}(outputDepth, destinationPlanePitch, destinationArea);");
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

    private static TouchedRows Touched(Buffer buffer, string name) =>
        buffer.Carrier == Carrier.Array3D
            ? TouchedRows.Dense(name + "Extent")
            : new TouchedRows(name + "Extent", name + "PlanePitch", name + "Area");

    private void EmitSource()
    {
        string source = SignatureRoles.Source;
        if (form.Source.Carrier == Carrier.TensorSpan)
        {
            EmitPlanePitch(source, mayOverlap: true);
            writer.Line("int depth = (int)source.Lengths[0];");
            writer.Line("int height = (int)source.Lengths[1];");
            writer.Line("int width = (int)source.Lengths[2];");
            writer.Line("nint sourcePitch = width" + (HasPixels ? " * (nint)" + channels : "") + ";");
            return;
        }

        writer.Line("int depth = source.GetLength(0);");
        writer.Line("int height = source.GetLength(1);");
        writer.Line("int columns = source.GetLength(2);");
        writer.Line("int width = columns" + (HasPixels ? " / " + channels : "") + ";");
        if (HasPixels)
        {
            writer.Line($"{writer.Use(HelperKind.RequireMultiple)}(columns, {channels}, width, \"columns\", nameof(source));");
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

        if (destination.Carrier == Carrier.TensorSpan)
        {
            EmitPlanePitch(name, mayOverlap: false);
        }

        string columns =
            Carriers.Length(destination, name, 2) + (HasPixels && destination.Carrier == Carrier.TensorSpan ? " * " + channels : "");
        writer.Line(
            $"{writer.Use(HelperKind.RequireVolume)}({Carriers.Length(destination, name, 0)}, "
                + $"{Carriers.Length(destination, name, 1)}, {columns}, outputDepth, outputHeight, destinationRow, nameof(destination));"
        );
        if (destination.Carrier == Carrier.Array3D)
        {
            writer.Line("nint destinationPlanePitch = (nint)destinationArea;");
        }
    }

    private void EmitPlanePitch(string name, bool mayOverlap) =>
        writer.Line(
            $"nint {name}PlanePitch = {writer.Use(HelperKind.RequireRows)}({name}.Lengths, {name}.Strides, {(HasPixels ? "4" : "3")}, {(HasPixels ? channels : "0")}, mayOverlap: {(mayOverlap ? "true" : "false")}, nameof({name}));"
        );
}
