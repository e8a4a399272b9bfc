using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;

namespace ConvGen.Generator.Emission.Groups;

/// <summary>
/// Prints checks and call for several destinations, or for one of another name, with spans, arrays and memory. The user's names appear only as texts: in the generated method a destination is numbered, so that none
/// of them can be that of a local.
/// </summary>
internal sealed class GroupEntryEmitter
{
    private readonly SourceWriter writer;
    private readonly ConvolutionModel model;
    private readonly SignatureForm form;
    private readonly string kernelType;

    private GroupEntryEmitter(SourceWriter writer, ConvolutionModel model)
    {
        this.writer = writer;
        this.model = model;
        form = model.Form;
        kernelType = KernelNames.KernelType(model.Header);
    }

    private bool HasTwoAxes => form.Axes == 2;

    private IEnumerable<(string Local, string First, GroupOutput Output)> Outputs =>
        form.Outputs.Select((output, index) => (Local(form, index), "firstD" + Local(form, index).Substring(1), output));

    /// <summary>The name of a destination in generated methods.</summary>
    public static string Local(SignatureForm form, int output) => form.Outputs.Count <= 1 ? "destination" : "destination" + Literals.Of(output + 1);

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

        IEnumerable<string> sizes = HasTwoAxes ? [SignatureRoles.Width, SignatureRoles.Height] : form.HasLength ? [SignatureRoles.Length] : [];
        writer.Lines((form.HasBatch ? new[] { SignatureRoles.Batch } : []).Concat(sizes).Select(static size => $"ArgumentOutOfRangeException.ThrowIfNegative({size});"));
    }

    private void EmitSource()
    {
        if (HasTwoAxes)
        {
            writer.Line($"long sourceRow = {Elements("width", isLong: false)};");
            EmitPitch(form.HasSourcePitch, SignatureRoles.SourcePitch, "sourceRow");
            writer.Line($"long sourceExtent = {writer.Use(HelperKind.Extent)}({InBatch("height")}, {SourcePitch}, sourceRow);");
        }
        else if (form.HasLength)
        {
            writer.Line($"long sourceExtent = {InBatch(Elements("length", isLong: false))};");
        }
        else
        {
            writer.Line("long sourceExtent = source.Length;");
            writer.Line($"long unit = {(form.HasBatch ? Elements("batch", isLong: false) : Literals.Of(model.SourceChannels))};");
            writer.Line("int length = unit == 0 ? 0 : (int)(sourceExtent / unit);");
            writer.Line($"{writer.Use(HelperKind.RequireMultiple)}(sourceExtent, unit, length, \"elements\", nameof(source));");
            return;
        }

        writer.Line($"{writer.Use(HelperKind.RequireLength)}(source.Length, sourceExtent, nameof(source));");
    }

    private void EmitDestinations()
    {
        writer.Line();
        if (HasTwoAxes)
        {
            writer.Line($"long outputWidth = {kernelType}.OutputWidth(width);");
            writer.Line($"long outputHeight = {kernelType}.OutputHeight(height);");
            writer.Line($"long destinationRow = {Elements("outputWidth", isLong: true)};");
            EmitPitch(form.HasDestinationPitch, SignatureRoles.DestinationPitch, "destinationRow");
            writer.Line($"long destinationExtent = {writer.Use(HelperKind.Extent)}({InBatch("outputHeight")}, {DestinationPitch}, destinationRow);");
        }
        else
        {
            writer.Line($"long outputLength = {kernelType}.OutputWidth(length);");
            writer.Line($"long destinationExtent = {InBatch(Elements("outputLength", isLong: true))};");
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
        TouchedRows written = HasTwoAxes ? new TouchedRows("destinationExtent", DestinationPitch, "destinationRow") : TouchedRows.Dense("destinationExtent");
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
        string Destinations(string step) => string.Concat(Outputs.Select(output =>
            $", ref {(step.Length == 0 ? output.First : $"Unsafe.Add(ref {output.First}, {step})")}" + (HasTwoAxes ? ", " + Native(DestinationPitch) : "")));
        string sizes = HasTwoAxes ? Native(SourcePitch) + ", width, height" : "length";
        if (!form.HasBatch)
        {
            writer.Line($"{kernelType}.Run(ref firstSource, {sizes}{Destinations("")}{weights});");
            return;
        }

        writer.Line(HasTwoAxes ? $"nint sourceStep = {Native(SourcePitch)} * height;" : $"nint sourceStep = (nint)({Elements("length", isLong: false)});");
        writer.Line(HasTwoAxes ? $"nint destinationStep = {Native(DestinationPitch)} * (nint)outputHeight;" : $"nint destinationStep = (nint)({Elements("outputLength", isLong: true)});");
        using (writer.Block("for (nint item = 0; item < batch; item++)"))
        {
            writer.Line($"{kernelType}.Run(ref Unsafe.Add(ref firstSource, item * sourceStep), {sizes}{Destinations("item * destinationStep")}{weights});");
        }
    }

    private string SourcePitch => form.HasSourcePitch ? SignatureRoles.SourcePitch : "sourceRow";

    private string DestinationPitch => form.HasDestinationPitch ? SignatureRoles.DestinationPitch : "destinationRow";

    private void EmitPitch(bool isGiven, string parameter, string row)
    {
        if (isGiven)
        {
            writer.Line($"{writer.Use(HelperKind.RequirePitch)}({parameter}, {row}, nameof({parameter}));");
        }
    }

    /// <summary>A count of pixels as a count of elements.</summary>
    private string Elements(string pixels, bool isLong) => model.SourceChannels == 1 ? pixels
        : isLong ? $"{writer.Use(HelperKind.Product)}({pixels}, {Literals.Of(model.SourceChannels)})" : $"{pixels} * {Literals.Of(model.SourceChannels)}L";

    private string InBatch(string count) => form.HasBatch ? $"{writer.Use(HelperKind.Product)}(batch, {count})" : count;

    private static string Native(string pitch) => "(nint)" + pitch;
}
