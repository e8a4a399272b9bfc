using ConvGen.Generator.Emission.Entry;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Emission.Transforms;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Layers;
using ConvGen.Generator.Planning.Parts;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Emission.Parts;

/// <summary>
/// Prints <c>RunOn</c>, which computes the results of a block of a signal. Windows that begin before the block see a joined copy of the
/// history and of the block's first samples; the
/// others see the block where it is. Both are windows inside of what they see, so that the expression of a result does not depend on where
/// blocks begin.
/// </summary>
internal static class StreamEmitter
{
    public const string Name = "RunOn";

    public static void Emit(SourceWriter writer, KernelPlan plan)
    {
        if (plan.Model.IsStream)
        {
            int bits = writer.Widths.Select(static width => width.Bits).DefaultIfEmpty(VectorWidth.Narrowest.Bits).Min();
            Emit(writer, plan.Model, StreamHistory.Of(plan, bits));
        }
    }

    public static void Emit(SourceWriter writer, LayerPlan plan)
    {
        if (plan.Model.IsStream)
        {
            Emit(writer, plan.Model, StreamHistory.Of(plan.Model));
        }
    }

    private static void Emit(SourceWriter writer, ConvolutionModel model, StreamHistory history)
    {
        string source = model.Form.Source.Element.Keyword(),
            destination = model.Form.Destination.Element.Keyword();
        string arguments = WeightArguments.PassedOn(model.Form);
        writer.Line(
            "/// <summary>Computes the results of a block of a signal, and keeps its last samples as the history of the next one.</summary>"
        );
        using (
            writer.Block(
                $"internal static void {Name}(ref {source} history, ref {source} source, int length, ref {destination} "
                    + $"destination{WeightArguments.Parameters(model.Form)})"
            )
        )
        {
            if (history.Pixels == 0)
            {
                writer.Line($"Run(ref source, length, ref destination{arguments});");
            }
            else
            {
                EmitCrossing(writer, model, history, arguments);
                EmitInside(writer, model, arguments);
                EmitUpdate(writer, model, history);
            }
        }

        writer.Line();
    }

    /// <summary>The results whose windows begin in the history.</summary>
    private static void EmitCrossing(SourceWriter writer, ConvolutionModel model, StreamHistory history, string arguments)
    {
        int stride = model.Horizontal.Stride;
        string past = Literals.Of(history.Pixels),
            pastElements = Literals.Of(history.Elements);
        ElementType element = model.Form.Source.Element;
        writer.Line(
            "// The windows of the first results begin in the history: they see it and the first samples of the block side by side."
        );
        string most = Literals.Of(history.Crossing);
        if (history.InPair is { } pair)
        {
            writer.Line("// Where transforms gain, these results fill two tiles.");
            most = $"{ExactEmitter.TilesType}.Gain(length) ? {Literals.Of(pair)} : {most}";
        }

        writer.Line($"int crossing = Math.Min({(stride == 1 ? "length" : $"length / {Literals.Of(stride)}")}, {most});");
        writer.Line(stride == 1 ? "int seen = crossing;" : $"int seen = ((crossing - 1) * {Literals.Of(stride)}) + 1;");
        if (history.IsOnStack)
        {
            string type = element.Keyword();
            writer.Line($"Span<{type}> block = stackalloc {type}[{Literals.Of(history.Joined)}];");
            writer.Line($"ref {type} joined = ref MemoryMarshal.GetReference(block);");
        }
        else
        {
            CacheLine.EmitRented(writer, element, "joined", "block", history.Joined);
        }

        writer.Line($"Span<{element.Keyword()}> past = MemoryMarshal.CreateSpan(ref history, {pastElements});");
        writer.Line($"past.CopyTo(MemoryMarshal.CreateSpan(ref joined, {pastElements}));");
        writer.Line(
            $"MemoryMarshal.CreateReadOnlySpan(ref source, {Elements(model, "seen")}).CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref joined, {pastElements}), {Elements(model, "seen")}));"
        );
        EmitJoined(writer, model, history, arguments);
        if (!history.IsOnStack)
        {
            CacheLine.EmitReturn(writer, "block");
        }

        writer.Line();
    }

    /// <summary>The results of what is joined; few of them by a whole pass.</summary>
    private static void EmitJoined(SourceWriter writer, ConvolutionModel model, StreamHistory history, string arguments)
    {
        string past = Literals.Of(history.Pixels),
            call = $"Run(ref joined, {past} + seen, ref destination{arguments});";
        if (history.Pass == 0)
        {
            writer.Line(call);
            return;
        }

        string pass = Literals.Of(history.Pass),
            type = model.Form.Destination.Element.Keyword();
        using (writer.Block($"if (crossing is >= {Literals.Of(StreamHistory.FewestFilled)} and < {pass})"))
        {
            writer.Line(
                "// A pass of vectors takes less time than so many results one by one; the others that it computes are those of zeros."
            );
            writer.Line($"Span<{type}> wide = stackalloc {type}[{pass}];");
            writer.Line(
                $"Run(ref joined, {Literals.Of((long)history.Pixels + history.Pass)}, ref MemoryMarshal.GetReference(wide){arguments});"
            );
            writer.Line("wide[..crossing].CopyTo(MemoryMarshal.CreateSpan(ref destination, crossing));");
        }

        using (writer.Block("else"))
        {
            writer.Line(call);
        }
    }

    private static void EmitInside(SourceWriter writer, ConvolutionModel model, string arguments)
    {
        int stride = model.Horizontal.Stride;
        string past = Literals.Of(model.PastPixels);
        string begun = stride == 1 ? "crossing" : $"crossing * {Literals.Of(stride)}";
        using (writer.Block($"if ({begun} < length)"))
        {
            writer.Line($"int first = {(stride == 1 ? begun : "(" + begun + ")")} - {past};");
            string from = $"Unsafe.Add(ref source, {Place("first", model.SourceChannels)})";
            string to = $"Unsafe.Add(ref destination, {Place("crossing", model.ResultChannels)})";
            writer.Line($"Run(ref {from}, length - first, ref {to}{arguments});");
        }

        writer.Line();
    }

    /// <summary>The last samples of history and block together become the history.</summary>
    private static void EmitUpdate(SourceWriter writer, ConvolutionModel model, StreamHistory history)
    {
        string past = Literals.Of(history.Pixels),
            pastElements = Literals.Of(history.Elements);
        using (writer.Block($"if (length >= {past})"))
        {
            writer.Line(
                $"MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref source, {Place($"(length - {past})", model.SourceChannels)}), {pastElements}).CopyTo(past);"
            );
        }

        using (writer.Block("else"))
        {
            writer.Line($"int added = {Elements(model, "length")};");
            writer.Line("past[added..].CopyTo(past);");
            writer.Line("MemoryMarshal.CreateReadOnlySpan(ref source, added).CopyTo(past[^added..]);");
        }
    }

    private static string Elements(ConvolutionModel model, string pixels) => Literals.Times(pixels, model.SourceChannels);

    /// <summary>A place in elements, which may lie beyond an <c>int</c>.</summary>
    private static string Place(string pixels, int channels) => channels == 1 ? pixels : $"(nint){pixels} * {Literals.Of(channels)}";
}
