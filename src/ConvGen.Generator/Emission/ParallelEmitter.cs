using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;
using ConvGen.Generator.Parsing.Groups;

namespace ConvGen.Generator.Emission;

/// <summary>
/// Prints how several threads compute a result: a type <c>Bands</c> that hands out bands of rows, of one axis stretches, to those that ask for one. The calling thread computes bands too, and waits
/// only for those that others have begun, so that a pool without a free thread delays nothing.
/// </summary>
internal static class ParallelEmitter
{
    private const string Threading = "global::System.Threading.";

    /// <summary>Work of which a thread must have as much to be woken: some 50 microseconds, which is several times what it takes to wake it.</summary>
    private const int LeastShare = 1 << 22;

    /// <summary>Work of a band, beside which taking it is nothing.</summary>
    private const int LeastWork = 1 << 18;

    /// <summary>Work of a band that is over in time for a cancelled call to end soon: about a millisecond on a slow processor.</summary>
    private const int MostWork = 1 << 23;

    /// <summary>Bands for each thread: where one is late, the others take what it leaves.</summary>
    private const int BandsForEach = 16;

    /// <summary>How often the calling thread looks for the last bands of others before it sleeps, which is some tens of microseconds.</summary>
    private const int Looks = 100;

    /// <summary>Prints the choice between one thread and several, and the call.</summary>
    public static void EmitRun(SourceWriter writer, ConvolutionModel model, PartText part)
    {
        SignatureForm form = model.Form;
        string kernelType = KernelNames.KernelType(model.Header);
        string planes = model.HasPlanes ? " * " + Literals.Of(model.ResultChannels) : "";
        (string first, string last) = form.Axes == 2 ? (part.Sides.Top, part.Sides.Bottom) : (part.Sides.Left, part.Sides.Right);
        string rows = first == "0" ? last : form.HasRegion ? (form.Axes == 2 ? "region.Height" : "region.Width") : $"({last} - {first})";
        if (form.HasBatch)
        {
            writer.Line($"nint sourceStep = {part.SourceStep};");
            writer.Line($"nint destinationStep = {part.DestinationStep};");
        }

        writer.Line($"double work = {kernelType}.Work * {part.RowElements}{planes};");
        writer.Line($"int workers = Bands.Workers(work * {rows}{(form.HasBatch ? " * batch" : "")}{(form.HasDegree ? ", maxDegreeOfParallelism" : "")});");
        using (writer.Block($"if (workers == 1{(form.HasCancellation ? " && !cancellationToken.CanBeCanceled" : "")})"))
        {
            EmitWhole(writer, model, part, kernelType);
        }

        using (writer.Block("else"))
        {
            writer.Line("Bands bands = new()");
            writer.Line("{");
            using (writer.Indent())
            {
                writer.Lines(Fields(model, part).Select(field => $"{field.Name} = {field.Value},"));
            }

            writer.Line("};");
            writer.Line("bands.Run(workers, work);");
        }
    }

    private static void EmitWhole(SourceWriter writer, ConvolutionModel model, PartText part, string kernelType)
    {
        string weights = WeightArguments.AtEntry(model);
        if (!model.Form.HasBatch)
        {
            writer.Line(part.Call(model, kernelType, "firstSource", "firstDestination", weights));
            return;
        }

        using (writer.Block("for (nint item = 0; item < batch; item++)"))
        {
            writer.Line(part.Call(model, kernelType, "Unsafe.Add(ref firstSource, item * sourceStep)", "Unsafe.Add(ref firstDestination, item * destinationStep)", weights));
        }
    }

    /// <summary>What <c>Bands</c> knows about a call, and the expressions that it is in the entry.</summary>
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
            yield return ("float", "Scale", GroupRoles.Scale);
        }

        if (form.HasOffset)
        {
            yield return ("float", "Offset", GroupRoles.Offset);
        }

        if (form.HasCancellation)
        {
            yield return (Threading + "CancellationToken", "Token", SignatureRoles.Cancellation);
        }

        foreach ((string name, string value) in Numbers(model, part))
        {
            yield return (name is "Width" or "Height" ? "int" : "nint", name, value);
        }
    }

    private static IEnumerable<(string Name, string Value)> Numbers(ConvolutionModel model, PartText part)
    {
        bool hasRows = model.Form.Axes == 2;
        yield return ("Width", part.Image.Width);
        if (hasRows)
        {
            yield return ("Height", part.Image.Height);
            yield return ("SourcePitch", part.SourcePitch);
            yield return ("DestinationPitch", part.DestinationPitch);
        }

        if (model.HasPlanes)
        {
            yield return ("DestinationPlane", part.DestinationPlane);
        }

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

        yield return ("Right", part.Sides.Right);
        if (hasRows)
        {
            yield return ("Bottom", part.Sides.Bottom);
        }

        if (model.Form.HasBatch)
        {
            yield return ("Batch", SignatureRoles.Batch);
            yield return ("SourceStep", "sourceStep");
            yield return ("DestinationStep", "destinationStep");
        }
    }

    /// <summary>Prints the type <c>Bands</c>, for methods whose result several threads compute.</summary>
    public static void EmitBands(SourceWriter writer, ConvolutionModel model)
    {
        SignatureForm form = model.Form;
        if (!form.IsParallel)
        {
            return;
        }

        string what = form.Axes == 2 ? "bands of rows" : "stretches";
        writer.Line();
        writer.Line($"/// <summary>The {what} of one result, which threads take one after the other until none is left.</summary>");
        using (writer.Block($"private sealed class Bands : {Threading}IThreadPoolWorkItem"))
        {
            EmitConstants(writer);
            writer.Lines(Fields(model, Empty).Select(field => $"public {field.Type} {field.Name};"));
            writer.Line("private readonly object gate = new();");
            writer.Line("private nint size;");
            writer.Line("private nint bands;");
            if (form.HasBatch)
            {
                writer.Line("private long share;");
            }

            writer.Line("private long count;");
            writer.Line("private long taken;");
            writer.Line("private long unfinished;");
            writer.Line("private Exception? failure;");
            writer.Line();
            EmitWorkers(writer, form);
            EmitStart(writer, model);
            EmitExecute(writer, form);
            EmitCompute(writer, model);
        }
    }

    private static readonly PartText Empty = new("", ("", "", "", ""), "", "", ("", "", "", ""), "");

    private static void EmitConstants(SourceWriter writer)
    {
        writer.Line("// Work in multiplications: that for which it pays to wake another thread, that of a band beside which taking it is nothing, and that of one after which a");
        writer.Line("// cancelled call still ends soon.");
        writer.Line($"private const double LeastShare = {Literals.Of(LeastShare)}, LeastWork = {Literals.Of(LeastWork)}, MostWork = {Literals.Of(MostWork)};");
        writer.Line();
        writer.Line("// Bands for each thread: where one is late, the others take what it leaves.");
        writer.Line($"private const int BandsForEach = {Literals.Of(BandsForEach)};");
        writer.Line();
    }

    private static void EmitWorkers(SourceWriter writer, SignatureForm form)
    {
        writer.Line("/// <summary>How many threads are worth it.</summary>");
        using (writer.Block($"public static int Workers(double work{(form.HasDegree ? ", int most" : "")})"))
        {
            writer.Line(form.HasDegree
                ? "double limit = most < 0 ? Environment.ProcessorCount : most;"
                : "double limit = Environment.ProcessorCount;");
            writer.Line("return (int)Math.Max(1, Math.Min(work / LeastShare, limit));");
        }

        writer.Line();
    }

    private static void EmitStart(SourceWriter writer, ConvolutionModel model)
    {
        string kernelType = KernelNames.KernelType(model.Header);
        (string first, string last) = model.Form.Axes == 2 ? ("Top", "Bottom") : ("Left", "Right");
        writer.Line("/// <summary>Computes all bands, and throws what the first failing one has thrown.</summary>");
        using (writer.Block("public void Run(int workers, double work)"))
        {
            writer.Line($"nint rows = {(model.Form.HasRegion ? $"{last} - {first}" : last)};");
            writer.Line("double wanted = Math.Clamp(rows / ((double)BandsForEach * workers), LeastWork / work, MostWork / work);");
            writer.Line($"size = (nint)Math.Min(rows, Math.Max({kernelType}.Least, Math.Ceiling(wanted)));");
            writer.Line("bands = ((rows - 1) / size) + 1;");
            if (model.Form.HasBatch)
            {
                writer.Line("share = (long)Math.Max(1, LeastWork / (work * size));");
                writer.Line("count = ((((long)bands * Batch) - 1) / share) + 1;");
            }
            else
            {
                writer.Line("count = bands;");
            }

            writer.Line("unfinished = count;");
            writer.Line("long others = Math.Min(workers, count) - 1;");
            using (writer.Block("for (long i = 0; i < others; i++)"))
            {
                writer.Line($"{Threading}ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);");
            }

            writer.Line();
            writer.Line("Execute();");
            EmitWait(writer);
            using (writer.Block("if (failure is not null)"))
            {
                writer.Line("global::System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);");
            }
        }

        writer.Line();
    }

    private static void EmitWait(SourceWriter writer)
    {
        writer.Line();
        writer.Line("// What others have begun is soon done: sleeping for it would take longer.");
        writer.Line($"{Threading}SpinWait spin = default;");
        using (writer.Block($"while ({Threading}Volatile.Read(ref unfinished) > 0 && spin.Count < {Literals.Of(Looks)})"))
        {
            writer.Line("spin.SpinOnce(-1);");
        }

        writer.Line();
        using (writer.Block("lock (gate)"))
        using (writer.Block($"while ({Threading}Volatile.Read(ref unfinished) > 0)"))
        {
            writer.Line($"{Threading}Monitor.Wait(gate);");
        }

        writer.Line();
    }

    private static void EmitExecute(SourceWriter writer, SignatureForm form)
    {
        writer.Line("/// <summary>Computes bands until none is left. After a failure they are only counted.</summary>");
        using (writer.Block("public void Execute()"))
        using (writer.Block($"while ({Threading}Interlocked.Increment(ref taken) is var number && number <= count)"))
        {
            using (writer.Block($"if ({Threading}Volatile.Read(ref failure) is null)"))
            {
                using (writer.Block("try"))
                {
                    if (form.HasCancellation)
                    {
                        writer.Line("Token.ThrowIfCancellationRequested();");
                    }

                    writer.Line("Compute(number - 1);");
                }

                using (writer.Block("catch (Exception exception)"))
                {
                    writer.Line($"{Threading}Interlocked.CompareExchange(ref failure, exception, null);");
                }
            }

            writer.Line();
            using (writer.Block($"if ({Threading}Interlocked.Decrement(ref unfinished) == 0)"))
            using (writer.Block("lock (gate)"))
            {
                writer.Line($"{Threading}Monitor.PulseAll(gate);");
            }
        }

        writer.Line();
    }

    private static void EmitCompute(SourceWriter writer, ConvolutionModel model)
    {
        SignatureForm form = model.Form;
        using (writer.Block("private void Compute(long number)"))
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

            writer.Line("long end = Math.Min((number + 1) * share, (long)bands * Batch);");
            using (writer.Block("for (long band = number * share; band < end; band++)"))
            {
                writer.Line("nint item = (nint)(band / bands);");
                EmitBand(writer, model, "(nint)(band % bands)", "Unsafe.Add(ref firstSource, item * SourceStep)", "(item * DestinationStep)");
            }
        }
    }

    private static void EmitBand(SourceWriter writer, ConvolutionModel model, string band, string source, string step)
    {
        SignatureForm form = model.Form;
        bool hasRows = form.Axes == 2;
        (string start, string end, string last, string first) = hasRows ? ("top", "bottom", "Bottom", "Top") : ("left", "right", "Right", "Left");
        writer.Line($"nint {start} = {(form.HasRegion ? first + " + (" : "")}{band} * size{(form.HasRegion ? ")" : "")};");
        writer.Line($"nint {end} = Math.Min({start} + size, {last});");
        string from = form.HasRegion ? $"({start} - {first})" : start;
        int pixel = model.HasPlanes ? 1 : model.ResultChannels;
        string place = hasRows ? from + " * DestinationPitch" : pixel == 1 ? from : from + " * " + Literals.Of(pixel);
        string whole = step.Length == 0 ? place : place.Contains(' ') ? $"{step} + ({place})" : $"{step} + {place}";
        PartText part = new(
            "SourcePitch",
            form.HasHeld ? ("HeldLeft", "HeldTop", "HeldWidth", "HeldHeight") : ("0", "0", "Width", "Height"),
            "DestinationPitch",
            "DestinationPlane",
            hasRows ? (form.HasRegion ? "Left" : "0", "top", "Right", "bottom") : ("left", "", "right", ""),
            "")
        {
            Image = ("Width", "Height"),
        };
        // What the entry passes, from the fields that hold it.
        string weights = WeightArguments.AtEntry(model).Replace(", kernel", ", Kernel").Replace(", scale", ", Scale").Replace(", offset", ", Offset");
        writer.Line(part.Call(model, KernelNames.KernelType(model.Header), source, $"Unsafe.Add(ref firstDestination, {whole})", weights));
    }

    private static void EmitReference(SourceWriter writer, Model.Buffer buffer, string name, string first)
        => writer.Line($"ref {buffer.Element.Keyword()} {first} = ref {Carriers.First(buffer, name)};");
}
