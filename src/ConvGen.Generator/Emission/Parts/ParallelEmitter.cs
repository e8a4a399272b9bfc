using ConvGen.Generator.Emission.Entry;
using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Parts;

/// <summary>
/// Prints how several threads compute a result: a type <c>Call</c> that keeps the arguments of a call for the threads that compute bands of
/// its result. How these are handed out stands in the helper
/// file; see <see cref="ThreadBands"/>.
/// </summary>
internal static class ParallelEmitter
{
    /// <summary>A field that all types of this kind have.</summary>
    private const string Token = "Token";

    /// <summary>Prints the choice between one thread and several, and the call.</summary>
    public static void EmitRun(SourceWriter writer, ConvolutionModel model, PartText part)
    {
        SignatureForm form = model.Form;
        string kernelType = KernelNames.KernelType(model.Header);
        string planes = model.HasPlanes ? " * " + Literals.Of(model.ResultChannels) : "";
        (string first, string last) = form.HasRows ? (part.Sides.Top, part.Sides.Bottom) : (part.Sides.Left, part.Sides.Right);
        string rows =
            first == "0" ? last
            : form.HasRegion ? (form.Axes == 2 ? "region.Height" : "region.Width")
            : $"({last} - {first})";
        part.EmitSteps(writer, form);
        writer.Line($"double work = {kernelType}.Work * {part.RowElements}{planes};");
        writer.Line(
            $"int workers = {writer.Use(HelperKind.Bands)}.Workers(work * {rows}{(form.HasBatch ? " * batch" : "")}{(form.HasDegree ? ", maxDegreeOfParallelism" : "")});"
        );
        using (writer.Block($"if (workers == 1{(form.HasCancellation ? " && !cancellationToken.CanBeCanceled" : "")})"))
        {
            part.EmitCalls(writer, model);
        }

        using (writer.Block("else"))
        {
            writer.Line("Call call = new()");
            writer.Line("{");
            using (writer.Indent())
            {
                writer.Lines(Fields(model, part).Select(field => $"{field.Name} = {field.Value},"));
            }

            writer.Line("};");
            writer.Line($"call.Run(workers, work, {rows}, {kernelType}.Least, {kernelType}.Group{(form.HasBatch ? ", batch" : "")});");
        }
    }

    /// <summary>What <c>Call</c> knows about a call, and the expressions that it is in the entry.</summary>
    private static IEnumerable<(string Type, string Name, string Value)> Fields(ConvolutionModel model, PartText part)
    {
        SignatureForm form = model.Form;
        yield return (Carriers.TypeOf(form.Source), "Source", SignatureRoles.Source);
        if (form.Kernel is { } kernel)
        {
            yield return (Carriers.TypeOf(kernel), "Kernel", SignatureRoles.Kernel);
        }

        if (form.Bias is { } bias)
        {
            yield return (Carriers.TypeOf(bias), "Bias", SignatureRoles.Bias);
        }

        yield return (Carriers.TypeOf(form.Destination), "Destination", SignatureRoles.Destination);
        if (form.HasScale)
        {
            yield return ("float", "Scale", SignatureRoles.ResultScale);
        }

        if (form.HasOffset)
        {
            yield return ("float", "Offset", SignatureRoles.ResultOffset);
        }

        if (form.HasCancellation)
        {
            yield return ("", Token, SignatureRoles.Cancellation);
        }

        foreach ((string name, string value) in Numbers(model, part))
        {
            yield return (name is "Width" or "Height" or "Depth" ? "int" : "nint", name, value);
        }
    }

    private static IEnumerable<(string Name, string Value)> Numbers(ConvolutionModel model, PartText part)
    {
        bool hasRows = model.Form.HasRows;
        yield return ("Width", part.Image.Width);
        if (hasRows)
        {
            yield return ("Height", part.Image.Height);
            yield return ("SourcePitch", part.SourcePitch);
            yield return ("DestinationPitch", part.DestinationPitch);
        }

        if (model.Form.IsVolume)
        {
            yield return ("Depth", part.Volume.Depth);
            yield return ("SourcePlanePitch", part.Volume.SourcePlanePitch);
            yield return ("DestinationPlanePitch", part.Volume.DestinationPlanePitch);
        }

        if (model is { HasPlanes: true, Form.IsVolume: false })
        {
            yield return ("DestinationPlane", part.DestinationPlane);
        }

        foreach ((string Name, string Value) number in Rectangles(model, part))
        {
            yield return number;
        }

        if (model.Form.HasBatch)
        {
            yield return ("Batch", SignatureRoles.Batch);
            yield return ("SourceStep", "sourceStep");
            yield return ("DestinationStep", "destinationStep");
        }
    }

    /// <summary>What is held, and where the region lies.</summary>
    private static IEnumerable<(string Name, string Value)> Rectangles(ConvolutionModel model, PartText part)
    {
        bool hasRows = model.Form.HasRows;
        if (model.Form.HasHeld)
        {
            yield return ("HeldLeft", part.Held.Left);
            yield return ("HeldWidth", part.Held.Width);
            if (hasRows)
            {
                yield return ("HeldTop", part.Held.Top);
            }

            if (hasRows && model.HasPlanes)
            {
                yield return ("HeldHeight", part.Held.Height);
            }
        }

        if (model.Form.HasRegion)
        {
            yield return ("Left", part.Sides.Left);
            if (hasRows)
            {
                yield return ("Top", part.Sides.Top);
            }
        }

        if (!model.Form.IsVolume)
        {
            yield return ("Right", part.Sides.Right);
        }

        if (hasRows)
        {
            yield return ("Bottom", part.Sides.Bottom);
        }
    }

    /// <summary>Prints the type <c>Call</c>, for methods whose result several threads compute.</summary>
    public static void EmitCall(SourceWriter writer, ConvolutionModel model)
    {
        SignatureForm form = model.Form;
        if (!form.IsParallel)
        {
            return;
        }

        writer.Line();
        writer.Line("/// <summary>The arguments of a call, for the threads that compute its result.</summary>");
        using (writer.Block($"private sealed class Call : {writer.Use(HelperKind.Bands)}"))
        {
            writer.Lines(
                Fields(model, Empty).Where(static field => field.Name != Token).Select(field => $"public {field.Type} {field.Name};")
            );
            writer.Line();
            EmitCompute(writer, model);
        }
    }

    private static readonly PartText Empty = new("", ("", "", "", ""), "", "", ("", "", "", ""), "");

    private static void EmitCompute(SourceWriter writer, ConvolutionModel model)
    {
        SignatureForm form = model.Form;
        using (writer.Block("protected override void Compute(long number)"))
        {
            EmitReference(writer, form.Source, "Source", "firstSource");
            EmitReference(writer, form.Destination, "Destination", "firstDestination");
            if (form.Kernel is { Carrier: not Carrier.Prepared } kernel)
            {
                EmitReference(writer, kernel, "Kernel", "firstWeight");
            }

            if (form.Bias is { } bias)
            {
                EmitReference(writer, bias, "Bias", "firstBias");
            }

            if (!form.HasBatch)
            {
                EmitBand(writer, model, "(nint)number", "firstSource", "");
                return;
            }

            writer.Line("long end = Math.Min((number + 1) * Share, (long)Count * Batch);");
            using (writer.Block("for (long band = number * Share; band < end; band++)"))
            {
                writer.Line("nint item = (nint)(band / Count);");
                EmitBand(
                    writer,
                    model,
                    "(nint)(band % Count)",
                    "Unsafe.Add(ref firstSource, item * SourceStep)",
                    "(item * DestinationStep)"
                );
            }
        }
    }

    private static void EmitBand(SourceWriter writer, ConvolutionModel model, string band, string source, string step)
    {
        SignatureForm form = model.Form;
        bool hasRows = form.HasRows;
        (string start, string end, string last, string first) = hasRows
            ? ("top", "bottom", "Bottom", "Top")
            : ("left", "right", "Right", "Left");
        writer.Line($"nint {start} = {(form.HasRegion ? first + " + (" : "")}{band} * Size{(form.HasRegion ? ")" : "")};");
        writer.Line($"nint {end} = Math.Min({start} + Size, {last});");
        string from = form.HasRegion ? $"({start} - {first})" : start;
        int pixel = model.HasPlanes ? 1 : model.ResultChannels;
        string place =
            form.IsVolume ? from + " * DestinationPlanePitch"
            : hasRows ? from + " * DestinationPitch"
            : pixel == 1 ? from
            : from + " * " + Literals.Of(pixel);
        string whole = step.Length == 0 ? place : $"{step} + {Reference.Grouped(place)}";
        PartText part = new(
            "SourcePitch",
            form.HasHeld ? ("HeldLeft", "HeldTop", "HeldWidth", "HeldHeight") : ("0", "0", "Width", "Height"),
            "DestinationPitch",
            "DestinationPlane",
            hasRows ? (form.HasRegion ? "Left" : "0", "top", "Right", "bottom") : ("left", "", "right", ""),
            ""
        )
        {
            Image = ("Width", "Height"),
            Volume = ("Depth", "SourcePlanePitch", "DestinationPlanePitch"),
        };
        // What the entry passes, from the fields that hold it.
        string weights = WeightArguments
            .AtEntry(model)
            .Replace(", kernel", ", Kernel")
            .Replace(", scale", ", Scale")
            .Replace(", offset", ", Offset");
        string result = $"Unsafe.Add(ref firstDestination, {whole})";
        writer.Line(part.Call(model, KernelNames.KernelType(model.Header), source, result, weights));
    }

    private static void EmitReference(SourceWriter writer, Model.Buffer buffer, string name, string first) =>
        writer.Line($"ref {buffer.Element.Keyword()} {first} = ref {Carriers.First(buffer, name)};");
}
