using ConvGen.Generator.Emission.Entry;
using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Model.Groups;

namespace ConvGen.Generator.Emission.Groups;

/// <summary>
/// Prints checks and call for several destinations, or for one of another name, with spans, arrays and memory. The user's names appear only
/// as texts: in the generated method a destination is numbered, so that none
/// of them can be that of a local.
/// </summary>
internal sealed class GroupEntryEmitter
{
    private readonly SourceWriter writer;
    private readonly ConvolutionModel model;
    private readonly SignatureForm form;
    private readonly FlatSizes sizes;
    private readonly string kernelType;

    private GroupEntryEmitter(SourceWriter writer, ConvolutionModel model)
    {
        this.writer = writer;
        this.model = model;
        form = model.Form;
        sizes = new FlatSizes(writer, form);
        kernelType = KernelNames.KernelType(model.Header);
    }

    private bool HasTwoAxes => form.Axes == 2;

    private IEnumerable<(string Local, string First, GroupOutput Output)> Outputs =>
        form.Outputs.Select((output, index) => (Local(form, index), "firstD" + Local(form, index).Substring(1), output));

    /// <summary>The name of a destination in generated methods.</summary>
    public static string Local(SignatureForm form, int output) =>
        form.Outputs.Count <= 1 ? "destination" : "destination" + Literals.Of(output + 1);

    public static void Emit(SourceWriter writer, ConvolutionModel model)
    {
        GroupEntryEmitter emitter = new(writer, model);
        emitter.EmitNulls();
        emitter.EmitSource();
        emitter.EmitDestinations();
        emitter.EmitOverlaps();
        emitter.EmitRun();
    }

    private void EmitNulls()
    {
        CommonChecks.EmitNulls(writer, form with { ReturnsResult = true });
        foreach ((string local, _, GroupOutput output) in Outputs)
        {
            if (Carriers.CanBeNull(output.Buffer))
            {
                writer.Line($"ArgumentNullException.ThrowIfNull({local}, {Literals.Of(output.Name)});");
            }
        }

        IEnumerable<string> lengths =
            HasTwoAxes ? [SignatureRoles.Width, SignatureRoles.Height]
            : form.HasLength ? [SignatureRoles.Length]
            : [];
        foreach (string parameter in (form.HasBatch ? new[] { SignatureRoles.Batch } : []).Concat(lengths))
        {
            sizes.EmitNotNegative(parameter);
        }
    }

    private void EmitSource()
    {
        if (HasTwoAxes)
        {
            writer.Line($"long sourceRow = {Elements("width", isLong: false)};");
            sizes.EmitPitch(form.HasSourcePitch, SignatureRoles.SourcePitch, "sourceRow");
            writer.Line($"long sourceExtent = {writer.Use(HelperKind.Extent)}({sizes.InBatch("height")}, {SourcePitch}, sourceRow);");
        }
        else if (form.HasLength)
        {
            writer.Line($"long sourceExtent = {sizes.InBatch(Elements("length", isLong: false))};");
        }
        else
        {
            writer.Line("long sourceExtent = source.Length;");
            writer.Line($"long unit = {(form.HasBatch ? Elements("batch", isLong: false) : Literals.Of(model.SourceChannels))};");
            writer.Line("int length = unit == 0 ? 0 : (int)(sourceExtent / unit);");
            writer.Line($"{writer.Use(HelperKind.RequireMultiple)}(sourceExtent, unit, length, \"elements\", nameof(source));");
            return;
        }

        sizes.EmitLength("source", "sourceExtent");
    }

    private void EmitDestinations()
    {
        writer.Line();
        if (HasTwoAxes)
        {
            writer.Line($"long outputWidth = {kernelType}.OutputWidth(width);");
            writer.Line($"long outputHeight = {kernelType}.OutputHeight(height);");
            writer.Line($"long destinationRow = {Elements("outputWidth", isLong: true)};");
            sizes.EmitPitch(form.HasDestinationPitch, SignatureRoles.DestinationPitch, "destinationRow");
            writer.Line(
                $"long destinationExtent = {writer.Use(HelperKind.Extent)}({sizes.InBatch("outputHeight")}, {DestinationPitch}, destinationRow);"
            );
        }
        else
        {
            writer.Line($"long outputLength = {kernelType}.OutputWidth(length);");
            writer.Line($"long destinationExtent = {sizes.InBatch(Elements("outputLength", isLong: true))};");
        }

        CommonChecks.EmitKernel(writer, model);
        foreach ((string local, _, GroupOutput output) in Outputs)
        {
            writer.Line($"{writer.Use(HelperKind.RequireLength)}({local}.Length, destinationExtent, {Literals.Of(output.Name)});");
        }

        using (writer.Block("if (destinationExtent == 0)"))
        {
            writer.Line("return;");
        }

        writer.Line();
    }

    private void EmitOverlaps()
    {
        CommonChecks.EmitReference(writer, form.Source, SignatureRoles.Source, "firstSource");
        if (form.Kernel is { Carrier: not Carrier.Prepared } kernel)
        {
            CommonChecks.EmitReference(writer, kernel, SignatureRoles.Kernel, "firstWeight");
        }

        foreach ((string local, string first, GroupOutput output) in Outputs)
        {
            CommonChecks.EmitReference(writer, output.Buffer, local, first);
        }

        TouchedRows read = HasTwoAxes ? new TouchedRows("sourceExtent", SourcePitch, "sourceRow") : TouchedRows.Dense("sourceExtent");
        TouchedRows written = HasTwoAxes
            ? new TouchedRows("destinationExtent", DestinationPitch, "destinationRow")
            : TouchedRows.Dense("destinationExtent");
        List<(string First, TouchedRows Rows, string Name)> others = [("firstSource", read, "nameof(source)")];
        if (form.Kernel is not null)
        {
            others.Add(("firstWeight", TouchedRows.Dense(Literals.Of(model.Kernel.Count)), "nameof(kernel)"));
        }

        // Of two destinations neither would hold its own results.
        foreach ((_, string first, GroupOutput output) in Outputs)
        {
            (string First, TouchedRows Rows, string Name) destination = (first, written, Literals.Of(output.Name));
            foreach ((string First, TouchedRows Rows, string Name) other in others)
            {
                CommonChecks.EmitApart(writer, other, destination);
            }

            others.Add(destination);
        }
    }

    private void EmitRun()
    {
        string weights = WeightArguments.AtEntry(model);
        string Destinations(string step) =>
            string.Concat(
                Outputs.Select(output =>
                    $", ref {(step.Length == 0 ? output.First : $"Unsafe.Add(ref {output.First}, {step})")}"
                    + (HasTwoAxes ? ", " + Native(DestinationPitch) : "")
                )
            );
        string size = HasTwoAxes ? Native(SourcePitch) + ", width, height" : "length";
        if (!form.HasBatch)
        {
            writer.Line($"{kernelType}.Run(ref firstSource, {size}{Destinations("")}{weights});");
            return;
        }

        writer.Line(
            HasTwoAxes
                ? $"nint sourceStep = {Native(SourcePitch)} * height;"
                : $"nint sourceStep = (nint){Reference.Grouped(Elements("length", isLong: false))};"
        );
        writer.Line(
            HasTwoAxes
                ? $"nint destinationStep = {Native(DestinationPitch)} * (nint)outputHeight;"
                : $"nint destinationStep = (nint){Reference.Grouped(Elements("outputLength", isLong: true))};"
        );
        using (writer.Block("for (nint item = 0; item < batch; item++)"))
        {
            writer.Line(
                $"{kernelType}.Run(ref Unsafe.Add(ref firstSource, item * sourceStep), {size}{Destinations("item * destinationStep")}{weights});"
            );
        }
    }

    private string SourcePitch => form.HasSourcePitch ? SignatureRoles.SourcePitch : "sourceRow";

    private string DestinationPitch => form.HasDestinationPitch ? SignatureRoles.DestinationPitch : "destinationRow";

    /// <summary>A count of pixels as a count of elements.</summary>
    private string Elements(string pixels, bool isLong) => sizes.Elements(pixels, model.SourceChannels, isLong);

    private static string Native(string pitch) => "(nint)" + pitch;
}
