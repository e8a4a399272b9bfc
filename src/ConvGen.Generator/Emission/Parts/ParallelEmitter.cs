using ConvGen.Generator.Emission.Entry;
using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Parts;

namespace ConvGen.Generator.Emission.Parts;

/// <summary>
/// Prints how several threads compute a result: a type <c>Call</c> that keeps the arguments of a call for the threads that compute bands of
/// its result. How these are handed out stands in the helper
/// file; see <see cref="ThreadBands"/>.
/// </summary>
internal static class ParallelEmitter
{
    /// <summary>Prints the choice between one thread and several, and the call.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="model">The method.</param>
    /// <param name="part">The result, or the part of it that is asked for.</param>
    /// <param name="tiles">The tiles of transforms, pairs of which are handed out in place of bands.</param>
    public static void EmitRun(SourceWriter writer, ConvolutionModel model, PartText part, PartTiles? tiles = null)
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
        string units = rows,
            least = $"{kernelType}.Least, {kernelType}.Group";
        if (tiles is null)
        {
            writer.Line($"double work = {kernelType}.Work * {part.RowElements}{planes};");
        }
        else
        {
            (units, least) = PairHanding.EmitWork(writer, model, part, tiles, rows);
        }

        writer.Line(
            $"int workers = {writer.Use(HelperKind.Bands)}.Workers(work * {units}{(form.HasBatch ? " * batch" : "")}{(form.HasDegree ? ", maxDegreeOfParallelism" : "")});"
        );
        if (form.HasBatch && PairHanding.SharesSpectrum(model, tiles))
        {
            // Part by part, one thread would compute the spectrum once for each item.
            EmitThreads(writer, model, part, tiles, units, least);
            return;
        }

        using (writer.Block($"if (workers == 1{(form.HasCancellation ? " && !cancellationToken.CanBeCanceled" : "")})"))
        {
            part.EmitCalls(writer, model);
        }

        using (writer.Block("else"))
        {
            EmitThreads(writer, model, part, tiles, units, least);
        }
    }

    private static void EmitThreads(
        SourceWriter writer,
        ConvolutionModel model,
        PartText part,
        PartTiles? tiles,
        string units,
        string least
    )
    {
        PairHanding.EmitSpectrum(writer, model, tiles);
        writer.Line("Call call = new()");
        writer.Line("{");
        using (writer.Indent())
        {
            writer.Lines(CallFields.Of(model, part, tiles).Select(field => $"{field.Name} = {field.Value},"));
        }

        writer.Line("};");
        writer.Line($"call.Run(workers, work, {units}, {least}{(model.Form.HasBatch ? ", batch" : "")});");
        PairHanding.EmitReturn(writer, model, tiles);
    }

    /// <summary>Prints the type <c>Call</c>, for methods whose result several threads compute.</summary>
    public static void EmitCall(SourceWriter writer, ConvolutionModel model, PartTiles? tiles = null)
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
                CallFields
                    .Of(model, Empty, tiles)
                    .Where(static field => field.Name != CallFields.Token)
                    .Select(field => $"public {field.Type} {field.Name};")
            );
            writer.Line();
            EmitCompute(writer, model, tiles);
        }
    }

    private static readonly PartText Empty = new("", ("", "", "", ""), "", "", ("", "", "", ""), "");

    private static void EmitCompute(SourceWriter writer, ConvolutionModel model, PartTiles? tiles)
    {
        SignatureForm form = model.Form;
        using (writer.Block("protected override void Compute(long number)"))
        {
            CommonChecks.EmitReference(writer, form.Source, "Source", "firstSource");
            CommonChecks.EmitReference(writer, form.Destination, "Destination", "firstDestination");
            if (tiles is { HasSpectrum: true })
            {
                PairHanding.EmitReference(writer, model, tiles, PairHanding.Spectrum, PairHanding.Beginning);
            }
            else if (form.Kernel is { Carrier: not Carrier.Prepared } kernel)
            {
                CommonChecks.EmitReference(writer, kernel, "Kernel", "firstWeight");
            }

            if (form.Bias is { } bias)
            {
                CommonChecks.EmitReference(writer, bias, "Bias", "firstBias");
            }

            if (!form.HasBatch)
            {
                EmitBand(writer, model, tiles, "(nint)number", "firstSource", "");
                return;
            }

            writer.Line("long end = Math.Min((number + 1) * Share, (long)Count * Batch);");
            using (writer.Block("for (long band = number * Share; band < end; band++)"))
            {
                writer.Line("nint item = (nint)(band / Count);");
                EmitBand(
                    writer,
                    model,
                    tiles,
                    "(nint)(band % Count)",
                    "Unsafe.Add(ref firstSource, item * SourceStep)",
                    "(item * DestinationStep)"
                );
            }
        }
    }

    private static void EmitBand(SourceWriter writer, ConvolutionModel model, PartTiles? tiles, string band, string source, string step)
    {
        SignatureForm form = model.Form;
        if (tiles is not null)
        {
            PairHanding.EmitPairs(writer, model, tiles, band, source, step);
            if (!tiles.IsExact)
            {
                return;
            }
        }

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
        string result = $"Unsafe.Add(ref firstDestination, {whole})";
        writer.Line(part.Call(model, KernelNames.KernelType(model.Header), source, result, CallFields.Weights(model)));
    }
}
