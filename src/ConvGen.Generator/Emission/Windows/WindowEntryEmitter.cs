using ConvGen.Generator.Emission.Entry;
using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Windows;

/// <summary>Prints the type that checks the arguments, all of them before anything is written, and runs the code.</summary>
internal sealed class WindowEntryEmitter
{
    private readonly SourceWriter writer;
    private readonly WindowModel model;
    private readonly SignatureForm form;
    private readonly string kernelType;

    private WindowEntryEmitter(SourceWriter writer, WindowModel model)
    {
        this.writer = writer;
        this.model = model;
        form = model.Form;
        kernelType = KernelNames.KernelType(model.Header);
    }

    private string Image => model.IsFold ? SignatureRoles.Destination : SignatureRoles.Source;

    private string Matrix => model.IsFold ? SignatureRoles.Source : SignatureRoles.Destination;

    /// <summary>Rows of the image that one item of a batch has for each row of a plane.</summary>
    private int Planes => model.IsPlanar ? model.Channels : 1;

    public static void EmitType(SourceWriter writer, WindowModel model)
    {
        MethodHeader header = model.Header;
        writer.Line(
            "/// <summary>Checks the arguments of <c>"
                + Comments.Xml(KernelNames.Readable(header))
                + "</c>, all of them before anything is written, and runs its code.</summary>"
        );
        writer.Line(KernelNames.TypeAttributes);
        using (writer.Block("file static class " + KernelNames.EntryType(header)))
        {
            string result = model.Form.ReturnsResult ? Carriers.TypeOf(model.Form.Destination) : "void";
            using (
                writer.Block(
                    $"internal static {result} Run({string.Join(", ", header.Parameters.Select(parameter => Parameter(model.Form, parameter)))})"
                )
            )
            using (writer.Block("unchecked"))
            {
                CommonChecks.EmitNulls(writer, model.Form);
                WindowEntryEmitter emitter = new(writer, model);
                if (model.Form.IsShaped)
                {
                    emitter.EmitShaped();
                }
                else
                {
                    emitter.EmitFlat();
                }
            }
        }
    }

    private static string Parameter(SignatureForm form, Parameter parameter)
    {
        string name = parameter.Name.TrimStart('@');
        return name switch
        {
            SignatureRoles.Source => Carriers.TypeOf(form.Source) + " " + name,
            SignatureRoles.Destination => Carriers.TypeOf(form.Destination) + " " + name,
            _ => "int " + name,
        };
    }

    private void EmitNotNegative(string parameter) => writer.Line("ArgumentOutOfRangeException.ThrowIfNegative(" + parameter + ");");

    private void EmitFlat()
    {
        if (form.HasBatch)
        {
            EmitNotNegative(SignatureRoles.Batch);
        }

        string width = SignatureRoles.Width,
            height = SignatureRoles.Height;
        if (form.Axes == 2)
        {
            EmitNotNegative(width);
            EmitNotNegative(height);
        }
        else
        {
            (width, height) = (SignatureRoles.Length, "1");
            EmitLength();
        }

        writer.Line();
        writer.Line(
            "long imageRow = " + (model.IsPlanar || model.Channels == 1 ? width : $"{width} * {Literals.Of(model.Channels)}L") + ";"
        );
        string imagePitch = EmitPitch(model.IsFold ? form.HasDestinationPitch : form.HasSourcePitch, Image + "Pitch", "imageRow");
        writer.Line($"long {Image}Extent = {writer.Use(HelperKind.Extent)}({InBatch(height, Planes)}, {imagePitch}, imageRow);");
        string outputHeight = EmitWindows(width, height);
        string matrixPitch = EmitPitch(
            model.IsFold ? form.HasSourcePitch : form.HasDestinationPitch,
            Matrix + "Pitch",
            Literals.Of(model.Window)
        );
        writer.Line(
            $"long {Matrix}Extent = {writer.Use(HelperKind.Extent)}({InBatch("windows")}, {matrixPitch}, {Literals.Of(model.Window)});"
        );
        writer.Line($"{writer.Use(HelperKind.RequireLength)}(source.Length, sourceExtent, nameof(source));");
        TouchedRows imageRows = new(Image + "Extent", imagePitch, "imageRow");
        TouchedRows matrixRows = new(Matrix + "Extent", matrixPitch, Literals.Of(model.Window));
        EmitDestination(form.Axes == 2 || form.HasLength ? width : SignatureRoles.Source, imageRows, matrixRows);
        EmitRun(Native(imagePitch), width, height, Native(matrixPitch), outputHeight);
    }

    /// <summary>The length of an image of one axis: an argument, or else what the source holds.</summary>
    private void EmitLength()
    {
        if (form.HasLength)
        {
            EmitNotNegative(SignatureRoles.Length);
            return;
        }

        if (!form.HasBatch && model.Channels == 1)
        {
            writer.Line("int length = source.Length;");
            return;
        }

        string unit = form.HasBatch
            ? "batch" + (model.Channels == 1 ? "" : $" * {Literals.Of(model.Channels)}L")
            : Literals.Of(model.Channels);
        writer.Line($"long unit = {unit};");
        writer.Line("int length = unit == 0 ? 0 : (int)(source.Length / unit);");
        writer.Line($"{writer.Use(HelperKind.RequireMultiple)}(source.Length, unit, length, \"elements\", nameof(source));");
    }

    /// <summary>Counts the windows; returns what counts their rows.</summary>
    private string EmitWindows(string width, string height)
    {
        writer.Line($"long outputWidth = {kernelType}.OutputWidth({width});");
        if (height == "1")
        {
            writer.Line("long windows = outputWidth;");
            return "1";
        }

        writer.Line($"long outputHeight = {kernelType}.OutputHeight({height});");
        writer.Line($"long windows = {writer.Use(HelperKind.Product)}(outputHeight, outputWidth);");
        return "outputHeight";
    }

    private string EmitPitch(bool isGiven, string parameter, string row)
    {
        if (!isGiven)
        {
            return row;
        }

        writer.Line($"{writer.Use(HelperKind.RequirePitch)}({parameter}, {row}, nameof({parameter}));");
        return parameter;
    }

    /// <summary>Checks or makes the destination, and returns early when nothing is to be written.</summary>
    private void EmitDestination(string sizeParameter, TouchedRows imageRows, TouchedRows matrixRows)
    {
        if (form.ReturnsResult)
        {
            string element = form.Destination.Element.Keyword();
            writer.Line($"{writer.Use(HelperKind.RequireArray)}(destinationExtent, nameof({sizeParameter}));");
            writer.Line($"{element}[] destination = GC.AllocateUninitializedArray<{element}>((int)destinationExtent);");
        }
        else
        {
            writer.Line($"{writer.Use(HelperKind.RequireLength)}(destination.Length, destinationExtent, nameof(destination));");
        }

        EmitReturnIf("destinationExtent == 0");
        CommonChecks.EmitReferences(writer, form);
        EmitOverlap(imageRows, matrixRows);
    }

    private void EmitOverlap(TouchedRows imageRows, TouchedRows matrixRows)
    {
        if (!form.ReturnsResult)
        {
            (TouchedRows read, TouchedRows written) = model.IsFold ? (matrixRows, imageRows) : (imageRows, matrixRows);
            CommonChecks.EmitApart(writer, "firstSource", read, written, SignatureRoles.Source);
        }
    }

    private void EmitReturnIf(string condition)
    {
        using (writer.Block($"if ({condition})"))
        {
            writer.Line(form.ReturnsResult ? "return destination;" : "return;");
        }

        writer.Line();
    }

    private void EmitRun(string imagePitch, string width, string height, string matrixPitch, string outputHeight)
    {
        string image = model.IsFold ? "firstDestination" : "firstSource";
        string matrix = model.IsFold ? "firstSource" : "firstDestination";
        if (!form.HasBatch)
        {
            writer.Line($"{kernelType}.Run(ref {image}, {imagePitch}, {width}, {height}, ref {matrix}, {matrixPitch});");
        }
        else
        {
            string planeRows = height == "1" ? "" : " * " + height;
            writer.Line($"nint imageStep = {imagePitch}{planeRows}{(Planes == 1 ? "" : " * " + Literals.Of(Planes))};");
            writer.Line($"nint matrixStep = {matrixPitch} * (nint)outputWidth{(outputHeight == "1" ? "" : " * (nint)outputHeight")};");
            using (writer.Block("for (nint item = 0; item < batch; item++)"))
            {
                writer.Line($"ref {form.Source.Element.Keyword()} image = ref Unsafe.Add(ref {image}, item * imageStep);");
                writer.Line(
                    $"{kernelType}.Run(ref image, {imagePitch}, {width}, {height}, ref Unsafe.Add(ref {matrix}, item * matrixStep), "
                        + $"{matrixPitch});"
                );
            }
        }

        if (form.ReturnsResult)
        {
            writer.Line("return destination;");
        }
    }

    private void EmitShaped()
    {
        Model.Buffer image = model.IsFold ? form.Destination : form.Source;
        Model.Buffer matrix = model.IsFold ? form.Source : form.Destination;
        writer.Line($"int height = {Carriers.Rows(image, Image)};");
        if (model.Channels == 1)
        {
            writer.Line($"int width = {Carriers.Columns(image, Image)};");
        }
        else
        {
            writer.Line($"int columns = {Carriers.Columns(image, Image)};");
            writer.Line($"int width = columns / {Literals.Of(model.Channels)};");
            writer.Line(
                $"{writer.Use(HelperKind.RequireMultiple)}(columns, {Literals.Of(model.Channels)}, width, \"columns\", nameof({Image}));"
            );
        }

        EmitWindows(SignatureRoles.Width, SignatureRoles.Height);
        string window = Literals.Of(model.Window);
        if (form.ReturnsResult)
        {
            string element = form.Destination.Element.Keyword();
            writer.Line(
                $"{writer.Use(HelperKind.RequireArray)}(Math.Max({writer.Use(HelperKind.Product)}(windows, {window}), windows), "
                    + "nameof(source));"
            );
            writer.Line($"{element}[,] destination = new {element}[windows, {window}];");
        }
        else
        {
            writer.Line(
                $"{writer.Use(HelperKind.RequireShape)}({Carriers.Rows(matrix, Matrix)}, {Carriers.Columns(matrix, Matrix)}, "
                    + $"windows, {window}, nameof({Matrix}));"
            );
        }

        EmitReturnIf(model.IsFold ? "height == 0 || width == 0" : "windows == 0");
        writer.Line($"nint imagePitch = {Carriers.Pitch(image, Image)};");
        writer.Line($"nint matrixPitch = {Carriers.Pitch(matrix, Matrix)};");
        string imageRow = model.Channels == 1 ? "width" : "columns";
        writer.Line($"long {Image}Extent = {writer.Use(HelperKind.Extent)}(height, imagePitch, {imageRow});");
        writer.Line($"long {Matrix}Extent = {writer.Use(HelperKind.Extent)}(windows, matrixPitch, {window});");
        CommonChecks.EmitReferences(writer, form);
        EmitOverlap(new TouchedRows(Image + "Extent", "imagePitch", imageRow), new TouchedRows(Matrix + "Extent", "matrixPitch", window));
        EmitRun("imagePitch", SignatureRoles.Width, SignatureRoles.Height, "matrixPitch", "outputHeight");
    }

    /// <summary>A count times the size of the batch and the planes.</summary>
    private string InBatch(string count, int planes)
    {
        string rows =
            planes == 1 ? count
            : count == "1" ? Literals.Of(planes)
            : $"{count} * {Literals.Of(planes)}L";
        return form.HasBatch && rows == "1" ? "batch" : InBatch(rows);
    }

    private string InBatch(string count) => form.HasBatch ? $"{writer.Use(HelperKind.Product)}(batch, {count})" : count;

    private static string Native(string pitch) => pitch == "imageRow" ? "(nint)imageRow" : pitch;
}
