using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission;

/// <summary>
/// Prints the documentation of an implementing part, which is the only one that the compiler shows: the user's own first, whole,
/// and the description of the kernel after it.
/// </summary>
internal static class DocumentationEmitter
{
    public static void Emit(SourceWriter writer, ConvolutionModel model, KernelDescription description)
        => Emit(writer, model.Header, description, () => EmitDetails(writer, model));

    /// <summary>The same for any description.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="header">The method.</param>
    /// <param name="description">What is computed.</param>
    /// <param name="emitDetails">Prints parameters, result and exceptions, where the user has documented nothing.</param>
    public static void Emit(SourceWriter writer, MethodHeader header, KernelDescription description, Action emitDetails)
    {
        List<string> own = ImplementingPart.UserDocumentation(header).ToList();
        writer.Lines(own);
        if (own.Count == 0)
        {
            writer.Line("/// <summary>" + Comments.Xml(description.Summary) + "</summary>");
            emitDetails();
        }

        writer.Line("/// <remarks>");
        if (own.Count > 0)
        {
            EmitParagraph(writer, description.Summary);
        }

        foreach (DescriptionSection section in description.Sections)
        {
            EmitParagraph(writer, section.Text);
            if (section.Drawing.Count > 0)
            {
                writer.Line("/// <code>");
                writer.Lines(section.Drawing.Select(line => "/// " + Comments.Xml(line)));
                writer.Line("/// </code>");
            }
        }

        foreach (DescriptionFact fact in description.Facts)
        {
            EmitParagraph(writer, fact.Title + ": " + fact.Text);
        }

        writer.Line("/// </remarks>");
    }

    private static void EmitParagraph(SourceWriter writer, string text)
        => writer.Line("/// <para>" + Comments.Xml(string.Join(" ", Comments.Split(text))) + "</para>");

    private static void EmitDetails(SourceWriter writer, ConvolutionModel model)
    {
        foreach (Parameter parameter in model.Header.Parameters)
        {
            string name = parameter.Name.TrimStart('@');
            writer.Line("/// <param name=\"" + name + "\">" + ParameterText(model, name) + "</param>");
        }

        if (model.Form.ReturnsResult)
        {
            writer.Line("/// <returns>" + (model.Form.Axes == 2 ? "The result, row by row, in a new array." : "The result in a new array.") + "</returns>");
        }

        EmitExceptions(writer, model.Form);
    }

    private static void EmitExceptions(SourceWriter writer, SignatureForm form)
    {
        if (new[] { form.Source, form.Kernel, form.ReturnsResult ? null : form.Destination }.Any(buffer => buffer?.Carrier is Carrier.Array or Carrier.Array2D))
        {
            writer.Line("/// <exception cref=\"global::System.ArgumentNullException\">An array is null.</exception>");
        }

        string overlap = form.ReturnsResult
            ? ", or the result would not fit into an array."
            : form.Kernel is null
                ? ", or <paramref name=\"destination\"/> overlaps <paramref name=\"source\"/>; nothing has been written then."
                : ", or <paramref name=\"destination\"/> overlaps <paramref name=\"source\"/> or <paramref name=\"kernel\"/>; nothing has been written then.";
        string shape = form.IsShaped ? "A buffer does not have the shape that is needed" : "A size is negative, or a buffer does not have the size that is needed";
        writer.Line("/// <exception cref=\"global::System.ArgumentException\">" + shape + overlap + "</exception>");
    }

    private static string ParameterText(ConvolutionModel model, string name)
    {
        SignatureForm form = model.Form;
        bool isFlat = !form.IsShaped;
        string channels = model.PixelChannels > 1 ? "; a pixel is " + Literals.Of(model.PixelChannels) + " elements side by side" : "";
        return name switch
        {
            "source" when isFlat && form.Axes == 2 => "The samples, row by row" + channels + ". It may be longer than needed.",
            "source" when isFlat && form.HasLength => "The samples" + channels + ". It may be longer than needed.",
            "source" => "The samples" + channels + ".",
            "kernel" => "The " + Literals.Of(model.Kernel.Count) + " weights" + (form.Axes == 2 ? ", row by row, as written: not reversed." : ", as written: not reversed."),
            "destination" when isFlat => "Receives the result" + (form.Axes == 2 ? ", row by row" : "") + ". It may be longer than needed, and what lies beyond is not touched.",
            "destination" => "Receives the result, and has exactly its shape.",
            "batch" => "How many sources lie one after the other.",
            "length" => "Length of the source" + (model.PixelChannels > 1 ? ", in pixels." : "."),
            "width" => "Width of the source" + (model.PixelChannels > 1 ? ", in pixels." : "."),
            "height" => "Height of the source, in rows.",
            "sourcePitch" => "Elements from one row of the source to the next.",
            "destinationPitch" => "Elements from one row of the result to the next; those between the rows are not touched.",
            _ => "Not used.",
        };
    }
}
