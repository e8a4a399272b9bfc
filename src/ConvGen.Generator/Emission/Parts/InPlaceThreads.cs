using ConvGen.Generator.Emission.Entry;
using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Parts;

/// <summary>
/// Prints how several threads overwrite an image by its result. Each takes bands of rows (of one axis stretches, of three planes), and goes
/// through a band as one thread goes through an image; what windows at the ends of a band see of its neighbours is copied before any band
/// is begun.
/// </summary>
internal static class InPlaceThreads
{
    /// <summary>
    /// Bands for each thread: few, because each keeps rows of its neighbours, and not one, so that a late thread leaves some to the others.
    /// </summary>
    private const int BandsForEach = 4;

    /// <summary>Prints the methods of <c>InPlace</c> that a band needs, and one that takes the whole image as a single band.</summary>
    public static void EmitMethods(SourceWriter writer, ConvolutionModel model, InPlaceNames names)
    {
        EmitEdgeElements(writer, names);
        EmitSave(writer, names);
        using (
            writer.Block(
                $"internal static void Run(ref {names.Type} image, {names.SizeParameters}{WeightArguments.AllParameters(model.Form)}, {InPlaceNames.TokenParameter})"
            )
        )
        {
            InPlaceWhole.EmitChoice(writer, model, names);
            CacheLine.EmitRented(writer, model.Form.Source.Element, "edges", "kept", $"EdgeElements({names.Sizes})");
            writer.Line($"Save(ref image, {names.Sizes}, 0, {names.Length}, ref edges);");
            writer.Line(
                $"RunBand(ref image, {names.Sizes}, 0, {names.Length}, ref edges{WeightArguments.AllPassedOn(model.Form)}, cancellationToken);"
            );
            CacheLine.EmitReturn(writer, "kept");
        }

        writer.Line();
    }

    private static void EmitEdgeElements(SourceWriter writer, InPlaceNames names)
    {
        writer.Line("// Elements that are kept beside a band: what its windows see of its neighbours, or of what lies outside.");
        using (writer.Block($"internal static long EdgeElements({names.SizeParameters})"))
        {
            names.EmitLine(writer);
            writer.Line($"return {names.EdgeElements};");
        }

        writer.Line();
    }

    private static void EmitSave(SourceWriter writer, InPlaceNames names)
    {
        writer.Line($"// Keeps what the windows of a band see of the {names.Ones} before and behind it.");
        using (
            writer.Block(
                $"internal static void Save(ref {names.Type} image, {names.SizeParameters}, nint begin, nint past, ref {names.Type} edges)"
            )
        )
        {
            if (names.Kept > 0)
            {
                names.EmitLine(writer);
                names.EmitPlanes(writer, hasCopies: false, hasResults: false, () => InPlaceCopies.EmitEdges(writer, names));
            }
        }

        writer.Line();
    }

    /// <summary>Prints the choice between one thread and several, and the call.</summary>
    /// <param name="writer">Where it is printed.</param>
    /// <param name="model">The kernel.</param>
    /// <param name="size">The arguments that say how large the image is.</param>
    /// <param name="elements">Elements of a row, in all planes; of one axis those of a pixel, of three those of a plane.</param>
    /// <param name="run">Prints what one thread does.</param>
    public static void EmitRun(SourceWriter writer, ConvolutionModel model, string size, string elements, Action run)
    {
        SignatureForm form = model.Form;
        InPlaceNames names = new(model, 1);
        string kernelType = KernelNames.KernelType(model.Header);
        writer.Line($"double work = {kernelType}.Work * {elements};");
        writer.Line(
            $"int workers = {writer.Use(HelperKind.Bands)}.Workers(work * {names.Length}{(form.HasBatch ? " * batch" : "")}{(form.HasDegree ? ", maxDegreeOfParallelism" : "")});"
        );
        using (writer.Block($"if (workers == 1{(form.HasCancellation ? " && !cancellationToken.CanBeCanceled" : "")})"))
        {
            run();
        }

        using (writer.Block("else"))
        {
            writer.Line("Call call = new()");
            writer.Line("{");
            using (writer.Indent())
            {
                writer.Line("Image = image,");
                writer.Lines(CallFields.OfArguments(form).Select(static field => $"{field.Name} = {field.Value},"));
                writer.Lines(
                    names
                        .Fields.Zip(size.Split([", "], StringSplitOptions.None), static (field, value) => (field, value))
                        .Select(static pair => $"{pair.field.Name} = {pair.value},")
                );
                writer.Lines(form.HasBatch ? ["Batch = batch,", "Step = step,"] : []);
            }

            writer.Line("};");
            writer.Line($"call.Overwrite(workers, work, {kernelType}.Least, {kernelType}.Group);");
        }
    }

    /// <summary>Prints the type <c>Call</c>, which keeps the arguments of a call.</summary>
    public static void EmitCall(SourceWriter writer, ConvolutionModel model)
    {
        SignatureForm form = model.Form;
        InPlaceNames names = new(model, 1);
        writer.Line();
        writer.Line("/// <summary>The arguments of a call, for the threads that compute its result.</summary>");
        using (writer.Block($"private sealed class Call : {writer.Use(HelperKind.Bands)}"))
        {
            writer.Line($"public {Carriers.TypeOf(form.Source)} Image;");
            writer.Lines(
                CallFields
                    .OfArguments(form)
                    .Where(static field => field.Name != CallFields.Token)
                    .Select(static field => $"public {field.Type} {field.Name};")
            );
            writer.Lines(names.Fields.Select(static field => $"public {field.Type} {field.Name};"));
            writer.Lines(form.HasBatch ? ["public nint Batch;", "public nint Step;"] : []);
            writer.Line("private byte[] kept = [];");
            writer.Line("private long edge;");
            writer.Line();
            EmitOverwrite(writer, model, names);
            EmitCompute(writer, model, names);
            EmitEdge(writer, model.Form.Source.Element);
        }
    }

    private static void EmitOverwrite(SourceWriter writer, ConvolutionModel model, InPlaceNames names)
    {
        string inPlace = KernelNames.KernelType(model.Header) + "." + InPlaceEmitter.Name;
        string rows = names.LengthField,
            times = model.Form.HasBatch ? " * Batch" : "",
            all = model.Form.HasBatch ? "((long)Count * Batch)" : "Count";
        writer.Line("/// <summary>Computes all bands. What they see of each other is kept before the first is begun.</summary>");
        using (writer.Block("public void Overwrite(int workers, double work, nint least, nint group)"))
        {
            writer.Line($"edge = {inPlace}.EdgeElements({names.FieldNames});");
            writer.Line(
                "// A few bands for each thread, less where a batch has many items, and as many as the memory allows that is kept beside them."
            );
            string edges = Literals.Times("edge", names.ElementBytes) + times;
            string each = $"{Literals.Of(BandsForEach)} * (nint)workers";
            string wanted = model.Form.HasBatch ? $"((({each}) - 1) / Batch) + 1" : each;
            writer.Line($"nint bands = (nint)Math.Min({wanted}, Array.MaxLength / Math.Max(1, {edges}));");
            writer.Line($"Divide(workers, work, {rows}, Math.Max(least, (({rows} - 1) / Math.Max(1, bands)) + 1), group);");
            using (writer.Block("if (Count == 1)"))
            {
                writer.Line($"Run(workers, {(model.Form.HasBatch ? "Batch" : "1")});");
                writer.Line("return;");
            }

            writer.Line();
            writer.Line($"kept = ArrayPool<byte>.Shared.Rent((int)({edges} * Count));");
            using (writer.Block($"for (long number = 0; number < {all}; number++)"))
            {
                EmitBand(writer, model, names);
                writer.Line($"{inPlace}.Save(ref first, {names.FieldNames}, begin, Math.Min(begin + Size, {rows}), ref Edge(number));");
            }

            writer.Line();
            using (writer.Block("try"))
            {
                writer.Line($"Run(workers, {all});");
            }

            using (writer.Block("finally"))
            {
                CacheLine.EmitReturn(writer, "kept");
            }
        }

        writer.Line();
    }

    /// <summary>The first sample of the image that a band belongs to, and the band's first row.</summary>
    private static void EmitBand(SourceWriter writer, ConvolutionModel model, InPlaceNames names)
    {
        string image = Carriers.First(model.Form.Source, "Image");
        writer.Line(
            $"ref {names.Type} first = ref {(model.Form.HasBatch ? $"Unsafe.Add(ref {image}, (nint)(number / Count) * Step)" : image)};"
        );
        writer.Line($"nint begin = (nint){(model.Form.HasBatch ? "(number % Count)" : "number")} * Size;");
    }

    private static void EmitCompute(SourceWriter writer, ConvolutionModel model, InPlaceNames names)
    {
        SignatureForm form = model.Form;
        string inPlace = KernelNames.KernelType(model.Header) + "." + InPlaceEmitter.Name;
        string weights = CallFields.Weights(model);
        using (writer.Block("protected override void Compute(long number)"))
        {
            EmitBand(writer, model, names);
            if (form.Kernel is { Carrier: not Carrier.Prepared } kernel)
            {
                CommonChecks.EmitReference(writer, kernel, "Kernel", "firstWeight");
            }

            if (form.Bias is { } bias)
            {
                CommonChecks.EmitReference(writer, bias, "Bias", "firstBias");
            }

            using (writer.Block("if (Count == 1)"))
            {
                writer.Line($"{inPlace}.Run(ref first, {names.FieldNames}{weights}, Token);");
            }

            using (writer.Block("else"))
            {
                string rows = names.LengthField;
                writer.Line(
                    $"{inPlace}.RunBand(ref first, {names.FieldNames}, begin, Math.Min(begin + Size, {rows}), ref Edge(number){weights}, Token);"
                );
            }
        }

        writer.Line();
    }

    private static void EmitEdge(SourceWriter writer, ElementType element)
    {
        writer.Line(
            "// What is kept beside a band. It begins with the array: where cache lines begin changes when that is moved in memory."
        );
        using (writer.Block($"private ref {element.Keyword()} Edge(long number)"))
        {
            string first = Reinterpretation.Of("MemoryMarshal.GetArrayDataReference(kept)", ElementType.Byte, element);
            writer.Line($"ref {element.Keyword()} edges = {first};");
            writer.Line($"return ref Unsafe.Add(ref edges, (nint)(number * edge));");
        }
    }
}
